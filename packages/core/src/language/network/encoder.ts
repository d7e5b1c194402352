import type { Word } from "../../model/index.ts";
import { type Batch, product, ROWS, SCALE } from "./batch.ts";
import { createFeatures, FEATURES, glue } from "./features.ts";
import type { Kernel } from "./kernel.ts";
import type { Layout } from "./memory.ts";
import type { Weights } from "./weights.ts";

/** Words as vectors that know their sentence. */
export interface Encoder {
  /** Address of the vector of row 0, int16; an empty row stands before it. */
  readonly output: number;
  /** Bytes of a vector. */
  readonly stride: number;
  encode(words: readonly Word[], batch: Batch): void;
}

/** Plans the encoder's memory; what it returns makes the encoder once there is a kernel. */
export function planEncoder(model: Weights, layout: Layout): (kernel: Kernel) => Encoder {
  const { d, hidden, blocks } = model.settings;
  const layers = [...blocks].map((kind, i) => {
    const part = (name: string) =>
      layout.transform(model.matrix(`block${i}.${name}`), SCALE, model.vector(`block${i}.${name}.bias`));
    const gain = layout.floats(model.vector(`block${i}.norm`));
    return kind === "r"
      ? { recurrent: true as const, gain, enter: part("enter"), leave: part("leave") }
      : { recurrent: false as const, gain, window: part("linear") };
  });
  const firstGain = layout.floats(model.vector("norm"));
  const tables = Array.from({ length: FEATURES }, (_, k) => {
    const { values, scales } = model.matrix(`table${k}`);
    return { values: layout.bytes(values), scales: scales.slice() };
  });
  const start = model.vector("bias").slice();
  const featuresOf = createFeatures(model.tables);

  const wide = 6 * hidden * 4;
  const stride = d * 2;
  const x = layout.take(ROWS * d * 4);
  // One empty row before the first and one after the last, for the windows.
  const output = layout.take((ROWS + 2) * stride) + stride;
  const y = layout.take(ROWS * Math.max(wide, d * 4));
  const averages = layout.take(ROWS * 2 * hidden * 2);

  return (kernel) => {
    const floats = new Float32Array(kernel.memory);
    const shorts = new Int16Array(kernel.memory);

    /** The sum of a word's eight rows. */
    function embed(words: readonly Word[], i: number, first: number, last: number, row: number): void {
      const features = featuresOf(words[i] as Word);
      const at = x + row * d * 4;
      floats.set(start, at >> 2);
      for (let k = 0; k < FEATURES; k++) {
        const { values, scales } = tables[k] as (typeof tables)[number];
        const entry = k < FEATURES - 1 ? (features[k] as number) : glue(words, i, first, last);
        kernel.add(at, values + entry * d, d, scales[entry] as number);
      }
    }

    /** The residual and norm after a layer, from row `row` on, for `count` words; it leaves them as int16 too. */
    const settle = (row: number, count: number, mode: 0 | 1 | 2, gain: number): void =>
      kernel.settle(x + row * d * 4, y + row * d * 4, d * 4, mode, gain, output + row * stride, d, count, SCALE);

    /** Gated averages of one segment, left to right for the first half of the cells, right to left for the rest. */
    function average(row: number, count: number): void {
      for (let cell = 0; cell < 2 * hidden; cell += 8) {
        const forth = cell < hidden;
        const from = forth ? row : row + count - 1;
        const to = averages + (from * 2 * hidden + cell) * 2;
        const way = forth ? 1 : -1;
        kernel.average(y + from * wide + cell * 4, way * wide, 2 * hidden * 4, to, way * 4 * hidden, count, SCALE);
      }
    }

    return {
      output,
      stride,
      encode(words, { segments, rows, used }) {
        const each = (run: (row: number, count: number) => void): void => {
          for (const [s, { first, last }] of segments.entries()) run(rows[s] as number, last - first);
        };
        // Rows between segments are zeros, as the words beyond a sentence's edge were in training.
        shorts.fill(0, (output - stride) >> 1, (output + (used + 1) * stride) >> 1);
        for (const [s, { first, last }] of segments.entries()) {
          for (let i = first; i < last; i++) embed(words, i, first, last, (rows[s] as number) + i - first);
        }
        each((row, count) => settle(row, count, 0, firstGain));
        for (const layer of layers) {
          if (layer.recurrent) {
            product(kernel, layer.enter, output, stride, used, y);
            each(average);
            product(kernel, layer.leave, averages, 4 * hidden, used, y);
          } else {
            // Three vectors side by side are the window of the middle one.
            product(kernel, layer.window, output - stride, stride, used, y);
          }
          each((row, count) => settle(row, count, layer.recurrent ? 1 : 2, layer.gain));
        }
      },
    };
  };
}
