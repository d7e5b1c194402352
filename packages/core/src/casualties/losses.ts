import type { Casualty, Document, Entity, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";

const LOSING = /^(?:lose|suffer|sustain|take|incur|report)$/;
/** How far above the word that tells the outcome the verb of the loss may stand. */
const CLIMB = 3;

/** "The army lost 12 men", "sustained 10 wounded": what an army or armed group loses are combatants of its own, whatever they are called. */
export function lostBy(
  document: Document,
  cue: Word,
  kindAt: (word: Word) => Entity["kind"] | undefined,
): Casualty["group"] | undefined {
  let at: Word | undefined = cue;
  for (let n = 0; at && n < CLIMB; n++) {
    if (LOSING.test(at.lemma.toLowerCase()) && at.upos === "VERB") {
      // "killed 14 rebels and lost two men": the subject of the first.
      const own = childrenOf(document, at, "nsubj");
      const first = own.length === 0 && at.deprel === "conj" ? document.words[at.head] : undefined;
      const kinds = (first ? childrenOf(document, first, "nsubj") : own).map(kindAt);
      return kinds.some((kind) => kind === "military" || kind === "armed-group")
        ? "combatant"
        : kinds.includes("police")
          ? "official"
          : undefined;
    }
    at = document.words[at.head];
  }
  return undefined;
}
