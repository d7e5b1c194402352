import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";

/** What may be struck; a town that a blast rocks is where it was. */
const STRUCK = ["@structure", "@human", "@troops"];

/** "A blast rocked the market", "was shattered by an explosion": whom or what the verb over a happening says that it struck. */
export function struckBy({ syntax, classes, kinds }: Scene, noun: Word): Found[] {
  // "Guatemala City" is rocked as a place is, and "its target" is whatever was meant to be struck.
  const isVague = (one: Word) =>
    (one.upos === "PROPN" && one.xpos !== "NNPS" && !classes.has("structure", lemmaOf(one))) || lemmaOf(one) === "target";
  const verb = syntax.head(noun);
  if (verb?.upos !== "VERB" || !isDoing(noun)) return [];
  // "caused damage to the embassy and to several shops"
  const harm = CAUSING.test(lemmaOf(verb)) ? syntax.child(verb, (c) => c.deprel === "obj" && HARM.test(c.lower)) : undefined;
  // "Artillery fire killed nine civilians": no fire that breaks out.
  const fired = noun.lower === "fire" && KILLING.test(lemmaOf(verb));
  if (!harm && !fired && !classes.has("striking", lemmaOf(verb))) return [];
  const found = harm
    ? [...syntax.oblique(harm, "to", "in"), ...syntax.oblique(verb, "to")][0]
    : (syntax.object(verb)?.word ?? syntax.oblique(verb, "through", "into", "outside", "near", "at", "inside").find(Boolean));
  if (!found || found === noun) return [];
  return syntax
    .conjuncts(found)
    .filter((one) => STRUCK.some((value) => kinds.isA(one, value)) && !isVague(one))
    .map((word) => ({ word, implied: true }));
}

const CAUSING = /^(?:cause|do|inflict|bring|produce)$/;
const KILLING = /^(?:kill|wound|injure)$/;
const HARM = /^(?:damage|damages|destruction|havoc|losses)$/;

const isDoing = (noun: Word): boolean => noun.deprel === "nsubj" || noun.deprel === "obl:agent";

/**
 * "A blast rocked the market, killing nine", "was rocked by a blast, killing nine": the happening of the clause above that a
 * participle tells the outcome of, where its verb tells none itself.
 */
export function broughtBy({ syntax, classes }: Scene, participle: Word, drafts: ReadonlyMap<number, Draft>): Draft | undefined {
  const verb = participle.deprel === "advcl" ? syntax.head(participle) : undefined;
  if (!verb || participle.xpos !== "VBG" || verb.index > participle.index || drafts.has(verb.index)) return undefined;
  if (syntax.child(participle, (c) => c.deprel === "mark" || relation(c) === "nsubj")) return undefined;
  // "carried out air strikes on a village, killing nine"
  const carried = classes.has("perpetrate", lemmaOf(verb)) || /^carry/.test(lemmaOf(verb));
  const doing = syntax.child(verb, (c) => (isDoing(c) || (carried && c.deprel === "obj")) && drafts.has(c.index));
  return doing && drafts.get(doing.index);
}

/** "The Larissa Hotel bombing": a building before a word for violence did not do it. */
export function spareBuildings({ classes }: Scene, draft: Draft): void {
  if (draft.type !== "ASSAULT" || draft.word.upos === "VERB") return;
  draft.actors = draft.actors.filter(
    ({ word }) => !(word.head === draft.word.index && word.deprel === "compound" && classes.has("premises", lemmaOf(word))),
  );
}
