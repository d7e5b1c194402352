// Raw text as sentences of words, cut as core cuts them, for teachers to annotate:
//   node training/net/sentences.mjs CORPORA > sentences.jsonl     ({"words": [...], "glued": [0, 1, ...], "source"})
// `SHARE` is the part of each set that is taken: news and edited prose first.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { createSegmenter } from "../../packages/core/dist/language/segmenter.js";
import { loadEnglish } from "../../packages/english/dist/node.js";

const corpora = process.argv[2];
const SHARE = { wikinews: 1, masc: 1, "state-history": 1, "us-speeches": 1, whitehouse: 0.13 };
const segment = createSegmenter(loadEnglish());
let turn = 1;
const chance = () => (turn = (turn * 48271) % 2147483647) / 2147483647;
const out = [];

function say(text, source) {
  const { words, sentences } = segment(text);
  for (const { first, last } of sentences) {
    if (last - first < 3 || last - first > 70) continue;
    const part = words.slice(first, last);
    const glued = part.map((word, i) => (i > 0 && part[i - 1].end === word.start ? 1 : 0));
    out.push(JSON.stringify({ words: part.map((w) => w.text), glued, source }));
  }
}

for (const [name, share] of Object.entries(SHARE)) {
  const lines = createInterface({ input: createReadStream(`${corpora}/train/raw-${name}.jsonl.gz`).pipe(createGunzip()) });
  for await (const line of lines) {
    const { text } = JSON.parse(line);
    const kept = text.split("\n").filter((paragraph) => chance() < share && paragraph.length > 20);
    if (kept.length > 0) say(kept.join("\n\n"), name);
  }
}
// Web text and encyclopaedia besides: what the treebanks hold is not all news.
for (const file of ["train/gap", "train/crossner", "train/btc", "train/wnut17", "meantime/reports"]) {
  for (const line of readFileSync(`${corpora}/${file}.jsonl`, "utf8").split("\n")) if (line) say(JSON.parse(line).text, file);
}
process.stdout.write(`${out.join("\n")}\n`);
