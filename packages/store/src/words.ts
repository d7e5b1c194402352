import { stemmer } from "stemmer";
import type { Hit } from "./store.ts";

/** A word or a phrase, as stems. */
export interface Term {
  words: string[];
  prefix: boolean;
}

/** All groups must match, by any of their terms, and none of `none`. */
export interface Query {
  all: Term[][];
  none: Term[];
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼʿʾ‘`][\p{L}\p{N}\p{M}]+)*/gu;
const PART = /(-?)(?:"([^"]*)"?|(\S+))/gu;
/** Words of a query beyond this are left out: nobody types them. */
const MOST_TERMS = 32;
const stems = new Map<string, string>();

/** A word as it is searched for: without marks, case, apostrophes, and English endings (Porter 1980). */
function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    const plain = word
      .normalize("NFKD")
      .replace(/[\p{M}'’ʼʿʾ‘`]/gu, "")
      .toLowerCase();
    known = plain.length > 40 ? plain.slice(0, 40) : stemmer(plain);
    if (stems.size > 50_000) stems.clear();
    stems.set(word, known);
  }
  return known;
}

/** A text as it is indexed: its stems in order. Both databases index the same, so that they find the same. */
export function indexed(text: string, limit = 400_000): string {
  const found: string[] = [];
  for (const [word] of text.slice(0, limit).matchAll(WORD)) found.push(stem(word));
  return found.join(" ");
}

/** Reads what a person typed. Any string is a query; undefined when there is no word in it. */
export function parseQuery(typed: string): Query | undefined {
  const query: Query = { all: [], none: [] };
  let either = false;
  let count = 0;
  for (const [, minus, phrase, plain] of typed.matchAll(PART)) {
    if (plain !== undefined && !minus && /^or$/i.test(plain)) {
      either = query.all.length > 0;
      continue;
    }
    const raw = phrase ?? plain ?? "";
    const prefix = phrase === undefined && raw.endsWith("*");
    // A prefix is no whole word: its ending is not cut.
    const words = [...raw.matchAll(WORD)].map(([word]) => (prefix ? fold(word) : stem(word))).filter((word) => word !== "");
    if (words.length === 0 || ++count > MOST_TERMS) continue;
    const term = { words, prefix };
    if (minus) query.none.push(term);
    else if (either) query.all.at(-1)?.push(term);
    else query.all.push([term]);
    either = false;
  }
  return query.all.length > 0 ? query : undefined;
}

const fold = (word: string) =>
  word
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼʿʾ‘`]/gu, "")
    .toLowerCase();

/** Code units of a snippet, about. */
const SNIPPET = 240;

/** The stretch of a text with most of the terms, and where they stand in it. */
export function hitOf(text: string, query: Query): Hit {
  const terms = query.all.flat();
  const found: { start: number; end: number; term: number }[] = [];
  const recent: { stem: string; start: number; end: number }[] = [];
  for (const match of text.slice(0, 100_000).matchAll(WORD)) {
    recent.push({ stem: stem(match[0]), start: match.index, end: match.index + match[0].length });
    if (recent.length > 16) recent.shift();
    terms.forEach(({ words, prefix }, term) => {
      const tail = recent.slice(-words.length);
      if (tail.length < words.length) return;
      const last = words.length - 1;
      const same = words.every((word, k) => (prefix && k === last ? tail[k]?.stem.startsWith(word) : tail[k]?.stem === word));
      if (same && found.length < 1000) found.push({ start: tail[0]?.start as number, end: tail[last]?.end as number, term });
    });
  }
  const windows = found.map((first) => {
    const inside = found.filter(({ start, end }) => start >= first.start && end <= first.start + SNIPPET - 40);
    return { first, inside, terms: new Set(inside.map(({ term }) => term)).size };
  });
  const best = windows.reduce<(typeof windows)[number] | undefined>((a, b) => (a && a.terms >= b.terms ? a : b), undefined);
  const from = best ? back(text, Math.max(0, best.first.start - 40)) : 0;
  const to = wholeWords(text, from);
  const inside = (best?.inside ?? []).filter(({ start, end }) => start >= from && end <= to);
  return { text: text.slice(from, to), marks: inside.map(({ start, end }) => ({ start: start - from, end: end - from })) };
}

/** Where a snippet ends: behind a whole word, if one ends in its last thirty characters. */
function wholeWords(text: string, from: number): number {
  const to = from + SNIPPET;
  if (to >= text.length) return text.length;
  const space = text.slice(to - 30, to + 1).search(/\s\S*$/);
  return space < 0 ? to : to - 30 + space;
}

/** The beginning of a word at or behind `at`, so that a snippet opens with a whole one. */
function back(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 30).search(/\s/);
  return space < 0 ? at : at + space + 1;
}
