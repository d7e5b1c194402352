import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";

const LOSING = /^(?:suffer|sustain|report|count|take|lose|incur|admit)$/;
const COUNTS = /^(?:dozens|scores|hundreds|thousands|several|many)$/;
/** How far above a number the verb of the loss may stand. */
const CLIMB = 4;

/**
 * "The army sustained 10 wounded in the battle": a bare number says how many, which is the toll's, and not who. Where a side is told
 * to have lost them, it is whom the deed harmed.
 */
export function nameLosers(scene: Scene, draft: Draft): void {
  if (draft.type !== "ASSAULT") return;
  const known = new Set(draft.actors.map(({ word }) => word.index));
  const found: Found[] = [];
  for (const one of draft.recipients) {
    const loser = isBare(scene, one.word) ? loserOf(scene, one.word) : undefined;
    const who = loser && !known.has(loser.word.index) ? loser : one;
    if (!found.some(({ word }) => word.index === who.word.index)) found.push(who);
  }
  draft.recipients = found;
}

/** "30 injured", "25 killed"; not "two of the guards", "12 of them", "one" who is somebody. */
const isBare = ({ syntax }: Scene, word: Word): boolean =>
  (word.upos === "NUM" || COUNTS.test(word.lower)) &&
  syntax.oblique(word, "of").length === 0 &&
  !syntax.has(word, "appos") &&
  !syntax.has(word, "det");

function loserOf({ syntax, kinds }: Scene, number: Word): Found | undefined {
  let at: Word | undefined = syntax.head(number);
  for (let n = 0; at && n < CLIMB; n++, at = syntax.head(at)) {
    if (!LOSING.test(lemmaOf(at)) || at.upos !== "VERB") {
      if (!/^(?:advcl|xcomp|conj|obj|obl)$/.test(relation(at))) return undefined;
      continue;
    }
    const subject = syntax.isPassive(at) ? undefined : syntax.subject(at)?.word;
    // "The agency reported 12 killed": of those who only tell of it nobody was harmed.
    const isSide = subject && (kinds.isA(subject, "@troops") || (kinds.isA(subject, "@armed") && lemmaOf(at) !== "report"));
    return isSide ? { word: subject, implied: true } : undefined;
  }
  return undefined;
}
