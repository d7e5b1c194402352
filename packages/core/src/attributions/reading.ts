import type { Document, Word } from "../model/index.ts";
import { paragraphsOf } from "../shared/paragraphs.ts";
import { findQuotes, type Quote } from "../shared/quotes.ts";

/** What the finder of attributions looks up again and again, computed once for a document. */
export interface Reading {
  document: Document;
  /** Index of the first and the last word at or below each word: the stretch that its branch covers. */
  low: Int32Array;
  high: Int32Array;
  /** Index of each sentence's paragraph. */
  paragraphs: Int32Array;
  quotes: Quote[];
  /** Index of the quote that each word lies in, -1 for none. */
  quoteOf: Int32Array;
  /** Length in words of the person's name that each word lies in, 0 for none. */
  personName: Uint8Array;
}

export function read(document: Document): Reading {
  const { words, sentences } = document;
  const low = new Int32Array(words.length);
  const high = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    low[i] = i;
    high[i] = i;
  }
  const order: number[] = [];
  for (const sentence of sentences) {
    order.length = 0;
    order.push(sentence.root);
    for (let k = 0; k < order.length; k++) for (const child of (words[order[k] as number] as Word).children) order.push(child);
    for (let k = order.length - 1; k > 0; k--) {
      const i = order[k] as number;
      const head = (words[i] as Word).head;
      if (head < 0) continue;
      if ((low[i] as number) < (low[head] as number)) low[head] = low[i] as number;
      if ((high[i] as number) > (high[head] as number)) high[head] = high[i] as number;
    }
  }
  const paragraphs = paragraphsOf(document);
  const quotes = findQuotes(document, paragraphs);
  const quoteOf = new Int32Array(words.length).fill(-1);
  for (const [q, { first, last }] of quotes.entries()) quoteOf.fill(q, first, last);
  const personName = new Uint8Array(words.length);
  for (const { kind, first, last } of document.names)
    if (kind === "person") personName.fill(Math.min(255, last - first), first, last);
  return { document, low, high, paragraphs, quotes, quoteOf, personName };
}

export const wordAt = (reading: Reading, i: number): Word => reading.document.words[i] as Word;

/** The child of a word with one of the relations, without their subtypes unless named with one. */
export function child(reading: Reading, word: Word, ...relations: string[]): Word | undefined {
  for (const index of word.children) {
    const { deprel } = wordAt(reading, index);
    const colon = deprel.indexOf(":");
    if (relations.includes(deprel) || (colon > 0 && relations.includes(deprel.slice(0, colon)))) return wordAt(reading, index);
  }
  return undefined;
}
