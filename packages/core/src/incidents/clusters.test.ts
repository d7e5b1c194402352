import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agglomerate, type Joining } from "./clusters.ts";

/** The mean of a table of likenesses, as linking compares clusters. */
const mean =
  (like: (i: number, j: number) => number): Joining["score"] =>
  (a, b) =>
    a.flatMap((i) => b.map((j) => like(i, j))).reduce((sum, one) => sum + one, 0) / (a.length * b.length);
const all = (count: number) =>
  Array.from({ length: count }, (_, i) => Array.from({ length: i }, (_, j) => [j, i] as [number, number])).flat();
const free = { together: [], apart: [], least: 0 };

describe("agglomerate", () => {
  it("makes no giant of a chain: each like the next, unlike all others", () => {
    const score = mean((i, j) => (Math.abs(i - j) === 1 ? 2 : -2));
    const clusters = agglomerate(30, all(30), { ...free, score });
    expect(Math.max(...clusters.map(({ length }) => length))).toBeLessThanOrEqual(3);
  });

  it("does not join two crowds by one bridge", () => {
    const score = mean((i, j) => (i < 5 === j < 5 ? 3 : i + j === 9 && Math.abs(i - j) === 1 ? 2.5 : -3));
    expect(agglomerate(10, all(10), { ...free, score })).toHaveLength(2);
  });

  it("keeps together and apart what it is told to", () => {
    const score = mean(() => 1);
    expect(
      agglomerate(3, all(3), { ...free, apart: [[0, 1]], score }).some((cluster) => cluster.includes(0) && cluster.includes(1)),
    ).toBe(false);
    expect(agglomerate(3, [], { ...free, together: [[0, 2]], score })).toEqual([[0, 2], [1]]);
  });

  it("does not depend on the order of the edges", () => {
    const edges = all(12);
    const like = (i: number, j: number) => ((i * 7 + j * 7 + i * j) % 11) - 5;
    const once = agglomerate(12, edges, { ...free, score: mean(like) });
    fc.assert(
      fc.property(fc.shuffledSubarray(edges, { minLength: edges.length }), (shuffled) => {
        expect(agglomerate(12, shuffled, { ...free, score: mean(like) })).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });
});
