import type { Stance, Word } from "../model/index.ts";

/** Words `first` (inclusive) to `last` (exclusive). */
export interface Range {
  first: number;
  last: number;
}

export interface DraftSource extends Range {
  head: Word;
  /** For a relative pronoun, the word that it stands for. */
  antecedent?: Word;
}

/** An attribution in the making, in words. */
export interface Draft {
  cue: Range[];
  /** The word that made it one: a verb, a noun, "according", a colon. */
  trigger: Word;
  sources: DraftSource[];
  content: Range[];
  via: DraftSource[];
  stance: Stance;
  /** The content was read from around a parenthesis; a quotation takes its place. */
  weak: boolean;
  /** The attribution that this one lies within, where the text says so and the spans do not. */
  within?: Draft;
  /** A quotation next to it may be its content. */
  quotes: boolean;
  /** Whose voice it is the text hides: "reportedly", "is believed to". Kept for what happened on nobody's word else. */
  hidden?: boolean;
}

export const isEmpty = ({ first, last }: Range): boolean => first >= last;

/** Whether `outer` holds all of `inner`. */
export const holds = (outer: Range, inner: Range): boolean => outer.first <= inner.first && inner.last <= outer.last;

export const meets = (a: Range, b: Range): boolean => a.first < b.last && b.first < a.last;

/** Takes `hole` out of a range: none, one or two ranges are left. */
export function without(range: Range, hole: Range): Range[] {
  if (!meets(range, hole)) return [range];
  return [
    { first: range.first, last: hole.first },
    { first: hole.last, last: range.last },
  ].filter((part) => !isEmpty(part));
}

/** Punctuation at the edges of a range is no part of it; quotation marks are, when they belong to what they enclose. */
export function trim(words: readonly Word[], { first, last }: Range): Range {
  const loose = (i: number) => {
    const word = words[i] as Word;
    return word.upos === "PUNCT" && !/^["'`“”‘’«»()[\]]/.test(word.text);
  };
  while (first < last && loose(first)) first++;
  while (last > first && loose(last - 1) && !isQuoteEnd(words, last)) last--;
  return { first, last };
}

/** A full stop or comma right before a closing quotation mark stays with it. */
function isQuoteEnd(words: readonly Word[], last: number): boolean {
  const next = words[last];
  return next !== undefined && next.start === words[last - 1]?.end && /^["”»]/.test(next.text);
}

/** Ranges in order; those that meet or touch become one. */
export function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].filter((part) => !isEmpty(part)).sort((a, b) => a.first - b.first || b.last - a.last)) {
    const before = merged[merged.length - 1];
    if (before && range.first <= before.last) before.last = Math.max(before.last, range.last);
    else merged.push({ ...range });
  }
  return merged;
}
