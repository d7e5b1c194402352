/**
 * From arc scores to a tree. `score[i * stride + j]` rates the word `j - 1` as head of the word `i`, j = 0 the root.
 * Writes heads (0 the root, else 1 + index) for `count` words: each word's best head where that is a tree with one
 * root, else the best such tree for the likeliest root (Chu and Liu 1965, Edmonds 1967).
 */
export function toTree(score: Float32Array, stride: number, count: number, heads: Int32Array): void {
  for (let i = 0; i < count; i++) heads[i] = bestHead(score, i * stride, count, i);
  if (isTree(heads, count)) return;

  // The likeliest root is the word whose best score falls least when the root takes it.
  let root = 0;
  let least = -Infinity;
  for (let i = 0; i < count; i++) {
    let other = -Infinity;
    for (let j = 1; j <= count; j++) if (j !== i + 1) other = Math.max(other, score[i * stride + j] as number);
    const gain = (score[i * stride] as number) - other;
    if (gain > least) {
      least = gain;
      root = i;
    }
  }
  const size = count + 1;
  const weights = new Float64Array(size * size).fill(-1e9);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= count; j++) {
      if (j !== i + 1 && (j === 0) === (i === root)) weights[(i + 1) * size + j] = score[i * stride + j] as number;
    }
  }
  const tree = arborescence(weights, size);
  for (let i = 0; i < count; i++) heads[i] = tree[i + 1] as number;
}

function bestHead(score: Float32Array, row: number, count: number, self: number): number {
  let best = 0;
  let value = score[row] as number;
  for (let j = 1; j <= count; j++) {
    const s = score[row + j] as number;
    if (s > value && j !== self + 1) {
      value = s;
      best = j;
    }
  }
  return best;
}

/** One root and no cycle. */
export function isTree(heads: Int32Array, count: number): boolean {
  let roots = 0;
  for (let i = 0; i < count; i++) if (heads[i] === 0) roots++;
  return roots === 1 && findCycle(count + 1, (node) => heads[node - 1] as number).length === 0;
}

/** The nodes of one cycle of the graph in which each node but 0 has one head. */
function findCycle(size: number, headOf: (node: number) => number): number[] {
  const state = new Int32Array(size);
  state[0] = -1;
  for (let i = 1; i < size; i++) {
    let at = i;
    while (state[at] === 0) {
      state[at] = i;
      at = headOf(at);
    }
    if (state[at] === i) {
      const cycle = [at];
      for (let next = headOf(at); next !== at; next = headOf(next)) cycle.push(next);
      return cycle;
    }
    for (let back = i; state[back] === i; back = headOf(back)) state[back] = -1;
  }
  return [];
}

/** Heads of the best tree under node 0; `weights[dependent * size + head]`. Each contraction is quadratic. */
function arborescence(weights: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) {
    let best = -Infinity;
    for (let h = 0; h < size; h++) {
      const w = weights[d * size + h] as number;
      if (h !== d && w > best) {
        best = w;
        heads[d] = h;
      }
    }
  }
  const cycle = findCycle(size, (node) => heads[node] as number);
  if (cycle.length === 0) return heads;

  // The cycle becomes one node, the last; what enters it is rated by what it would cost to break the cycle there.
  const inside = new Uint8Array(size);
  for (const node of cycle) inside[node] = 1;
  const rest: number[] = [];
  for (let i = 0; i < size; i++) if (inside[i] === 0) rest.push(i);
  const made = rest.length;
  const small = made + 1;
  const smaller = new Float64Array(small * small).fill(-Infinity);
  const entry = new Int32Array(made);
  const exit = new Int32Array(made);
  rest.forEach((node, n) => {
    rest.forEach((head, h) => {
      if (h !== n) smaller[n * small + h] = weights[node * size + head] as number;
    });
    let out = -Infinity;
    let into = -Infinity;
    for (const c of cycle) {
      const leaving = weights[node * size + c] as number;
      if (leaving > out) {
        out = leaving;
        exit[n] = c;
      }
      const entering = (weights[c * size + node] as number) - (weights[c * size + (heads[c] as number)] as number);
      if (entering > into) {
        into = entering;
        entry[n] = c;
      }
    }
    smaller[n * small + made] = out;
    smaller[made * small + n] = into;
  });
  const found = arborescence(smaller, small);
  for (let n = 1; n < made; n++)
    heads[rest[n] as number] = found[n] === made ? (exit[n] as number) : (rest[found[n] as number] as number);
  const outer = found[made] as number;
  heads[entry[outer] as number] = rest[outer] as number;
  return heads;
}
