import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

const CARRYING = new Set(["carry", "transport", "ferry", "take", "bring", "house", "shelter", "escort"]);
const PACKED = new Set(["pack", "fill", "crowd", "cram", "load"]);
const INSIDE = new Set(["travel", "ride", "drive", "fly", "sit", "sleep", "live", "stay", "hide", "shelter", "gather"]);

/**
 * "a bus carrying 20 workers was ambushed", "the car in which the judge was riding": what is done to a vehicle or a building is done
 * to those who are told to be inside.
 */
export function takeAboard(scene: Scene, draft: Draft): void {
  if (draft.type !== "ASSAULT") return;
  const known = new Set([...draft.recipients, ...draft.actors, { word: draft.word }].map(({ word }) => word.index));
  const entities = new Set(draft.recipients.map(({ word }) => scene.nominals.entity(word)?.id));
  for (const { word } of [...draft.recipients])
    for (const one of insideOf(scene, word)) {
      if (known.has(one.index) || !scene.kinds.isA(one, "@human")) continue;
      known.add(one.index);
      // "She was wounded when shots were fired at the car in which she was travelling": told already.
      const entity = scene.nominals.entity(one)?.id;
      if (entity !== undefined && entities.has(entity)) continue;
      draft.recipients.push({ word: one, implied: true });
    }
}

function insideOf({ syntax, kinds, classes }: Scene, thing: Word): Word[] {
  const vehicle = classes.has("transport", lemmaOf(thing));
  if (!vehicle && !kinds.isA(thing, "@structure")) return [];
  const found: Word[] = [];
  // "a bus full of pilgrims", wherever the tree hangs them.
  const full = syntax.at(thing.index + 1, thing);
  const of =
    full?.lower === "full" && syntax.at(full.index + 1, thing)?.lower === "of" ? syntax.at(full.index + 1, thing) : undefined;
  const filling = of && syntax.head(of);
  if (filling) found.push(...syntax.conjuncts(filling));
  for (const c of syntax.children(thing)) {
    if (c.index < thing.index) continue;
    if (c.deprel === "acl" && c.xpos === "VBG" && CARRYING.has(lemmaOf(c))) {
      const object = syntax.object(c)?.word;
      if (object) found.push(...syntax.conjuncts(object));
    } else if (c.deprel === "acl" && PACKED.has(lemmaOf(c)))
      found.push(...syntax.oblique(c, "with", "of").flatMap((one) => syntax.conjuncts(one)));
    else if (c.deprel === "acl:relcl" && INSIDE.has(lemmaOf(c)) && isWhere(syntax.children(c))) {
      const rider = syntax.child(c, (w) => relation(w) === "nsubj");
      if (rider) found.push(...syntax.conjuncts(rider));
    } else if (vehicle && c.deprel === "nmod" && syntax.preposition(c) === "with") found.push(...syntax.conjuncts(c));
  }
  return found;
}

/** "in which", "where" */
const isWhere = (words: readonly Word[]): boolean => words.some(({ lower }) => lower === "which" || lower === "where");
