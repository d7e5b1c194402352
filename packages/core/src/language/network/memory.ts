import type { Matrix } from "./weights.ts";

/** Hands out one block of memory from its start; addresses are multiples of 16. Nothing is given back. */
export class Layout {
  size = 0;

  take(bytes: number): number {
    const at = this.size;
    this.size += Math.ceil(bytes / 16) * 16;
    return at;
  }
}

export const multiple = (n: number, of: number): number => Math.ceil(n / of) * of;

/** A product's weights in a kernel's memory: addresses of int16 rows (a multiple of four of them), float scales and biases. */
export interface Placed {
  columns: number;
  rows: number;
  weights: number;
  scale: number;
  bias: number;
}

export function place(layout: Layout, { rows, columns }: Matrix): Placed {
  if (columns % 16 !== 0) throw new Error(`the parser's weights have a row of ${columns} columns, not a multiple of 16`);
  const padded = multiple(rows, 4);
  return {
    columns,
    rows: padded,
    weights: layout.take(padded * columns * 2),
    scale: layout.take(padded * 4),
    bias: layout.take(padded * 4),
  };
}

/** Writes a matrix where it was placed. Inputs will be int16 times `inputScale`; rows beyond the matrix stay 0. */
export function fill(
  memory: ArrayBuffer,
  placed: Placed,
  matrix: Matrix,
  bias: Float32Array | undefined,
  inputScale: number,
): void {
  new Int16Array(memory, placed.weights, placed.rows * placed.columns).set(matrix.values);
  const scale = new Float32Array(memory, placed.scale, placed.rows);
  for (let r = 0; r < matrix.rows; r++) scale[r] = (matrix.scales[r] as number) / inputScale;
  if (bias) new Float32Array(memory, placed.bias, placed.rows).set(bias);
}

/** One row of a matrix as floats. */
export function rowOf({ values, scales, columns }: Matrix, row: number, out: Float32Array, at = 0): void {
  const scale = scales[row] as number;
  for (let k = 0; k < columns; k++) out[at + k] = (values[row * columns + k] as number) * scale;
}
