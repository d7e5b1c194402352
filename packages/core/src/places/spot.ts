import type { Span } from "../model/index.ts";

/** A stretch of words that may name a place, before it is known which. */
export interface Spot extends Span {
  /** Words `first` (inclusive) to `last` (exclusive). */
  first: number;
  last: number;
  sentence: number;
  key: string;
  /** Gazetteer entries of that name, likeliest first; empty for a name that only the model takes for a place. */
  entries: readonly number[];
  /** The name was found by its transliteration only. */
  loose: boolean;
  /** How much speaks for a place here; from `ENOUGH` on it is taken for one. */
  belief: number;
  /** What a word beside it says that it is: "province", "city". */
  kind?: string;
  /** The spot right after it that it says it lies in: "Paris, Texas". Index into the list of spots. */
  within?: number;
  /** Said to be where something is: "in Iran", and not "Iran said". */
  locative?: boolean;
  /** The spot stands in the dateline. */
  dateline?: boolean;
  /** The spot that this unknown place lies in: "Gavragay, Lashkar Gah district". Index into the list of spots. */
  anchor?: number;
  /** An abbreviation of a region after a comma. */
  abbreviated?: boolean;
  /** It speaks or is spoken to for its government: "Washington said". */
  metonym?: boolean;
  /** It only modifies or begins the name of an institution: "Palmyra police". */
  modifier?: boolean;
  /** The institution is a town's: "a Jordan resident". */
  local?: boolean;
  /** A building or a service named after the place of `entries`, which says roughly where it is. */
  facility?: boolean;
  /** The text is about what lies near, and not in, the place: "30 km north of Mosul", "near Mosul". */
  relation?: "near";
  /** A direction before the name: "southern Philippines". Degrees north and east, each -1, 0 or 1. */
  toward?: { north: number; east: number };
  /** The region, written after a comma, in which the gazetteer knows no such place: "Gratis, Ga." */
  outer?: number;
}

/** Belief from which on a spot is a place. */
export const ENOUGH = 2;
