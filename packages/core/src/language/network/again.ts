import type { Word } from "../../model/index.ts";
import type { Segment } from "./batch.ts";

/** Reads tags and trees of segments of words anew. */
export type Read = (words: Word[], segments: Segment[]) => unknown;

/** Some words of a sentence, in their order, as they are to be read for themselves. */
export interface Part {
  /** Where each stands in the whole. */
  places: number[];
  /** Whether the last is a mark that ends a sentence, or a comma to be read as one. */
  ends: boolean;
}

/** Every part as a sentence of its own: copies of its words, whose heads are places in the whole (-1 the head of the part). */
export function readAgain(words: readonly Word[], parts: readonly Part[], read: Read): Word[][] {
  const copies: Word[] = [];
  const segments = parts.map(({ places, ends }) => {
    const first = copies.length;
    for (const place of places) copies.push({ ...(words[place] as Word), index: copies.length });
    if (ends) Object.assign(copies[copies.length - 1] as Word, { text: ".", lower: "." });
    return { first, last: copies.length };
  });
  if (parts.length > 0) read(copies, segments);
  return parts.map(({ places }, k) => {
    const { first, last } = segments[k] as Segment;
    const own = copies.slice(first, last);
    for (const [i, word] of own.entries()) {
      word.index = places[i] as number;
      if (word.head >= 0) word.head = places[word.head - first] as number;
    }
    return own;
  });
}

/** A verb, or what "is" something, with a subject of its own, at the head of what was read again. */
export function clauseOf(own: readonly Word[]): { root: Word; subject: Word } | undefined {
  const root = own.find(({ head }) => head < 0);
  if (!root) return undefined;
  const below = own.filter(({ head }) => head === root.index);
  const subject = below.find(({ deprel }) => /^(?:nsubj|csubj|expl)/.test(deprel));
  return subject && (root.upos === "VERB" || below.some(({ deprel }) => deprel === "cop")) ? { root, subject } : undefined;
}

/** Puts tags and heads of what was read again in the place of the first reading's. */
export function takeOver(words: readonly Word[], own: readonly Word[]): void {
  for (const { index, upos, xpos, head, deprel } of own) Object.assign(words[index] as Word, { upos, xpos, head, deprel });
}
