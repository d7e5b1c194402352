import type { EntityKind, Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import { fold } from "../lexicon/normalise.ts";
import type { Noun, Nouns } from "../lexicon/nouns.ts";
import { BEHIND, type Candidate, candidate, type Grammatical } from "./candidate.ts";
import { countryAt, countryOf } from "./country.ts";
import { denotes } from "./denoting.ts";
import { ownerOf, ROLES, worldOf } from "./owners.ts";
import { headSpan, nounPhrase } from "./phrases.ts";
import { isTarget } from "./positions.ts";
import type { Reading } from "./reading.ts";

const INDEFINITE = new Set([
  "a",
  "an",
  "some",
  "any",
  "another",
  "no",
  "every",
  "each",
  "several",
  "many",
  "few",
  "various",
  "numerous",
  "certain",
]);
const DEMONSTRATIVE = new Set(["this", "that", "these", "those", "such"]);

/** Descriptions: phrases whose head denotes a person, a group or an organisation. `taken`: words that names cover. */
export function findNominals(reading: Reading, nouns: Nouns, taken: Uint8Array): Candidate[] {
  const { words } = reading.document;
  const found: Candidate[] = [];
  for (const word of words) {
    if (taken[word.index]) continue;
    const acting = actsThrough(reading, word);
    if (!acting && isModifier(words, word)) continue;
    const noun = denotes(reading, word, nouns);
    if (!noun || isRegion(reading, word, noun) || (acting && !IN_ARMS.has(noun.kind))) continue;
    if (isCountedWhole(reading, word, nouns)) continue;
    if (noun.kind === "population" && SETTLEMENTS.has(word.lemma) && !isTarget(reading.document, word)) continue;
    const one = acting ? asForce(describe(reading, word, noun, nouns), noun) : describe(reading, word, noun, nouns);
    if (one.modifiers.length === 0 && one.article === "definite" && word.lemma === "head" && word.deprel === "obl") continue;
    // "by force", but "adequate police force"
    if (one.article === "bare" && word.lower === "force" && one.kind !== "police") continue;
    // "opposition to the plan" is a stance and no party.
    if (word.lower === "opposition" && one.article === "bare" && behind(words, word, "to")) continue;
    // "demand justice"
    if (word.text === "justice" && one.article === "bare" && one.modifiers.length === 0) continue;
    // "in front of the bank"
    if (word.lower === "front" && words[word.index - 1]?.lower === "in") continue;
    if (
      one.article === "bare" &&
      one.number === "group" &&
      one.modifiers.length === 0 &&
      BARE.has(word.lemma) &&
      !(word.deprel.startsWith("nsubj") && word.lemma !== "office")
    )
      continue;
    found.push(one);
    for (const { word: modifier, country } of otherCountries(reading, word, one.country))
      found.push({ ...one, start: modifier.start, country, modifiers: [...one.modifiers, country] });
    // "the ministers of Chad and Niger": what is said of both begins at the head, for each but the first.
    for (const country of countriesBehind(reading, word, one))
      found.push({ ...one, start: word.start, country, modifiers: [...one.modifiers, country] });
  }
  return found;
}

/** Whether a noun is followed by what hangs on it by a preposition. */
const behind = (words: readonly Word[], noun: Word, preposition: string): boolean =>
  noun.children.some(
    (index) => index > noun.index && (words[index] as Word).children.some((at) => (words[at] as Word).lower === preposition),
  );

/** "French and Egyptian warships": the countries before the head but the first, each with the word that names it. */
function otherCountries(reading: Reading, head: Word, first: string): { word: Word; country: string }[] {
  if (!first) return [];
  const { words } = reading.document;
  const before = head.children.filter((index) => index < head.index && /^(?:amod|compound)/.test((words[index] as Word).deprel));
  const joined = before.flatMap((index) => [
    index,
    ...(words[index] as Word).children.filter((at) => at < head.index && (words[at] as Word).deprel === "conj"),
  ]);
  const named = joined.map((index) => ({ word: words[index] as Word, country: countryAt(reading, index) }));
  const others = named.filter(
    ({ country }, i) => country && country !== first && named.findIndex((x) => x.country === country) === i,
  );
  const coordinated = (word: Word) => /^(?:and|or|,|&)$/.test(words[word.index - 1]?.lower ?? "");
  return others.filter(({ word }) => coordinated(word));
}

/** "the ministers of Chad and Niger": the countries behind a plural but the first. */
function countriesBehind({ document: { words }, knownAt }: Reading, head: Word, one: Candidate): string[] {
  if (!one.country || !isPlural(head) || one.start === head.start) return [];
  const stateAt = (index: number): string => {
    const known = knownAt[index]?.actor;
    return known?.kind === "state" ? known.country : "";
  };
  const first = head.children.find(
    (index) =>
      index > head.index &&
      relation(words[index] as Word) === "nmod" &&
      hasOf(words, words[index] as Word) &&
      stateAt(index) === one.country,
  );
  if (first === undefined) return [];
  const joined = (words[first] as Word).children.filter((index) => (words[index] as Word).deprel === "conj").map(stateAt);
  return [...new Set(joined)].filter((country) => country !== "" && country !== one.country);
}

/** "militia" in "militia officials", "coalition" in "U.S. and coalition forces". */
function isModifier(words: readonly Word[], word: Word): boolean {
  let at = word;
  for (let n = 0; n < 4 && at.deprel === "conj" && at.head >= 0; n++) at = words[at.head] as Word;
  const link = relation(at);
  return (
    link === "compound" ||
    link === "fixed" ||
    link === "goeswith" ||
    (link === "flat" && at === word) ||
    (at !== word && link === "amod")
  );
}

/** "killed in police firing", "under army escort": who acts stands before the deed as its modifier. */
const actsThrough = ({ document: { words }, deeds }: Reading, word: Word): boolean =>
  word.deprel === "compound" &&
  word.head > word.index &&
  word.head - word.index <= 2 &&
  deeds.force.has((words[word.head] as Word).lemma);
const IN_ARMS = new Set<EntityKind>(["police", "military", "armed-group"]);

/** "a guerrilla offensive", "the rebel attack": those who are spoken of, and no single one. */
const asForce = (one: Candidate, noun: Noun): Candidate =>
  noun.class === "person" ? { ...one, kind: noun.kind, number: "many", article: "definite" } : one;

/** "a group of guerrillas": the bare plural behind the count is no second party beside it. */
function isCountedWhole(reading: Reading, word: Word, nouns: Nouns): boolean {
  const { words } = reading.document;
  const outer = relation(word) === "nmod" && isPlural(word) ? words[word.head] : undefined;
  if (!outer || outer.index > word.index || isModifier(words, outer) || !gathers(words, outer, word)) return false;
  return denotes(reading, outer, nouns)?.counted === word;
}

/** Whether a noun gathers bare others into one party; "the number of people" is a number. */
function gathers(words: readonly Word[], outer: Word, inner: Word): boolean {
  const lemma = outer.lemma.toLowerCase();
  if (!GROUPED.has(lemma)) return false;
  if (lemma === "number" && outer.children.some((index) => (words[index] as Word).lower === "the")) return false;
  return !inner.children.some((index) => /^(?:det|nummod|nmod:poss)$/.test((words[index] as Word).deprel));
}

/** Nouns that gather whom they count into one party. */
const GROUPED = new Set(
  "group bunch band team crew number dozen score hundred thousand crowd couple pair handful mob".split(" "),
);

/** Places and states of being rather than bodies when they stand bare: "in office", "at school", "took power". */
const BARE = new Set(
  "office court school college university church company power command class control contact charge authority prison party band culture order service security administration press society state nation force intelligence prosecution".split(
    " ",
  ),
);

/** Nouns of places that are people only where something is done to them. */
const SETTLEMENTS = new Set("town hamlet enclave".split(" "));

/** "San Miguel department": a region, where no police or ministry goes before. */
function isRegion({ document, countryAt }: Reading, word: Word, noun: Noun): boolean {
  if (word.lemma.toLowerCase() !== "department" || noun.body) return false;
  return (
    /s$/i.test(word.text) ||
    word.children.some((index) => countryAt[index] !== "" && relation(document.words[index] as Word) === "compound")
  );
}

function describe(reading: Reading, head: Word, noun: Noun & { counted?: Word }, nouns: Nouns): Candidate {
  const { document } = reading;
  const { words } = document;
  const span = nounPhrase(document, head);
  const plural =
    (head.upos === "NUM" && !/^(?:1|one)$/.test(head.lower)) ||
    head.lower === "those" ||
    (isPlural(head) && (noun.class !== "group" || /s$/.test(head.lower) || noun.body === "")) ||
    noun.counted !== undefined;
  let article: Candidate["article"] = "bare";
  const modifiers: string[] = [];
  let counts = false;
  for (const index of head.children) {
    const child = words[index] as Word;
    const link = relation(child);
    if (link === "det")
      article = DEMONSTRATIVE.has(child.lower)
        ? "demonstrative"
        : INDEFINITE.has(child.lower)
          ? "indefinite"
          : child.lower === "the"
            ? "definite"
            : article;
    else if (child.deprel === "nmod:poss") article = "possessive";
    else if (link === "nummod") counts = true;
    if (index < head.index && (link === "amod" || link === "compound" || (link === "nmod" && child.deprel !== "nmod:poss")))
      modifiers.push(fold(child.lemma));
    // What merely stands behind ("in Iraq") is marked: it tells bare plurals apart, but not "the militia" from "a militia".
    else if (link === "nmod" && child.upos !== "PRON") modifiers.push((hasOf(words, child) ? "" : BEHIND) + fold(child.lemma));
  }
  const number: Grammatical =
    plural || counts
      ? "many"
      : noun.class === "group"
        ? "group"
        : head.lower === "people" || head.lower === "police"
          ? "many"
          : "one";
  const owner = ROLES.has(noun.body === undefined ? head.lemma : "") ? ownerOf(reading, noun.counted ?? head, nouns) : undefined;
  // What is the United Nations' is nobody's country: "U.N. peacekeepers".
  const bodied = worldOf(reading, noun.counted ?? head);
  const sector = owner?.sector || noun.sector || (bodied ? "IGO" : "");
  // "five were hurt": whoever they are.
  const unknown = head.upos === "NUM" && noun.counted === undefined;
  const kind = unknown
    ? noun.kind
    : bodied && number !== "one"
      ? "intergovernmental"
      : owner && number !== "one"
        ? ownedKind(noun, owner.kind)
        : kindOf(noun, number);
  return candidate({
    form: "nominal",
    start: span.start,
    end: span.end,
    // Of "hundreds of prisoners" the prisoners are who is meant.
    head: headSpan(document, noun.counted && gathers(words, head, noun.counted) ? noun.counted : head),
    word: head.index,
    sentence: head.sentence,
    kind,
    sector: sector || (kind === "civilians" ? "CVL" : ""),
    country: countryOf(reading, head) || (noun.counted ? countryOf(reading, noun.counted) : ""),
    class: noun.class,
    gender: noun.gender || (noun.class === "person" ? "" : "n"),
    number,
    keys: [fold(noun.counted ? noun.counted.lemma : noun.body?.includes(" ") ? noun.body : head.lemma)],
    modifiers,
    article: (counts || noun.counted !== undefined) && article === "bare" ? "indefinite" : article,
    body: noun.body ?? "",
  });
}

const hasOf = (words: readonly Word[], word: Word): boolean => word.children.some((at) => (words[at] as Word).lower === "of");

const isPlural = (word: Word): boolean =>
  word.xpos === "NNS" ||
  word.xpos === "NNPS" ||
  (word.lower !== word.lemma.toLowerCase() && /s$/.test(word.lower) && word.upos === "NOUN") ||
  /^(?:people|men|women|children|police)$/.test(word.lower);

/** Bodies that their people do not stand for: three candidates are no party, two judges no judiciary. */
const APART = new Set<EntityKind>(["government", "party", "judiciary", "organisation", "business", "media"]);

/** "union members", "party leaders" are persons; the army's headquarters are no army; its staff is, and rebel leaders are rebels. */
const ownedKind = (noun: Noun, owner: EntityKind): EntityKind =>
  noun.class === "person" && APART.has(owner) ? "person" : noun.class === "thing" ? noun.kind : owner;

/** One soldier is a person of the military, soldiers are the military. */
function kindOf(noun: Noun, number: Grammatical): EntityKind {
  if (noun.class === "person" && (number === "one" || APART.has(noun.kind))) return "person";
  // Attackers are persons of whom no more is known, and no civilians.
  if (noun.kind === "person") return number === "many" && noun.sector !== "REB" ? "civilians" : "person";
  return noun.kind;
}
