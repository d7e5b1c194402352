import { type Batch, product, ROWS, SCALE } from "./batch.ts";
import type { Encoder } from "./encoder.ts";
import type { Kernel } from "./kernel.ts";
import type { Layout } from "./memory.ts";
import { type FoundName, findNames } from "./names.ts";
import type { Weights } from "./weights.ts";

/** Tags and names of encoded words. */
export interface Tagger {
  run(batch: Batch): void;
  upos(row: number): string;
  xpos(row: number): string;
  /** Names among the `count` words from a row on, counted from there. */
  names(row: number, count: number): FoundName[];
}

/** Plans the tagger's memory; what it returns makes the tagger once there are a kernel and an encoder. */
export function planTagger(model: Weights, layout: Layout): (kernel: Kernel, encoder: Encoder) => Tagger {
  const { upos, xpos, names, settings } = model;
  const plan = (name: string) => layout.transform(model.matrix(name), SCALE, model.vector(`${name}.bias`));
  const [coarse, fine, window, name] = [plan("upos"), plan("xpos"), plan("name_hidden"), plan("name")];
  const coarseScores = layout.take(ROWS * coarse.rows * 4);
  const fineScores = layout.take(ROWS * fine.rows * 4);
  const hidden = layout.take(ROWS * window.rows * 4);
  const hiddenShort = layout.take(ROWS * window.rows * 2);
  const nameScores = layout.take(ROWS * name.rows * 4);

  return (kernel, { output, stride }) => {
    const floats = new Float32Array(kernel.memory);
    return {
      run({ used }) {
        product(kernel, coarse, output, stride, used, coarseScores);
        product(kernel, fine, output, stride, used, fineScores);
        product(kernel, window, output - stride, stride, used, hidden);
        kernel.quantise(hidden, hiddenShort, used * settings.name_hidden, 1, SCALE);
        product(kernel, name, hiddenShort, settings.name_hidden * 2, used, nameScores);
      },
      upos: (row) => upos[largest(floats, (coarseScores >> 2) + row * coarse.rows, upos.length)] as string,
      xpos: (row) => xpos[largest(floats, (fineScores >> 2) + row * fine.rows, xpos.length)] as string,
      names: (row, count) => findNames(floats.subarray((nameScores >> 2) + row * name.rows), name.rows, count, names),
    };
  };
}

/** The place of the largest of `size` values from `from` on, counted from there; `except` is passed over. */
export function largest(values: Float32Array, from: number, size: number, except = -1): number {
  let top = except === 0 ? 1 : 0;
  for (let k = top + 1; k < size; k++) {
    if (k !== except && (values[from + k] as number) > (values[from + top] as number)) top = k;
  }
  return top;
}
