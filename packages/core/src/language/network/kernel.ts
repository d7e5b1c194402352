/**
 * The network's inner loops over one block of memory. Pointers and strides count bytes. Two makers exist, by vector
 * instructions (`simd.ts`) and in plain JavaScript (`plain.ts`); they give equal bits, so that a report is read alike
 * everywhere: products are sums of integers, and single floats are added in one fixed order.
 */
export interface Kernel {
  readonly kind: "simd" | "plain";
  readonly memory: ArrayBuffer;
  /**
   * output[w][r] = (sum over c of weights[r][c] * input[w][c]) * scale[r] + bias[r] for `count` rows of input; int16
   * weights and input, float output. `columns` is a multiple of 16 and `rows` of 4.
   */
  product(
    weights: number,
    columns: number,
    rows: number,
    input: number,
    inputStride: number,
    count: number,
    output: number,
    outputStride: number,
    scale: number,
    bias: number,
  ): void;
  /**
   * For `count` rows of `size` floats: x += y (mode 1) or x += relu(y) (mode 2) or nothing (mode 0); then
   * x = x / rms(x) * gain, which is also written to `to` as int16 times `scale`.
   */
  settle(
    x: number,
    y: number,
    yStride: number,
    mode: 0 | 1 | 2,
    gain: number,
    to: number,
    size: number,
    count: number,
    scale: number,
  ): void;
  /**
   * Eight cells of a gated average over `count` words: c = v + keep (c - v), to = c * gate as int16. Keeps stand `part`
   * after the values and gates as far again; `step` is negative for a run from right to left.
   */
  average(at: number, step: number, part: number, to: number, toStep: number, count: number, scale: number): void;
  /** to += row * scale: `size` floats, a multiple of 16, and int8 values. */
  add(to: number, row: number, size: number, scale: number): void;
  /** `count` floats as int16 times `scale`, clamped; negative ones as 0 where `relu` is 1. */
  quantise(from: number, to: number, count: number, relu: 0 | 1, scale: number): void;
}
