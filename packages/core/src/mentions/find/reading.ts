import type { Document, Place, Report, Word } from "../../model/index.ts";
import { wordFrom } from "../../shared/words.ts";
import type { Actor } from "../lexicon/actors.ts";
import type { Deeds } from "../lexicon/deeds.ts";
import { type Piece, piecesOf } from "../lexicon/normalise.ts";
import type { Title } from "../lexicon/titles.ts";
import type { Trie } from "../lexicon/trie.ts";
import { choose } from "./choose.ts";

/** A name of the lexicon in the text. */
export interface Known {
  start: number;
  end: number;
  /** Words `first` (inclusive) to `last` (exclusive). */
  first: number;
  last: number;
  actor: Actor;
}

/** A title in the text: words `first` (inclusive) to `last` (exclusive). */
export interface Titled {
  first: number;
  last: number;
  title: Title;
  /** In a line without capitals. */
  caseless: boolean;
}

/** A report with what the lexicon says of its words. */
export interface Reading {
  document: Document;
  report: Report;
  pieces: readonly Piece[];
  known: readonly Known[];
  /** By word: the lexicon's name, or title, that covers it. */
  knownAt: readonly (Known | undefined)[];
  titleAt: readonly (Titled | undefined)[];
  /** The places of the report, as the gazetteer resolved them. */
  places: readonly Place[];
  /** By word: the country of a place that covers it. */
  countryAt: readonly string[];
  deeds: Deeds;
}

export interface Prepared {
  actors: Trie<Actor>;
  titles: Trie<Title>;
  deeds: Deeds;
}

export function read(document: Document, report: Report, places: readonly Place[], { actors, titles, deeds }: Prepared): Reading {
  const pieces = piecesOf(document.text);
  const { words } = document;
  const known: Known[] = [];
  const knownAt: (Known | undefined)[] = new Array(words.length).fill(undefined);
  for (const { actor, start, end } of choose(document, report, pieces, actors)) {
    const first = wordFrom(words, start);
    const last = lastWord(words, first, end);
    if (last <= first) continue;
    const entry = { start, end, first, last, actor };
    known.push(entry);
    for (let i = first; i < last; i++) knownAt[i] = entry;
  }
  const titleAt: (Titled | undefined)[] = new Array(words.length).fill(undefined);
  for (const hit of titles.matches(pieces, (_, first) => (pieces[first] as Piece).capital)) {
    const first = wordFrom(words, (pieces[hit.first] as Piece).start);
    const last = lastWord(words, first, (pieces[hit.last - 1] as Piece).end);
    const entry = { first, last, title: hit.values[0] as Title, caseless: (pieces[hit.first] as Piece).caseless };
    for (let i = first; i < last; i++) titleAt[i] = entry;
  }
  const countryAt: string[] = new Array(words.length).fill("");
  for (const place of places) {
    if (!place.country) continue;
    const first = wordFrom(words, place.start);
    for (let i = first; i < words.length && (words[i] as Word).start < place.end; i++) countryAt[i] = place.country;
  }
  return { document, report, pieces, known, knownAt, titleAt, places, countryAt, deeds };
}

function lastWord(words: readonly Word[], first: number, end: number): number {
  let last = first;
  while (last < words.length && (words[last] as Word).start < end) last++;
  return last;
}
