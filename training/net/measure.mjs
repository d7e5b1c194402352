// Measures the built network on gold words: node training/net/measure.mjs TREEBANK.conllu … [--plain] [--upper | --lower]
// UPOS, XPOS, UAS, LAS (relation without subtype), and words a second; the trees of both kernels are compared.
import { readFileSync } from "node:fs";
import { createNetwork } from "../../packages/core/dist/language/network/index.js";

const files = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const bytes = new Uint8Array(readFileSync(new URL("../../packages/english/data/models/parser.bin", import.meta.url)));
const network = createNetwork(bytes, { plain: process.argv.includes("--plain") });
const recase = process.argv.includes("--upper") ? (w) => w.toUpperCase() : process.argv.includes("--lower") ? (w) => w.toLowerCase() : (w) => w;
for (const file of files) {
  const words = [];
  const gold = [];
  const sentences = [];
  let first = 0;
  let offset = 0;
  let token = { end: 0, glued: false };
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "" && words.length > first) {
      sentences.push({ index: sentences.length, first, last: words.length, start: 0, end: 0, root: first });
      first = words.length;
      offset += 2;
    }
    const cells = line.split("\t");
    if (/^\d+-\d+$/.test(cells[0])) token = { end: Number(cells[0].split("-")[1]), glued: /SpaceAfter=No/.test(cells[9]) };
    if (!/^\d+$/.test(cells[0])) continue;
    const number = Number(cells[0]);
    if (number === 1 && Number(token.end) < 1) token = { end: 0, glued: false };
    words.push({ index: words.length, sentence: sentences.length, start: offset, end: offset + cells[1].length, text: recase(cells[1]), lower: cells[1].toLowerCase(), children: [] });
    gold.push({ upos: cells[3], xpos: cells[4], head: cells[6] === "0" ? -1 : first + Number(cells[6]) - 1, deprel: cells[7] });
    offset += cells[1].length;
    const glued = number < token.end ? true : number === token.end ? token.glued : /SpaceAfter=No/.test(cells[9]);
    if (number === token.end) token = { end: 0, glued: false };
    if (!glued) offset++;
  }
  const from = performance.now();
  network.read(words, sentences);
  const spent = (performance.now() - from) / 1000;
  const share = (hit) => ((100 * words.filter((w, i) => hit(w, gold[i])).length) / words.length).toFixed(2);
  const plain = (r) => r.split(":")[0];
  console.log(
    file.split("/").pop(), network.kernel, words.length, "words", `UPOS ${share((w, g) => w.upos === g.upos)}`, `XPOS ${share((w, g) => w.xpos === g.xpos)}`,
    `UAS ${share((w, g) => w.head === g.head)}`, `LAS ${share((w, g) => w.head === g.head && plain(w.deprel) === plain(g.deprel))}`, `${Math.round(words.length / spent)} words/s`,
  );
}
