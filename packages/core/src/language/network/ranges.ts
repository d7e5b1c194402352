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

/**
 * "left at least one student injured", "during the shelling at least 11 people died": what "at least" counts is no adverbial,
 * but what the verb before it takes, or who the verb right behind it tells of.
 */
export function settleBounds(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 3 < last; i++) {
    const [at, least, number] = [words[i], words[i + 1], words[i + 2]] as [Word, Word, Word];
    if (at.lower !== "at" || !/^(?:least|most)$/.test(least.lower) || number.upos !== "NUM") continue;
    const noun = words[number.head];
    if (!noun || noun.index <= number.index || noun.index >= last) continue;
    const has = (word: Word, ...roles: string[]) =>
      words.slice(first, last).some(({ head, deprel }) => head === word.index && roles.includes(deprel));
    if (has(noun, "case")) continue;
    const before = words[i - 1];
    if (
      before &&
      i > first &&
      noun.deprel === "obl" &&
      noun.head === i - 1 &&
      before.upos === "VERB" &&
      !has(before, "obj", "aux:pass")
    )
      noun.deprel = "obj";
    const after = words[noun.index + 1];
    const bare =
      after?.upos === "VERB" &&
      noun.index + 1 < last &&
      /^V[BZDP]/.test(after.xpos) &&
      after.xpos !== "VBN" &&
      after.xpos !== "VBG";
    if (noun.deprel === "nmod" && noun.head < i && bare && !has(after, "nsubj", "nsubj:pass") && after.head !== noun.index)
      Object.assign(noun, { head: after.index, deprel: "nsubj" });
  }
}
