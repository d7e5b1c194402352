// npm start: sets itself up, reads the bundled samples into a store of their own, prints the record of one, and serves the
// desk until Ctrl-C. `--once` ends behind the print, for machines that only look whether it starts.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, setUp } from "./setup.mjs";

const { values } = parseArgs({ options: { once: { type: "boolean" }, port: { type: "string", default: "8017" } } });
await setUp();
// Built only now, on a fresh checkout.
const { createAnalyst } = await import("../packages/core/dist/index.js");
const { loadEnglish } = await import("../packages/english/dist/index.js");
const { renderReport } = await import("../packages/cli/dist/code/render.js");
const { openStore } = await import("../packages/store/dist/index.js");
const { createKeeper, serve } = await import("../packages/server/dist/index.js");

const analyst = createAnalyst(loadEnglish());
const reports = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const shown = reports.find(({ id }) => id === "border-strikes-northgate");
const colour = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
process.stdout.write(renderReport(analyst, shown, { format: "pretty", tokens: false, explain: false, colour }));

// What was decided in an earlier look at the samples stays; a store that this version cannot read is made anew.
mkdirSync(join(root, ".cache"), { recursive: true });
const file = join(root, ".cache/samples.db");
const store = await openStore(file).catch(() => {
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
  return openStore(file);
});
const keeper = createKeeper({ store, code: async (report) => analyst.analyse(report), complain: console.error });
await keeper.take(reports);
await keeper.idle();
const { events, incidents, reports: count } = await store.stats();
console.log(`${count} sample reports: ${events} events, linked to ${incidents} incidents.`);
console.log("Your own:  npx annalist code report.txt --published 2021-06-28     (npx annalist --help)");

if (!values.once) {
  const serving = await serve({ store, place: file, port: Number(values.port), host: "127.0.0.1" });
  console.log(`\nThe desk is at ${serving.address}   (Ctrl-C ends it)`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
  await serving.close();
}
await store.close();
