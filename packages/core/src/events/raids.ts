import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

const RAID = /^(?:raid|operation|sweep|crackdown|swoop)$/;

/** "Police detained 52 people in dawn raids": the raid is how they were arrested, and no assault beside it. */
export function dropRaids({ syntax, kinds }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    const { word, type, actors, recipients } = draft;
    if (type !== "ASSAULT" || draft.dropped || word.upos !== "NOUN" || !RAID.test(lemmaOf(word))) continue;
    if (!/^(?:obl|nmod)$/.test(relation(word)) || !/^(?:in|during)$/.test(syntax.preposition(word))) continue;
    const over = drafts.get(word.head);
    if (over?.type !== "COERCE" || over.dropped || over.mode !== "arrest") continue;
    const isOwn = actors.every((actor) => over.actors.some((one) => one.word.index === actor.word.index));
    if (!isOwn || recipients.length > 0) continue;
    const held =
      over.actors.some((actor) => kinds.isA(actor.word, "@policeforce")) || /^(?:arrest|detain)$/.test(lemmaOf(over.word));
    if (held) draft.dropped = true;
    else draft.actors = over.actors.map(({ word: actor }) => ({ word: actor, implied: true }));
  }
}
