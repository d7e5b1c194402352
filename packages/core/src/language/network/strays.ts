import type { Word } from "../../model/index.ts";

/**
 * "The unions called off the strike after the government agreed": the subject of the main verb, hung on the verb of a clause behind
 * it that has one of its own.
 */
export function settleStrays(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 2 < last; i++) {
    const verb = words[i] as Word;
    if (verb.deprel !== "root" || !/^VB[DN]$/.test(verb.xpos)) continue;
    const of = (head: number, role: RegExp) =>
      words.slice(first, last).filter((word) => word.head === head && role.test(word.deprel));
    if (of(i, /^(?:nsubj|csubj|aux|expl)/).length > 0) continue;
    for (const clause of of(i, /^advcl$/)) {
      const subjects = of(clause.index, /^nsubj/);
      const stray = subjects.find(({ index }) => index < i);
      if (clause.index < i || !stray || subjects.length < 2) continue;
      Object.assign(stray, { head: i, deprel: "nsubj" });
      verb.xpos = "VBD";
    }
  }
}
