import fc from "fast-check";
import { expect, test } from "vitest";
import { findNames } from "./names.ts";

const TAGS = ["O", "B-person", "I-person", "B-place", "I-place"];
const scores = (rows: number[][]) => Float32Array.from(rows.flat());

test("a name begins with B and goes on with I of its kind", () => {
  const rows = [
    [0, 5, 0, 0, 0],
    [0, 0, 5, 0, 4],
    [5, 0, 0, 0, 0],
    [0, 0, 0, 5, 0],
  ];
  const found = findNames(scores(rows), 5, 4, TAGS);
  expect(found.map(({ first, last, kind }) => [first, last, kind])).toEqual([
    [0, 2, "person"],
    [3, 4, "place"],
  ]);
  for (const { score } of found) expect(score).toBeGreaterThan(0.7);
});

test("an I alone opens no name; two B side by side are two names", () => {
  expect(findNames(scores([[1, 0, 9, 0, 0]]), 5, 1, TAGS)).toEqual([]);
  expect(
    findNames(
      scores([
        [0, 9, 0, 0, 0],
        [0, 9, 0, 0, 0],
      ]),
      5,
      2,
      TAGS,
    ),
  ).toHaveLength(2);
});

test("names lie in order, apart, with a probability", () => {
  const rows = fc.array(fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 5, maxLength: 5 }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(rows, (values) => {
      let end = 0;
      for (const { first, last, score } of findNames(scores(values), 5, values.length, TAGS)) {
        expect(first).toBeGreaterThanOrEqual(end);
        expect(last).toBeGreaterThan(first);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        end = last;
      }
      expect(end).toBeLessThanOrEqual(values.length);
    }),
  );
});
