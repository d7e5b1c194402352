// Logistic regression with a quadratic penalty, by plain gradient steps on all data: small, and the same every time.

const STEPS = 3000;
const RATE = 0.5;
/** Penalty on a weight, against the mean loss of an example. The bias and the score go free. */
const PENALTY = 0.004;
const FREE = new Set(["bias", "score"]);

export function probability(weights, features) {
  let sum = 0;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** @param {{ features: [string, number][], right: boolean, weight: number }[]} examples */
export function fit(examples) {
  const weights = new Map();
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (const { features } of examples) for (const [name] of features) weights.set(name, 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Map();
    for (const { features, right, weight } of examples) {
      const error = weight * (probability(weights, features) - (right ? 1 : 0));
      for (const [name, value] of features) gradient.set(name, (gradient.get(name) ?? 0) + error * value);
    }
    for (const [name, weight] of weights) {
      const slope = (gradient.get(name) ?? 0) / total + (FREE.has(name) ? 0 : PENALTY * weight);
      weights.set(name, weight - RATE * slope);
    }
  }
  return weights;
}
