import type { Document, Word } from "../model/index.ts";
import { relation } from "./tree.ts";

/** "accused the government of failing …", "accused the company of fraud": what somebody is accused of is no part of who. */
export function isCharge({ words }: Document, charge: Word): boolean {
  const gerund = charge.xpos === "VBG" && relation(charge) === "acl";
  const of = charge.children.some((index) => {
    const mark = words[index] as Word;
    return mark.lower === "of" && (mark.deprel === "mark" || mark.deprel === "case");
  });
  if (!of || gerund) return of;
  const accused = words[charge.head];
  const verb = accused && /^(?:obj|nsubj:pass)$/.test(accused.deprel) ? words[accused.head] : undefined;
  const bare =
    charge.xpos === "NN" && !charge.children.some((index) => /^(?:det|nummod|nmod:poss)/.test((words[index] as Word).deprel));
  return relation(charge) === "nmod" && bare && verb !== undefined && OF_WHAT.has(verb.lemma) && !BODIES.has(charge.lemma);
}

/** Verbs whose "of" tells of what somebody is accused, robbed or told. */
const OF_WHAT = new Set([
  "accuse",
  "suspect",
  "convict",
  "acquit",
  "rob",
  "deprive",
  "strip",
  "inform",
  "remind",
  "assure",
  "rid",
]);
/** What somebody may be head or member of without an article. */
const BODIES = new Set(
  "state government police staff security intelligence defence defense court parliament office mission university".split(" "),
);
