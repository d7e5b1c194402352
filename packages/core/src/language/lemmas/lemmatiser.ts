import type { Knowledge, Word } from "../../model/index.ts";

/** Fills `lemma` of words that have been tagged. */
export type Lemmatiser = (words: readonly Word[]) => void;

export function createLemmatiser(_knowledge: Knowledge): Lemmatiser {
  return (words) => {
    for (const word of words) word.lemma = word.upos === "PROPN" ? word.text : word.lower;
  };
}
