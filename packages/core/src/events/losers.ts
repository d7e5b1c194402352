import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";

const LOSING = /^(?:suffer|sustain|report|count|take|lose|incur|admit)$/;
/** How far above a number the verb of the loss may stand. */
const CLIMB = 4;

/**
 * "The army sustained 10 wounded in the battle": a bare number says how many, which is the toll's, and not who. Where a side is told
 * to have lost them, it is whom the deed harmed.
 */
export function nameLosers(scene: Scene, draft: Draft): void {
  if (draft.type !== "ASSAULT") return;
  const bare = draft.recipients.filter(({ word }) => isBare(scene, word));
  if (bare.length === 0) return;
  const rest = draft.recipients.filter((one) => !bare.includes(one));
  const losers = rest.length > 0 ? [] : bare.flatMap(({ word }) => loserOf(scene, word) ?? []);
  const known = new Set(draft.actors.map(({ word }) => word.index));
  draft.recipients = [...rest, ...losers.slice(0, 1).filter(({ word }) => !known.has(word.index))];
}

/** "30 injured", "25 killed"; not "two of the guards", "12 of them", "one" who is somebody. */
const isBare = ({ syntax, nominals }: Scene, word: Word): boolean =>
  word.upos === "NUM" &&
  !/^(?:one|another)$/.test(word.lower) &&
  syntax.oblique(word, "of").length === 0 &&
  !syntax.has(word, "appos") &&
  (nominals.entity(word)?.mentions.length ?? 1) === 1;

function loserOf({ syntax, kinds }: Scene, number: Word): Found | undefined {
  let at: Word | undefined = syntax.head(number);
  for (let n = 0; at && n < CLIMB; n++, at = syntax.head(at)) {
    if (!LOSING.test(lemmaOf(at)) || at.upos !== "VERB") {
      if (!/^(?:advcl|xcomp|conj|obj|obl)$/.test(relation(at))) return undefined;
      continue;
    }
    const subject = syntax.isPassive(at) ? undefined : syntax.subject(at)?.word;
    // "The agency reported 12 killed": of those who only tell of it nobody was harmed.
    return subject && (kinds.isA(subject, "@troops") || kinds.isA(subject, "@armed"))
      ? { word: subject, implied: true }
      : undefined;
  }
  return undefined;
}
