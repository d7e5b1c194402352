import type { Document, Word } from "../model/index.ts";
import { lemmaOf } from "./lemma.ts";

/** The words that hyphens tie to one, as the treebanks part them: "lathi-charge" is three words. */
export interface Tied {
  first: number;
  last: number;
  /** Lower case as it stands, and with the last part as its lemma: "lathi-charge" of "lathi-charges". */
  text: string;
  lemma: string;
}

/** Parts of a tied word that are looked at on either side. */
const PARTS = 3;

/** The tied word that a word is part of; undefined for a word that stands alone. */
export function tiedAt({ words }: Document, word: Word): Tied | undefined {
  let first = word.index;
  let last = word.index;
  for (let n = 0; n < PARTS && isTie(words, first - 1); n++) first -= 2;
  for (let n = 0; n < PARTS && isTie(words, last + 1); n++) last += 2;
  if (first === last) return undefined;
  let start = "";
  for (let i = first; i < last; i++) start += (words[i] as Word).lower;
  start = start.replace(/[‐‑]/g, "-");
  const end = words[last] as Word;
  return { first, last, text: start + end.lower, lemma: start + lemmaOf(end) };
}

/** Whether a hyphen stands here with no blank on either side. */
function isTie(words: readonly Word[], at: number): boolean {
  const hyphen = words[at];
  const [before, after] = [words[at - 1], words[at + 1]];
  return (
    hyphen !== undefined &&
    before !== undefined &&
    after !== undefined &&
    (hyphen.text === "-" || hyphen.text === "‐" || hyphen.text === "‑") &&
    before.end === hyphen.start &&
    hyphen.end === after.start
  );
}
