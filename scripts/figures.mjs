// npm run figures: draws the figures of docs/record.md anew, from what the engine reads in the samples.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { figures } from "./figures/all.mjs";
import { root, setUp } from "./setup.mjs";

await setUp();
const core = await import("../packages/core/dist/index.js");
const { loadEnglish } = await import("../packages/english/dist/index.js");
const reports = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const folder = join(root, "docs/figures");
mkdirSync(folder, { recursive: true });
const drawn = Object.entries(figures(core, core.createAnalyst(loadEnglish()), reports));
for (const [name, svg] of drawn) writeFileSync(join(folder, name), svg);
console.log(`figures: ${drawn.map(([name]) => `docs/figures/${name}`).join(", ")}`);
