import type { Kernel } from "./kernel.ts";
import type { Transform } from "./memory.ts";

/** What is parsed at one go: words `first` (inclusive) to `last` (exclusive) of a sentence. */
export interface Segment {
  first: number;
  last: number;
}

/** The longest segment, in words: arcs are scored for all pairs of its words. */
export const LIMIT = 160;
/** Rows of a batch: words, and an empty row before each segment and at the end, which the windows look into. */
export const ROWS = 2 * LIMIT + 8;
/** Activations go into products as int16 times this. */
export const SCALE = 1024;

/** A batch as it is computed: `rows[s]` is the row of the first word of `segments[s]`, `used` the rows in use. */
export interface Batch {
  segments: Segment[];
  rows: number[];
  used: number;
}

/** Cuts segments, none above LIMIT words, into batches of at most ROWS rows. */
export function* batches(segments: readonly Segment[]): Generator<Batch> {
  let batch: Batch = { segments: [], rows: [], used: 1 };
  for (const segment of segments) {
    const size = segment.last - segment.first;
    if (batch.used + size + 1 > ROWS) {
      yield batch;
      batch = { segments: [], rows: [], used: 1 };
    }
    batch.segments.push(segment);
    batch.rows.push(batch.used);
    batch.used += size + 1;
  }
  if (batch.segments.length > 0) yield batch;
}

/** Rows that a product takes at one go: so many lie in the nearest cache while all weights pass over them. */
const NEAR = 32;

/** A product with a transform's weights over `count` rows; the output's rows are as wide as the transform's. */
export function product(
  kernel: Kernel,
  transform: Transform,
  input: number,
  inputStride: number,
  count: number,
  output: number,
): void {
  const { weights, columns, rows, scale, bias } = transform;
  for (let at = 0; at < count; at += NEAR) {
    const [from, to] = [input + at * inputStride, output + at * rows * 4];
    kernel.product(weights, columns, rows, from, inputStride, Math.min(NEAR, count - at), to, rows * 4, scale, bias);
  }
}
