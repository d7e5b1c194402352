import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { firedOf, heldBy, loadOf, ownersOf } from "./carried.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";
import type { Weapon, Weapons } from "./weapons.ts";

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
  const see = (found: Found, place: "actor" | "oblique" | "modifier" | "used") => {
    const weapon = weapons.of(scene, found.word);
    if (!weapon) return;
    consider(weapon);
    // "helicopters were used in the attack": what else may act is then what it was done with.
    const used = place === "used" && weapon.role === "carrier";
    if (used || (weapon.role === "thing" && place !== "actor")) draft.instruments.push(found);
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
          // "shot in the air and beat students": nothing that flies, whatever the words behind it were taken for.
          if (preposition === "in" && isAir(scene, child)) continue;
          // "fired from a rifle": what shots come from is what was used; what men are in is not.
          const source = preposition === "from" && weapons.of(scene, child)?.mode === "firearms";
          seeAll(child, preposition === "in" || (preposition === "from" && !source) ? "actor" : "oblique");
          // "in an attack with mortars"
          if (preposition === "in")
            for (const inner of syntax.oblique(child, "with", "by", "using")) see({ word: inner, implied: false }, "oblique");
        }
      } else if ((rel === "advcl" || rel === "acl" || rel === "xcomp") && lemmaOf(child) === "use") {
        const object = syntax.child(child, (c) => c.deprel === "obj");
        if (object) for (const one of syntax.conjuncts(object)) see({ word: one, implied: false }, "used");
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
  // "shot down a helicopter" says nothing of what with.
  const own = draft.frame.id === "assault.shootdown" ? undefined : weapons.word(draft.word);
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
    const entity = scene.nominals.entity(actor.word);
    if (weapon?.role === "thing") draft.instruments.push(actor);
    // "Israeli tanks shelled a school": what a force mans acts for it.
    if (weapon?.role === "thing" && entity?.kind === "military" && TANK.test(lemmaOf(actor.word))) actors.push(actor);
    else if (weapon?.role === "thing") continue;
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
    if (object) for (const one of syntax.conjuncts(object.word)) see({ word: one, implied: true }, "used");
  }
  if (draft.type === "ASSAULT")
    for (const actor of draft.actors) for (const arms of heldBy(scene, actor.word)) see({ word: arms, implied: true }, "oblique");
  const recipients: Found[] = [];
  for (const recipient of draft.recipients) {
    const weapon = weapons.of(scene, recipient.word);
    // "A taxi packed with explosives blew up": the taxi is the bomb.
    const laden =
      recipient.word.index < draft.word.index &&
      draft.actors.length === 0 &&
      !syntax.isPassive(draft.word) &&
      scene.classes.has("vehicle", lemmaOf(recipient.word)) &&
      loadOf(scene, recipient.word).some((load) => weapons.of(scene, load)?.role === "thing");
    if (laden) draft.instruments.push(recipient);
    // "killing 22 soldiers and destroying three tanks": what is destroyed is nothing to do it with.
    else if (weapon?.role === "thing" && HARM.test(draft.frame.id) && isWrecked(scene, recipient.word))
      recipients.push(recipient);
    else if (weapon && weapon.role === "thing" && (HURLED.test(draft.frame.id) || HARM.test(draft.frame.id))) {
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

const isAir = ({ syntax }: Scene, noun: Word): boolean => {
  const mark = syntax.child(noun, (c) => c.deprel === "case" && c.lower === "in");
  return mark !== undefined && [1, 2].some((step) => syntax.at(mark.index + step, mark)?.lower === "air");
};

const isWrecked = ({ syntax }: Scene, word: Word): boolean => {
  const verb = syntax.head(word);
  return verb !== undefined && /^(?:destroy|damage|burn|torch|seize|capture|lose|wreck|sink)$/.test(lemmaOf(verb));
};

const TANK = /^(?:tank|gunboat|artillery|battery)$/;
const CARRIED = new Set(["carry", "carry_out", "launch", "stage", "mount", "perpetrate", "commit", "conduct", "execute"]);
const ALIVE = new Set(["person", "civilians", "protesters", "population", "unknown"]);

const USING = new Set(["use", "employ", "utilize", "utilise", "wield"]);
const DURING = new Set(["in", "during", "for"]);

/** Frames whose object is the weapon. */
const HURLED =
  /^assault\.(?:fire|detonate|explode|strike\.weapon|teargas|rubber|throwstones|bomb\.drop|use\.|ram|spray|leave\.|hit\.mine)/;

/** Frames whose object is alive: "the rocket" among the injured is a parse gone wrong. */
const HARM = /^assault\.(?:kill|wound|die|shoot\.dead)$/;

/** How sure a frame's own mode is against a weapon's rank: "shot" with "rifles" is firearms, "bombed" by "jets" aerial. */
const rankOfMode = (mode: string): number =>
  ({ targeted: 2, destroy: 4, firearms: 4, explosives: 4, primitive: 4, "heavy-weapons": 5, aerial: 6, "crowd-control": 7 })[
    mode
  ] ?? 9;
