// npm start: sets itself up, codes the bundled samples, and prints the record of one of them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./setup.mjs";

await setUp();
// Built only now, on a fresh checkout. In this process, since a second one would load the data again.
const { createAnalyst } = await import("../packages/core/dist/index.js");
const { loadEnglish } = await import("../packages/english/dist/index.js");
const { renderReport } = await import("../packages/cli/dist/code/render.js");

const analyst = createAnalyst(loadEnglish());
const reports = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const shown = reports.find(({ id }) => id === "border-strikes-northgate");
const colour = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;

// The record of one report, as a person reads it; all eight, as a program does.
process.stdout.write(renderReport(analyst, shown, { format: "pretty", tokens: false, explain: false, colour }));
const lines = reports.map((report) =>
  renderReport(analyst, report, { format: "jsonl", tokens: false, explain: false, colour: false }),
);
mkdirSync(join(root, ".cache"), { recursive: true });
writeFileSync(join(root, ".cache/samples.analyses.jsonl"), lines.join(""));

const analyses = lines.map((line) => JSON.parse(line));
const count = (list) => analyses.reduce((sum, analysis) => sum + analysis[list].length, 0);
console.log(
  `Coded ${analyses.length} sample reports: ${count("events")} events, ${count("attributions")} attributions, ${count("casualties")} tolls, ${count("places")} places -> .cache/samples.analyses.jsonl\n` +
    "Your own:  npx annalist code report.txt --published 2021-06-28     (npx annalist code --help)",
);
