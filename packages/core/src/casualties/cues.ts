import type { Casualty, Document, Knowledge, Word } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { victimsOfDeath } from "./deaths.ts";

export type Outcome = Casualty["outcome"];

/** Where the victims of a word stand, as `lexicons/en/casualties/outcomes.tsv` says. */
export type Place =
  | "object"
  | "object-weak"
  | "object-forces"
  | "object-lost"
  | "subject"
  | "subject-many"
  | "of"
  | "of-forces"
  | "of-lost"
  | "of-fatal"
  | "counted"
  | "counted-none"
  | "claimed"
  | "state"
  | "taken"
  | "object-captors"
  | "suffered"
  | "condition"
  | "custody-forces"
  | "body";

export interface Cue {
  word: Word;
  outcome: Outcome;
  place: Place;
}

export interface Cues {
  /** The casualty words of a report, in text order. */
  find(document: Document): Cue[];
}

/** Lemma and part of speech lead to what a word tells; words that a tagger takes for another part are found by form too. */
export function createCues(knowledge: Knowledge): Cues {
  const verbs = new Map<string, { outcome: Outcome; place: Place }>();
  const nouns = new Map<string, { outcome: Outcome; place: Place }[]>();
  const states = new Map<string, Outcome>();
  for (const { lemma, pos, outcome, victims } of rowsOf(knowledge, "casualties/outcomes", [
    "lemma",
    "pos",
    "outcome",
    "victims",
  ])) {
    const entry = { outcome: outcome as Outcome, place: victims as Place };
    if (pos === "verb") verbs.set(lemma, entry);
    else if (pos === "noun" && victims !== "state") nouns.set(lemma, [...(nouns.get(lemma) ?? []), entry]);
    else for (const form of listOf(lemma)) states.set(form, entry.outcome);
  }
  return {
    find(document) {
      const found: Cue[] = [];
      for (const word of document.words) {
        // A tagger takes "was shot" for an adjective at times, and "a man shot dead" for a noun.
        const shot = word.lower === "shot" && (word.upos === "ADJ" || (word.upos === "NOUN" && endsDead(document, word)));
        const lemma = shot ? "shoot" : word.lemma.toLowerCase();
        // Who is hanged is dead; who hung a banner is not.
        if (lemma === "hang" && word.lower !== "hanged") continue;
        // "launched 120 drones, and 95 were shot down"
        if (lemma === "shoot" && isDowned(document, word)) continue;
        const verb = word.upos === "VERB" || word.xpos.startsWith("VB") || lemma === "shoot" ? verbs.get(lemma) : undefined;
        if (verb && !isAttribute(document, word)) {
          found.push({ word, ...deadly(document, word, verb) });
          continue;
        }
        const dead = word.upos === "VERB" ? victimsOfDeath(document, word) : undefined;
        if (dead) {
          found.push({ word, outcome: "killed", place: dead });
          continue;
        }
        const state = states.get(word.lower) ?? (word.upos === "NOUN" ? states.get(word.lemma.toLowerCase()) : undefined);
        if (state) {
          found.push({ word, outcome: state, place: "state" });
          continue;
        }
        if (word.upos !== "NOUN" && word.upos !== "PROPN") continue;
        for (const entry of nouns.get(word.lemma.toLowerCase()) ?? []) found.push({ word, ...entry });
      }
      return found;
    },
  };
}

/** "wounded soldiers": a participle that only describes; "wounded three soldiers" tells, however it is read. */
function isAttribute(document: Document, word: Word): boolean {
  if (word.deprel !== "amod" || word.xpos === "VBG") return false;
  const next = document.words[word.index + 1];
  return !(next && next.sentence === word.sentence && (next.upos === "NUM" || next.upos === "DET" || COUNTS.test(next.lower)));
}

/** Of a bare number that is shot down nobody knows that they are people. */
function isDowned({ words }: Document, word: Word): boolean {
  if (words[word.index + 1]?.lower !== "down") return false;
  return word.children.some((i) => words[i]?.upos === "NUM" && /^(?:nsubj:pass|obj)$/.test(words[i]?.deprel ?? ""));
}

/** "shot dead", "shot to death", "shot and killed", "shot, killed". */
function endsDead(document: Document, word: Word): boolean {
  const [next, second] = [document.words[word.index + 1]?.lower ?? "", document.words[word.index + 2]?.lower ?? ""];
  return next === "dead" || (next === "to" && second === "death") || ((next === "and" || next === ",") && second === "killed");
}
const COUNTS = /^(?:several|dozens|numerous|hundreds|another)$/;

/** "shot dead", "shot and killed", "fatally stabbed" tell of a death. */
function deadly(document: Document, word: Word, verb: { outcome: Outcome; place: Place }): { outcome: Outcome; place: Place } {
  if (verb.place !== "object-weak" && verb.outcome !== "injured") return verb;
  const before = document.words[word.index - 1]?.lower;
  if (before === "fatally" || endsDead(document, word) || victimsOfDeath(document, word) === "object") {
    return { outcome: "killed", place: "object" };
  }
  return verb;
}
