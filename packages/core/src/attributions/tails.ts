import type { Sentence, Word } from "../model/index.ts";
import { type Draft, trim } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import type { Reading } from "./reading.ts";

/** Words of a source that stands between commas, at most: "several people with knowledge of the talks". */
const LONGEST_SOURCE = 8;
/** Content shorter than this is a list and not a clause. */
const SHORTEST_CONTENT = 4;

/**
 * Sources set behind what they say, whose verb looks like a noun and was tagged as one: "…, multiple sources report, and …".
 * A plural noun and a bare form that is a cue, alone between two marks of a sentence.
 */
export function tailDrafts(reading: Reading, lexicon: CueLexicon): Draft[] {
  const { words, sentences } = reading.document;
  const drafts: Draft[] = [];
  for (const { first, last } of sentences) {
    for (let i = first + SHORTEST_CONTENT; i < last; i++) {
      const cue = words[i] as Word;
      if (cue.upos !== "NOUN" || !isMark(words[i + 1], last) || (reading.quoteOf[i] as number) >= 0) continue;
      const frame = lexicon.verbs.get(cue.lower);
      const head = words[i - 1] as Word;
      if (!frame || head.xpos !== "NNS") continue;
      const start = sourceStart(words, i, first);
      if (start === undefined) continue;
      const content = trim(words, { first, last: start - 1 });
      if (content.last - content.first < SHORTEST_CONTENT) continue;
      drafts.push({
        trigger: cue,
        cue: [{ first: i, last: i + 1 }],
        sources: [{ first: start, last: i, head }],
        content: [content],
        via: [],
        stance: frame.stance,
        weak: false,
        quotes: false,
      });
    }
  }
  return drafts;
}

const isMark = (word: Word | undefined, last: number): boolean =>
  word === undefined || word.index >= last || /^[,.;]$/.test(word.text);

/** The word after the comma that the source stands behind; undefined when anything but a noun phrase lies between. */
function sourceStart(words: readonly Word[], cue: number, first: Sentence["first"]): number | undefined {
  for (let i = cue - 1; i > first && cue - i <= LONGEST_SOURCE; i--) {
    const word = words[i] as Word;
    if (word.text === ",") return i + 1;
    if (!/^(?:NOUN|PROPN|ADJ|NUM|DET|ADP|PUNCT)$/.test(word.upos)) return undefined;
  }
  return undefined;
}
