import type { Knowledge } from "../model/index.ts";
import { rowsOf } from "../shared/tables.ts";
import { type Feature, logit } from "./features.ts";

/** What a report's events are worth on the whole, in the sentences that the judge has learnt from. */
const USUAL = 0.56;
/** How much of what the others tell is believed, and how far one event may be moved, in log odds. */
const BELIEVED = 0.5;
const [LEAST_SHIFT, MOST_SHIFT] = [-1, 1.5];

/**
 * The events of a report speak for each other: a match report's attack is none, and a doubtful one among raids is likely one.
 * The first look at each, its own sentence alone, is moved by the mean of all; one or two events tell little.
 */
export function together(alone: readonly number[]): number[] {
  if (alone.length < 2) return [...alone];
  const mean = alone.reduce((sum, p) => sum + p, 0) / alone.length;
  const shift = (BELIEVED * (logit(mean) - logit(USUAL)) * alone.length) / (alone.length + 4);
  const bounded = Math.min(MOST_SHIFT, Math.max(LEAST_SHIFT, shift));
  return alone.map((p) => sigmoid(logit(p) + bounded));
}

/** Below this an event is taken for none: a match, a price, a film, a figure of speech. */
export const LEAST = 0.3;

/**
 * Says how likely it is that a frame's words tell of an event of its type: a logistic model, learnt by `training/judge` from
 * sentences written and annotated for it and from what readers said of candidates in whole reports; weights in `events/judge`.
 * It looks at whose deed it is, to whom, how it is told and in which surroundings. What it doubts is left out; of what stays, its
 * probability is the confidence: of a hundred events said to be sure to 0.8 about eighty are right.
 */
export class Judge {
  private readonly weights = new Map<string, number>();

  constructor(knowledge: Knowledge) {
    for (const { feature, weight } of rowsOf(knowledge, "events/judge", ["feature", "weight"]))
      this.weights.set(feature, Number(weight));
  }

  /** How likely it is an event, 0..1. */
  probability(features: readonly Feature[]): number {
    return sigmoid(features.reduce((sum, [name, value]) => sum + (this.weights.get(name) ?? 0) * value, 0));
  }
}

const sigmoid = (sum: number): number => Math.min(0.999, Math.max(0.001, 1 / (1 + Math.exp(-sum))));
