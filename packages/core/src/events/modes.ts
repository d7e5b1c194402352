import type { Knowledge, Word } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { tiedAt } from "./hyphens.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";

interface Weapon {
  mode: string;
  /** "thing": an instrument; "carrier": aircraft and ships, which count as who acts; "manner": neither. */
  role: string;
  /** Of two weapons in one clause, the one that names the mode. */
  rank: number;
}

/** Weapons and what they say of the mode of an assault: `events/weapons`. */
export class Weapons {
  private readonly table = new Map<string, Weapon>();

  constructor(knowledge: Knowledge) {
    for (const { words, mode, role, rank } of rowsOf(knowledge, "events/weapons", ["words", "mode", "role", "rank"]))
      for (const word of listOf(words)) this.table.set(word, { mode, role, rank: Number(rank) });
  }

  /** A weapon by its noun, else by what modifies it: "car bomb", "suicide car bomber". */
  of(scene: Scene, noun: Word): Weapon | undefined {
    const core = scene.nominals.core(noun);
    const tied = tiedAt(scene.document, core)?.lemma;
    let best = (tied && this.table.get(tied)) || (this.table.get(lemmaOf(core)) ?? this.table.get(core.lower));
    const own = best;
    for (const child of scene.syntax.children(core)) {
      if (child.deprel !== "compound" && child.deprel !== "amod") continue;
      // "water cannon", "stun grenade": two words that are one weapon.
      const both = this.table.get(`${lemmaOf(child)}-${lemmaOf(core)}`);
      if (both) return both;
      const inner = this.table.get(lemmaOf(child)) ?? this.table.get(child.lower);
      if (inner && (!best || inner.rank > best.rank)) best = inner;
    }
    // "dynamite sticks" are a weapon, a gas station is none.
    const held = best?.role === "thing" && scene.classes.has("holder", lemmaOf(core));
    return best && { ...best, role: own ? own.role : held ? best.role : "manner" };
  }

  word(word: Word): Weapon | undefined {
    return this.table.get(lemmaOf(word)) ?? this.table.get(word.lower);
  }
}

/** Modes that a weapon may refine; the others ("abduct", "sexual") say what was done and stay. */
const OPEN = new Set<string | undefined>([
  undefined,
  "explosives",
  "firearms",
  "aerial",
  "heavy-weapons",
  "destroy",
  "targeted",
  "primitive",
]);

/** Reads instruments and the mode of an assault from the weapons in its clause. */
export function arm(scene: Scene, draft: Draft, weapons: Weapons): void {
  if (draft.type !== "ASSAULT" && draft.type !== "THREATEN") return;
  const { syntax } = scene;
  let best: Weapon | undefined;
  const consider = (weapon: Weapon | undefined) => {
    if (weapon && weapon.mode !== "" && (!best || weapon.rank > best.rank)) best = weapon;
  };
  const see = (found: Found, place: "actor" | "oblique" | "modifier") => {
    const weapon = weapons.of(scene, found.word);
    if (!weapon) return;
    consider(weapon);
    if (weapon.role === "thing" && place !== "actor") draft.instruments.push(found);
  };
  const seeAll = (noun: Word, place: "actor" | "oblique") => {
    // "with rifles and grenades"
    for (const one of [noun, ...syntax.children(noun).filter((c) => c.deprel === "conj")])
      see({ word: one, implied: false }, place);
    for (const fired of firedOf(scene, noun)) see({ word: fired, implied: false }, "modifier");
  };
  const about = (word: Word) => {
    for (const child of syntax.children(word)) {
      const rel = relation(child);
      if (
        child.deprel === "compound" ||
        child.deprel === "amod" ||
        (child.deprel === "nmod" && syntax.preposition(child) === "")
      ) {
        // "mortar and rifle fire"
        if (word.upos === "NOUN" || word.upos === "PROPN")
          for (const one of [child, ...syntax.children(child).filter((c) => c.deprel === "conj")])
            see({ word: one, implied: false }, "modifier");
      } else if (rel === "obl" || rel === "nmod") {
        const preposition = syntax.preposition(child);
        if (
          preposition === "with" ||
          preposition === "by" ||
          preposition === "using" ||
          preposition === "in" ||
          preposition === "from" ||
          preposition === "through" ||
          preposition === "via"
        ) {
          // "fired from a rifle": what shots come from is what was used; what men are in is not.
          const source = preposition === "from" && weapons.of(scene, child)?.mode === "firearms";
          seeAll(child, preposition === "in" || (preposition === "from" && !source) ? "actor" : "oblique");
          // "in an attack with mortars"
          if (preposition === "in")
            for (const inner of syntax.oblique(child, "with", "by", "using")) see({ word: inner, implied: false }, "oblique");
        }
      } else if ((rel === "advcl" || rel === "acl" || rel === "xcomp") && lemmaOf(child) === "use") {
        const object = syntax.child(child, (c) => c.deprel === "obj");
        if (object) for (const one of syntax.conjuncts(object)) see({ word: one, implied: false }, "oblique");
      } else if (rel === "acl" && word.upos === "NOUN" && CARRIED.has(lemmaOf(child))) {
        // "the attack, carried out with grenades"
        for (const noun of syntax.oblique(child, "with", "using")) seeAll(noun, "oblique");
      }
    }
  };
  about(draft.word);
  // "attacked the post with mortar fire": read as what the post has.
  const struck = draft.type === "ASSAULT" && draft.word.upos === "VERB" ? syntax.object(draft.word)?.word : undefined;
  const kind = struck && scene.nominals.entity(struck)?.kind;
  if (struck && !ALIVE.has(kind ?? "")) for (const noun of syntax.oblique(struck, "with")) seeAll(noun, "oblique");
  // "used dynamite to blow up the bridge"
  const using = syntax.head(draft.word);
  if (
    using &&
    /^(?:advcl|xcomp)/.test(draft.word.deprel) &&
    draft.word.xpos === "VB" &&
    USING.has(lemmaOf(using)) &&
    using.upos === "VERB"
  ) {
    const used = syntax.object(using);
    if (used) for (const one of syntax.conjuncts(used.word)) see({ word: one, implied: true }, "oblique");
  }
  // "the explosion of a bomb"
  if (draft.frame.id === "assault.blast")
    for (const noun of syntax.oblique(draft.word, "of")) see({ word: noun, implied: false }, "oblique");
  // "the attack was carried out with grenades"
  const governed = scene.governors.over(draft.word, syntax) ?? scene.doers.carrying(draft.word);
  if (governed?.government.subject === "actor" && governed.by === "noun")
    for (const noun of syntax.oblique(governed.word, "with", "using"))
      for (const one of syntax.conjuncts(noun)) see({ word: one, implied: true }, "oblique");
  for (const word of draft.merged) {
    about(word);
    consider(weapons.word(word));
  }
  const own = weapons.word(draft.word);
  if (own) {
    consider(own);
    if (own.role === "thing" && (draft.word.upos === "NOUN" || draft.word.upos === "PROPN"))
      draft.instruments.push({ word: draft.word, implied: false });
  }
  // A weapon in the place of the actor: bombs are instruments, aircraft act.
  const actors: Found[] = [];
  for (const actor of draft.actors) {
    const weapon = weapons.of(scene, actor.word);
    if (weapon) consider(weapon);
    // "drone attacks": the noun's modifier says with what and not who.
    if (weapon && actor.word.head === draft.word.index && actor.word.deprel === "compound") continue;
    if (weapon?.role === "thing") draft.instruments.push(actor);
    else if (weapon?.role !== "manner" || scene.nominals.entity(actor.word)) actors.push(actor);
  }
  draft.actors = actors;
  // "fired mortars at the town", "a bomb exploded", "the bomb shattered windows": the object or the subject is a weapon.
  const hurled = HURLED.test(draft.frame.id);
  const subject = hurled || draft.type === "ASSAULT" ? syntax.subject(draft.word) : undefined;
  for (const found of [hurled ? syntax.object(draft.word) : undefined, subject]) {
    if (!found || (!hurled && draft.word.upos !== "VERB")) continue;
    for (const word of syntax.conjuncts(found.word)) {
      const loads = loadOf(scene, word).filter((load) => weapons.of(scene, load)?.role === "thing");
      for (const load of loads) see({ word: load, implied: true }, "oblique");
      // "a car loaded with dynamite exploded": the car is a bomb.
      if (loads.length > 0 && scene.classes.has("vehicle", lemmaOf(word)))
        draft.instruments.push({ word, implied: found.implied });
      const weapon = weapons.of(scene, word);
      if (hurled || weapon?.role !== "carrier") consider(weapon);
      if (weapon?.role !== "thing") continue;
      draft.instruments.push({ word, implied: found.implied });
    }
  }
  // "In the raid the men used rifles": what was used in a happening.
  const above = syntax.head(draft.word);
  const user = above && relation(draft.word) === "nmod" && relation(above) === "obj" ? syntax.head(above) : above;
  if (user && USING.has(lemmaOf(user)) && /^(?:obl|nmod)/.test(draft.word.deprel) && DURING.has(syntax.preposition(draft.word))) {
    const object = syntax.object(user);
    if (object) for (const one of syntax.conjuncts(object.word)) see({ word: one, implied: true }, "oblique");
  }
  const recipients: Found[] = [];
  for (const recipient of draft.recipients) {
    const weapon = weapons.of(scene, recipient.word);
    if (weapon && weapon.role === "thing" && (HURLED.test(draft.frame.id) || HARM.test(draft.frame.id))) {
      consider(weapon);
      draft.instruments.push(recipient);
    } else recipients.push(recipient);
  }
  draft.recipients = recipients;
  const seen = new Set<number>();
  draft.instruments = draft.instruments.filter(({ word }) => !seen.has(word.index) && seen.add(word.index) !== undefined);
  if (draft.actors.length === 0 && draft.type === "ASSAULT") draft.actors = ownersOf(scene, draft);
  // States and their armies bomb from the air, others do so with bombs that they place.
  if (
    draft.type === "ASSAULT" &&
    draft.mode === "explosives" &&
    draft.instruments.length === 0 &&
    /^bomb(?:ings?|ed|s|ing)?$/.test(draft.word.lower)
  ) {
    const kinds = draft.actors.map(({ word }) => scene.nominals.entity(word)?.kind ?? scene.nominals.modifierEntity(word)?.kind);
    if (kinds.some((kind) => kind === "state" || kind === "military" || kind === "government")) draft.mode = "aerial";
  }
  if (
    draft.type === "ASSAULT" &&
    best &&
    OPEN.has(draft.mode) &&
    (draft.mode === undefined || draft.mode === "" || (best as Weapon).rank > rankOfMode(draft.mode))
  )
    draft.mode = (best as Weapon).mode;
}

/** "Russian missiles hit the port": whose weapons they are that did it. */
function ownersOf({ syntax, nominals }: Scene, { instruments, word }: Draft): Found[] {
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
const LAUNCHED = /^(?:missile|rocket|shell|bomb|drone|torpedo|artillery)$/;
const OWNERS = new Set(["state", "military", "armed-group"]);

/** "a car loaded with dynamite", "a truck carrying explosives": what a vehicle is full of. */
function loadOf({ syntax, classes }: Scene, vehicle: Word): Word[] {
  const laden = syntax.child(vehicle, (c) => (relation(c) === "acl" || c.deprel === "amod") && classes.has("laden", lemmaOf(c)));
  // "a bomb of 20 kilos of dynamite", "made of gunpowder"
  const made = syntax
    .oblique(vehicle, "of")
    .filter((noun) => classes.has("weaponry", lemmaOf(vehicle)) && noun.index > vehicle.index);
  if (!laden) return made;
  return [...syntax.oblique(laden, "with", "of"), ...syntax.children(laden).filter((c) => c.deprel === "obj")];
}

/** "a burst of machinegun fire", "machinegun bursts", "a volley of rifle shots": what was fired. */
function firedOf(scene: Scene, noun: Word): Word[] {
  const { syntax } = scene;
  if (!FIRE.has(lemmaOf(noun))) return [];
  const before = syntax.children(noun).filter((c) => (c.deprel === "compound" || c.deprel === "amod") && c.index < noun.index);
  const of = syntax.oblique(noun, "of");
  return [...before, ...of.filter((c) => !FIRE.has(lemmaOf(c))), ...of.flatMap((c) => firedOf(scene, c))];
}
const FIRE = new Set(["burst", "volley", "fire", "round", "spray", "hail", "blast", "shot", "salvo"]);

const CARRIED = new Set(["carry", "carry_out", "launch", "stage", "mount", "perpetrate", "commit", "conduct", "execute"]);
const ALIVE = new Set(["person", "civilians", "protesters", "population", "unknown"]);

const USING = new Set(["use", "employ", "utilize", "utilise", "wield"]);
const DURING = new Set(["in", "during", "for"]);

/** Frames whose object is the weapon. */
const HURLED = /^assault\.(?:fire|detonate|explode|strike\.weapon|teargas|rubber|throwstones|bomb\.drop|use\.gas|ram)/;

/** Frames whose object is alive: "the rocket" among the injured is a parse gone wrong. */
const HARM = /^assault\.(?:kill|wound|die|shoot\.dead)$/;

/** How sure a frame's own mode is against a weapon's rank: "shot" with "rifles" is firearms, "bombed" by "jets" aerial. */
const rankOfMode = (mode: string): number =>
  ({ targeted: 2, destroy: 4, firearms: 4, explosives: 4, primitive: 4, "heavy-weapons": 5, aerial: 6, "crowd-control": 7 })[
    mode
  ] ?? 9;
