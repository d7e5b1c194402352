import type { Matrix } from "./weights.ts";

export const multiple = (n: number, of: number): number => Math.ceil(n / of) * of;

/** Where a product's weights lie: addresses of int16 rows (a multiple of four of them), float scales and biases. */
export interface Transform {
  columns: number;
  rows: number;
  weights: number;
  scale: number;
  bias: number;
}

/**
 * Plans one block of memory from its start, before the block exists: addresses are multiples of 16, nothing is given
 * back. What is planned with content is written by `load`.
 */
export class Layout {
  size = 0;
  #writes: ((memory: ArrayBuffer) => void)[] = [];

  /** Room without content. */
  take(bytes: number): number {
    const at = this.size;
    this.size += multiple(bytes, 16);
    return at;
  }

  floats(values: Float32Array): number {
    const at = this.take(values.byteLength);
    this.#writes.push((memory) => new Float32Array(memory).set(values, at >> 2));
    return at;
  }

  bytes(values: Int8Array): number {
    const at = this.take(values.byteLength);
    this.#writes.push((memory) => new Int8Array(memory).set(values, at));
    return at;
  }

  /** A matrix and its bias for inputs that are int16 times `inputScale`; rows up to the next multiple of four are 0. */
  transform(matrix: Matrix, inputScale: number, bias?: Float32Array): Transform {
    const { columns } = matrix;
    if (columns % 16 !== 0) throw new Error(`the parser's weights have a row of ${columns} columns, not a multiple of 16`);
    const rows = multiple(matrix.rows, 4);
    const weights = this.take(rows * columns * 2);
    const scale = this.take(rows * 4);
    const at = this.take(rows * 4);
    this.#writes.push((memory) => {
      new Int16Array(memory, weights, rows * columns).set(matrix.values);
      const scales = new Float32Array(memory, scale, rows);
      for (let r = 0; r < matrix.rows; r++) scales[r] = (matrix.scales[r] as number) / inputScale;
      if (bias) new Float32Array(memory, at, rows).set(bias);
    });
    return { columns, rows, weights, scale, bias: at };
  }

  load(memory: ArrayBuffer): void {
    for (const write of this.#writes) write(memory);
    this.#writes = [];
  }
}

/** One row of a matrix as floats. */
export function rowOf({ values, scales, columns }: Matrix, row: number, out: Float32Array, at = 0): void {
  const scale = scales[row] as number;
  for (let k = 0; k < columns; k++) out[at + k] = (values[row * columns + k] as number) * scale;
}
