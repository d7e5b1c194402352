import type { Document, Word } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { includedSorts } from "./parts.ts";
import { sortsOf } from "./sorts.ts";

/** How many counts back are looked at: cost stays linear. */
export const WINDOW = 60;

/** "the two insurgents", "all three": counts told before are not told again. */
export function isRepeat(document: Document, draft: Draft, before: readonly Draft[]): boolean {
  const { head, outcome, quantity } = draft;
  if (!head) return false;
  const alike = before.filter((other) => other.outcome === outcome && other.head !== head && (other.real || !draft.real));
  const opener = document.words[phraseStart(document, head)]?.lower ?? "";
  const first = document.words[head.index - 1]?.lower === "all" ? "all" : opener;
  const sums = new Map<number, number>();
  for (const { cue, quantity: other } of alike) sums.set(cue.sentence, (sums.get(cue.sentence) ?? 0) + other.best);
  const told = [...sums.values()];
  if (first === "all") return quantity.exact && told.includes(quantity.best);
  if (/^(?:the|these|those|both|that|this)$/.test(first)) {
    return (
      alike.some((other) => other.quantity.best >= quantity.best) || told.some((sum) => sum >= quantity.best && quantity.best > 1)
    );
  }
  // "two militants, including the commander", after "a commander and another militant".
  return (
    quantity.best > 1 && told.includes(quantity.best) && includedSorts(document, head).length > 0 && !sums.has(draft.cue.sentence)
  );
}

/**
 * "the commander and two of his associates", after "three insurgents, including the commander" or "several insurgents":
 * the whole told in parts. Takes those of the parts who were told alone after the whole out of `kept`.
 */
export function isDetail(document: Document, draft: Draft, kept: Draft[], repeated: readonly Draft[]): boolean {
  const beside = repeated.filter((other) => other.cue === draft.cue && other.outcome === draft.outcome);
  if (beside.length === 0 || draft.quantity.best < 1) return false;
  const sum = beside.reduce((total, other) => total + other.quantity.best, draft.quantity.best);
  const whole = kept
    .slice(-WINDOW)
    .find(
      ({ outcome, quantity, cue }) =>
        outcome === draft.outcome &&
        cue.sentence < draft.cue.sentence &&
        quantity.best > 1 &&
        (quantity.best === sum || (!quantity.exact && (quantity.low >= sum || quantity.high === null))),
    );
  if (!whole) return false;
  // Whoever is among the parts was among the whole: told alone between them, he is not one more.
  const sorts = new Set(beside.flatMap(({ head }) => (head ? sortsOf(document, head) : [])));
  for (const one of kept.slice(kept.indexOf(whole) + 1)) {
    if (one.outcome !== draft.outcome || one.quantity.best !== 1 || !one.head) continue;
    if (sortsOf(document, one.head).some((sort) => sorts.has(sort))) kept.splice(kept.indexOf(one), 1);
  }
  return true;
}

/** The first word of a noun phrase, its preposition apart. */
function phraseStart(document: Document, head: Word): number {
  let first = head.index;
  for (const index of head.children) {
    const deprel = document.words[index]?.deprel;
    if (index < first && deprel !== "cc" && deprel !== "case" && deprel !== "punct") first = index;
  }
  return first;
}
