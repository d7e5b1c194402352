import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alpha, interval, nominal, type Unit } from "./alpha.ts";

// The reliability data of Krippendorff (2011), section C: four observers, twelve units, with gaps.
const OBSERVERS = {
  A: [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  B: [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  C: [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  D: [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
};
const units: Unit<number>[] = Array.from({ length: 12 }, (_, i) =>
  Object.entries(OBSERVERS).flatMap(([coder, values]) => (values[i] === null ? [] : [{ coder, value: values[i] as number }])),
);

describe("Krippendorff's alpha", () => {
  it("is that of the published example", () => {
    expect(alpha(units, nominal)).toBeCloseTo(0.743, 3);
    expect(alpha(units, interval)).toBeCloseTo(0.849, 3);
  });

  it("is 1 where all agree and two values occur, and undefined where nothing can be said", () => {
    const unit = (...values: string[]) => values.map((value, i) => ({ coder: String(i), value }));
    expect(alpha([unit("a", "a"), unit("b", "b")], nominal)).toBe(1);
    expect(alpha([unit("a", "a"), unit("a", "a")], nominal)).toBeUndefined();
    expect(alpha([unit("a"), unit("b")], nominal)).toBeUndefined();
    expect(alpha([], nominal)).toBeUndefined();
  });

  it("does not depend on the order of coders or units, and never exceeds 1", () => {
    const unitOf = fc.array(fc.constantFrom("x", "y", "z"), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(unitOf, { minLength: 2, maxLength: 12 }), (values) => {
        const given = values.map((unit) => unit.map((value, i) => ({ coder: String(i), value })));
        const found = alpha(given, nominal);
        const turned = alpha(
          [...given].reverse().map((unit) => [...unit].reverse()),
          nominal,
        );
        if (found === undefined) expect(turned).toBeUndefined();
        else {
          expect(turned).toBeCloseTo(found, 10);
          expect(found).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
