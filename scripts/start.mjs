// npm start: sets itself up, codes the bundled samples, and prints the record of one of them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, setUp } from "./setup.mjs";

await setUp();
const annalist = join(root, "packages/cli/bin/annalist.mjs");
const samples = join(root, "samples/reports.jsonl");
const shown = "border-strikes-northgate";
const line = readFileSync(samples, "utf8")
  .split("\n")
  .find((candidate) => candidate.includes(`"id":"${shown}"`));
if (!line) throw new Error(`samples/reports.jsonl: no report "${shown}"`);

// The record of one report, as a person reads it.
const printed = spawnSync(process.execPath, [annalist, "code", "--from", "jsonl", "--format", "pretty", "--threads", "1", "-"], {
  cwd: root,
  input: line,
  stdio: ["pipe", "inherit", "inherit"],
});
if (printed.status !== 0) process.exit(printed.status ?? 1);

// All eight, as a program reads them.
const out = join(root, ".cache/samples.analyses.jsonl");
mkdirSync(join(root, ".cache"), { recursive: true });
const status = run(process.execPath, [annalist, "code", samples, "--out", out, "--threads", "1"]);
if (status !== 0) process.exit(status);
const analyses = readFileSync(out, "utf8")
  .trim()
  .split("\n")
  .map((each) => JSON.parse(each));
const count = (list) => analyses.reduce((sum, analysis) => sum + analysis[list].length, 0);
console.log(
  `Coded ${analyses.length} sample reports: ${count("events")} events, ${count("attributions")} attributions, ${count("casualties")} tolls, ${count("places")} places -> .cache/samples.analyses.jsonl\n` +
    "Your own:  npx annalist code report.txt --published 2021-06-28     (npx annalist code --help)",
);
