import type { Document, Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
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
    for (const index of head.children) {
      if (!names.has(index)) continue;
      const child = words[index] as Word;
      const link = relation(child);
      if (
        (link === "flat" || link === "appos" || link === "nmod" || link === "compound") &&
        index === nextWord(words, head, index) &&
        !/[,(:;–—]/.test(document.text.slice(head.end, child.start)) &&
        child.children.every((at) => (words[at] as Word).deprel !== "case")
      )
        return false;
    }
    return true;
  });
}

/** The first word of a name behind the head, when the name follows at once. */
function nextWord(words: readonly Word[], head: Word, index: number): number {
  for (let i = head.index + 1; i <= index; i++) {
    const word = words[i] as Word;
    if (i === index) return index;
    if (word.head !== index || (word.deprel !== "compound" && word.deprel !== "flat")) return -1;
  }
  return -1;
}
