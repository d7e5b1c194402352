import fc from "fast-check";
import { expect, test } from "vitest";
import { isTree, toTree } from "./tree.ts";

/** Every tree with one root over `count` words, as heads. */
function trees(count: number): number[][] {
  const all: number[][] = [];
  const heads: number[] = [];
  const fill = (): void => {
    if (heads.length === count) {
      if (isTree(Int32Array.from(heads), count)) all.push([...heads]);
      return;
    }
    for (let h = 0; h <= count; h++) {
      heads.push(h);
      if (h !== heads.length) fill();
      heads.pop();
    }
  };
  fill();
  return all;
}

function run(rows: number[][]): number[] {
  const count = rows.length;
  const heads = new Int32Array(count);
  toTree(Float32Array.from(rows.flat()), count + 1, count, heads);
  return [...heads];
}
const matrix = (largest: number) =>
  fc.integer({ min: 1, max: largest }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n + 1, maxLength: n + 1 }), {
      minLength: n,
      maxLength: n,
    }),
  );

test("whatever the scores, there is one root and no cycle", () => {
  fc.assert(
    fc.property(matrix(25), (rows) => {
      expect(isTree(Int32Array.from(run(rows)), rows.length)).toBe(true);
    }),
  );
});

test("the tree is the best of all that have its root", () => {
  fc.assert(
    fc.property(matrix(4), (rows) => {
      const heads = run(rows);
      const value = (tree: number[]) => tree.reduce((sum, h, i) => sum + (rows[i]?.[h] as number), 0);
      const root = heads.indexOf(0);
      for (const tree of trees(rows.length)) if (tree[root] === 0) expect(value(heads)).toBeGreaterThanOrEqual(value(tree));
    }),
  );
});

test("a cycle and two roots are no trees", () => {
  expect(isTree(Int32Array.of(2, 1, 0), 3)).toBe(false);
  expect(isTree(Int32Array.of(0, 0), 2)).toBe(false);
  expect(isTree(Int32Array.of(0, 1, 1), 3)).toBe(true);
});
