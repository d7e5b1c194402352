// Exports of 100,000 incidents to each format, evidence included, into the void: rows a second, and the most memory held,
// each format in a process of its own. `npm run bench export -- --rows 10000` for fewer.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createAnalyst, createWorld } from "../packages/core/dist/index.js";
import { loadEnglish } from "../packages/english/dist/index.js";
import { FORMATS, writePart } from "../packages/export/dist/index.js";

const here = fileURLToPath(import.meta.url);
const { values } = parseArgs({
  options: { rows: { type: "string", default: "100000" }, as: { type: "string" } },
  strict: false,
  allowPositionals: true,
});
const text = "Gunmen killed two farmers near Mosul on Monday, police said. Security forces arrested three men in Erbil.";
const nothing = { write: async () => {} };

export default function bench() {
  for (const as of Object.keys(FORMATS))
    spawnSync(process.execPath, [here, "--as", as, "--rows", String(values.rows)], { stdio: "inherit" });
}

if (process.argv[1] === here) {
  const knowledge = loadEnglish();
  const world = createWorld(knowledge, "2026-01-02T03:04:05Z");
  const analysis = createAnalyst(knowledge).analyse({ id: "r", text, published: "2021-06-29", outlet: "The Post" });
  const rows = Number(values.rows);
  const begun = performance.now();
  let written = 0;
  let left = 0;
  for (const part of FORMATS[values.as]({})) {
    const { rows: count, excluded } = await writePart(recordOf(rows, analysis), part, world, {
      main: nothing,
      evidence: nothing,
      excluded: nothing,
    });
    written += count;
    for (const { count } of excluded.values()) left += count;
  }
  const seconds = (performance.now() - begun) / 1000;
  const most = process.resourceUsage().maxRSS / 2 ** 10;
  console.log(
    `${values.as.padEnd(14)} ${String(written).padStart(8)} rows, ${String(left).padStart(7)} left out  ${Math.round(
      (written + left) / seconds,
    )
      .toLocaleString("en-GB")
      .padStart(9)} a second  at most ${most.toFixed(0).padStart(5)} MB`,
  );
}

/** A record as large as wanted, made row by row from what was read in one report. */
function recordOf(count, analysis) {
  const place = analysis.places[0];
  const source = (i) => ({ text, analysis: { ...analysis, report: { ...analysis.report, id: `r${i}` } } });
  const incident = (i) => {
    const day = new Date(Date.UTC(2000, 0, 1 + (i % 9000))).toISOString().slice(0, 10);
    const { id, trigger, type } = analysis.events[i % analysis.events.length];
    const claim = { incident: `i${i}`, report: `r${i}`, event: id, voices: [], origin: 0 };
    return {
      incident: {
        id: `i${i}`,
        kind: "incident",
        type,
        members: [{ report: `r${i}`, event: id }],
        places: place ? [{ ...place, reports: 1 }] : [],
        dates: [{ earliest: day, latest: day, reports: 1 }],
        actors: [{ name: "Red Hand", reference: "group:red-hand", country: "IRQ", sector: "REB", reports: 1 }],
        recipients: [{ name: "two farmers", sector: "CVL", reports: 1 }],
        tolls: [{ outcome: "killed", low: 2, best: 2, high: 2, source: "police", report: `r${i}` }],
        origins: 1,
        originGroups: [[`r${i}`]],
        relations: [],
        why: [],
        status: "single-source",
      },
      claims: [
        { ...claim, attribute: "type", value: type, label: type, ...trigger },
        { ...claim, attribute: "date", value: `${day}/${day}`, label: day, ...trigger },
        { ...claim, attribute: "killed", value: "2", label: "2", low: 2, best: 2, high: 2, ...trigger },
      ],
      sources: new Map([[`r${i}`, source(i)]]),
    };
  };
  return {
    async *incidents() {
      for (let i = 0; i < count; i++) yield incident(i);
    },
    async *events() {
      for (let i = 0; i < count; i++) {
        const { incident: one, sources } = incident(i);
        const [found] = sources.values();
        yield { event: found.analysis.events[i % analysis.events.length], source: found, incident: one };
      }
    },
  };
}
