import type { Document, Word } from "../../model/index.ts";
import { childrenOf } from "../../shared/tree.ts";

/** "168 Liberians": persons, and not the nation. */
export const isCounted = ({ words }: Document, head: Word): boolean =>
  head.children.some((index) => /^(?:nummod|det)$/.test((words[index] as Word).deprel) && (words[index] as Word).lower !== "the");

/** "the Salvadoran", "one Salvadoran" */
export const hasArticle = (document: Document, word: Word): boolean =>
  word.children.some((index) => {
    const { deprel, lower } = document.words[index] as Word;
    return deprel === "det" || (deprel === "nummod" && lower === "one");
  });

/** "an Iraqi", "another Iraqi" as a noun of its own. */
export const isOne = (document: Document, head: Word): boolean =>
  head.xpos !== "NNS" &&
  head.xpos !== "NNPS" &&
  /^(?:nsubj|obj|iobj|obl|root|conj|appos|nmod)/.test(head.deprel) &&
  childrenOf(document, head, "det", "nummod").some(({ lower }) => /^(?:an?|another|one)$/.test(lower));
