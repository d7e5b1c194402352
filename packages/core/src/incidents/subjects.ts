import type { Analysis } from "../model/index.ts";
import { stemsOf } from "../shared/stems.ts";
import { dayOf } from "./days.ts";

/** What a report is about, as a vector of length 1 over numbered terms, ascending. */
export interface Vector {
  terms: Int32Array;
  weights: Float32Array;
}

/** Vectors of reports, and for each the reports most like it. */
export interface Subjects {
  vectors: Vector[];
  /** Pairs of neighbours, the lower number first. */
  pairs: [number, number][];
  /** The cosine of two reports, without what the given names add to it: those are weighed elsewhere. */
  like(a: number, b: number, without: readonly string[]): number;
}

/** Neighbours kept of each report. */
const KEPT = 24;
/** Reports that share a term, looked at before and after one by day: a common term costs no more than a rare one. */
const WINDOW = 64;
/** Once so many reports share a rarer term, commoner terms are not asked. */
const ENOUGH = 160;
/** Terms by which neighbours are sought, the heaviest. */
const SOUGHT = 24;
const LEAST = 0.1;

/** `analyses` must be in canonical order. */
export function subjectsOf(analyses: readonly Analysis[]): Subjects {
  const numbers = new Map<string, number>();
  const days = analyses.map(({ report }) => dayOf(report.published) ?? 0);
  const vectors = analyses.map(({ report }) => vectorOf(report.terms ?? {}, numbers));
  const postings = new Map<number, number[]>();
  for (const i of [...vectors.keys()].sort((a, b) => (days[a] as number) - (days[b] as number) || a - b))
    for (const term of heaviest(vectors[i] as Vector)) {
      const list = postings.get(term);
      if (list) list.push(i);
      else postings.set(term, [i]);
    }
  const pairs = new Map<number, [number, number]>();
  for (let i = 0; i < vectors.length; i++) {
    const ranked = [...near(i)]
      .map((j) => ({ j, like: cosine(vectors[i] as Vector, vectors[j] as Vector) }))
      .filter(({ like }) => like >= LEAST)
      .sort((a, b) => b.like - a.like || a.j - b.j);
    for (const { j } of ranked.slice(0, KEPT))
      pairs.set(Math.min(i, j) * analyses.length + Math.max(i, j), i < j ? [i, j] : [j, i]);
  }
  return {
    vectors,
    pairs: [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair),
    like(a, b, without) {
      const [x, y] = [vectors[a] as Vector, vectors[b] as Vector];
      const named = new Set(without.flatMap((name) => stemsOf(name).map(({ stem }) => stem)));
      return [...named].reduce(
        (all, stem) => all - weightOf(x, numbers.get(stem)) * weightOf(y, numbers.get(stem)),
        cosine(x, y),
      );
    },
  };

  /** Reports that share a report's rarest terms, those nearest in time where many do, until there are enough. */
  function near(i: number): Set<number> {
    const found = new Set<number>();
    const lists = heaviest(vectors[i] as Vector)
      .map((term) => postings.get(term) as number[])
      .sort((a, b) => a.length - b.length);
    for (const list of lists) {
      if (list.length > 1 && found.size >= ENOUGH) break;
      const at = list.length <= 2 * WINDOW ? WINDOW : positionIn(list, i);
      for (let k = Math.max(0, at - WINDOW); k < Math.min(list.length, at + WINDOW + 1); k++)
        if (list[k] !== i) found.add(list[k] as number);
    }
    return found;
  }

  /** Lists are in the order of days. */
  function positionIn(list: readonly number[], i: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle] as number;
      if ((days[other] as number) - (days[i] as number) < 0 || (days[other] === days[i] && other < i)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function weightOf({ terms, weights }: Vector, term: number | undefined): number {
  const at = term === undefined ? -1 : terms.indexOf(term);
  return at < 0 ? 0 : (weights[at] as number);
}

function vectorOf(terms: Readonly<Record<string, number>>, numbers: Map<string, number>): Vector {
  const entries = Object.entries(terms).map(([term, weight]) => {
    const known = numbers.get(term);
    if (known === undefined) numbers.set(term, numbers.size);
    return [known ?? numbers.size - 1, weight] as const;
  });
  entries.sort(([a], [b]) => a - b);
  const length = Math.sqrt(entries.reduce((all, [, weight]) => all + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(entries, ([term]) => term),
    weights: Float32Array.from(entries, ([, weight]) => weight / length),
  };
}

function heaviest({ terms, weights }: Vector): number[] {
  return [...terms.keys()]
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || (terms[a] as number) - (terms[b] as number))
    .slice(0, SOUGHT)
    .map((i) => terms[i] as number);
}

export function cosine(a: Vector, b: Vector): number {
  let all = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const [x, y] = [a.terms[i] as number, b.terms[j] as number];
    if (x === y) all += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (x < y) i++;
    else j++;
  }
  return all;
}
