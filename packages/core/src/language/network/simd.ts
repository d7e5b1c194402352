import type { Kernel } from "./kernel.ts";
import { KERNEL } from "./kernel.wasm.ts";

const PAGE = 65536;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

type Loops = Pick<Kernel, "product" | "settle" | "average" | "add" | "quantise">;

/** The kernel in WebAssembly over `bytes` bytes; undefined where there is no WebAssembly, or none with vectors. */
export function simdKernel(bytes: number): Kernel | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  const code = fromBase64(KERNEL);
  try {
    if (!WebAssembly.validate(code)) return undefined;
    const pages = Math.ceil(bytes / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const loops = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } }).exports as unknown as Loops;
    return {
      kind: "simd",
      memory: memory.buffer,
      product: loops.product,
      settle: loops.settle,
      average: loops.average,
      add: loops.add,
      quantise: loops.quantise,
    };
  } catch {
    // A page's security policy may forbid compilation: the plain kernel gives the same result.
    return undefined;
  }
}

/** Bytes of base64 text; core has no `atob` to rely on. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, "").length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
