import type { Document, EntityKind, Place, Word } from "../../model/index.ts";
import { contains } from "../../shared/spans.ts";
import { relation } from "../../shared/tree.ts";
import { headOf, wordFrom } from "../../shared/words.ts";
import type { GivenNames } from "../lexicon/given.ts";
import { keysOf } from "../lexicon/normalise.ts";
import type { Noun, Nouns } from "../lexicon/nouns.ts";
import { isUnitOf } from "../units.ts";
import { hasArticle, isCounted, isOne } from "./articles.ts";
import { type Candidate, candidate, type Gender } from "./candidate.ts";
import { countryAt, countryOf } from "./country.ts";
import { isShouted, learnedNames } from "./learned.ts";
import { organisationKind } from "./organisations.ts";
import { isTarget, standsForGovernment } from "./positions.ts";
import type { Known, Reading } from "./reading.ts";

/** A span of words that is a name, with what says so. */
interface Found {
  first: number;
  last: number;
  kind: EntityKind | "";
  known?: Known;
  place?: Place;
}

/** Names: of the lexicon, of the learned model, and those that a title gives away. */
export function findNames(reading: Reading, nouns: Nouns, given: GivenNames): Candidate[] {
  const { document } = reading;
  const taken = new Uint8Array(document.words.length);
  const found: Found[] = [];
  const take = (name: Found): void => {
    for (let i = name.first; i < name.last; i++) if (taken[i]) return;
    taken.fill(1, name.first, name.last);
    found.push(name);
  };
  for (const name of [
    ...learned(reading, nouns),
    ...listed(reading),
    ...titled(reading),
    ...targets(reading, nouns),
    ...shouted(reading, nouns),
  ].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first))
    take(name);
  for (const name of again(reading, found)) take(name);
  return found.sort((a, b) => a.first - b.first).map((name) => describe(reading, name, nouns, given));
}

/** The learned names. A name of the lexicon within does not hinder; one of equal span knows better. */
function* learned(reading: Reading, nouns: Nouns): Generator<Found> {
  const { knownAt, titleAt } = reading;
  for (const { first, last, kind } of learnedNames(reading, nouns)) {
    const known = knownAt[first];
    const same = known && known.first === first && known.last === last ? known : undefined;
    if (same && (same.actor.as === "adjective" || same.actor.as === "people")) continue;
    if (kind === "organisation" && isUnitOf(reading, first, last)) continue;
    // What stands behind a title is a person, whatever the model takes small letters for.
    const person = titleAt[first - 1]?.caseless && titleAt[first - 1]?.last === first;
    yield { first, last, kind: same ? same.actor.kind : person ? "person" : kind, ...(same && { known: same }) };
  }
}

/** The lexicon's names: bodies, persons, states, capitals that stand for a government, and peoples. */
function* listed(reading: Reading): Generator<Found> {
  const { document } = reading;
  const longer = new Uint8Array(document.words.length);
  for (const { first, last } of document.names) longer.fill(Math.min(255, last - first), first, last);
  for (const known of reading.known) {
    const { last, actor } = known;
    // "the Gulf of Mexico", "Western Australia", "US$": no word of the state.
    if (
      actor.kind === "state" &&
      actor.as === "name" &&
      ((longer[known.first] ?? 0) > known.last - known.first || document.text[known.end] === "$")
    )
      continue;
    // "the Washington Post": the article is of the phrase unless it is written large
    const first =
      reading.document.words[known.first]?.text === "the" && known.last - known.first > 1 ? known.first + 1 : known.first;
    if (
      actor.as === "adjective" &&
      !(isNominal(reading, known) && hasArticle(document, document.words[last - 1] as Word)) &&
      !actsThrough(reading, known)
    )
      continue;
    if (actor.as === "people" && !isNominal(reading, known)) continue;
    if (actor.as === "capital" && !standsForGovernment(reading, known)) continue;
    if (actor.as === "name" && actor.kind === "state" && isModifierOnly(reading, known)) continue;
    // "SANTA ANA": no letters of an army.
    if (actor.acronym && reading.places.some((place) => contains(place, known) && place.start < known.start)) continue;
    yield { first, last, kind: actor.kind, known };
  }
}

/** "an Israeli air strike": the adjective of a state before a deed. */
function actsThrough({ document: { words }, deeds }: Reading, { last, end, actor }: Known): boolean {
  const word = words[last - 1] as Word;
  const deed = words[word.head];
  return (
    actor.kind === "state" &&
    deed !== undefined &&
    deed.index > word.index &&
    deed.index - word.index <= 4 &&
    /^(?:amod|compound)$/.test(word.deprel) &&
    (deed.upos === "NOUN" || deed.upos === "PROPN") &&
    deeds.state.has(deed.lemma.toLowerCase()) &&
    !/^\s?[-‐‑–]/.test(words[word.index + 1]?.text ?? "") &&
    words[word.index + 1]?.start !== end
  );
}

/** "the Chinese said": an adjective or the noun of a people as the head of a phrase. */
function isNominal({ document }: Reading, { first, last }: Known): boolean {
  const head = document.words[last - 1] as Word;
  if (last - first === 1 && head.upos === "ADJ" && !hasArticle(document, head)) return false;
  const link = relation(head);
  if (link === "amod" || link === "compound" || link === "flat" || link === "det") return false;
  if (head.upos === "ADJ" && (link === "root" || link === "conj" || link === "xcomp" || link === "advcl"))
    return hasArticle(document, head);
  return (
    link === "nsubj" ||
    link === "obj" ||
    link === "iobj" ||
    link === "obl" ||
    link === "nmod" ||
    link === "conj" ||
    link === "appos" ||
    link === "root" ||
    link === "parataxis"
  );
}

/** "Iran-backed": the state is there, but it is no phrase. */
function isModifierOnly({ document }: Reading, { end }: Known): boolean {
  return /^[-‐‑–]\p{Ll}/u.test(document.text.slice(end, end + 2));
}

/** Towns and regions to which something is done: their inhabitants are meant. */
function* targets(reading: Reading, nouns: Nouns): Generator<Found> {
  const { document, places } = reading;
  for (const place of places) {
    if (!place.country || place.precision === "country") continue;
    const first = wordFrom(document.words, place.start);
    let last = first;
    while (last < document.words.length && (document.words[last] as Word).start < place.end) last++;
    if (last === first || (document.words[first] as Word).start !== place.start) continue;
    const head = headOf(document, place);
    // "the Costa Rican embassy" is a body, whose people are not those who live around it.
    if (place.precision === "site" && nouns.word((document.words[last - 1] as Word).lower)?.kind === "government") continue;
    if (head && isTarget(document, head)) yield { first, last, kind: "population", place };
  }
}

/** Bodies that are written large wherever case is told: in a line of capitals "THE ARMED FORCES" is a name too. */
const INSTITUTIONS = /^(?:armed forces|air force|general staff|national guard|national police|coast guard)$/;

function* shouted({ document }: Reading, nouns: Nouns): Generator<Found> {
  const { words } = document;
  for (let i = 0; i + 1 < words.length; i++) {
    const [one, next] = [words[i] as Word, words[i + 1] as Word];
    if (one.sentence !== next.sentence || !/^\p{Lu}{3,}$/u.test(one.text) || !/^\p{Lu}{3,}$/u.test(next.text)) continue;
    const phrase = `${one.lower} ${next.lower}`;
    const body = INSTITUTIONS.test(phrase) ? nouns.phrase(phrase) : undefined;
    if (body && isShouted(document, i)) yield { first: i, last: i + 2, kind: body.kind };
  }
}

/** Proper nouns behind a title that the model missed: "Gen. Haftar". */
function* titled(reading: Reading): Generator<Found> {
  const { document, titleAt } = reading;
  const { words } = document;
  for (let i = 0; i < words.length; i++) {
    const title = titleAt[i];
    if (!title || title.first !== i) continue;
    const first = behindAside(words, title.last);
    let last = first;
    while (last < words.length && isNamePart(words[last] as Word, words[title.first] as Word, title.caseless) && !titleAt[last])
      last++;
    while (last > first && /^(?:bin|ben|al|el|de|von|van|der|da|dos|la|-|–)$/.test((words[last - 1] as Word).lower)) last--;
    if (last > first && !/^\p{Lu}+$/u.test((words[first] as Word).text.slice(0, 3))) yield { first, last, kind: "person" };
  }
}

/** Words of the district in brackets between a title and a name, at most: "Superintendent of Police (South) A. Rao". */
const LONGEST_ASIDE = 3;

/** Where a name begins behind a title: behind what stands in brackets, if so. */
function behindAside(words: readonly Word[], from: number): number {
  if (words[from]?.text !== "(") return from;
  for (let i = from + 2; i <= from + 1 + LONGEST_ASIDE && i < words.length; i++)
    if ((words[i] as Word).text === ")") return i + 1;
  return from;
}

/** In lines without capitals the model finds no names, so the surname of a person that a title gave away is looked for again. */
function* again({ document, pieces }: Reading, found: readonly Found[]): Generator<Found> {
  const surnames = new Set<string>();
  const caseless = new Set<number>();
  for (const { start, caseless: small } of pieces) if (small) caseless.add(start);
  for (const { first, last, kind } of found) {
    const word = document.words[last - 1] as Word;
    if (kind === "person" && last - first > 1 && caseless.has(word.start) && word.lower.length > 3) surnames.add(word.lower);
  }
  if (surnames.size === 0) return;
  for (const word of document.words)
    if (surnames.has(word.lower) && word.upos === "PROPN" && caseless.has(word.start))
      yield { first: word.index, last: word.index + 1, kind: "person" };
}

function isNamePart(word: Word, first: Word, caseless: boolean): boolean {
  if (word.sentence !== first.sentence) return false;
  return word.upos === "PROPN"
    ? caseless || /^\p{Lu}/u.test(word.text)
    : /^(?:bin|ben|al|el|de|von|van|der|da|dos|-|–)$/.test(word.lower);
}

function describe(reading: Reading, { first, last, kind, known, place }: Found, nouns: Nouns, given: GivenNames): Candidate {
  const { document } = reading;
  const { words, text } = document;
  const start = (words[first] as Word).start;
  const end =
    known && known.last === last && known.end - (words[last - 1] as Word).end < 2
      ? Math.max(known.end, (words[last - 1] as Word).end)
      : (words[last - 1] as Word).end;
  const head = headOf(document, { start, end }) ?? (words[first] as Word);
  const surface = text.slice(start, end);
  const keys = keysOf(surface);
  const actor = known?.actor;
  const top = (known?.actor.kind ?? kind) === "state" ? head : topOf(document, head, first);
  const shared = { form: "name" as const, start, end, head: { start, end }, word: top.index, sentence: head.sentence, keys };
  const person = (actor ? actor.kind : kind) === "person";
  if (person) {
    const role = roleBefore(reading, first, head, nouns);
    return candidate({
      ...shared,
      kind: "person",
      class: "person",
      number: "one",
      country: actor?.country || role.country || "",
      sector: role.sector || actor?.sector || "",
      title: role.title || actor?.title || "",
      gender: role.gender || actor?.gender || given.gender(keys[0] ?? ""),
      reference: actor?.reference ?? "",
      name: actor?.name ?? "",
      body: role.body,
    });
  }
  // "an Iraqi was killed": one of a people, and not the state.
  if (actor?.country && (actor.as === "people" || actor.as === "adjective") && isOne(document, head))
    return candidate({
      ...shared,
      kind: "person",
      sector: "CVL",
      country: actor.country,
      name: surface,
      class: "person",
      number: "one",
      gender: "",
    });
  if (actor) {
    const people = actor.kind === "population";
    return candidate({
      ...shared,
      kind: actor.kind,
      country: actor.country || (actor.kind === "state" ? "" : countryOf(reading, head)),
      // "168 Liberians" are persons; "the Liberians" may be the nation.
      sector: people && isCounted(document, head) ? "CVL" : actor.sector,
      reference: people && isCounted(document, head) ? "" : actor.reference,
      name: actor.as === "people" || (actor.as === "adjective" && people) ? surface : actor.name,
      class: "group",
      number: people || actor.as === "adjective" ? "many" : "group",
      gender: "n",
    });
  }
  if (place) {
    const { country, name } = place;
    return candidate({
      ...shared,
      kind: "population",
      sector: "CVL",
      country: country ?? "",
      name,
      class: "group",
      number: "group",
      gender: "n",
    });
  }
  // "Foreign Ministry" written large is the same body as written small.
  const listed = nouns.phrase(keys.join(" "));
  const is = listed ?? organisationKind(keys, nouns);
  let country = countryOf(reading, head);
  for (let i = first; i < last && !country; i++) country = countryAt(reading, i);
  return candidate({
    ...shared,
    kind: is.kind,
    sector: is.sector,
    body: listed?.body ?? "",
    country,
    class: "group",
    number: "group",
    gender: "n",
  });
}

/** The head of the phrase that a name ends: "spokesman" in "Pentagon spokesman John Kirby" where the tree hangs the name on it. */
function topOf(document: Document, head: Word, first: number): Word {
  const { words, text } = document;
  let top = head;
  for (let above = words[top.head]; above; above = words[top.head]) {
    if (above.index >= first || first - above.index > 8 || !/^(?:flat|appos|compound|nmod)/.test(top.deprel)) break;
    if (
      top.children.some((index) => (words[index] as Word).deprel === "case") ||
      /[,;:()–—\n]/.test(text.slice(above.end, (words[first] as Word).start))
    )
      break;
    for (let i = above.index + 1; i < first; i++) if (!/^(?:NOUN|PROPN|PUNCT|ADJ)$/.test((words[i] as Word).upos)) return top;
    top = above;
  }
  return top;
}

interface Role {
  title: string;
  sector: string;
  country: string;
  gender: Gender;
  body: string;
}

/** Those who are against whom the word before them names. */
const ADVERSE = new Set(["critic", "opponent", "foe", "rival", "enemy", "defector", "dissident", "adversary"]);

export const isAdverse = (title: string): boolean => ADVERSE.has(title);

/** What stands before a person's name: "Pentagon spokesman", "Iraqi President", "militia leader", "Navy Cmdr.". */
function roleBefore(reading: Reading, first: number, head: Word, nouns: Nouns): Role {
  const { document, titleAt, knownAt } = reading;
  const role: Role = { title: "", sector: "", country: "", gender: "", body: "" };
  for (let i = first - 1; i >= 0 && first - i <= 7; i--) {
    const word = document.words[i] as Word;
    if (word.sentence !== head.sentence) break;
    const title = titleAt[i];
    const known = knownAt[i];
    if (title) {
      if (!role.title) role.title = title.title.title;
      role.sector ||= title.title.sector;
      role.gender ||= title.title.gender;
      i = title.first;
      continue;
    }
    if (known) {
      role.country ||= known.actor.country;
      // "Kremlin critic Ivan Petrov": whom somebody is against lends him nothing.
      if (isAdverse(role.title)) role.country ||= known.actor.country;
      else if (known.actor.kind !== "state" && known.actor.kind !== "population") role.sector = known.actor.sector || role.sector;
      i = known.first;
      continue;
    }
    const { noun, from } = nounAt(document, i, nouns);
    if (noun && noun.class !== "thing") {
      if (!role.title && noun.class === "person")
        role.title = document.words
          .slice(from, i + 1)
          .map(({ lower }) => lower)
          .join(" ");
      role.sector ||= noun.sector;
      role.gender ||= noun.gender;
      if (noun.body) role.body ||= noun.body;
      i = from;
      continue;
    }
    if (word.upos === "ADJ" || word.upos === "NOUN" || word.upos === "PROPN" || word.text === "-") continue;
    if (word.lower === "'s" || word.lower === "’s") continue;
    break;
  }
  return role;
}

/** The longest phrase of the lexicon that ends in a word, and the word that it begins with: "superintendent of police". */
function nounAt({ words }: Document, last: number, nouns: Nouns): { noun: Noun | undefined; from: number } {
  const word = words[last] as Word;
  // "Government critic Ali Hassan": a tagger takes the last for an adjective.
  const isNoun = word.upos === "NOUN" || word.upos === "PROPN" || word.lower === "critic";
  if (!isNoun) return { noun: undefined, from: last };
  let found = { noun: nouns.word(word.lemma.toLowerCase(), word.lower), from: last };
  let phrase = word.lower;
  for (let i = last - 1; i >= 0 && last - i <= 3; i--) {
    const before = words[i] as Word;
    if (before.sentence !== word.sentence || before.upos === "PUNCT" || before.upos === "VERB") break;
    phrase = `${before.lower} ${phrase}`;
    const noun = nouns.phrase(phrase);
    if (noun) found = { noun, from: i };
  }
  return found;
}
