import type { Document, Word } from "../../model/index.ts";
import type { Candidate } from "./candidate.ts";

/** Leaves out a description that is but the title of a name: "militia leader" in "militia leader Qais al-Khazali" is no mention of its own. */
export function dropDoubles(document: Document, candidates: readonly Candidate[]): Candidate[] {
  const { words } = document;
  const names = new Set(candidates.filter(({ form }) => form === "name").map(({ word }) => word));
  return candidates.filter((one) => {
    if (one.form !== "nominal") return true;
    const head = words[one.word] as Word;
    if (names.has(head.head) && /^(?:nmod:desc|nmod:unmarked|compound|flat|amod)$/.test(head.deprel) && head.index < head.head)
      return false;
    return true;
  });
}
