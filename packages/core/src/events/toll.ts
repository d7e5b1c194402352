import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import type { Scene } from "./scene.ts";

/**
 * "Students clashed with police, leaving one student dead": what came of a protest was done by somebody, but it is not said by
 * whom; those who protest are not told to have done it.
 */
export function spareProtesters({ syntax }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    const { word, type, frame } = draft;
    if (type !== "ASSAULT" || draft.dropped || word.xpos !== "VBG" || relation(word) !== "advcl") continue;
    if (!/^assault\.(?:leave\.dead|kill|wound|claim)/.test(frame.id)) continue;
    const over = drafts.get(word.head);
    if (over?.type !== "PROTEST" || over.dropped || syntax.has(word, "nsubj")) continue;
    const protesting = new Set(over.actors.map((actor) => actor.word.index));
    draft.actors = [];
    // "and 20 injured": nor are all of them hurt.
    for (const part of drafts.values())
      if (part === draft || part.word.head === word.index)
        part.recipients = part.recipients.filter((one) => !protesting.has(one.word.index));
  }
}
