import type { EntityKind, Span } from "../../model/index.ts";

export type Gender = "" | "m" | "f" | "n";
/** one, many, a group under a singular noun ("it" or "they"), or not known. */
export type Grammatical = "one" | "many" | "group" | "any";

/** Marks a modifier such as "Iraq" in "the militia in Iraq". */
export const BEHIND = ">";

/** A mention before it is known whose it is. */
export interface Candidate extends Span {
  form: "name" | "nominal" | "pronoun";
  head: Span;
  /** Index of the syntactic head word. */
  word: number;
  sentence: number;
  kind: EntityKind;
  country: string;
  sector: string;
  /** The lexicon's key and canonical name. */
  reference: string;
  name: string;
  title: string;
  /** person, group or thing (a machine that stands for its crew). */
  class: "person" | "group" | "thing";
  gender: Gender;
  number: Grammatical;
  /** Of a pronoun: 1, 2, 3; else 3. */
  person: 1 | 2 | 3;
  /** Keys of a name, or the head noun's lemma. */
  keys: readonly string[];
  /** Keys of the content words that modify the head; those that merely stand behind it have `BEHIND` in front. */
  modifiers: readonly string[];
  article: "definite" | "indefinite" | "demonstrative" | "possessive" | "bare";
  /** The body that a noun denotes in any state: "foreign ministry". */
  body: string;
}

type Known = Pick<Candidate, "start" | "end" | "form" | "head" | "word" | "sentence"> & Partial<Candidate>;
const NONE: readonly string[] = [];

/** A candidate with what is known of it; the rest is empty. Written out, so that all have one shape. */
export function candidate(known: Known): Candidate {
  return {
    start: known.start,
    end: known.end,
    form: known.form,
    head: known.head,
    word: known.word,
    sentence: known.sentence,
    kind: known.kind ?? "unknown",
    country: known.country ?? "",
    sector: known.sector ?? "",
    reference: known.reference ?? "",
    name: known.name ?? "",
    title: known.title ?? "",
    class: known.class ?? "person",
    gender: known.gender ?? "",
    number: known.number ?? "any",
    person: known.person ?? 3,
    keys: known.keys ?? NONE,
    modifiers: known.modifiers ?? NONE,
    article: known.article ?? "bare",
    body: known.body ?? "",
  };
}
