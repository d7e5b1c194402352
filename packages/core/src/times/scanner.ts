import type { Document } from "../model/index.ts";
import type { Vocabulary, WordInfo } from "./vocabulary.ts";

/**
 * The pieces that the grammar reads. They are finer than words where time expressions need it ("two-week" is three) and
 * coarser where a number hangs together ("10:35", "2020-03-05", "a.m.").
 */
export interface Piece {
  start: number;
  end: number;
  text: string;
  lower: string;
  /** White space stands before it. */
  gap: boolean;
  /** A sentence or a paragraph begins here: no expression runs across. */
  fresh: boolean;
  info: WordInfo;
}

export interface Scan {
  pieces: readonly Piece[];
  /** The text is in capitals, so that case says nothing. */
  caseless: boolean;
  /** What elements read, by element and piece, so that no rule reads it again. Null: nothing. */
  memo: Map<unknown, unknown[]>;
  /** Lower-case text of a piece, undefined beyond the ends. */
  word(index: number): string | undefined;
}

/** What is known of a word that the lexicon lacks. */
export const NOTHING: WordInfo = {};
const PIECE =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)|\d+(?:,\d{3}(?!\d)|[.:/]\d+)*\p{L}*|(?:\p{L}\.){2,}|o['’]clock|['’]s(?!\p{L})|\p{L}+|\S/gu;

export function scan(document: Document, vocabulary: Vocabulary): Scan {
  const { text } = document;
  const starts = new Set(document.sentences.map(({ start }) => start));
  const pieces: Piece[] = [];
  let upper = 0;
  let letters = 0;
  let before = 0;
  PIECE.lastIndex = 0;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    let word = match[0];
    let lower = word.toLowerCase().replace("’", "'");
    if (lower.length !== word.length) lower = word;
    // "a.m." and "am" are one word to the grammar.
    if (lower.length > 2 && lower[1] === "." && (lower[0] === "a" || lower[0] === "p")) lower = lower.replaceAll(".", "");
    const info = vocabulary.words.get(lower) ?? NOTHING;
    if (info.abbreviation && text[start + word.length] === ".") word += ".";
    if (before > start) continue; // the period of an abbreviation, taken already
    const first = word.charCodeAt(0);
    if (first > 64) {
      letters++;
      if (word.length > 1 && word === word.toUpperCase()) upper++;
    }
    const between = text.slice(before, start);
    const last = pieces[pieces.length - 1];
    const fresh =
      pieces.length === 0 ||
      BLANK.test(between) ||
      (starts.has(start) && !(last && last.text.length > 1 && last.text.endsWith(".")));
    pieces.push({ start, end: start + word.length, text: word, lower, gap: between !== "", fresh, info });
    before = start + word.length;
  }
  return { pieces, caseless: letters > 0 && upper / letters > 0.6, memo: new Map(), word: (index) => pieces[index]?.lower };
}

const BLANK = /\n[^\S\n]*\n|\u2029/;
