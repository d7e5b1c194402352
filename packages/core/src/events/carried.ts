import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";

/** "Russian missiles hit the port": whose weapons they are that did it. */
export function ownersOf({ syntax, nominals }: Scene, { instruments, word }: Draft): Found[] {
  if (word.upos !== "VERB") return [];
  return instruments
    .filter((one) => LAUNCHED.test(lemmaOf(one.word)))
    .flatMap((one) => syntax.children(one.word))
    .filter(
      (c) =>
        (c.deprel === "amod" || c.deprel === "compound" || c.deprel === "nmod:poss") &&
        OWNERS.has(nominals.modifierEntity(c)?.kind ?? ""),
    )
    .map((owner) => ({ word: owner, implied: true }))
    .slice(0, 1);
}
/** What only those who own it launch; a rifle changes hands. */
const LAUNCHED = /^(?:missile|rocket|shell|bomb|drone|torpedo|artillery|tank|gunboat)$/;
const OWNERS = new Set(["state", "military", "armed-group"]);

/** "a car loaded with dynamite", "a truck carrying explosives": what a vehicle is full of. */
export function loadOf({ syntax, classes }: Scene, vehicle: Word): Word[] {
  const laden = syntax.child(vehicle, (c) => (relation(c) === "acl" || c.deprel === "amod") && classes.has("laden", lemmaOf(c)));
  // "a bomb of 20 kilos of dynamite", "made of gunpowder"
  const made = syntax
    .oblique(vehicle, "of")
    .filter((noun) => classes.has("weaponry", lemmaOf(vehicle)) && noun.index > vehicle.index);
  if (!laden) return made;
  return [...syntax.oblique(laden, "with", "of"), ...syntax.children(laden).filter((c) => c.deprel === "obj")];
}

/** "men armed with rifles", "youths carrying machetes": what those who act are told to hold. */
export function heldBy({ syntax }: Scene, actor: Word): Word[] {
  const armed = syntax.child(actor, (c) => /^(?:acl|amod)/.test(c.deprel) && c.index > actor.index && HOLDING.test(lemmaOf(c)));
  if (!armed) return [];
  const held = [...syntax.oblique(armed, "with"), ...syntax.children(armed).filter((c) => c.deprel === "obj")];
  return held.flatMap((noun) => syntax.conjuncts(noun));
}
const HOLDING = /^(?:arm|armed|wield|carry|brandish|tote)$/;

/** "a burst of machinegun fire", "machinegun bursts", "a volley of rifle shots": what was fired. */
export function firedOf(scene: Scene, noun: Word): Word[] {
  const { syntax } = scene;
  if (!FIRE.has(lemmaOf(noun))) return [];
  const before = syntax.children(noun).filter((c) => (c.deprel === "compound" || c.deprel === "amod") && c.index < noun.index);
  const of = syntax.oblique(noun, "of");
  return [...before, ...of.filter((c) => !FIRE.has(lemmaOf(c))), ...of.flatMap((c) => firedOf(scene, c))];
}
const FIRE = new Set(["burst", "volley", "fire", "round", "spray", "hail", "blast", "shot", "salvo"]);
