import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/**
 * "is still holding three aid workers kidnapped in May", "the rebels released a priest who was kidnapped": of an abduction told
 * without its doer, whoever holds those who were taken did it, and so did an armed group that lets them go; soldiers set free.
 */
export function blameCaptors({ syntax, nominals }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.dropped || draft.mode !== "abduct" || draft.actors.length > 0 || relation(draft.word) !== "acl") continue;
    const taken = syntax.head(draft.word);
    const verb = taken && relation(taken) === "obj" ? syntax.head(taken) : undefined;
    const holder = verb && syntax.subject(verb);
    if (!holder || draft.word.index < verb.index) continue;
    const kind = nominals.entity(holder.word)?.kind;
    if (isHolding(verb) ? kind === undefined || kind === "police" : kind !== "armed-group" || !/^release$/.test(lemmaOf(verb)))
      continue;
    draft.actors = [{ word: holder.word, implied: true }];
  }
}

const isHolding = (verb: Word): boolean => /^(?:hold|keep|detain)$/.test(lemmaOf(verb));
