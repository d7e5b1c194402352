import type { Span, Word } from "../model/index.ts";
import type { Draft } from "./draft.ts";

/** How far the word that tells the outcome may stand from the count, in words. */
const BESIDE = 8;

/**
 * The words that a toll was read from: the count and, where it stands near and no other toll is between, the word that
 * says what befell them ("killing four people").
 */
export function evidenceOf({ start, end, cue, head }: Draft, before: Draft | undefined, after: Draft | undefined): Span {
  const far = head !== undefined && (head.sentence !== cue.sentence || Math.abs(head.index - cue.index) > BESIDE);
  const left = cue.start < start && cue.start >= (before?.end ?? 0);
  const right = cue.end > end && cue.end <= (after?.start ?? Number.POSITIVE_INFINITY);
  return far ? { start, end } : { start: left ? cue.start : start, end: right ? cue.end : end };
}

/** "no casualties", "350 deaths": a count of what happened, which names nobody. */
export const isTally = (word: Word): boolean => /^(?:casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|injur(?:y|ies))$/.test(word.lower);
