import type { Document, Sentence, Span, Word } from "../model/index.ts";

/** Index of the first word that ends after `offset`; `words.length` when there is none. Logarithmic. */
export function wordFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words that overlap a span, in text order. */
export function wordsIn(document: Document, span: Span): Word[] {
  const found: Word[] = [];
  for (let i = wordFrom(document.words, span.start); i < document.words.length; i++) {
    const word = document.words[i] as Word;
    if (word.start >= span.end) break;
    found.push(word);
  }
  return found;
}

/** The word of a span whose head lies outside the span: the syntactic head. The last such for flat text. */
export function headOf(document: Document, span: Span): Word | undefined {
  const inside = wordsIn(document, span);
  const first = inside[0];
  if (!first) return undefined;
  const last = inside[inside.length - 1] as Word;
  let best: Word | undefined;
  for (const word of inside) {
    if (word.upos === "PUNCT") continue;
    if (word.head < first.index || word.head > last.index) best ??= word;
  }
  return best ?? last;
}

export const sentenceOf = (document: Document, word: Word): Sentence => document.sentences[word.sentence] as Sentence;
