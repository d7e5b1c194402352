import type { Element, Reader } from "../pattern.ts";
import type { Phrases } from "../vocabulary.ts";

export const one = <Value>(at: number, value: Value) => ({ end: at + 1, value });

export const capital = (reader: Reader, at: number): boolean => {
  const text = reader.scan.pieces[at]?.text ?? "";
  return reader.scan.caseless || (text !== "" && text[0] !== (text[0] as string).toLowerCase());
};

export const info = (reader: Reader, at: number) => reader.scan.pieces[at]?.info ?? {};

export const ORD: Element = (reader, at) => reader.vocabulary.numbers.ordinal((i) => reader.scan.word(i), at);

export const NUM: Element = (reader, at) => reader.vocabulary.numbers.cardinal((i) => reader.scan.word(i), at);

/** The longest phrase of a table that begins at a piece. */
export function phraseAt(reader: Reader, phrases: Phrases, at: number): { end: number; value: string } | undefined {
  const first = reader.scan.word(at);
  if (first === undefined) return undefined;
  for (const { words, value } of phrases.get(first) ?? []) {
    let i = 1;
    while (i < words.length && reader.scan.word(at + i) === words[i] && !reader.scan.pieces[at + i]?.fresh) i++;
    if (i === words.length) return { end: at + i, value };
  }
  return undefined;
}
