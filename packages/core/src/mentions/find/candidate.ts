import type { EntityKind, Span } from "../../model/index.ts";

export type Gender = "" | "m" | "f" | "n";
/** one, many, a group under a singular noun ("it" or "they"), or not known. */
export type Grammatical = "one" | "many" | "group" | "any";

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
  /** Keys of the content words that modify the head. */
  modifiers: readonly string[];
  article: "definite" | "indefinite" | "demonstrative" | "possessive" | "bare";
  /** The body that a noun denotes in any state: "foreign ministry". */
  body: string;
}

const nothing = {
  kind: "unknown",
  country: "",
  sector: "",
  reference: "",
  name: "",
  title: "",
  class: "person",
  gender: "",
  number: "any",
  person: 3,
  keys: [],
  modifiers: [],
  article: "bare",
  body: "",
} as const;

/** A candidate with what is known of it; the rest is empty. */
export function candidate(
  known: Pick<Candidate, "start" | "end" | "form" | "head" | "word" | "sentence"> & Partial<Candidate>,
): Candidate {
  return { ...nothing, ...known };
}
