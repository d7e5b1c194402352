import type { Document, Event, Word } from "../model/index.ts";
import { ancestors, childrenOf } from "../shared/tree.ts";
import { headOf } from "../shared/words.ts";
import type { Outcome } from "./cues.ts";

/** The event that a casualty word belongs to: its own trigger, else the nearest violent event of its clause or sentence. */
export function createEventLinker(
  document: Document,
  events: readonly Event[],
): (cue: Word, outcome: Outcome) => Event | undefined {
  const bySentence = new Map<number, { event: Event; head: Word }[]>();
  for (const event of events) {
    const head = headOf(document, event.trigger);
    if (!head || !VIOLENT.has(event.type)) continue;
    const list = bySentence.get(head.sentence);
    if (list) list.push({ event, head });
    else bySentence.set(head.sentence, [{ event, head }]);
  }
  return (cue, outcome) => {
    const near = around(bySentence.get(cue.sentence) ?? [], cue.index);
    if (near.length === 0) return undefined;
    const own = near.find(({ event }) => event.trigger.start < cue.end && cue.start < event.trigger.end);
    if (own) return own.event;
    // "rebels who had come to attack; all four were killed": a death that is told does not hang on what was only meant.
    const real = near.filter(({ event }) => fits(event, outcome) && event.modality === "actual");
    const fitting = real.length > 0 || isTold(document, cue) ? real : near.filter(({ event }) => fits(event, outcome));
    if (fitting.length === 0) return undefined;
    // Up the tree first: "killed in the strike", "the blast killed five".
    const above = ancestors(document, cue).slice(0, 8);
    let best: { event: Event; head: Word } | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const one of fitting) {
      const up = above.findIndex(({ index }) => index === one.head.index);
      // "set fire to the office after a marcher died": what went before did not come of it.
      if (
        up >= 0 &&
        above
          .slice(0, up)
          .concat(cue)
          .some((word) => isBefore(document, word))
      )
        continue;
      const down = ancestors(document, one.head)
        .slice(0, 4)
        .findIndex(({ index }) => index === cue.index);
      // What a clause hangs on is nearer than what hangs on it: "attacked a train, killed eight and took dozens captive".
      const tree = up >= 0 ? up : down >= 0 ? down + 0.5 : 20;
      const distance = tree * 10 + Math.abs(one.head.index - cue.index) / 100;
      if (distance < least) {
        least = distance;
        best = one;
      }
    }
    return best?.event;
  };
}

/** "after a marcher died": a clause that goes before what it hangs on. */
const isBefore = (document: Document, word: Word): boolean =>
  word.deprel === "advcl" && childrenOf(document, word, "mark").some(({ lower }) => lower === "after" || lower === "since");

const MODALS: ReadonlySet<string> = new Set("would could may might can should must will if unless to".split(" "));

/** Whether a casualty word stands as fact: no modal, infinitive or condition in its own clause. */
function isTold(document: Document, cue: Word): boolean {
  if (cue.upos !== "VERB") return false;
  return !childrenOf(document, cue, "aux", "mark").some(({ lower }) => MODALS.has(lower));
}

/** How many events of one sentence are weighed. */
const NEAR = 24;

/** The events nearest to a word; a sentence without end has no more than others. */
function around(list: readonly { event: Event; head: Word }[], index: number): readonly { event: Event; head: Word }[] {
  if (list.length <= NEAR) return list;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { head: Word }).head.index < index) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - NEAR / 2), low + NEAR / 2);
}

const VIOLENT: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE"]);

function fits(event: Event, outcome: Outcome): boolean {
  if (outcome === "abducted") return event.mode === "abduct" || event.type === "ASSAULT";
  if (outcome === "captured") return event.type === "COERCE" || event.type === "ASSAULT";
  return event.type === "ASSAULT" || event.type === "PROTEST" || (event.type === "COERCE" && outcome === "injured");
}
