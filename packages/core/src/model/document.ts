import type { Span } from "./span.ts";

/** A syntactic word (UD): "don't" is two. Words are in text order and `index` is their place in `Document.words`. */
export interface Word extends Span {
  index: number;
  /** Index into `Document.sentences`. */
  sentence: number;
  /** The characters of the text, with damaged marks as they were meant ("â€œ" is "“"), and the same in lower case with straight quotes. */
  text: string;
  lower: string;
  lemma: string;
  /** UD's universal tag and the Penn tag. */
  upos: string;
  xpos: string;
  /** Index of the head word in `Document.words`; -1 for the root of a sentence. */
  head: number;
  /** UD relation with its subtype, "nsubj:pass". */
  deprel: string;
  /** Indices of the words that hang on this one, in text order. */
  children: number[];
}

/** A sentence: words `first` (inclusive) to `last` (exclusive). */
export interface Sentence extends Span {
  index: number;
  first: number;
  last: number;
  /** Index of the word that is the tree's root. */
  root: number;
}

export type NameKind = "person" | "organisation" | "place" | "other";

/** A proper name as the learned model found it: words `first` (inclusive) to `last` (exclusive). */
export interface Name extends Span {
  first: number;
  last: number;
  kind: NameKind;
  /** The model's probability for this span and kind, 0..1. */
  score: number;
}

/** A report's text as the language engine read it: what every later stage stands on. */
export interface Document {
  text: string;
  headline?: Span;
  sentences: Sentence[];
  words: Word[];
  names: Name[];
}
