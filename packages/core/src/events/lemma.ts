import type { Word } from "../model/index.ts";

/** The lemma in lower case; a plural that has kept its ending loses it: "supplies", "talks". */
export function lemmaOf(word: Word): string {
  const lemma = word.lemma ? word.lemma.toLowerCase() : word.lower;
  if (lemma !== word.lower || (word.xpos !== "NNS" && word.xpos !== "NNPS") || !lemma.endsWith("s") || lemma.endsWith("ss"))
    return lemma;
  if (lemma.endsWith("ies") && lemma.length > 4) return `${lemma.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(lemma)) return lemma.slice(0, -2);
  return lemma.slice(0, -1);
}
