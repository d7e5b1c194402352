// Learns the weights of core's judge of causes (core/src/relations/judge.ts) from sentences in which cause and effect are
// marked, and writes lexicons/en/relations/judge.tsv: features and weights, no sentence. Core must be built. Seeded: the same
// sentences give the same weights.
//   node training/causes/train.mjs CNC      CNC: the folder of the Causal News Corpus, reports.jsonl and gold.jsonl
// Prints figures by five-fold cross-validation first.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEventCoder } from "../../packages/core/dist/events/index.js";
import { createLanguage } from "../../packages/core/dist/language/index.js";
import { createEntityFinder } from "../../packages/core/dist/mentions/index.js";
import { createPlaceFinder } from "../../packages/core/dist/places/index.js";
import { createRelater } from "../../packages/core/dist/relations/index.js";
import { createTimeFinder } from "../../packages/core/dist/times/index.js";
import { loadEnglish } from "@annalist/english";
import { fit, probability } from "./sparse.mjs";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node training/causes/train.mjs CNC");
  process.exit(2);
}
const root = fileURLToPath(new URL("../..", import.meta.url));
const knowledge = loadEnglish();
const [language, times, places, entities, events, relater] = [
  createLanguage(knowledge),
  createTimeFinder(knowledge),
  createPlaceFinder(knowledge),
  createEntityFinder(knowledge),
  createEventCoder(knowledge),
  createRelater(knowledge),
];
const lines = (name) => readFileSync(join(folder, name), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const gold = new Map(lines("gold.jsonl").map((one) => [one.id, one]));

const FOLDS = 5;
/** Features seen less often say nothing; weights smaller than the others are left out of the table. */
const [SEEN, SMALL, SMALL_WAY] = [3, 0.15, 0.3];

const sentences = lines("reports.jsonl").map(read);
const held = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const learnt = learn(sentences.filter((_, i) => i % FOLDS !== fold));
  const judging = createRelater({ ...knowledge, tables: { ...knowledge.tables, "relations/judge": tableOf(learnt) } });
  for (const one of sentences.filter((_, i) => i % FOLDS === fold)) {
    const given = judging.relate(...one.stages).relations.filter(({ type }) => type === "cause" || type === "retaliation");
    held.push({ ...one, given: given.length > 0, found: one.found.map((pair) => ({ ...pair, ...verdict(learnt, pair) })) });
  }
}
report();
write(learn(sentences));

/** A sentence as the stages before read it, and its candidates: features, whether one is why of the other by the marks, and
 * whether the far one follows. */
function read({ id, text }) {
  const report = { id, text };
  const document = language.read(report);
  const when = times.find(document, report, []);
  const where = places.find(document, report, []);
  const who = entities.find(document, report, where);
  const what = events.code(document, report, { entities: who, places: where, times: when }, []);
  const stages = [document, who, what, when, where];
  const { relations, causal } = gold.get(id);
  const found = [];
  relater.relate(...stages, ({ near, far }, features) => {
    const follows = relations.some(({ cause, effect }) => holds(cause, near) && holds(effect, far));
    const leads = relations.some(({ cause, effect }) => holds(effect, near) && holds(cause, far));
    found.push({ features, right: follows || leads, far: follows && !leads });
  });
  return { causal: causal === 1, stages, found };
}

function holds({ start, end }, word) {
  return start <= word.start && word.end <= end;
}

function learn(seen) {
  const all = seen.flatMap(({ found }) => found);
  const count = new Map();
  for (const { features } of all) for (const name of features) count.set(name, (count.get(name) ?? 0) + 1);
  const kept = all.map((one) => ({ ...one, features: one.features.filter((name) => count.get(name) >= SEEN) }));
  const right = kept.filter((one) => one.right);
  return { cause: fit(kept, (one) => one.right, SMALL), way: fit(right, ({ far }) => far, SMALL_WAY) };
}

function verdict({ cause, way }, { features }) {
  return { p: probability(cause, features), way: probability(way, features) > 0.5 };
}

function tableOf({ cause, way }) {
  const names = [...new Set([...cause.keys(), ...way.keys()])].sort();
  const cell = (weights, name) => weights.get(name)?.toFixed(2) ?? "";
  return { columns: ["feature", "cause", "way"], rows: names.map((name) => [name, cell(cause, name), cell(way, name)]) };
}

function report() {
  const percent = (part, whole) => ((100 * part) / whole).toFixed(1);
  const wanted = held.filter(({ causal }) => causal).length;
  const line = (said) => {
    const right = said.filter(({ causal }) => causal).length;
    return `P ${percent(right, said.length)} R ${percent(right, wanted)} F1 ${percent(2 * right, said.length + wanted)}`;
  };
  const pairs = held.flatMap(({ found }) => found);
  console.log(`${held.length} sentences, ${pairs.length} candidates, ${pairs.filter(({ right }) => right).length} right`);
  console.log(`sentences with a cause as the relater gives them: ${line(held.filter(({ given }) => given))}`);
  for (const least of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const kept = pairs.filter(({ p }) => p >= least);
    const right = kept.filter((one) => one.right);
    const ways = right.filter(({ way, far }) => way === far);
    console.log(
      `candidates from ${least}: ${kept.length}, right ${percent(right.length, kept.length)}, of these the right way round ` +
        `${percent(ways.length, right.length)}; sentences ${line(held.filter(({ found }) => found.some(({ p }) => p >= least)))}`,
    );
  }
}

function write(learnt) {
  const { columns, rows } = tableOf(learnt);
  const title = "# Weights of the judge of causes: whether one told thing is why of another, and which way. Learnt, not written: training/causes/train.mjs.";
  const file = "lexicons/en/relations/judge.tsv";
  writeFileSync(join(root, file), `${[title, columns.join("\t"), ...rows.map((row) => row.join("\t"))].join("\n")}\n`);
  console.log(`${file}: ${rows.length} rows`);
}
