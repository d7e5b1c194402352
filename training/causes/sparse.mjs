// Logistic regression over many features of which few hold, by steps of AdaGrad with a quadratic and a linear penalty. Seeded.

const EPOCHS = 10;
const RATE = 0.1;
/** Share of a weight that is its penalty at every step that touches it; the bias goes free. */
const PENALTY = 0.003;
/** What every weight is drawn towards zero by, and stays there: few remain. */
const DRAWN = 0.01;
/** How often the weights are looked at for their mean, in examples. */
const EVERY = 200;
/** What the sum of squared slopes starts from: keeps the first steps short. */
const START = 0.01;

/** Weights by feature, those smaller than `small` left out. */
export function fit(examples, isRight, small) {
  const ids = new Map();
  const rows = examples.map(({ features }) =>
    Int32Array.from(features, (name) => {
      if (!ids.has(name)) ids.set(name, ids.size);
      return ids.get(name);
    }),
  );
  const right = examples.map((one) => (isRight(one) ? 1 : 0));
  const [weights, slopes] = [new Float64Array(ids.size), new Float64Array(ids.size).fill(START)];
  const bias = ids.get("bias");
  const order = rows.map((_, i) => i);
  const random = seeded(1);
  const mean = new Float64Array(ids.size);
  let steps = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      let sum = 0;
      for (const id of rows[i]) sum += weights[id];
      const error = 1 / (1 + Math.exp(-sum)) - right[i];
      for (const id of rows[i]) {
        const slope = error + (id === bias ? 0 : PENALTY * weights[id]);
        slopes[id] += slope * slope;
        const rate = RATE / Math.sqrt(slopes[id]);
        const weight = weights[id] - rate * slope;
        weights[id] = id === bias ? weight : Math.sign(weight) * Math.max(0, Math.abs(weight) - rate * DRAWN);
      }
      // The mean of what was learnt over the later passes is steadier than where the last step happened to end.
      if (epoch > 0 && ++steps % EVERY === 0) for (let id = 0; id < weights.length; id++) mean[id] += weights[id];
    }
  }
  const taken = Math.floor(steps / EVERY);
  return new Map([...ids].map(([name, id]) => [name, mean[id] / taken]).filter(([, weight]) => Math.abs(weight) >= small));
}

export function probability(weights, features) {
  let sum = 0;
  for (const name of features) sum += weights.get(name) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** A linear congruential generator, 0..1. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
}
