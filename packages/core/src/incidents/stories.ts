import { agglomerate } from "./clusters.ts";
import { cosine, type Subjects, type Vector } from "./subjects.ts";

/**
 * How alike the reports of two clusters must be on average, as the cosine of their terms. Two reports of one event share a
 * third of their weight and more; two of one kind of event in one town share its name and the words of the trade. Between
 * 0.24 and 0.32 the choice makes little difference.
 */
const LEAST = 0.28;

/** Clusters of reports that tell one story, whatever it is about: average link, so that no chain of topics makes one. */
export function storiesOf({ vectors, pairs }: Subjects): number[][] {
  const known = new WeakMap<readonly number[], Vector>();
  return agglomerate(vectors.length, pairs, {
    together: [],
    apart: [],
    least: LEAST,
    score: (a, b) => cosine(mean(a), mean(b)),
  });

  /** Made once a cluster. */
  function mean(members: readonly number[]): Vector {
    if (members.length === 1) return vectors[members[0] as number] as Vector;
    const before = known.get(members);
    if (before) return before;
    const sums = new Map<number, number>();
    for (const member of members) {
      const { terms, weights } = vectors[member] as Vector;
      for (let i = 0; i < terms.length; i++)
        sums.set(terms[i] as number, (sums.get(terms[i] as number) ?? 0) + (weights[i] as number) / members.length);
    }
    const entries = [...sums].sort(([a], [b]) => a - b);
    const centre = {
      terms: Int32Array.from(entries, ([term]) => term),
      weights: Float32Array.from(entries, ([, weight]) => weight),
    };
    known.set(members, centre);
    return centre;
  }
}
