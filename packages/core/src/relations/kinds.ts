import type { Knowledge, Word } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";

/** Which words tell of one kind of happening. */
export interface Kinds {
  /** Whether two words are of one kind, or of two; undefined where either may be of any ("attack", "incident"). */
  compare(a: Word, b: Word): boolean | undefined;
}

export function createKinds(knowledge: Knowledge): Kinds {
  const kinds = new Map<string, Set<string>>();
  for (const { kind, words } of rowsOf(knowledge, "relations/kinds", ["kind", "words"])) {
    for (const word of listOf(words)) kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
  }
  const of = (word: Word) => kinds.get(word.lemma.toLowerCase());
  return {
    compare(a, b) {
      const [x, y] = [of(a), of(b)];
      if (!x || !y) return undefined;
      // Whoever is shot, bombed or struck may be told of as killed, and the other way round.
      if (x.has("death") !== y.has("death")) return undefined;
      return [...x].some((kind) => y.has(kind));
    },
  };
}
