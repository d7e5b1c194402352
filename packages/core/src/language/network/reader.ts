import type { Name, Word } from "../../model/index.ts";
import { DISTANCES, distanceClass } from "./distance.ts";
import { createFeatures, FEATURES, glue } from "./features.ts";
import type { Kernel } from "./kernel.ts";
import { fill, Layout, multiple, place, rowOf } from "./memory.ts";
import { findNames } from "./names.ts";
import { toTree } from "./tree.ts";
import type { Weights } from "./weights.ts";

/** What is parsed at one go: words `first` (inclusive) to `last` (exclusive) of a sentence. */
export interface Segment {
  sentence: number;
  first: number;
  last: number;
}

/** The longest segment, in words: arcs are scored for all pairs of its words. */
export const LIMIT = 160;
/** Rows of a batch: words, and an empty row before each segment and at the end, which the windows look into. */
const ROWS = 2 * LIMIT + 8;

/** Fixed-point scales: activations go into products as int16 times this. Queries and keys meet each other and share the bits. */
const SCALE = 1024;
const QUERY_SCALE = 64;
const KEY_SCALE = 256;

const TRANSFORMS = [
  "upos",
  "xpos",
  "dependent",
  "query",
  "key",
  "keybias",
  "distance",
  "label_dependent",
  "label_head",
  "label",
  "name_hidden",
  "name",
] as const;
type Transform = (typeof TRANSFORMS)[number];

/** Runs the network over segments. The memory is of one size whatever the text, and is used again for every batch. */
export function createReader(model: Weights, kernelOf: (bytes: number) => Kernel) {
  const { d, hidden, rank, label_hidden: labelSize, name_hidden: nameSize, blocks } = model.settings;
  const layout = new Layout();

  // Weights.
  const vectorPlaces = new Map<string, number>();
  const takeVector = (name: string) => vectorPlaces.set(name, layout.take(model.vector(name).length * 4));
  const layers = [...blocks].map((kind, i) => {
    takeVector(`block${i}.norm`);
    const parts = kind === "r" ? ["enter", "leave"] : ["linear"];
    return {
      kind,
      gain: `block${i}.norm`,
      parts: parts.map((part) => ({ name: `block${i}.${part}`, placed: place(layout, model.matrix(`block${i}.${part}`)) })),
    };
  });
  takeVector("norm");
  const heads = Object.fromEntries(TRANSFORMS.map((name) => [name, place(layout, model.matrix(name))])) as Record<
    Transform,
    ReturnType<typeof place>
  >;

  // Embeddings stay int8.
  const tables = Array.from({ length: FEATURES }, (_, k) => {
    const { values, scales } = model.matrix(`table${k}`);
    return { name: `table${k}`, values: layout.take(values.length), scales: scales.slice() };
  });

  // Room for a batch.
  const widest = Math.max(6 * hidden, 2 * labelSize, nameSize, rank, d);
  const inner = Math.max(2 * hidden, labelSize, nameSize, rank);
  const rows = {
    x: layout.take(ROWS * d * 4),
    short: layout.take((ROWS + 2) * d * 2),
    y: layout.take(ROWS * widest * 4),
    z: layout.take(ROWS * labelSize * 4),
    inner: layout.take(ROWS * inner * 2),
    query: layout.take(ROWS * rank * 2),
    // Products take rows by fours, so they may read three rows past the last key.
    key: layout.take((ROWS + 4) * rank * 2),
    keyBias: layout.take((ROWS + 4) * 4),
    keyScale: layout.take((ROWS + 4) * 4),
    near: layout.take(ROWS * heads.distance.rows * 4),
    root: layout.take(4 * rank * 2),
    rootBias: layout.take(16),
    rootScore: layout.take(ROWS * 16),
    scores: layout.take(LIMIT * multiple(LIMIT, 4) * 4),
    upos: layout.take(ROWS * heads.upos.rows * 4),
    xpos: layout.take(ROWS * heads.xpos.rows * 4),
    name: layout.take(ROWS * heads.name.rows * 4),
    label: layout.take(ROWS * heads.label.rows * 4),
  };
  const kernel = kernelOf(layout.size);
  const { memory } = kernel;
  const floats = new Float32Array(memory);
  const shorts = new Int16Array(memory);

  for (const [name, at] of vectorPlaces) floats.set(model.vector(name), at >> 2);
  for (const { parts } of layers)
    for (const { name, placed } of parts) fill(memory, placed, model.matrix(name), model.vector(`${name}.bias`), SCALE);
  for (const name of TRANSFORMS) {
    const bias = name === "label_head" ? undefined : model.vector(name === "distance" ? "far" : `${name}.bias`);
    fill(
      memory,
      heads[name],
      model.matrix(name),
      bias,
      name === "distance" ? QUERY_SCALE : name === "keybias" ? KEY_SCALE : SCALE,
    );
  }
  floats.fill(Math.fround(1 / (QUERY_SCALE * KEY_SCALE)), rows.keyScale >> 2, (rows.keyScale >> 2) + ROWS + 4);
  placeRoot();

  for (const { name, values } of tables) new Int8Array(memory).set(model.matrix(name).values, values);
  const start = model.vector("bias");
  const featuresOf = createFeatures(model.tables);
  const labelRoot = model.vector("label_root");
  const labelDistance = new Float32Array(DISTANCES * labelSize);
  for (let k = 0; k < DISTANCES; k++) rowOf(model.matrix("label_distance"), k, labelDistance, k * labelSize);
  const root = model.labels.indexOf("root");
  const score = new Float32Array(LIMIT * (LIMIT + 1));
  const found = new Int32Array(LIMIT);
  const at: number[] = [];

  /** The root as a key: it stands for no word. */
  function placeRoot(): void {
    const vector = model.vector("root");
    const row = new Float32Array(rank);
    rowOf(model.matrix("keybias"), 0, row);
    let bias = model.vector("keybias.bias")[0] as number;
    for (let k = 0; k < rank; k++) {
      shorts[(rows.root >> 1) + k] = Math.max(-32768, Math.min(32767, Math.floor((vector[k] as number) * KEY_SCALE + 0.5)));
      bias += (row[k] as number) * (vector[k] as number);
    }
    floats[rows.rootBias >> 2] = bias;
  }

  /** A product over `count` rows from row `from` on; `input` rows are of the transform's columns unless a stride is given. */
  function product(
    placed: ReturnType<typeof place>,
    input: number,
    stride: number,
    count: number,
    output: number,
    outputStride = placed.rows * 4,
  ): void {
    kernel.product(
      placed.weights,
      placed.columns,
      placed.rows,
      input,
      stride,
      count,
      output,
      outputStride,
      placed.scale,
      placed.bias,
    );
  }

  function embed(words: readonly Word[], segment: Segment, row: number): void {
    for (let i = segment.first; i < segment.last; i++) {
      const features = featuresOf(words[i] as Word);
      const x = rows.x + (row + i - segment.first) * d * 4;
      floats.set(start, x >> 2);
      for (let k = 0; k < FEATURES; k++) {
        const { values, scales } = tables[k] as (typeof tables)[number];
        const entry = k < FEATURES - 1 ? (features[k] as number) : glue(words, i, segment.first, segment.last);
        kernel.add(x, values + entry * d, d, scales[entry] as number);
      }
    }
  }

  /** From row `row` on, `count` words: the residual and norm after a layer, which also leaves the words as int16. */
  function settle(row: number, count: number, yStride: number, mode: 0 | 1 | 2, gain: string): void {
    kernel.settle(
      rows.x + row * d * 4,
      rows.y + row * yStride,
      yStride,
      mode,
      vectorPlaces.get(gain) as number,
      rows.short + (row + 1) * d * 2,
      d,
      count,
      SCALE,
    );
  }

  function encode(words: readonly Word[], batch: readonly Segment[], used: number): void {
    // Rows between segments are zeros, as the words beyond a sentence's edge were in training. Row -1 is there for the first window.
    shorts.fill(0, rows.short >> 1, (rows.short >> 1) + (used + 2) * d);
    const each = (run: (row: number, count: number) => void) => {
      for (const [s, { first, last }] of batch.entries()) run(at[s] as number, last - first);
    };
    for (const [s, segment] of batch.entries()) embed(words, segment, at[s] as number);
    each((row, count) => settle(row, count, 0, 0, "norm"));
    const short = rows.short + d * 2;
    for (const { kind, gain, parts } of layers) {
      const first = (parts[0] as (typeof parts)[number]).placed;
      if (kind === "r") {
        const wide = 6 * hidden * 4;
        product(first, short, d * 2, used, rows.y, wide);
        each((row, count) => {
          for (let cell = 0; cell < 2 * hidden; cell += 8) {
            const from = cell < hidden ? row : row + count - 1;
            const way = cell < hidden ? 1 : -1;
            kernel.average(
              rows.y + from * wide + cell * 4,
              way * wide,
              2 * hidden * 4,
              rows.inner + (from * 2 * hidden + cell) * 2,
              way * 4 * hidden,
              count,
              SCALE,
            );
          }
        });
        const { placed } = parts[1] as (typeof parts)[number];
        product(placed, rows.inner, 4 * hidden, used, rows.y, d * 4);
        each((row, count) => settle(row, count, d * 4, 1, gain));
      } else {
        product(first, short - d * 2, d * 2, used, rows.y, d * 4);
        each((row, count) => settle(row, count, d * 4, 2, gain));
      }
    }
  }

  /** All that is computed for every row of the batch alike, before words are looked at one by one. */
  function decode(used: number): void {
    const short = rows.short + d * 2;
    product(heads.upos, short, d * 2, used, rows.upos);
    product(heads.xpos, short, d * 2, used, rows.xpos);
    product(heads.name_hidden, short - d * 2, d * 2, used, rows.y);
    kernel.quantise(rows.y, rows.inner, used * nameSize, 1, SCALE);
    product(heads.name, rows.inner, nameSize * 2, used, rows.name);
    product(heads.dependent, short, d * 2, used, rows.y);
    kernel.quantise(rows.y, rows.inner, used * rank, 1, SCALE);
    product(heads.query, rows.inner, rank * 2, used, rows.y);
    kernel.quantise(rows.y, rows.query, used * rank, 0, QUERY_SCALE);
    product(heads.distance, rows.query, rank * 2, used, rows.near);
    product(heads.key, short, d * 2, used, rows.y);
    kernel.quantise(rows.y, rows.key, used * rank, 1, KEY_SCALE);
    product(heads.keybias, rows.key, rank * 2, used, rows.y);
    for (let i = 0; i < used; i++) floats[(rows.keyBias >> 2) + i] = floats[(rows.y >> 2) + i * heads.keybias.rows] as number;
    kernel.product(rows.root, rank, 4, rows.query, rank * 2, used, rows.rootScore, 16, rows.keyScale, rows.rootBias);
    product(heads.label_dependent, short, d * 2, used, rows.y);
    product(heads.label_head, short, d * 2, used, rows.z);
  }

  function arcs(row: number, count: number): void {
    const stride = multiple(count, 4);
    kernel.product(
      rows.key + row * rank * 2,
      rank,
      stride,
      rows.query + row * rank * 2,
      rank * 2,
      count,
      rows.scores,
      stride * 4,
      rows.keyScale,
      rows.keyBias + row * 4,
    );
    for (let i = 0; i < count; i++) {
      const near = (rows.near >> 2) + (row + i) * heads.distance.rows;
      const from = (rows.scores >> 2) + i * stride;
      const to = i * (count + 1);
      score[to] = (floats[(rows.rootScore >> 2) + (row + i) * 4] as number) + (floats[near] as number);
      for (let j = 0; j < count; j++)
        score[to + j + 1] = (floats[from + j] as number) + (floats[near + distanceClass(j - i)] as number);
    }
    toTree(score, count + 1, count, found);
  }

  /** What the label of a word is read from: itself, its head, and how far that is. Written over the word's own row. */
  function joinHead(row: number, i: number, head: number): void {
    const own = (rows.y >> 2) + (row + i) * labelSize;
    const other = (rows.z >> 2) + (row + head - 1) * labelSize;
    const far = head === 0 ? 0 : distanceClass(head - 1 - i) * labelSize;
    for (let k = 0; k < labelSize; k++) {
      const above = head === 0 ? (labelRoot[k] as number) : (floats[other + k] as number);
      floats[own + k] = (floats[own + k] as number) + above + (labelDistance[far + k] as number);
    }
  }

  function best(from: number, size: number, except = -1): number {
    let top = except === 0 ? 1 : 0;
    for (let k = 1; k < size; k++) if (k !== except && (floats[from + k] as number) > (floats[from + top] as number)) top = k;
    return top;
  }

  function run(words: Word[], batch: readonly Segment[], used: number, names: Name[]): void {
    encode(words, batch, used);
    decode(used);
    for (const [s, { first, last }] of batch.entries()) {
      const row = at[s] as number;
      arcs(row, last - first);
      for (let i = 0; i < last - first; i++) {
        const head = found[i] as number;
        (words[first + i] as Word).head = head === 0 ? -1 : first + head - 1;
        joinHead(row, i, head);
      }
    }
    kernel.quantise(rows.y, rows.inner, used * labelSize, 1, SCALE);
    product(heads.label, rows.inner, labelSize * 2, used, rows.label);
    for (const [s, { first, last }] of batch.entries()) {
      const row = at[s] as number;
      for (let i = first; i < last; i++) {
        const word = words[i] as Word;
        const r = row + i - first;
        word.upos = model.upos[best((rows.upos >> 2) + r * heads.upos.rows, model.upos.length)] as string;
        word.xpos = model.xpos[best((rows.xpos >> 2) + r * heads.xpos.rows, model.xpos.length)] as string;
        const label = word.head < 0 ? root : best((rows.label >> 2) + r * heads.label.rows, model.labels.length, root);
        word.deprel = model.labels[label] as string;
      }
      const from = (rows.name >> 2) + row * heads.name.rows;
      for (const name of findNames(floats.subarray(from), heads.name.rows, last - first, model.names)) {
        names.push({
          ...name,
          first: first + name.first,
          last: first + name.last,
          start: (words[first + name.first] as Word).start,
          end: (words[first + name.last - 1] as Word).end,
        });
      }
    }
  }

  return {
    kernel: kernel.kind,
    read(words: Word[], segments: readonly Segment[]): Name[] {
      const names: Name[] = [];
      let batch: Segment[] = [];
      let used = 1;
      at.length = 0;
      for (const segment of segments) {
        const size = segment.last - segment.first;
        if (used + size + 1 > ROWS) {
          run(words, batch, used, names);
          batch = [];
          used = 1;
          at.length = 0;
        }
        batch.push(segment);
        at.push(used);
        used += size + 1;
      }
      if (batch.length > 0) run(words, batch, used, names);
      return names;
    },
  };
}
