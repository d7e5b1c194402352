import type { Facts } from "./facts.ts";
import { type Ground, sum } from "./ground.ts";
import { groundsOf } from "./grounds.ts";
import type { Happening } from "./happenings.ts";
import type { Subjects } from "./subjects.ts";
import { WEIGHTS } from "./weights.ts";

export interface Likeness {
  grounds(i: number, j: number): Ground[];
  /** Log-odds that two happenings are one, kept within bounds so that no single pair decides for a crowd. */
  pair(i: number, j: number): number;
  /** The mean over pairs of two clusters. */
  average(a: readonly number[], b: readonly number[]): number;
}

const BOUND = 6;
/** Members of a cluster that stand for it when it is compared: the main stories among them first. */
const SPOKESMEN = 5;

export function likenessOf(happenings: readonly Happening[], subjects: Subjects): Likeness {
  const known: Map<number, number>[] = [];
  const grounds = (i: number, j: number): Ground[] => {
    const [a, b] = [happenings[i] as Happening, happenings[j] as Happening];
    const found = [{ words: () => "starting odds", weight: WEIGHTS.prior as number }, ...groundsOf(a.facts, b.facts)];
    if (a.report === b.report) return found;
    if (a.facts.days.length === 0 || b.facts.days.length === 0)
      found.push({ words: () => "no day to compare", weight: WEIGHTS.noDay });
    const both = a.main && b.main;
    if (both && stale(a.facts, b.facts)) found.push({ words: () => "news of other weeks", weight: WEIGHTS.stale });
    const places = a.facts.where.flatMap(({ name, folded }) =>
      b.facts.where.some((other) => other.folded === folded) ? name : [],
    );
    const like = subjects.like(a.report, b.report, places);
    found.push(storyGround(like, both));
    if (a.main !== b.main) found.push({ words: () => "one report recalls what the other tells", weight: WEIGHTS.recalled });
    if (both) found.push({ words: () => "what both reports are about", weight: WEIGHTS.bothMain });
    return found;
  };
  const pair = (i: number, j: number): number => {
    const [one, other] = i < j ? [i, j] : [j, i];
    const held = known[one] ?? new Map<number, number>();
    known[one] = held;
    const before = held.get(other);
    if (before !== undefined) return before;
    const odds =
      happenings[i]?.facts.type === happenings[j]?.facts.type
        ? Math.max(-BOUND, Math.min(BOUND, sum(grounds(one, other))))
        : -BOUND;
    held.set(other, odds);
    return odds;
  };
  const spokesmen = (members: readonly number[]): readonly number[] => {
    if (members.length <= SPOKESMEN) return members;
    const main = members.filter((i) => happenings[i]?.main);
    return [...main, ...members.filter((i) => !happenings[i]?.main)].slice(0, SPOKESMEN);
  };
  return {
    grounds,
    pair,
    average(a, b) {
      const [x, y] = [spokesmen(a), spokesmen(b)];
      let all = 0;
      for (const i of x) for (const j of y) all += pair(i, j);
      return all / (x.length * y.length);
    },
  };
}

/** What a report is about is news when it is told: without a day it lies within a week of its bound. */
function stale(a: Facts, b: Facts): boolean {
  if (a.days.length > 0 && b.days.length > 0) return false;
  const [x, y] = [a, b].map(({ days, bound }) => (days.length > 0 ? Math.max(...days.map(({ last }) => last)) : bound));
  return x !== undefined && y !== undefined && Math.abs(x - y) > FRESH;
}
const FRESH = 8;

/** Reports on one story use its rare words; how much two share is the cosine of their terms. */
function storyGround(like: number, bothMain: boolean): Ground {
  const words = () => `${like >= 0.2 ? "like" : "other"} wording of the reports (${like.toFixed(2)})`;
  const slope = (like - 0.18) * 8;
  return bothMain
    ? { words, weight: Math.max(WEIGHTS.storyLeast, Math.min(WEIGHTS.storyMost, slope)) }
    : { words, weight: Math.max(0, Math.min(WEIGHTS.storyBackground, slope / 2)) };
}
