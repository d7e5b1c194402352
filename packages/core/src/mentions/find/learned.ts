import type { Document, NameKind, Span, Word } from "../../model/index.ts";
import { wordFrom } from "../../shared/words.ts";
import { keysOf, type Piece } from "../lexicon/normalise.ts";
import type { Nouns } from "../lexicon/nouns.ts";
import { Trie } from "../lexicon/trie.ts";
import type { Reading } from "./reading.ts";

/** A learned name after the whole report was heard: words `first` (inclusive) to `last` (exclusive). */
export interface Learned {
  first: number;
  last: number;
  kind: "person" | "organisation";
}

/** A name of which the model was less sure than this, every time, is none. */
const LEAST = 0.4;
const PARTICLE = /^(?:bin|ben|ibn|al|el|de|du|da|di|von|van|der|den|dos|das|la|le|ter|zu|abu|umm)$/;
const LOOSE_END = /^(?:of|the|for|and|in|at|on|to|a|an|by|with|from|&|-|–|'s|’s|'|’|,|\.|:)$/;

/**
 * The persons and organisations of the learned model, one reading for one name throughout a report: the kinds that the model gave
 * to equal names are weighed against each other, and a name that it overlooked elsewhere is filled in, surnames of persons too.
 */
export function learnedNames(reading: Reading, nouns: Nouns): Learned[] {
  const { document, pieces } = reading;
  const groups = new Map<string, { votes: Record<NameKind, number>; best: number; spans: { first: number; last: number }[] }>();
  for (const name of document.names) {
    const span = mend(reading, name.first, name.last, name.kind, nouns);
    if (span.first >= span.last) continue;
    const keys = keysOf(textOf(document, span));
    if (keys.length === 0 || isCommon(document, span, nouns)) continue;
    if (name.kind === "person" && isPlural(document.words[span.last - 1] as Word, nouns)) continue;
    const text = textOf(document, span);
    if (NO_NAME.test(text)) continue;
    // A lone abbreviation is no person: "DAB's candidate".
    const acronym = name.kind === "person" && ACRONYM.test(text) && !isShouted(document, span.first);
    const body = name.kind === "place" && keys.length > 1 && isBody(keys[keys.length - 1] as string, nouns);
    const kind = acronym || body ? "organisation" : name.kind;
    const key = keys.join(" ");
    const group = groups.get(key) ?? { votes: { person: 0, organisation: 0, place: 0, other: 0 }, best: 0, spans: [] };
    group.votes[kind] += name.score + (reading.titleAt[span.first - 1] && name.kind === "person" ? 0.5 : 0);
    group.best = Math.max(group.best, name.score);
    group.spans.push(span);
    const town = keys.length === 1 ? reading.countryAt[span.first] : isTown(reading, name);
    if (kind === "person" && town && !reading.titleAt[span.first - 1]) group.votes.place += 1.1;
    groups.set(key, group);
  }
  // A surname alone is the person's whose full name stands there, unless it is mostly something else.
  for (const [key, { votes }] of groups) {
    const space = key.lastIndexOf(" ");
    const short = space < 0 ? undefined : groups.get(key.slice(space + 1));
    if (short && winner(votes) === "person") {
      short.votes.person += 1;
      short.best = Math.max(short.best, LEAST);
    }
  }
  const found: Learned[] = [];
  const trie = new Trie<"person" | "organisation">();
  for (const [key, { votes, best, spans }] of groups) {
    const kind = winner(votes);
    if ((kind !== "person" && kind !== "organisation") || best < LEAST) continue;
    for (const span of spans) found.push({ ...span, kind });
    const keys = key.split(" ");
    if (best < 0.6) continue;
    if (keys.length > 1 || key.length > 2) trie.add(keys, kind);
    const surname = keys[keys.length - 1] as string;
    if (kind === "person" && keys.length > 1 && surname.length > 2 && !groups.has(surname)) trie.add([surname], kind);
  }
  const covered = new Uint8Array(document.words.length);
  for (const { first, last } of document.names) covered.fill(1, first, last);
  for (const hit of trie.matches(pieces, (_, first, last) => isProper(pieces, first, last))) {
    const start = (pieces[hit.first] as Piece).start;
    const end = (pieces[hit.last - 1] as Piece).end;
    const first = wordFrom(document.words, start);
    let last = first;
    let free = true;
    for (; last < document.words.length && (document.words[last] as Word).start < end; last++)
      free &&= !covered[last] && (document.words[last] as Word).upos === "PROPN";
    if (free && last > first) found.push({ first, last, kind: hit.values[0] as "person" | "organisation" });
  }
  return found;
}

/** Addresses, initials, days: what the model takes for names now and then. */
const NO_NAME =
  /@|^\p{Lu}\.?$|^(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$|^https?:|^(?:Air|Security|Government|Army|Police|Navy|Military)$/u;
const ACRONYM = /^[A-Z][A-Z0-9&]{1,5}$/;

/** Whether the words around are in capitals too. */
export function isShouted({ words }: Document, index: number): boolean {
  for (let i = Math.max(0, index - 4); i < Math.min(words.length, index + 5); i++) {
    const { text } = words[i] as Word;
    if (i !== index && text.length > 2 && /\p{Ll}/u.test(text)) return false;
  }
  return true;
}

/** "Skidmore College", "Chicago Symphony Orchestra": the model saw a place, the last word says a body. */
function isBody(key: string, nouns: Nouns): boolean {
  const noun = nouns.word(key);
  return (
    noun?.class === "group" &&
    noun.kind !== "population" &&
    !/^(?:palace|city|municipality|village|monastery|convent|community|nation|base|embassy|consulate|throne|church|camp)$/.test(
      key,
    )
  );
}

function winner(votes: Readonly<Record<NameKind, number>>): NameKind {
  let best: NameKind = "person";
  for (const kind of ["organisation", "place", "other"] as const) if (votes[kind] > votes[best]) best = kind;
  return best;
}

const isProper = (pieces: readonly Piece[], first: number, last: number): boolean =>
  (pieces[first] as Piece).capital && (pieces[last - 1] as Piece).capital;

const textOf = ({ words, text }: Document, { first, last }: { first: number; last: number }): string =>
  text.slice((words[first] as Word).start, (words[last - 1] as Word).end);

/** Without titles and small words at the edges, and with what a hyphen ties to its end: "Yau Wai" before "-ching". */
function mend(reading: Reading, from: number, to: number, kind: NameKind, nouns: Nouns): { first: number; last: number } {
  const { document, titleAt } = reading;
  const { words, text } = document;
  let first = kind === "person" && isGiven(reading, from, to, nouns) ? from - 1 : from;
  let last = to;
  if (kind === "person") {
    for (let title = titleAt[first]; title && title.first === first && title.last < last; title = titleAt[first])
      first = title.last;
    while (first < last - 1 && /^\p{Ll}/u.test((words[first] as Word).text) && !PARTICLE.test((words[first] as Word).lower))
      first++;
    while (
      last < words.length &&
      text[(words[last - 1] as Word).end] === "-" &&
      (words[last] as Word).start === (words[last - 1] as Word).end &&
      words[last + 1]?.start === (words[last] as Word).end &&
      /^\p{L}+$/u.test((words[last + 1] as Word).text)
    )
      last += 2;
  }
  while (
    last - 1 > first &&
    LOOSE_END.test((words[last - 1] as Word).lower) &&
    !/\.$/.test(text.slice((words[last - 1] as Word).start - 1, (words[last - 1] as Word).end))
  )
    last--;
  while (first < last - 1 && /^(?:of|for|and|in|at|by|to|a|an|,|-|the)$/.test((words[first] as Word).text)) first++;
  return { first, last };
}

/** "The mayor, Hector Oqueli Colindres": a first name that the model left out, in an apposition of its own. */
function isGiven({ document: { words }, titleAt, knownAt, countryAt }: Reading, from: number, to: number, nouns: Nouns): boolean {
  const [before, given, name] = [words[from - 2], words[from - 1], words[from]];
  if (!given || !name || before?.text !== "," || given.upos !== "PROPN" || !/^\p{Lu}\p{Ll}+$/u.test(given.text)) return false;
  if (given.head < from || given.head >= to || given.sentence !== name.sentence) return false;
  return !titleAt[from - 1] && !knownAt[from - 1] && !countryAt[from - 1] && nouns.word(given.lower) === undefined;
}

/** "Abu Sayyaf Rebels" in a headline: people, not a person. */
const isPlural = (word: Word, nouns: Nouns): boolean =>
  /s$/.test(word.lower) && (nouns.word(word.lower.slice(0, -1)) ?? nouns.word(word.lemma.toLowerCase()))?.class === "person";

/** Parts of a body that has a name. */
const PARTS = /^(?:units|groups|cells|columns|squads|patrols|bands|gangs|detachments|helicopters|planes)$/;

/** "bombed Khan Younis": a name of several words that the gazetteer knows whole. */
const isTown = ({ places }: Reading, { start, end }: Span): boolean =>
  places.some((place) => place.country !== undefined && place.start <= start && place.end >= end);

/** "airlines", "the Party", "Brigadier": a common noun or a title alone is no name. */
function isCommon(document: Document, { first, last }: { first: number; last: number }, nouns: Nouns): boolean {
  const { words } = document;
  // In a line of capitals "URBAN COMMANDOS" is a description, whatever name it begins with.
  const end = words[last - 1] as Word;
  if (/^\p{Lu}{4,}$/u.test(end.text) && isShouted(document, first)) {
    const noun = nouns.word(end.lemma.toLowerCase(), end.lower);
    if (noun && last - first === 1 && noun.class !== "thing") return true;
    if (noun && last - first > 1 && /[^s]s$/.test(end.lower) && (noun.class === "person" || PARTS.test(end.lower))) return true;
  }
  if (last - first > 1) return false;
  const word = words[first] as Word;
  if (/^\p{Ll}/u.test(word.text) && !/\p{Lu}/u.test(word.text) && words[first - 1]?.text !== "@") return true;
  return (
    word.text.length > 3 && /^\p{Lu}\p{Ll}+$/u.test(word.text) && nouns.word(word.lemma.toLowerCase(), word.lower) !== undefined
  );
}
