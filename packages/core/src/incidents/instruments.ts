import type { Ground } from "./ground.ts";
import { WEIGHTS } from "./weights.ts";

/** Weapons that one report may call by another's word: what was fired, what went off, what was shot with. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set("rocket missile projectile mortar shell artillery rpg".split(" ")),
  new Set("bomb explosive device ied charge dynamite mine landmine grenade car truck vehicle vest".split(" ")),
  new Set("gun rifle pistol bullet shotgun handgun revolver firearm machine-gun gunfire".split(" ")),
  new Set("knife machete sword axe dagger blade".split(" ")),
  new Set("stone rock brick bottle stick".split(" ")),
  new Set("drone jet warplane aircraft helicopter plane".split(" ")),
  new Set("gas teargas tear-gas baton truncheon".split(" ")),
];
/** Words that any weapon goes by. */
const ANY: ReadonlySet<string> = new Set(["weapon", "weaponry", "arm", "arms", "firepower", "fire"]);

/**
 * What two happenings were done with, by the lemmas of their instruments: one word is a reason for, families without a
 * member in common are one against. An attack may be told by any of its weapons, so neither weighs much.
 */
export function instrumentGround(a: readonly string[], b: readonly string[]): Ground | undefined {
  const [x, y] = [a, b].map((lemmas) => lemmas.filter((lemma) => !ANY.has(lemma))) as [string[], string[]];
  const same = x.find((lemma) => y.includes(lemma));
  if (same) return { words: () => `same weapon (${same})`, weight: WEIGHTS.sameInstrument };
  const [one, other] = [familiesOf(x), familiesOf(y)];
  if (one.length === 0 || other.length === 0 || one.some((family) => other.includes(family))) return undefined;
  return { words: () => `other weapon (${x[0]}, ${y[0]})`, weight: WEIGHTS.otherInstrument };
}

/** A word that no family holds says nothing: it may be told for any. */
const familiesOf = (lemmas: readonly string[]): ReadonlySet<string>[] =>
  FAMILIES.filter((family) => lemmas.some((lemma) => family.has(lemma)));
