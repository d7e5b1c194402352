import type { Word } from "../../model/index.ts";

/**
 * "killed between 10 and 15 policemen": the preposition belongs to the number, and the noun is what the verb takes, as
 * the treebanks have it. A tree that hangs "between" on the noun is mended; it stays one.
 */
export function settleRanges(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 3 < last; i++) {
    const between = words[i] as Word;
    if (between.lower !== "between" || between.deprel !== "case" || between.head <= i + 3 || between.head >= last) continue;
    const [low, and, high, noun] = [words[i + 1], words[i + 2], words[i + 3], words[between.head]] as [Word, Word, Word, Word];
    const range =
      low.upos === "NUM" && low.head === between.head && high.upos === "NUM" && high.head === i + 1 && and.lower === "and";
    if (!range) continue;
    between.head = i + 1;
    between.deprel = "advmod";
    if (noun.deprel === "obl" && noun.head === i - 1 && (words[i - 1] as Word).upos === "VERB") noun.deprel = "obj";
  }
}
