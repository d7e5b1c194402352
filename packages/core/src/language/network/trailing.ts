import type { Word } from "../../model/index.ts";

/** What a deed brings about, told behind a comma: "…, killing nine". */
const OUTCOME =
  /^(?:killing|wounding|injuring|maiming|leaving|destroying|damaging|forcing|displacing|sparking|prompting|causing|triggering|setting|taking|hitting|striking)$/;

/**
 * "An explosion tore through a bus carrying officials, killing the driver": what is told behind a comma to have come of a deed
 * came of the sentence's, and not of what a phrase without a comma says of somebody in it.
 */
export function settleTrailing(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i < last; i++) {
    const outcome = words[i] as Word;
    if (outcome.xpos !== "VBG" || !OUTCOME.test(outcome.lower) || words[i - 1]?.text !== ",") continue;
    const inner = words[outcome.head];
    if (!/^(?:advcl|acl|conj)$/.test(outcome.deprel) || !inner || inner.index >= i || inner.index < first) continue;
    const phrase = inner.upos === "VERB" ? inner : undefined;
    if (phrase?.deprel !== "acl" || !/^VB[GN]$/.test(phrase.xpos) || words[phrase.index - 1]?.text === ",") continue;
    const verb = verbOver(words, phrase, first);
    if (verb) Object.assign(outcome, { head: verb.index, deprel: "advcl" });
  }
}

/** The finite verb that a phrase stands behind: "tore" of "tore through a bus carrying officials". */
function verbOver(words: readonly Word[], phrase: Word, first: number): Word | undefined {
  let at = words[phrase.head];
  for (let n = 0; at && n < 6 && at.index >= first; n++) {
    if (at.upos === "VERB" && /^VB[DPZ]$/.test(at.xpos)) return at.index < phrase.index ? at : undefined;
    at = words[at.head];
  }
  return undefined;
}
