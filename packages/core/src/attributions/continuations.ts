import type { Word } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { type Reading, wordAt } from "./reading.ts";

const FIRST = /^(?:first|one)$/;
const NEXT = /^(?:second|third|other|latter)$/;

/**
 * "They said the first strike hit a depot. The second strike hit a bridge.": a sentence that goes on counting what was
 * begun in reported words is of the same voice.
 */
export function countOn(reading: Reading, drafts: readonly Draft[]): void {
  const { sentences, words } = reading.document;
  const spoken = new Set(drafts.map(({ trigger }) => trigger.sentence));
  for (const draft of drafts) {
    const part = draft.content[draft.content.length - 1];
    if (!part || (reading.quoteOf[part.first] as number) >= 0) continue;
    const here = (words[part.last - 1] as Word).sentence;
    if (here !== draft.trigger.sentence) continue;
    const counted = nounAfter(reading, part.first, part.last, FIRST);
    for (let s = here + 1; counted && s <= here + 2; s++) {
      const next = sentences[s];
      if (!next || spoken.has(s) || reading.paragraphs[s] !== reading.paragraphs[here]) break;
      if (nounAfter(reading, next.first, Math.min(next.last, next.first + 4), NEXT) !== counted) break;
      draft.content.push({ first: next.first, last: next.last });
    }
  }
}

/** The lemma of the noun right behind a counting word within a stretch of words. */
function nounAfter(reading: Reading, first: number, last: number, counting: RegExp): string | undefined {
  for (let i = first; i < last - 1; i++) {
    if (!counting.test(wordAt(reading, i).lower)) continue;
    const noun = wordAt(reading, i + 1);
    if (noun.upos === "NOUN") return noun.lemma.toLowerCase();
  }
  return undefined;
}
