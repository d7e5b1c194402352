import { type Batch, LIMIT, product, ROWS, SCALE } from "./batch.ts";
import { DISTANCES, distanceClass } from "./distance.ts";
import type { Encoder } from "./encoder.ts";
import type { Kernel } from "./kernel.ts";
import { type Layout, multiple, rowOf } from "./memory.ts";
import { largest } from "./tagger.ts";
import { toTree } from "./tree.ts";
import type { Weights } from "./weights.ts";

/** Queries and keys are both int16 and meet each other in one product, so they share its bits. */
const QUERY_SCALE = 64;
const KEY_SCALE = 256;

/** Trees of encoded words. */
export interface Parser {
  /** Calls `tell` for every word of a batch: its row, its head (0 the root, else 1 + its place in the segment), its relation. */
  run(batch: Batch, tell: (segment: number, place: number, head: number, relation: string) => void): void;
}

/** Plans the parser's memory; what it returns makes the parser once there are a kernel and an encoder. */
export function planParser(model: Weights, layout: Layout): (kernel: Kernel, encoder: Encoder) => Parser {
  const { labels } = model;
  const { rank, label_hidden: size } = model.settings;
  const plan = (name: string, scale = SCALE, bias = `${name}.bias`) =>
    layout.transform(model.matrix(name), scale, model.vector(bias));
  const dependent = plan("dependent");
  const query = plan("query");
  const key = plan("key");
  const keyBias = plan("keybias", KEY_SCALE);
  const distance = plan("distance", QUERY_SCALE, "far");
  const labelDependent = plan("label_dependent");
  const labelHead = layout.transform(model.matrix("label_head"), SCALE);
  const label = plan("label");

  // The root stands for no word: its key is learnt as it is.
  const rootKey = new Float32Array(4 * rank);
  rootKey.set(model.vector("root"));
  const biasRow = new Float32Array(rank);
  rowOf(model.matrix("keybias"), 0, biasRow);
  const rootBias = biasRow.reduce((sum, b, k) => sum + b * (rootKey[k] as number), model.vector("keybias.bias")[0] as number);
  const root = {
    floats: layout.floats(rootKey),
    key: layout.take(4 * rank * 2),
    bias: layout.floats(Float32Array.of(rootBias, 0, 0, 0)),
    scores: layout.take(ROWS * 16),
  };
  const labelRoot = model.vector("label_root").slice();
  const labelDistance = new Float32Array(DISTANCES * size);
  for (let k = 0; k < DISTANCES; k++) rowOf(model.matrix("label_distance"), k, labelDistance, k * size);
  const rootLabel = labels.indexOf("root");

  const widest = Math.max(rank, 4);
  const y = layout.take(ROWS * widest * 4);
  const inner = layout.take(ROWS * Math.max(rank, size) * 2);
  const queries = layout.take(ROWS * rank * 2);
  // Products take rows by fours, so they may read three rows past the last key.
  const keys = layout.take((ROWS + 4) * rank * 2);
  const keyBiases = layout.take((ROWS + 4) * 4);
  const meeting = layout.floats(new Float32Array(ROWS + 4).fill(1 / (QUERY_SCALE * KEY_SCALE)));
  const near = layout.take(ROWS * distance.rows * 4);
  const pairs = layout.take(LIMIT * multiple(LIMIT, 4) * 4);
  const own = layout.take(ROWS * size * 4);
  const above = layout.take(ROWS * size * 4);
  const relations = layout.take(ROWS * label.rows * 4);
  const score = new Float32Array(LIMIT * (LIMIT + 1));
  const heads = new Int32Array(ROWS);

  return (kernel, { output, stride }) => {
    const floats = new Float32Array(kernel.memory);
    kernel.quantise(root.floats, root.key, 4 * rank, 0, KEY_SCALE);

    /** All that is computed for every row alike. */
    function prepare(used: number): void {
      product(kernel, dependent, output, stride, used, y);
      kernel.quantise(y, inner, used * rank, 1, SCALE);
      product(kernel, query, inner, rank * 2, used, y);
      kernel.quantise(y, queries, used * rank, 0, QUERY_SCALE);
      product(kernel, distance, queries, rank * 2, used, near);
      product(kernel, key, output, stride, used, y);
      kernel.quantise(y, keys, used * rank, 1, KEY_SCALE);
      product(kernel, keyBias, keys, rank * 2, used, y);
      for (let i = 0; i < used; i++) floats[(keyBiases >> 2) + i] = floats[(y >> 2) + i * keyBias.rows] as number;
      kernel.product(root.key, rank, 4, queries, rank * 2, used, root.scores, 16, meeting, root.bias);
      product(kernel, labelDependent, output, stride, used, own);
      product(kernel, labelHead, output, stride, used, above);
    }

    /** Heads of a segment's `count` words, written from `heads[row]` on. */
    function arcs(row: number, count: number): void {
      const across = multiple(count, 4);
      const [from, to] = [keys + row * rank * 2, queries + row * rank * 2];
      kernel.product(from, rank, across, to, rank * 2, count, pairs, across * 4, meeting, keyBiases + row * 4);
      for (let i = 0; i < count; i++) {
        const far = (near >> 2) + (row + i) * distance.rows;
        const pair = (pairs >> 2) + i * across;
        const at = i * (count + 1);
        score[at] = (floats[(root.scores >> 2) + (row + i) * 4] as number) + (floats[far] as number);
        for (let j = 0; j < count; j++) {
          score[at + j + 1] = (floats[pair + j] as number) + (floats[far + distanceClass(j - i)] as number);
        }
      }
      toTree(score, count + 1, count, heads.subarray(row, row + count));
    }

    /** What the relation of a word is read from: itself, its head, and how far that is. Written over the word's own row. */
    function joinHead(row: number, i: number, head: number): void {
      const at = (own >> 2) + (row + i) * size;
      const other = (above >> 2) + (row + head - 1) * size;
      const far = head === 0 ? 0 : distanceClass(head - 1 - i) * size;
      for (let k = 0; k < size; k++) {
        const upper = head === 0 ? (labelRoot[k] as number) : (floats[other + k] as number);
        floats[at + k] = (floats[at + k] as number) + upper + (labelDistance[far + k] as number);
      }
    }

    return {
      run({ segments, rows, used }, tell) {
        prepare(used);
        for (const [s, { first, last }] of segments.entries()) {
          const row = rows[s] as number;
          arcs(row, last - first);
          for (let i = 0; i < last - first; i++) joinHead(row, i, heads[row + i] as number);
        }
        kernel.quantise(own, inner, used * size, 1, SCALE);
        product(kernel, label, inner, size * 2, used, relations);
        for (const [s, { first, last }] of segments.entries()) {
          for (let i = 0; i < last - first; i++) {
            const row = (rows[s] as number) + i;
            const head = heads[row] as number;
            const best = head === 0 ? rootLabel : largest(floats, (relations >> 2) + row * label.rows, labels.length, rootLabel);
            tell(s, i, head, labels[best] as string);
          }
        }
      },
    };
  };
}
