import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** "freed 15 hostages held by the rebels": that they were held says who they are, and tells of no new kidnapping. */
export function dropHeld(scene: Scene, drafts: ReadonlyMap<number, Draft>): void {
  const { syntax } = scene;
  for (const draft of drafts.values()) {
    if (!/^assault\.(?:held|hostage)\b/.test(draft.rule) || relation(draft.word) !== "acl") continue;
    const held = syntax.head(draft.word);
    if (held && isFreed(scene, held)) draft.dropped = true;
  }
}

/** Whether a clause tells that somebody was let go, got out or was looked for. */
function isFreed({ syntax, classes }: Scene, held: Word): boolean {
  const verb = syntax.head(held);
  if (!verb) return false;
  const role = relation(held);
  if (classes.has("freeing", lemmaOf(verb)))
    return role === "obj" || held.deprel === "nsubj:pass" || syntax.preposition(held) === "of";
  return role === "nsubj" && /^(?:escape|flee|return)$/.test(lemmaOf(verb));
}
