import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";

/** "none"/"no one": nobody; "clause": the happening itself is denied. */
export function isNone(document: Document, cue: Word, head: Word): "none" | "clause" | undefined {
  if (/^(?:nobody|none|no-one|neither)$/.test(head.lower)) return "none";
  if (isNoOne(document, head)) return "none";
  if (isDenied(document, head)) return "none";
  // "no women or children", "neither the driver nor the guard"
  const first = head.deprel === "conj" ? document.words[head.head] : undefined;
  const alike = first && childrenOf(document, head, "cc").some(({ lower }) => lower === "or" || lower === "nor");
  // The first of them has said it of all.
  if (first && alike && isDenied(document, first)) return "clause";
  if (cue === head || cue.upos !== "VERB") return undefined;
  // "without losing a man"
  if (childrenOf(document, cue, "mark").some(({ lower }) => lower === "without")) return "clause";
  for (const child of childrenOf(document, cue, "advmod")) if (/^(?:not|n't|n’t|never)$/.test(child.lower)) return "clause";
  return undefined;
}

/** "no one" */
export const isNoOne = (document: Document, head: Word): boolean =>
  head.lower === "one" && document.words[head.index - 1]?.lower === "no";

const isDenied = (document: Document, noun: Word): boolean =>
  childrenOf(document, noun, "det", "cc", "cc:preconj").some(
    ({ lower, index }) => index < noun.index && (lower === "no" || lower === "neither"),
  );
