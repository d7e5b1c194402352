// Learns the weights of core's judge of events (core/src/events/judge.ts) from the sentences of training/annotated, and
// writes lexicons/en/events/judge.tsv. Core must be built. Seeded: the same sentences give the same weights.
//   node training/judge/train.mjs [--folds 5]     prints figures by cross-validation, then writes
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createEventCoder } from "../../packages/core/dist/events/index.js";
import { createLanguage } from "../../packages/core/dist/language/index.js";
import { createEntityFinder } from "../../packages/core/dist/mentions/index.js";
import { createPlaceFinder } from "../../packages/core/dist/places/index.js";
import { createTimeFinder } from "../../packages/core/dist/times/index.js";
import { loadEnglish } from "@annalist/english";
import { fit, probability } from "./logistic.mjs";
import { figures } from "./figures.mjs";
import { isMarked, readAnnotated } from "./sentences.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const knowledge = loadEnglish();
const [language, times, places, entities, events] = [
  createLanguage(knowledge),
  createTimeFinder(knowledge),
  createPlaceFinder(knowledge),
  createEntityFinder(knowledge),
  createEventCoder(knowledge),
];

/** Every candidate of a sentence with its features and whether it is marked. */
function candidates({ text, marks }) {
  const report = { id: "x", text };
  const document = language.read(report);
  const when = times.find(document, report, []);
  const where = places.find(document, report, []);
  const who = entities.find(document, report, where);
  const found = [];
  events.code(document, report, { entities: who, places: where, times: when }, [], (event, features) => {
    if (event.polarity === "affirmed") found.push({ features, right: isMarked(event, marks) });
  });
  return found;
}

/** Reports of conflict and politics are what is read; other worlds turn up among them, and rules' examples are short and plain. */
const WEIGHT = { elsewhere: 0.4, examples: 0.1 };
const weighed = (kind) => (one) => ({ ...one, weight: WEIGHT[kind] ?? 1 });

const folder = `${root}/training/annotated`;
const groups = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .flatMap((name) =>
    readAnnotated(`${folder}/${name}`).map((sentence) => candidates(sentence).map(weighed(name.slice(0, -4)))),
  );
const examples = frameExamples().flatMap((sentence) => candidates(sentence).map(weighed("examples")));

/** The rules' own examples: what is coded as the rule's type is right, and of the counter-examples nothing is. */
function frameExamples() {
  return Object.entries(knowledge.tables)
    .filter(([name]) => name.startsWith("frames/"))
    .flatMap(([, { columns, rows }]) =>
      rows.flatMap((row) => {
        const cell = (column) => row[columns.indexOf(column)] ?? "";
        const told = cell("example").split("|").filter(Boolean);
        const marked = cell("type") === "-" ? [] : [cell("type")];
        return told.map((text) => ({ text, marks: marked.length > 0 ? [{ types: marked, start: 0, end: text.length }] : [] }));
      }),
    );
}

// Cross-validation by sentence: what the judge says of sentences that it has not seen.
const FOLDS = 5;
const held = [];
const sure = [];
const scoreAlone = (ones) =>
  ones.map((one) => ({ ...one, features: one.features.filter(([name]) => name === "bias" || name === "score") }));
for (let fold = 0; fold < FOLDS; fold++) {
  const seen = [...groups.filter((_, i) => i % FOLDS !== fold).flat(), ...examples];
  const weights = fit(seen);
  const calibration = fit(scoreAlone(seen));
  for (const one of groups.filter((_, i) => i % FOLDS === fold).flat()) {
    held.push({ p: probability(weights, one.features), right: one.right, weight: one.weight });
    const [alone] = scoreAlone([one]);
    sure.push({ p: probability(calibration, alone.features), right: one.right, weight: one.weight });
  }
}
console.log(`${groups.length} sentences, ${held.length} candidates, ${held.filter(({ right }) => right).length} right`);
console.log(figures(held));
console.log(`confidence: ${figures(sure)}`);

const weights = fit([...groups.flat(), ...examples]);
const calibration = fit(scoreAlone([...groups.flat(), ...examples]));
weights.set("calibration", calibration.get("bias"));
weights.set("calibration score", calibration.get("score"));
const rows = [...weights]
  .map(([name, weight]) => [name, weight.toFixed(2)])
  .filter(([, weight]) => Number(weight) !== 0)
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  `${root}/lexicons/en/events/judge.tsv`,
  `# Weights of the judge: how likely it is that a frame's words tell of an event. Learnt, not written: training/judge/train.mjs.
feature\tweight
${rows.map((row) => row.join("\t")).join("\n")}
`,
);
console.log(`lexicons/en/events/judge.tsv: ${rows.length} weights`);
