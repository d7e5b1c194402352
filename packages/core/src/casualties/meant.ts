import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";

const MEANING =
  /^(?:threaten|threat|plan|plot|conspire|conspiracy|intend|intention|want|wish|hope|vow|promise|pledge|swear|try|attempt|aim|seek|urge|incite|refuse|decline|prepare|fail|bid|offer)$/;
/** How far a chain of verbs is followed: "threatened to start to kill". */
const STEPS = 3;

/** "threatened to kill five hostages", "a plot to assassinate the governor": what is only meant has hurt nobody. */
export function isMeant(document: Document, cue: Word): boolean {
  let at: Word | undefined = cue;
  for (let n = 0; at && n < STEPS; n++) {
    if (at.upos !== "VERB") return false;
    const isInfinitive: boolean = childrenOf(document, at, "mark").some(({ lower }) => lower === "to");
    const joined = at.deprel === "conj";
    if (!isInfinitive && !joined) return false;
    const above: Word | undefined = document.words[at.head];
    if (isInfinitive && above && /^(?:xcomp|acl|ccomp|advcl)$/.test(at.deprel) && MEANING.test(above.lemma.toLowerCase()))
      return true;
    at = above;
  }
  return false;
}
