import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Kernel } from "./kernel.ts";
import { KERNEL } from "./kernel.wasm.ts";
import { plainKernel } from "./plain.ts";
import { simdKernel } from "./simd.ts";

const BYTES = 1 << 16;
const simd = simdKernel(BYTES) as Kernel;
const plain = plainKernel(BYTES);

/** Both kernels over the same random memory: floats in the first half, int16 in the second; the memories must stay equal. */
function same(seed: number, run: (kernel: Kernel) => void): void {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const floats = Float32Array.from({ length: BYTES / 8 }, () => (next() - 0.5) * 2 ** (next() * 12 - 4));
  const shorts = Int16Array.from({ length: BYTES / 4 }, () => Math.floor((next() - 0.5) * 4000));
  for (const kernel of [simd, plain]) {
    new Float32Array(kernel.memory, 0, floats.length).set(floats);
    new Int16Array(kernel.memory, BYTES / 2, shorts.length).set(shorts);
    run(kernel);
  }
  expect(Buffer.compare(Buffer.from(simd.memory, 0, BYTES), Buffer.from(plain.memory, 0, BYTES))).toBe(0);
}
const HALF = BYTES / 2;
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

test("this Node has vectors, so that the comparison compares", () => expect(simd.kind).toBe("simd"));

test("products are equal to the bit, for odd and even numbers of words", () => {
  fc.assert(
    fc.property(
      seeds,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (seed, count, wide, high) => {
        const columns = 16 * wide;
        const rows = 4 * high;
        same(seed, (k) => k.product(HALF, columns, rows, HALF + 8192, columns * 2, count, 8192, rows * 4, 0, 1024));
      },
    ),
    { numRuns: 30 },
  );
});

test("norms, averages, sums and roundings are equal to the bit", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 1, 2), (seed, count, mode) => {
      same(seed, (k) => k.settle(0, 8192, 64, mode as 0 | 1 | 2, 16384, HALF, 16, count, 1024));
      same(seed, (k) => k.average(0, 96, 32, HALF, 32, count, 1024));
      same(seed, (k) => k.average(8 * 96, -96, 32, HALF + 8 * 32, -32, count, 1024));
      same(seed, (k) => k.add(0, HALF, 32, 0.013));
      same(seed, (k) => k.quantise(0, HALF, 64, (count % 2) as 0 | 1, 1024));
    }),
    { numRuns: 30 },
  );
});

test("the module is kernel.wat, assembled", async () => {
  const { default: wabt } = await import("wabt");
  const source = readFileSync(new URL("./kernel.wat", import.meta.url), "utf8");
  const module = (await wabt()).parseWat("kernel.wat", source, { simd: true });
  expect(Buffer.from(module.toBinary({}).buffer).toString("base64")).toBe(KERNEL);
});
