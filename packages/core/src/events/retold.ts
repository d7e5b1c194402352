import type { PloverType } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import type { Scene } from "./scene.ts";

/** Verbs of these tell what becomes of a happening that their object names. */
const ENDING: ReadonlySet<PloverType> = new Set(["CONCEDE", "RETREAT", "SANCTION"]);
/** What is told by naming it as an object may be told again by none of these: a killing that is stopped is still one. */
const RETOLD: ReadonlySet<PloverType> = new Set(["PROTEST", "COERCE", "RETREAT", "CONCEDE", "SANCTION"]);

/** "a ceasefire signed in Havana": of whom nobody is told to have signed it, nothing happened here. */
export const isUnsigned = ({ type, word, actors, recipients }: Draft): boolean =>
  (type === "SUPPORT" || type === "AGREE") && word.deprel === "acl" && actors.length === 0 && recipients.length === 0;

/**
 * "Teachers ended a strike", "imposed visa restrictions": what somebody does to a happening of his own is told once, by the verb.
 * "Police broke up a march by students" tells two, for the march has doers of its own.
 */
export function dropRetold({ syntax }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    // "called off its offensive": it did not take place.
    const undone = draft.type === "ASSAULT" && draft.standing.polarity === "negated";
    if (draft.dropped || (!RETOLD.has(draft.type) && !undone) || draft.word.upos === "VERB") continue;
    const over = drafts.get(draft.word.head);
    if (!over || over.dropped || !ENDING.has(over.type) || over.word.upos !== "VERB") continue;
    if (syntax.object(over.word)?.word.index !== draft.word.index) continue;
    const own = draft.actors.every(
      ({ word }) => over.actors.some((actor) => actor.word.index === word.index) || word.deprel === "nmod:poss",
    );
    if (!own) continue;
    draft.dropped = true;
    if (over.recipients.length === 0) over.recipients = draft.recipients;
  }
}
