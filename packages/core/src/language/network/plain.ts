import type { Kernel } from "./kernel.ts";

const { fround } = Math;

/** The kernel in plain JavaScript over `bytes` bytes: every operation is that of `kernel.wat`, in its order. */
export function plainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(bytes);
  const floats = new Float32Array(memory);
  const shorts = new Int16Array(memory);
  const bytesOf = new Int8Array(memory);

  let wide = new Float64Array(0);
  let fourRows = new Float64Array(0);
  const widen = (size: number): Float64Array => {
    if (wide.length < size) wide = new Float64Array(size);
    return wide;
  };

  const round = (v: number, scale: number): number => {
    const whole = Math.floor(fround(fround(v * scale) + 0.5));
    return Math.min(32767, Math.max(-32768, whole));
  };
  const sigmoid = (v: number): number => {
    const s = fround(fround(v * 0.25) + 0.5);
    return Math.min(1, Math.max(0, s));
  };

  return {
    kind: "plain",
    memory,
    product(weights, columns, rows, input, inputStride, count, output, outputStride, scale, bias) {
      // Sums of integers below 2^53 are exact in doubles, which multiply faster than JavaScript's integers.
      const x = widen(count * columns);
      for (let w = 0; w < count; w++) {
        const from = (input + w * inputStride) >> 1;
        for (let k = 0; k < columns; k++) x[w * columns + k] = shorts[from + k]!;
      }
      if (fourRows.length < 4 * columns) fourRows = new Float64Array(4 * columns);
      const four = fourRows;
      for (let r = 0; r < rows; r += 4) {
        const row = (weights >> 1) + r * columns;
        for (let k = 0; k < 4 * columns; k++) four[k] = shorts[row + k]!;
        for (let w = 0; w < count; w++) {
          const from = w * columns;
          let a = 0;
          let b = 0;
          let c = 0;
          let d = 0;
          for (let k = 0; k < columns; k++) {
            const v = x[from + k]!;
            a += v * four[k]!;
            b += v * four[k + columns]!;
            c += v * four[k + 2 * columns]!;
            d += v * four[k + 3 * columns]!;
          }
          const out = ((output + w * outputStride) >> 2) + r;
          const s = (scale >> 2) + r;
          const t = (bias >> 2) + r;
          floats[out] = fround(fround(fround(a | 0) * floats[s]!) + floats[t]!);
          floats[out + 1] = fround(fround(fround(b | 0) * floats[s + 1]!) + floats[t + 1]!);
          floats[out + 2] = fround(fround(fround(c | 0) * floats[s + 2]!) + floats[t + 2]!);
          floats[out + 3] = fround(fround(fround(d | 0) * floats[s + 3]!) + floats[t + 3]!);
        }
      }
    },
    settle(x, y, yStride, mode, gain, to, size, count, scale) {
      const factor = fround(scale);
      for (let n = 0; n < count; n++) {
        const from = (x >> 2) + n * size;
        const add = (y + n * yStride) >> 2;
        // Four sums side by side, as four lanes make them.
        const lanes = [0, 0, 0, 0];
        for (let i = 0; i < size; i++) {
          let v = floats[from + i]!;
          if (mode > 0) {
            const w = floats[add + i]!;
            v = fround(v + (mode === 2 && w < 0 ? 0 : w));
            floats[from + i] = v;
          }
          lanes[i & 3] = fround(lanes[i & 3]! + fround(v * v));
        }
        const sum = fround(fround(lanes[0]! + lanes[1]!) + fround(lanes[2]! + lanes[3]!));
        const k = fround(1 / fround(Math.sqrt(fround(fround(0.001) + fround(sum / size)))));
        for (let i = 0; i < size; i++) {
          const v = fround(fround(floats[from + i]! * k) * floats[(gain >> 2) + i]!);
          floats[from + i] = v;
          shorts[(to >> 1) + n * size + i] = round(v, factor);
        }
      }
    },
    average(at, step, part, to, toStep, count, scale) {
      const factor = fround(scale);
      for (let cell = 0; cell < 8; cell++) {
        let c = 0;
        for (let n = 0; n < count; n++) {
          const value = ((at + n * step) >> 2) + cell;
          const v = floats[value]!;
          c = fround(v + fround(sigmoid(floats[value + (part >> 2)]!) * fround(c - v)));
          shorts[((to + n * toStep) >> 1) + cell] = round(fround(c * sigmoid(floats[value + (part >> 1)]!)), factor);
        }
      }
    },
    add(to, row, size, scale) {
      const factor = fround(scale);
      const at = to >> 2;
      for (let i = 0; i < size; i++) floats[at + i] = fround(floats[at + i]! + fround(bytesOf[row + i]! * factor));
    },
    quantise(from, to, count, relu, scale) {
      const factor = fround(scale);
      for (let i = 0; i < count; i++) {
        const v = floats[(from >> 2) + i]!;
        shorts[(to >> 1) + i] = round(relu === 1 && v < 0 ? 0 : v, factor);
      }
    },
  };
}
