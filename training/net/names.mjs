// Measures the names of the learned model alone, from raw text: node training/net/names.mjs CORPORA
// Exact span and type, precision / recall / F1 by part, kind, and least score.
import { readFileSync } from "node:fs";
import { createLanguage } from "../../packages/core/dist/language/index.js";
import { loadEnglish } from "../../packages/english/dist/node.js";

const rows = (file) =>
  readFileSync(`${process.argv[2]}/ner/${file}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const texts = new Map(rows("reports.jsonl").map((report) => [report.id, report]));
const language = createLanguage(loadEnglish());
const read = rows("gold.jsonl").map(({ id, part, names }) => ({ part, gold: names, names: language.read(texts.get(id)).names }));
const KINDS = ["person", "organisation", "place"];

for (const part of ["uner", "wikigold", "gum"]) {
  for (const least of [0, 0.5, 0.6, 0.7]) {
    const cells = ["all", ...KINDS].map((kind) => {
      let [hit, printed, wanted] = [0, 0, 0];
      for (const row of read) {
        if (row.part !== part) continue;
        const gold = row.gold.filter((n) => !n.optional);
        const free = row.gold.filter((n) => n.optional);
        const keys = new Set(gold.map((n) => `${n.start}:${n.end}:${n.type}`));
        const found = row.names.filter(
          (n) => n.score >= least && KINDS.includes(n.kind) && !free.some((o) => n.start < o.end && o.start < n.end),
        );
        const one = (k) => kind === "all" || k === kind;
        wanted += gold.filter((n) => one(n.type)).length;
        printed += found.filter((n) => one(n.kind)).length;
        hit += found.filter((n) => one(n.kind) && keys.has(`${n.start}:${n.end}:${n.kind}`)).length;
      }
      return `${kind} ${[hit / printed, hit / wanted, (2 * hit) / (printed + wanted)].map((v) => (100 * v).toFixed(1)).join(" / ")}`;
    });
    console.log(part.padEnd(9), least.toFixed(1), cells.join("   "));
  }
}
