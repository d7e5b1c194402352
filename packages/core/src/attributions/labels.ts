import type { Sentence, Word } from "../model/index.ts";
import { type Draft, trim } from "./draft.ts";
import type { Reading } from "./reading.ts";

const LONGEST_LABEL = 6;

/** A speaker's label at the start of a paragraph: "KIRBY: We are …", "Pentagon: Strikes hit …". It holds for the paragraph. */
export function labelDrafts(reading: Reading): Draft[] {
  const { words, sentences } = reading.document;
  const drafts: Draft[] = [];
  for (let s = 0; s < sentences.length; s++) {
    if (s > 0 && reading.paragraphs[s] === reading.paragraphs[s - 1]) continue;
    const { first, last } = sentences[s] as Sentence;
    let colon = first;
    while (colon < last && colon - first <= LONGEST_LABEL && (words[colon] as Word).text !== ":") colon++;
    if (colon === first || colon - first > LONGEST_LABEL || (words[colon] as Word | undefined)?.text !== ":") continue;
    const label = words.slice(first, colon);
    // Elsewhere a name with a colon heads an item of a list.
    if (!isName(label) || !(s === 0 || isLoud(label))) continue;
    let end = s;
    while (end + 1 < sentences.length && reading.paragraphs[end + 1] === reading.paragraphs[s]) end++;
    const content = trim(words, { first: colon + 1, last: (sentences[end] as Sentence).last });
    if (content.last - content.first < 3) continue;
    drafts.push({
      trigger: words[colon] as Word,
      cue: [{ first: colon, last: colon + 1 }],
      sources: [{ first, last: colon, head: words[colon - 1] as Word }],
      content: [content],
      via: [],
      stance: "asserts",
      weak: false,
      quotes: false,
    });
  }
  return drafts;
}

/** "MR. CARNEY" in a text that is not all capitals is told by a word of four letters or more. */
const isLoud = (label: readonly Word[]): boolean => label.every(({ text }) => text === text.toUpperCase());

function isName(label: readonly Word[]): boolean {
  return (
    label.every(
      ({ upos, text }) =>
        upos === "PROPN" ||
        (text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()) ||
        /^(?:\.|of|the)$/i.test(text),
    ) && label.some(({ upos }) => upos === "PROPN")
  );
}
