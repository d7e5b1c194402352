import type { Document, Span, Word } from "../model/index.ts";
import { subtree } from "../shared/tree.ts";
import type { Happening } from "./clauses.ts";

/** Words that tell of something which is no coded event, and the word that they hang on. */
export interface Clause extends Span {
  head: Word;
}

/** A side of a cause: an event of the record, or words. */
export type End = Happening | Clause;

/** What tells the near side: all that hangs on its word but the far side, up to the first word of what ties them; behind
 * where the near side comes last. */
export function nearClause(document: Document, near: Word, far: Word, first: number): Clause | undefined {
  if (!/^(?:VERB|NOUN|PROPN|ADJ|AUX)$/.test(near.upos)) return undefined;
  const other = new Set(subtree(document, far));
  const words = subtree(document, near).filter((word) => !other.has(word));
  return clause(near, near.index < first ? words.filter(({ index }) => index < first) : words);
}

/** What tells the far side: all that hangs on its word from `from` on. */
export function farClause(document: Document, far: Word, from: number): Clause | undefined {
  return clause(
    far,
    subtree(document, far).filter(({ index }) => index >= from),
  );
}

/** From the first to the last of some words, without marks at the edges. */
function clause(head: Word, words: readonly Word[]): Clause | undefined {
  const told = words.filter(({ upos }) => upos !== "PUNCT");
  const [one, other] = [told[0], told[told.length - 1]];
  return one && other ? { start: one.start, end: other.end, head } : undefined;
}
