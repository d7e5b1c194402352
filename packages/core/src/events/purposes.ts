import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import { isInherent } from "./modality.ts";
import type { Scene } from "./scene.ts";

/** "failed to disperse the mob": what was left undone is told by its own frame, and the failing is no second event. */
export function dropFailures(drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    const { standing, dropped, type } = draft;
    if (dropped) continue;
    for (const word of standing.above) {
      const over = drafts.get(word.index);
      if (!over || over.dropped || !isInherent(over.frame.id)) continue;
      if (standing.polarity === "negated") over.dropped = true;
      // "did nothing to stop the riot": nor is what it was not done for.
      else if (type === over.type && draft.word.head === word.index) draft.dropped = true;
    }
  }
}

/** "demonstrated to demand reforms", "rioted, calling for his removal": what a deed is for is no second event. */
export function dropPurposes(scene: Scene, drafts: Map<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.dropped || draft.word.upos !== "VERB") continue;
    const { word } = draft;
    const { syntax } = scene;
    const above = syntax.head(word);
    const over = above && (drafts.get(above.index) ?? carriedBy(scene, above, drafts));
    const rel = relation(word);
    if (!over || over.dropped || (rel !== "advcl" && rel !== "acl" && rel !== "xcomp") || word.deprel === "acl:relcl") continue;
    const infinitive = syntax.child(word, (c) => c.lower === "to" && c.upos === "PART") !== undefined;
    const demanding =
      over.type === "PROTEST" &&
      !syntax.has(word, "nsubj") &&
      (draft.type === "REQUEST" ||
        draft.type === "ACCUSE" ||
        draft.type === "REJECT" ||
        draft.type === "PROTEST" ||
        draft.type === "SUPPORT");
    if (!infinitive && !demanding) continue;
    // "forced the police to open fire": the force of those who act is told, and what drove them to it is no deed against them.
    const driven = infinitive && draft.type === "ASSAULT" && scene.governors.over(word, syntax)?.government;
    if (driven && driven.subject === "recipient" && !driven.negates) {
      over.dropped = true;
      continue;
    }
    if (infinitive && over.type === "MOBILIZE" && draft.type === "ACCUSE") {
      // "sent a team to investigate": the purpose says what the sending is.
      over.type = draft.type;
      over.mode = draft.mode;
      over.rule += `+${draft.rule}`;
    }
    draft.dropped = true;
    if (over.recipients.length === 0) {
      over.recipients = draft.recipients
        // "marched to demand that the hostages be freed": for them, and not against them.
        .filter(({ word: w }) => !(over.type === "PROTEST" && HELD.test(lemmaOf(w))))
        .filter(({ word: w }) => !over.actors.some((a) => a.word.index === w.index))
        .map(({ word: w }) => ({ word: w, implied: true }));
    }
  }
}

const HELD = /^(?:hostage|prisoner|captive|detainee|abductee)$/;

/** The event told by a light verb's noun: "began a hunger strike to demand". */
function carriedBy({ syntax, governors }: Scene, verb: Word, drafts: ReadonlyMap<number, Draft>): Draft | undefined {
  const object = syntax.object(verb)?.word;
  // "took part in a march to demand": the happening hangs on the verb by a preposition.
  for (const word of [...(object ? [object] : []), ...syntax.children(verb).filter((c) => relation(c) === "obl")]) {
    const draft = drafts.get(word.index);
    if (draft && governors.over(draft.word, syntax)?.word.index === verb.index) return draft;
  }
  return undefined;
}
