import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./match.ts";

/** Verbs of which a bare happening is the subject or object when it took place. */
const TAKES_PLACE = "happening";

/**
 * Whether a trigger speaks of a kind of happening and of none that took place: "violence breeds violence", "attacks on
 * civilians are crimes", "death squads that murder peasants".
 */
export function isGeneric(scene: Scene, draft: Draft, anchored: boolean): boolean {
  const { word } = draft;
  const { syntax, document } = scene;
  const inHeadline = document.headline !== undefined && word.start < document.headline.end;
  if (inHeadline || draft.merged.length > 0) return false;
  if (word.upos === "VERB") {
    // The simple present tells habits outside of headlines; the progressive and the perfect tell deeds.
    if ((word.xpos !== "VBP" && word.xpos !== "VBZ") || draft.type !== "ASSAULT") return false;
    return !anchored && !syntax.has(word, "aux") && word.deprel !== "root";
  }
  if (anchored || draft.actors.length > 0) return false;
  const massLike = word.xpos === "NNS" || word.xpos === "NNPS" || scene.classes.has("massnoun", lemmaOf(word));
  if (!massLike) return false;
  let quantified = false;
  for (const child of syntax.children(word)) {
    if (
      child.deprel === "det" &&
      child.lower !== "such" &&
      child.lower !== "any" &&
      child.lower !== "no" &&
      child.lower !== "all"
    )
      quantified = true;
    if (child.deprel === "nummod" || child.deprel === "nmod:poss") quantified = true;
    if (relation(child) === "acl" && child.upos === "VERB") quantified = true;
    if (child.deprel === "amod" && scene.classes.has("particular", lemmaOf(child))) quantified = true;
  }
  if (quantified) return false;
  const above = syntax.head(word);
  if (above && scene.classes.has(TAKES_PLACE, lemmaOf(above))) return false;
  if (word.deprel === "root") return false;
  // "the killing of two farmers" has a victim that is told; "killings of journalists" has none.
  return draft.recipients.every(
    ({ word: victim }) => victim.xpos === "NNS" && !syntax.has(victim, "det") && !syntax.has(victim, "nummod"),
  );
}
