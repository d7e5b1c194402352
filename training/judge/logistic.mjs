// Logistic regression with a quadratic penalty, by plain gradient steps on all data: small, and the same every time.

const STEPS = 2000;
const RATE = 0.5;
/** Penalty on a weight, against the mean loss of an example. The bias and the score go free. */
export const PENALTY = 0.002;
const FREE = new Set(["bias", "score"]);

export function probability(weights, features) {
  let sum = 0;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** @param {{ features: [string, number][], right: boolean, weight: number }[]} examples */
export function fit(examples, penalty = PENALTY) {
  const index = new Map();
  for (const { features } of examples) for (const [name] of features) if (!index.has(name)) index.set(name, index.size);
  const rows = examples.map(({ features, right, weight }) => ({
    at: Int32Array.from(features, ([name]) => index.get(name)),
    by: Float64Array.from(features, ([, value]) => value),
    right: right ? 1 : 0,
    weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const held = Float64Array.from(index.keys(), (name) => (FREE.has(name) ? 0 : penalty));
  const weights = new Float64Array(index.size);
  const gradient = new Float64Array(index.size);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const { at, by, right, weight } of rows) {
      let sum = 0;
      for (let i = 0; i < at.length; i++) sum += weights[at[i]] * by[i];
      const error = (weight * (1 / (1 + Math.exp(-sum)) - right)) / total;
      for (let i = 0; i < at.length; i++) gradient[at[i]] += error * by[i];
    }
    for (let i = 0; i < weights.length; i++) weights[i] -= RATE * (gradient[i] + held[i] * weights[i]);
  }
  return new Map([...index].map(([name, i]) => [name, weights[i]]));
}
