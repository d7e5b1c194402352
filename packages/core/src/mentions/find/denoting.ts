import type { Document, Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import type { Noun, Nouns } from "../lexicon/nouns.ts";
import type { Reading } from "./reading.ts";

/** Heads that count or part others: "dozens of soldiers", "members of the group". What they count decides. */
const COUNTING = new Set(
  "dozen hundred thousand million billion score number majority minority handful lot couple pair percent % group bunch part some many most several few all both one two three four five six seven eight nine ten none half third quarter rest each any crowd wave team crew generation string series array mixture host convoy column busload truckload boatload plenty other another either neither".split(
    " ",
  ),
);
/** Pronouns of quantity and indefinite ones that are people on their own. */
const PEOPLE = new Set(["someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "others"]);

/** What a word as the head of its phrase denotes, if an actor. */
export function denotes(reading: Reading, word: Word, nouns: Nouns): (Noun & { counted?: Word }) | undefined {
  const { document } = reading;
  const { upos, lower } = word;
  if (PEOPLE.has(lower) && (upos === "PRON" || upos === "NOUN"))
    return { kind: "person", sector: "", class: "person", gender: "" };
  const counts = COUNTING.has(lower) || COUNTING.has(word.lemma);
  if (counts || upos === "NUM") {
    const inner = counted(document, word);
    if (inner) {
      const noun = ofNoun(reading, inner, nouns);
      // "one of the parties" is a person where the party is; "a group of soldiers" is soldiers
      if (noun && noun.class !== "thing") return { ...noun, body: "", counted: inner };
    }
    if (isHarmed(document, word)) return { kind: "person", sector: "", class: "person", gender: "" };
    if (counts && !(upos === "NOUN")) return undefined;
    if (upos === "NUM") return undefined;
  }
  // "those killed in the raid", "those who were wounded"
  if (lower === "those" && isTold(document, word)) return { kind: "person", sector: "", class: "person", gender: "" };
  // "a 17-year-old was killed"
  if (AGED.test(lower) && isAge(document, word) && isArgument(word))
    return { kind: lower === "old" ? "person" : "civilians", sector: "CVL", class: "person", gender: "" };
  // "six soldiers and one civilian"
  if (upos === "ADJ" && word.children.some((index) => (document.words[index] as Word).deprel === "nummod"))
    return ofNoun(reading, word, nouns);
  if (upos === "ADJ")
    return hasPlainArticle(document, word) && isArgument(word) && POOR.has(lower)
      ? { kind: "civilians", sector: "CVL", class: "person", gender: "" }
      : undefined;
  if (upos !== "NOUN" && upos !== "PROPN") return undefined;
  return ofNoun(reading, word, nouns);
}

const AGED = /^olds?$/;
/** "17-year-old", in the words that it is parted into. */
const isAge = ({ words }: Document, { index }: Word): boolean =>
  /^[-‐‑]$/.test(words[index - 1]?.text ?? "") && /^(?:year|month|week|day)$/.test(words[index - 2]?.lower ?? "");

/** Deeds that are done to people: whom a bare number counts there. */
const HARMING = new Set("kill wound injure hurt murder execute arrest detain kidnap abduct jail die".split(" "));
const BARE_COUNT =
  /^(?:\d{1,3}|\d{1,3}(?:,\d{3})+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens|scores|hundreds)$/;

const HARMED = /^(?:dead|wounded|injured|hurt|killed|missing)$/;

/** "Twelve were wounded", "killing five": a count that stands alone where people do. */
function isHarmed({ words }: Document, word: Word): boolean {
  if (!BARE_COUNT.test(word.lower)) return false;
  // "left 67 dead and over 200 injured"
  const next = words[word.index + 1];
  if (next?.sentence === word.sentence && HARMED.test(next.lower) && !/^(?:NOUN|PROPN)$/.test(words[next.index + 1]?.upos ?? ""))
    return true;
  if (isTold({ words }, word)) return true;
  if (!/^(?:nsubj|obj)/.test(word.deprel)) return false;
  const verb = words[word.head];
  if (!verb || !HARMING.has(verb.lemma.toLowerCase())) return false;
  const passive = verb.children.some((index) => words[index]?.deprel === "aux:pass");
  return word.deprel === "obj" || passive || verb.lemma.toLowerCase() === "die";
}

/** "those killed", "the 12 who were murdered": a clause behind tells that it was done to them. */
const isTold = ({ words }: Pick<Document, "words">, word: Word): boolean =>
  word.children.some((index) => {
    const clause = words[index] as Word;
    if (clause.deprel !== "acl" && clause.deprel !== "acl:relcl") return false;
    if (!HARMING.has(clause.lemma.toLowerCase())) return false;
    if (clause.deprel === "acl") return clause.xpos === "VBN" || clause.xpos === "VBD";
    return clause.lemma === "die" || clause.children.some((at) => words[at]?.deprel === "aux:pass");
  });

const POOR = new Set([
  "wounded",
  "dead",
  "injured",
  "poor",
  "rich",
  "wealthy",
  "elderly",
  "young",
  "homeless",
  "unemployed",
  "disabled",
  "sick",
  "missing",
  "displaced",
  "accused",
  "living",
  "deceased",
  "blind",
  "deaf",
  "faithful",
  "oppressed",
  "hungry",
]);
const hasPlainArticle = (document: Document, word: Word): boolean =>
  word.children.some((index) => (document.words[index] as Word).lower === "the");
const isArgument = (word: Word): boolean => /^(?:nsubj|obj|iobj|obl|nmod|conj)/.test(word.deprel);

/** The noun behind "of". */
function counted(document: Document, word: Word): Word | undefined {
  for (const index of word.children) {
    const child = document.words[index] as Word;
    if (index < word.index || relation(child) !== "nmod") continue;
    if (
      child.children.some((at) => (document.words[at] as Word).lower === "of" || (document.words[at] as Word).lower === "among")
    )
      return child;
  }
  return undefined;
}

/** The longest phrase of the lexicon that ends in the word and stands within its noun phrase, else the word alone. */
function ofNoun({ document, knownAt }: Reading, word: Word, nouns: Nouns): Noun | undefined {
  const { words } = document;
  let best: Noun | undefined;
  let text = word.lower;
  let lemmas = word.lemma.toLowerCase();
  for (let i = word.index - 1; i >= 0 && word.index - i <= 4; i--) {
    const before = words[i] as Word;
    if (before.sentence !== word.sentence || before.upos === "PUNCT" || before.upos === "DET") break;
    if (before.upos === "VERB" && before.deprel !== "amod") break;
    if (knownAt[i] && before.upos !== "NOUN") break;
    text =
      before.lower.startsWith("'") || before.lower.startsWith("’")
        ? `'s ${text}`
        : `${before.lower}${text.startsWith("'s ") ? "" : " "}${text}`;
    lemmas = `${before.lower} ${lemmas}`;
    best = nouns.phrase(text) ?? nouns.phrase(text.replace(/ '/, "'")) ?? nouns.phrase(lemmas) ?? best;
  }
  if (best) return best;
  // "ministry of defence": the phrase goes on behind the head
  const of = words[word.index + 1];
  if (of?.lower === "of") {
    let after = `${word.lower} of`;
    for (let i = word.index + 2; i < words.length && i <= word.index + 5 && (words[i] as Word).sentence === word.sentence; i++) {
      after += ` ${(words[i] as Word).lower}`;
      best = nouns.phrase(after) ?? best;
    }
    if (best) return best;
  }
  // A capitalised word within a longer run of proper nouns is part of a name that nobody found.
  if (word.upos === "PROPN" && /^\p{Lu}/u.test(word.text) && isInName(document, word)) return undefined;
  // "the patrolling" is what the patrol does.
  if (/[a-z]{3}ing$/.test(word.lower) && word.lower !== word.lemma.toLowerCase()) return undefined;
  return nouns.word(word.lemma.toLowerCase(), word.lower);
}

function isInName({ words }: Document, word: Word): boolean {
  const before = words[word.index - 1];
  const after = words[word.index + 1];
  const name = (other: Word | undefined) =>
    other !== undefined && other.sentence === word.sentence && other.upos === "PROPN" && /^\p{Lu}\p{Ll}/u.test(other.text);
  return /^\p{Lu}\p{Ll}/u.test(word.text) && (name(before) || name(after));
}
