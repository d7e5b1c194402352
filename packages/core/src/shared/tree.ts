import type { Document, Span, Word } from "../model/index.ts";

/** The UD relation without its subtype: "nsubj:pass" -> "nsubj". */
export function relation(word: Word): string {
  const colon = word.deprel.indexOf(":");
  return colon < 0 ? word.deprel : word.deprel.slice(0, colon);
}

/** The children of a word, those with one of the relations when any is named ("obl" takes "obl:agent" too). */
export function childrenOf(document: Document, word: Word, ...relations: string[]): Word[] {
  const found: Word[] = [];
  for (const index of word.children) {
    const child = document.words[index] as Word;
    if (relations.length === 0 || relations.includes(child.deprel) || relations.includes(relation(child))) found.push(child);
  }
  return found;
}

export const headWord = (document: Document, word: Word): Word | undefined => document.words[word.head];

/** All words at or below a word, in text order. `leaveOut` names relations whose branches are cut. Linear. */
export function subtree(document: Document, word: Word, leaveOut: readonly string[] = []): Word[] {
  const found: Word[] = [];
  const stack = [word];
  for (let next = stack.pop(); next; next = stack.pop()) {
    found.push(next);
    for (const index of next.children) {
      const child = document.words[index] as Word;
      if (!leaveOut.includes(child.deprel) && !leaveOut.includes(relation(child))) stack.push(child);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The span of a word's subtree, without punctuation at its edges. */
export function phrase(document: Document, word: Word, leaveOut: readonly string[] = []): Span {
  const words = subtree(document, word, leaveOut);
  let first = 0;
  let last = words.length - 1;
  while (first < last && words[first]?.upos === "PUNCT") first++;
  while (last > first && words[last]?.upos === "PUNCT") last--;
  return { start: (words[first] as Word).start, end: (words[last] as Word).end };
}

/** The words above a word, nearest first. */
export function ancestors(document: Document, word: Word): Word[] {
  const found: Word[] = [];
  for (let above = headWord(document, word); above; above = headWord(document, above)) found.push(above);
  return found;
}
