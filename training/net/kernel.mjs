// Assembles core's kernel.wat into kernel.wasm.ts: node training/net/kernel.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import wabt from "wabt";

const folder = new URL("../../packages/core/src/language/network/", import.meta.url);
const source = new URL("kernel.wat", folder);
const { parseWat } = await wabt();
const module = parseWat(fileURLToPath(source), readFileSync(source, "utf8"), { simd: true });
module.validate();
const { buffer } = module.toBinary({});
const text = Buffer.from(buffer).toString("base64");
const lines = text.match(/.{1,120}/g).map((line) => `  "${line}"`);
writeFileSync(
  new URL("kernel.wasm.ts", folder),
  `/** kernel.wat, assembled by training/net/kernel.mjs, as base64. */\nexport const KERNEL =\n${lines.join(" +\n")};\n`,
);
console.log(`kernel.wasm.ts: ${buffer.length} bytes`);
