// How rare words are in running text: rarity.bin, which tells the words that mark a story from those that any report has.
//   node training/rarity/train.mjs CORPORA/train packages/english/data/models/rarity.bin
// Counts in how many stretches of 200 words a stem stands. Most of the raw text is press briefings, so news is weighed up
// and briefings are thinned. Layout, little-endian: words u32, stretches u32, then their hashes as u32 in ascending order,
// then one byte each, 16 ln(stretches / stretches with it). Words in fewer than four stretches are left out: they are rare.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { hash32, stemsOf } from "../../packages/core/dist/shared/stems.js";

const [folder, out] = process.argv.slice(2);
if (!out) {
  console.error("usage: node training/rarity/train.mjs FOLDER OUT");
  process.exit(2);
}
const STRETCH = 200;
const LEAST = 4;
/** Corpus -> how much one stretch counts, and every how many reports are read. */
const SOURCES = {
  wikinews: { weight: 6, every: 1 },
  masc: { weight: 2, every: 1 },
  "state-history": { weight: 1, every: 1 },
  "us-speeches": { weight: 1, every: 1 },
  whitehouse: { weight: 1, every: 6 },
};
const counts = new Map();
let stretches = 0;
for (const [name, { weight, every }] of Object.entries(SOURCES)) {
  const rows = gunzipSync(readFileSync(join(folder, `raw-${name}.jsonl.gz`)))
    .toString("utf8")
    .split("\n")
    .filter((line, i) => line && i % every === 0)
    .map((line) => JSON.parse(line));
  for (const { headline, text } of rows) {
    const stems = stemsOf(`${headline ?? ""}\n${text}`).map(({ stem }) => stem);
    for (let i = 0; i + STRETCH / 2 <= stems.length; i += STRETCH) {
      for (const stem of new Set(stems.slice(i, i + STRETCH))) counts.set(stem, (counts.get(stem) ?? 0) + weight);
      stretches += weight;
    }
  }
}
const kept = [...new Map([...counts].filter(([, count]) => count >= LEAST).map(([stem, count]) => [hash32(stem), count]))].sort(
  ([a], [b]) => a - b,
);
const bytes = Buffer.alloc(8 + 5 * kept.length);
bytes.writeUInt32LE(kept.length, 0);
bytes.writeUInt32LE(stretches, 4);
kept.forEach(([hash, count], i) => {
  bytes.writeUInt32LE(hash, 8 + 4 * i);
  bytes.writeUInt8(Math.min(255, Math.round(16 * Math.log(stretches / count))), 8 + 4 * kept.length + i);
});
writeFileSync(out, bytes);
console.log(`${kept.length} words of ${counts.size}, ${stretches} stretches, ${bytes.length} bytes`);
