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
    const deed = phrase && isBeside(words, phrase, first, last) ? deedOver(words, phrase, first) : undefined;
    if (deed) Object.assign(outcome, { head: deed.index, deprel: "advcl" });
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

/** Verbs for deeds that something comes of. */
const DEED =
  /^(?:opened|fired|attacked|bombed|shelled|struck|raided|ambushed|stormed|shot|carried|launched|clashed|hit|exploded|blew|rammed|detonated|threw|stabbed|opens|fires|attacks|bombs|shells|strikes|raids|ambushes|storms|launches|hits)$/;

/**
 * Whether a clause tells what went on beside the deed, or how somebody calls what was struck: "on protesters … as lawmakers passed a
 * bill", "on what it called hideouts".
 */
function isBeside(words: readonly Word[], verb: Word, first: number, last: number): boolean {
  if (DEED.test(verb.lower)) return false;
  const above = words[verb.head];
  if (verb.deprel === "acl:relcl")
    return above?.lower === "what" && /^(?:call|calls|called|describes?|described|terms?|termed)$/.test(verb.lower);
  return (
    verb.deprel === "advcl" &&
    words
      .slice(first, last)
      .some(({ head, deprel, lower }) => head === verb.index && deprel === "mark" && /^(?:as|while)$/.test(lower))
  );
}

/** The verb of the deed that such a clause stands behind, at whatever depth it was hung. */
function deedOver(words: readonly Word[], clause: Word, first: number): Word | undefined {
  let at = words[clause.head];
  for (let n = 0; at && n < DEEPEST && at.index >= first; n++) {
    if (at.upos === "VERB" && DEED.test(at.lower) && at.index < clause.index) return at;
    at = words[at.head];
  }
  return undefined;
}
const DEEPEST = 8;
