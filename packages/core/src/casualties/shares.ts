import type { Document, Event, Word } from "../model/index.ts";
import { headOf, sentenceOf } from "../shared/words.ts";
import type { Cue, Outcome } from "./cues.ts";
import type { Quantities, Quantity } from "./quantity.ts";

/** A part of a toll with a deed of its own: "100 in police firing" of "668 were killed in the riots, including 100 in police firing". */
export interface Share {
  outcome: Outcome;
  quantity: Quantity;
  head: Word;
  event: Event;
}

/** How far behind the word of the outcome a share may stand, and its deed behind its preposition, in words. */
const [REACH, NEAR] = [40, 4];
const OPENING = new Set(["including", "and", "while", "of"]);
const BY = new Set(["in", "by", "during", "to"]);
const TOLD: ReadonlySet<Outcome> = new Set(["killed", "injured"]);

/**
 * The shares of a toll that share its verb: "one man was killed in stone-pelting and another in police firing". `taken` are the
 * counts that were read with a verb of their own.
 */
export function sharesOf(
  document: Document,
  told: readonly Cue[],
  events: readonly Event[],
  quantities: Quantities,
  taken: ReadonlySet<Word>,
): Share[] {
  const deeds = new Map<number, Event>();
  for (const event of events) {
    const head = event.type === "ASSAULT" ? headOf(document, event.trigger) : undefined;
    if (head) deeds.set(head.index, event);
  }
  const found: Share[] = [];
  for (const [i, { word: cue, outcome }] of told.entries()) {
    // "lost 40 men and six tanks in the battle"
    if (!TOLD.has(outcome) || cue.upos !== "VERB" || cue.lemma === "lose") continue;
    const next = told[i + 1]?.word.index ?? Number.POSITIVE_INFINITY;
    const end = Math.min(sentenceOf(document, cue).last, next, cue.index + REACH);
    for (let at = cue.index + 2; at < end; at++) {
      const head = document.words[at] as Word;
      if ((head.upos !== "NUM" && head.lower !== "another") || taken.has(head) || !opens(document, at)) continue;
      const event = deeds.get(deedBehind(document, at, end, deeds));
      const quantity =
        head.upos === "NUM"
          ? quantities.within(document, at - 2, at + 1)
          : { low: 1, best: 1, high: 1, exact: true, first: at, last: at + 1 };
      if (event && quantity) found.push({ outcome, quantity, head, event });
    }
  }
  return found;
}

/** "and another", "including at least 100". */
const opens = ({ words }: Document, at: number): boolean => [1, 2, 3].some((back) => OPENING.has(words[at - back]?.lower ?? ""));

/** Index of the deed in "100 of them in police firing"; -1 for none. */
function deedBehind({ words }: Document, at: number, end: number, deeds: ReadonlyMap<number, unknown>): number {
  let to = at + 1;
  if (words[to]?.lower === "of") to += 2;
  else if (words[to]?.upos === "NOUN" && !BY.has(words[to]?.lower ?? "")) to++;
  if (to >= end || !BY.has(words[to]?.lower ?? "")) return -1;
  for (let k = to + 1; k <= to + NEAR && k < end; k++) if (deeds.has(k)) return k;
  return -1;
}
