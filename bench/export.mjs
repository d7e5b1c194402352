// Exports of a store of 100,000 incidents to each format as `annalist export` writes them, evidence beside them, and one of them
// checked by `annalist verify`: rows a second, what lies on the disk, and the most memory held, each in a process of its own.
// `npm run bench export -- --rows 10000` for fewer, `--as acled` for one format, `--store FILE` for a store that is there.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FORMATS } from "../packages/export/dist/index.js";
import { openStore } from "../packages/store/dist/index.js";
import { putRecord } from "./lib-record.mjs";

const annalist = fileURLToPath(new URL("../packages/cli/bin/annalist.mjs", import.meta.url));
/**
 * The command itself says at its end how much memory it held at most: of its own, looked at twenty times a second where /proc
 * tells, without the pages of the store that the system maps in and takes back as it likes; and all that was resident.
 */
const TELLING = `data:text/javascript,import { readFileSync } from "node:fs";
let own = 0;
const look = () => {
  try {
    own = Math.max(own, Number(/RssAnon:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]));
  } catch {}
};
setInterval(look, 50).unref();
process.on("exit", () => {
  look();
  process._rawDebug("held " + own + " " + process.resourceUsage().maxRSS);
});`;
/** The format whose export is checked at the end: one row an incident, every column with evidence. */
const CHECKED = "acled";

export default async function bench() {
  const { values } = parseArgs({
    options: { rows: { type: "string", default: "100000" }, as: { type: "string" }, store: { type: "string" } },
    strict: false,
    allowPositionals: true,
  });
  const folder = mkdtempSync(join(tmpdir(), "annalist-export-"));
  try {
    const place = values.store ?? (await made(join(folder, "record.db"), Number(values.rows)));
    const rows = await incidentsOf(place);
    for (const as of values.as ? [values.as] : Object.keys(FORMATS)) {
      const out = join(folder, as);
      const { seconds, held, said } = run(["export", "--as", as, "--store", place, "--out", out]);
      const bytes = readdirSync(folder)
        .filter((name) => name.startsWith(as))
        .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
      console.log(
        `${as.padEnd(14)} ${seconds.toFixed(0).padStart(4)} s  ${per(rows, seconds)} incidents a second  at most ${held}  ` +
          `${(bytes / 1e6).toFixed(0).padStart(5)} MB of files  ${said.match(/\d+ rows[^,\n]*/g)?.join(", ")}`,
      );
      if (as === CHECKED || values.as) {
        const checked = run(["verify", out, "--store", place]);
        console.log(
          `${"  verify".padEnd(14)} ${checked.seconds.toFixed(0).padStart(4)} s  at most ${checked.held}  ${checked.said.trim()}`,
        );
      }
      for (const name of readdirSync(folder)) if (!name.startsWith("record.db")) rmSync(join(folder, name));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const encoded = TELLING.slice(0, 21) + encodeURIComponent(TELLING.slice(21));
const per = (rows, seconds) =>
  Math.round(rows / seconds)
    .toLocaleString("en-GB")
    .padStart(6);

async function made(place, rows) {
  const store = await openStore(place);
  await putRecord(store, rows);
  await store.close();
  return place;
}

async function incidentsOf(place) {
  const store = await openStore(place);
  const { incidents } = await store.stats();
  await store.close();
  return incidents;
}

/** Runs one command to its end; throws where it fails. */
function run(words) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", encoded, annalist, ...words], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`annalist ${words.join(" ")}: ${stderr}`);
  const [, own, all] = /held (\d+) (\d+)/.exec(stderr) ?? [];
  const mb = (kilobytes) => Math.round(Number(kilobytes) / 2 ** 10);
  const held = Number(own) > 0 ? `${mb(own)} MB (${mb(all)} MB with pages of the store)` : `${mb(all)} MB`;
  return { seconds: (performance.now() - begun) / 1000, held, said: `${stdout}${stderr.replace(/held .*\n/, "")}` };
}
