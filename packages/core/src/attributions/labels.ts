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
    if (!isName(words.slice(first, colon))) continue;
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
      quotes: false,
    });
  }
  return drafts;
}

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
