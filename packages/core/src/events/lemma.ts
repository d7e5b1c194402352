import type { Word } from "../model/index.ts";

/** The lemma in lower case; a plural that has kept its ending loses it: "supplies", "talks". */
export function lemmaOf(word: Word): string {
  const lemma = word.lemma ? word.lemma.toLowerCase() : word.lower;
  // "Gunmen" at the head of a sentence, taken for a name.
  if (lemma === word.lower && word.xpos.startsWith("NNP") && MEN.test(lemma)) return `${lemma.slice(0, -3)}man`;
  if (lemma !== word.lower || (word.xpos !== "NNS" && word.xpos !== "NNPS") || !lemma.endsWith("s") || lemma.endsWith("ss"))
    return lemma;
  if (lemma.endsWith("ies") && lemma.length > 4) return `${lemma.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(lemma)) return lemma.slice(0, -2);
  return lemma.slice(0, -1);
}

const MEN =
  /^(?:gun|police|militia|fisher|guards|wo|country|service|crew|hit|camera|news|business|tribes|clans|horse|fire|air|watch|rifle|swords|herds|state|spokes|front|hench|strong|sea|rebel)?men$/;
