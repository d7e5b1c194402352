import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** Frames that tell of harm alone, which accidents do as well as people. */
const HARM = /^assault\.(?:kill|wound|die|leave\.dead|killing|claim\.lives|injury)/;

/**
 * "A helicopter crashed during an exercise, killing four soldiers", "The ferry ran aground; two sailors were killed": harm that an
 * accident does, unless somebody in the sentence shoots, bombs or attacks.
 */
export function dropMishaps(scene: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.dropped || draft.type !== "ASSAULT" || !HARM.test(draft.frame.id)) continue;
    if (draft.actors.some(({ word }) => !isVehicle(scene, word))) continue;
    if (isOfMishap(scene, draft.word) && !scene.surroundings.hold(draft.word, FOUL_PLAY)) draft.dropped = true;
  }
}

const FOUL_PLAY = { relations: ["ctx"], plain: new Set<string>(), classes: ["foulplay"], anything: false };

const isVehicle = ({ classes, nominals }: Scene, word: Word): boolean =>
  classes.has("vehicle", lemmaOf(nominals.core(word))) || classes.has("mishap", lemmaOf(nominals.core(word)));

/** Whether a harm follows from an accident: of the clause over it, beside it, before it, or in its own words. */
function isOfMishap(scene: Scene, harm: Word): boolean {
  const { syntax } = scene;
  const above = syntax.head(harm);
  const rel = relation(harm);
  if (above && /^(?:advcl|acl|conj|parataxis|ccomp|xcomp)$/.test(rel) && isMishap(scene, above)) return true;
  for (const child of syntax.children(harm)) {
    const below = relation(child);
    if (/^(?:advcl|parataxis|conj)$/.test(below) && isMishap(scene, child)) return true;
    if ((below === "obl" || below === "nmod" || below === "nsubj") && scene.classes.has("mishap", lemmaOf(child))) return true;
  }
  // "The ship ran aground; two were killed": a clause of its own behind a semicolon.
  const before = rel === "root" ? clauseBefore(scene, harm) : undefined;
  return before !== undefined && isMishap(scene, before);
}

/** "crashed", "ran aground", "lost control" */
const isMishap = ({ syntax, classes }: Scene, word: Word): boolean =>
  word.upos === "VERB" &&
  (classes.has("mishap", lemmaOf(word)) ||
    syntax.child(word, (c) => c.lower === "aground" || (c.deprel === "obl" && classes.has("mishap", lemmaOf(c)))) !== undefined);

/** The head of the clause before the semicolon that parts this one from it. */
function clauseBefore({ document, syntax }: Scene, verb: Word): Word | undefined {
  const before = document.sentences[verb.sentence - 1];
  if (!before || document.words[before.last - 1]?.text !== ";") return undefined;
  for (let at = document.words[before.first], n = 0; at && n < CLIMB; n++) {
    if (at.deprel === "root") return at;
    at = syntax.head(at);
  }
  return undefined;
}
const CLIMB = 20;
