/** One unit's values by coder; a coder who did not judge it is not in it. */
export type Unit<V> = readonly { coder: string; value: V }[];

/** How far two values are from one another, squared: 0 for the same. */
export type Difference<V> = (a: V, b: V) => number;
export const nominal: Difference<unknown> = (a, b) => (a === b ? 0 : 1);
export const interval: Difference<number> = (a, b) => (a - b) ** 2;

/**
 * Krippendorff's α by the coincidences of values within units: 1 is perfect agreement, 0 what chance gives. Units that
 * fewer than two coders judged say nothing. Undefined where nothing was judged twice, or all values are one and the same
 * (then chance alone would give agreement as well).
 *
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function alpha<V>(units: readonly Unit<V>[], difference: Difference<V>): number | undefined {
  const paired = units.filter((unit) => unit.length >= 2);
  const totals = new Map<V, number>();
  let observed = 0;
  let n = 0;
  for (const unit of paired) {
    n += unit.length;
    for (const { value } of unit) totals.set(value, (totals.get(value) ?? 0) + 1);
    let sum = 0;
    for (const a of unit) for (const b of unit) if (a !== b) sum += difference(a.value, b.value);
    observed += sum / (unit.length - 1);
  }
  let expected = 0;
  for (const [a, na] of totals) for (const [b, nb] of totals) if (a !== b) expected += na * nb * difference(a, b);
  if (n < 2 || expected === 0) return undefined;
  return 1 - observed / n / (expected / (n * (n - 1)));
}
