// Searches the weights by which pronouns choose their antecedents (packages/core/src/mentions/link/pronouns.ts, `W`).
//
//   npx tsc -b && node training/coref/tune.mjs GUM_DIR GAP.jsonl LITBANK.jsonl [SECONDS]
//
// GUM_DIR holds reports.jsonl ({id, text}) and gold.jsonl ({id, mentions: [{start, end, head, type, form, cluster}]}); GAP and LitBank are JSON lines
// as the programs that prepare the training data write them. Every second document of each is searched on, the others only measured, so that the
// last line shows what carries over. Deterministic: one weight after another is moved up and down, and what helps is kept.
import { readFileSync } from "node:fs";
import { createLanguage } from "../../packages/core/dist/language/index.js";
import { createEntityFinder } from "../../packages/core/dist/mentions/index.js";
import { W } from "../../packages/core/dist/mentions/link/pronouns.js";
import { createPlaceFinder } from "../../packages/core/dist/places/index.js";
import { loadEnglish } from "../../packages/english/dist/index.js";

const [gumDir, gapFile, litbankFile, seconds = "300"] = process.argv.slice(2);
if (!litbankFile) throw new Error("usage: tune.mjs GUM_DIR GAP.jsonl LITBANK.jsonl [SECONDS]");
const THIRD = /^(?:he|him|his|she|hers?|they|them|theirs?|(?:him|her|them)sel(?:f|ves))$/i;
const rows = (file) => readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));

const knowledge = loadEnglish();
const language = createLanguage(knowledge);
const places = createPlaceFinder(knowledge);
const finder = createEntityFinder(knowledge);
const read = ({ id, text }) => {
  const report = { id, text };
  const document = language.read(report);
  return { document, report, places: places.find(document, report, []) };
};

/** Which clusters have a name or description whose head covers an offset, and the pronouns that are asked for. */
function gold(text, mentions) {
  const actors = mentions.filter(({ type }) => /^(?:person|organization|PER|ORG)$/.test(type));
  const described = actors.filter(({ form }) => form !== "pronoun");
  const at = new Map();
  for (const { head, start, end, cluster } of described) {
    for (let i = (head ?? { start }).start; i < (head ?? { end }).end; i++) at.set(i, (at.get(i) ?? new Set()).add(cluster));
  }
  const named = new Set(described.map(({ cluster }) => cluster));
  return { at, asked: actors.filter(({ form, cluster, start, end }) => form === "pronoun" && named.has(cluster) && THIRD.test(text.slice(start, end))) };
}

/** Documents of GUM's own development and test parts: to measure on, not to learn from. */
const MEASURED = /GUM_news_(?:homeopathic|nasa)$/;
const answers = new Map(rows(`${gumDir}/gold.jsonl`).map((row) => [row.id, row.mentions]));
const gum = rows(`${gumDir}/reports.jsonl`).filter(({ id }) => !MEASURED.test(id)).map((row) => ({ ...read(row), ...gold(row.text, answers.get(row.id)) }));
const litbank = rows(litbankFile).slice(0, 40).map((row) => ({ ...read(row), ...gold(row.text, row.mentions) }));
const gap = rows(gapFile).filter(({ candidates }) => candidates.some(({ same }) => same)).slice(0, 500).map((row) => ({ ...read(row), row }));

/** The share of pronouns whose nearest name or description in the same entity is one of the right cluster. */
function nearest(list, half) {
  let right = 0;
  let all = 0;
  for (const [n, { document, report, places, at, asked }] of list.entries()) {
    if (n % 2 !== half) continue;
    const entityAt = new Map();
    for (const entity of finder.find(document, report, places)) for (const { start, end } of entity.mentions) entityAt.set(`${start} ${end}`, entity);
    for (const { start, end, cluster } of asked) {
      all++;
      const others = (entityAt.get(`${start} ${end}`)?.mentions ?? []).filter(({ form }) => form !== "pronoun");
      const before = others.filter((other) => other.end <= start).sort((a, b) => b.end - a.end)[0];
      const chosen = before ?? others.find((other) => other.start >= end);
      if (!chosen) continue;
      for (let i = chosen.head.start; i < chosen.head.end; i++) {
        if (!at.get(i)?.has(cluster)) continue;
        right++;
        break;
      }
    }
  }
  return right / all;
}

/** The share of GAP's pronouns that are one with the right name and not with the other. */
function chosen(half) {
  let right = 0;
  let all = 0;
  for (const [n, { document, report, places, row }] of gap.entries()) {
    if (n % 2 !== half) continue;
    all++;
    const entity = finder.find(document, report, places).find(({ mentions }) => mentions.some(({ start }) => start === row.pronoun.start));
    const holds = (span) => entity?.mentions.some(({ form, start, end }) => form !== "pronoun" && start < span.end && span.start < end) ?? false;
    if (row.candidates.filter(({ same }) => same).some(holds) && !row.candidates.filter(({ same }) => !same).some(holds)) right++;
  }
  return right / all;
}

const measure = (half) => {
  const [news, wiki, novels] = [nearest(gum, half), chosen(half), nearest(litbank, half)];
  return { gum: news, gap: wiki, litbank: novels, mean: news / 2 + wiki / 4 + novels / 4 };
};

console.log("before", measure(0), measure(1));
const until = Date.now() + Number(seconds) * 1000;
let best = measure(0).mean;
for (const steps of [[-2, 2], [-1, 1, -0.5, 0.5]]) {
  for (const key of Object.keys(W)) {
    if (key === "base" || Date.now() > until) continue;
    const old = W[key];
    let kept = old;
    for (const step of steps) {
      W[key] = old + step * (key === "near" ? 0.1 : key === "size" ? 0.25 : 1);
      const mean = measure(0).mean;
      if (mean > best + 0.0004) [best, kept] = [mean, W[key]];
    }
    W[key] = kept;
    if (kept !== old) console.log(key, old, "->", kept, best.toFixed(4));
  }
}
console.log("after", measure(0), measure(1));
console.log(JSON.stringify(W));
