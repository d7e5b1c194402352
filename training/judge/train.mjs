// Learns the weights of core's judge of events (core/src/events/judge.ts) from the sentences of training/annotated and from the
// reports of the training set raw-wikinews, whose candidates readers have judged, and writes lexicons/en/events/judge.tsv.
// Core must be built. The same data give the same weights.
//   node training/judge/train.mjs --shared DIR     prints figures by cross-validation, then writes; DIR holds corpora/train
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
import { readReports } from "./reports.mjs";
import { isMarked, readAnnotated } from "./sentences.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const shared = process.argv[process.argv.indexOf("--shared") + 1];
if (!process.argv.includes("--shared") || shared === undefined) throw new Error("--shared DIR: the folder that holds corpora/train");
const knowledge = loadEnglish();
const [language, times, places, entities, events] = [
  createLanguage(knowledge),
  createTimeFinder(knowledge),
  createPlaceFinder(knowledge),
  createEntityFinder(knowledge),
  createEventCoder(knowledge),
];

/** Every candidate of a text with its features and what `judge` says of it; what it says nothing of is left out. */
function candidates(report, judge) {
  const document = language.read(report);
  const when = times.find(document, report, []);
  const where = places.find(document, report, []);
  const who = entities.find(document, report, where);
  const found = [];
  events.code(document, report, { entities: who, places: where, times: when }, [], (event, features) => {
    const judged = judge(event);
    if (judged) found.push({ features, ...judged });
  });
  return found;
}

/** What is marked in a sentence is an event, and nothing else; of what is told as not done the marks say nothing. */
const ofSentence = ({ text, marks }) =>
  candidates({ id: "x", text }, (event) =>
    event.polarity === "affirmed" ? { right: isMarked(event, marks), weight: 1 } : undefined,
  );

/** What readers said; a happening that is of another type is half wrong. PLOVER files signing an agreement under SUPPORT. */
const ofReport = ({ report, marks }) =>
  candidates(report, ({ trigger, type, rule }) => {
    const mark = marks.get(`${trigger.start} ${type}`);
    if (mark === undefined) return undefined;
    const right = mark === "1" || (mark === "t:AGREE" && rule.startsWith("support.sign"));
    return { right, weight: mark.startsWith("t:") && !right ? 0.5 : 1 };
  });

/** Reports of conflict and politics are what is read; other worlds turn up among them, and rules' examples are short and plain. */
const WEIGHT = { elsewhere: 0.4, examples: 0.5 };
const weighed = (kind) => (one) => ({ ...one, kind, weight: one.weight * (WEIGHT[kind] ?? 1) });

const folder = `${root}/training/annotated`;
const groups = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readAnnotated(`${folder}/${name}`).map((sentence) => ofSentence(sentence).map(weighed(name.slice(0, -4))))),
  ...readReports(`${folder}/wikinews.tsv`, `${shared}/corpora`).map((one) => ofReport(one).map(weighed("wikinews"))),
];
const examples = frameExamples().flatMap((sentence) => ofSentence(sentence).map(weighed("examples")));

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

// Cross-validation by sentence and by report: what the judge says of what it has not seen.
const FOLDS = 5;
const held = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const seen = [...groups.filter((_, i) => i % FOLDS !== fold).flat(), ...examples];
  const weights = fit(seen);
  for (const one of groups.filter((_, i) => i % FOLDS === fold).flat()) {
    held.push({ p: probability(weights, one.features), right: one.right, weight: one.weight, kind: one.kind });
  }
}
console.log(`${groups.length} sentences and reports, ${held.length} candidates, ${held.filter(({ right }) => right).length} right`);
for (const kind of new Set(held.map((one) => one.kind)))
  console.log(`${kind}: ${figures(held.filter((one) => one.kind === kind))}\n`);
console.log(figures(held));

const weights = fit([...groups.flat(), ...examples]);
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
