// The store at size: N reports with analyses, N incidents; how fast they go in, and how long each kind of search takes.
// npm run bench store -- [--size 100000] [--postgres URL]
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../packages/store/dist/index.js";

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const SIZE = Number(option("--size", 100_000));
let state = 11;
const random = () => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};
// As in language: a few words everywhere, most of them rare.
const word = (n) => `w${n.toString(36)}`;
const some = (most) => Math.floor(most * random() ** 3);
const TYPES = ["ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "ACCUSE", "CONSULT", "AGREE", "THREATEN"];
const COUNTRIES = ["SYR", "IRQ", "YEM", "SDN", "UKR", "MMR", "MLI", "NGA", "SOM", "COD"];
const day = (n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);

function reportOf(n) {
  const text = `${Array.from({ length: 150 }, () => word(some(30_000))).join(" ")} report ${n}.`;
  return {
    report: { id: `r${n}`, text, published: day(n % 2000), outlet: `Paper ${n % 300}`, url: `https://example.org/${n}` },
    provenance: { source: "bench", original: "" },
    identity: `url:https://example.org/${n}`,
  };
}

function analysisOf(n, text) {
  const span = { start: 0, end: 5 };
  const event = (i) => ({
    id: `n${i}`,
    trigger: span,
    evidence: span,
    type: TYPES[some(8)],
    contexts: [],
    actors: [],
    recipients: [],
    instruments: [],
    places: [],
    times: [],
    polarity: "affirmed",
    modality: "actual",
    casualties: [],
    attributions: [],
    confidence: Math.round(100 * random()) / 100,
    rule: "bench",
  });
  return {
    schema: "annalist/1",
    report: { id: `r${n}`, sha256: createHash("sha256").update(text).digest("hex") },
    producer: { version: "bench", model: "m", lexicon: "l" },
    sentences: [span],
    entities: [0, 1, 2].map((i) => ({
      id: `e${i}`,
      name: `Actor ${some(5000) + i}`,
      kind: "armed-group",
      mentions: [{ ...span, form: "name", head: span }],
    })),
    places: [],
    times: [],
    events: [0, 1, 2, 3, 4].map(event),
    attributions: [],
    casualties: [],
    relations: [],
  };
}

function* incidents() {
  for (let n = 0; n < SIZE; n++) {
    const killed = some(40);
    const at = day(n % 2000);
    yield {
      item: {
        id: `i${n}`,
        kind: "incident",
        type: TYPES[some(8)],
        members: [{ report: `r${n}`, event: "n0" }],
        places: [
          {
            name: word(some(3000)),
            latitude: -35 + 85 * random(),
            longitude: -20 + 120 * random(),
            country: COUNTRIES[some(10)],
            precision: "settlement",
            reports: 1,
          },
        ],
        dates: [{ earliest: at, latest: at, reports: 1 }],
        actors: [{ name: `Actor ${some(5000)}`, reports: 1 }],
        recipients: [{ name: `Actor ${some(5000)}`, reports: 1 }],
        tolls: [{ outcome: "killed", low: killed, best: killed, high: killed, source: "police", report: `r${n}` }],
        origins: 1 + some(6),
        originGroups: [[`r${n}`]],
        relations: [],
        why: [],
        status: ["single-source", "corroborated", "disputed", "denied"][some(4)],
      },
    };
  }
}

export default async function bench() {
  const folder = mkdtempSync(join(tmpdir(), "annalist-bench-"));
  const location = option("--postgres") ?? join(folder, "bench.db");
  const store = await openStore(location);
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return (performance.now() - began) / 1000;
  };
  const putting = await timed(async () => {
    for (let from = 0; from < SIZE; from += 64) {
      const batch = Array.from({ length: Math.min(64, SIZE - from) }, (_, i) => reportOf(from + i));
      await store.putReports(batch);
      await store.putAnalyses(
        batch.map(({ report }, i) => ({ report: report.id, version: 1, analysis: analysisOf(from + i, report.text) })),
      );
    }
  });
  const linking = await timed(() => store.replaceLinked(incidents()));
  const again = await timed(async () => {
    state = 5;
    await store.replaceLinked(incidents());
  });
  console.log(
    `${SIZE} reports with analyses stored in ${putting.toFixed(1)} s (${Math.round(SIZE / putting)}/s); ${SIZE} incidents in ${linking.toFixed(1)} s, replaced by others in ${again.toFixed(1)} s`,
  );
  const mb = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;
  console.log(
    `memory ${mb(process.memoryUsage().rss)} at the end, at most ${mb(process.resourceUsage().maxRSS * 1024)}${option("--postgres") ? "" : `; file ${mb(statSync(location).size)}`}`,
  );

  const actor = () => `name:actor ${some(5000)}`;
  const QUERIES = {
    "reports, one common word": () => store.listReports({ words: word(some(30)) }),
    "reports, two words": () => store.listReports({ words: `${word(some(500))} ${word(some(500))}` }),
    "reports, a rare word": () => store.listReports({ words: word(10_000 + some(20_000)) }),
    "reports, outlet and period": () => store.listReports({ outlets: [`Paper ${some(300)}`], from: day(300), to: day(900) }),
    "reports, actor": () => store.listReports({ actors: [actor()] }),
    "incidents, newest": () => store.listIncidents(),
    "incidents, words": () => store.listIncidents({ words: word(some(300)) }),
    "incidents, type and status": () => store.listIncidents({ types: [TYPES[some(8)]], status: ["disputed"] }),
    "incidents, box and period": () =>
      store.listIncidents({ box: { west: 30, south: 20, east: 50, north: 40 }, from: day(some(1800)), to: day(1900) }),
    "incidents, 50 km around": () => store.listIncidents({ near: { latitude: 50 * random(), longitude: 80 * random(), km: 50 } }),
    "incidents, actor": () => store.listIncidents({ actors: [actor()] }),
    "incidents, most dead in a country": () => store.listIncidents({ countries: [COUNTRIES[some(10)]] }, { order: "killed" }),
    "incidents, row 90,000": () => store.listIncidents({}, { offset: Math.floor(SIZE * 0.9) }),
    "facets, of a country and year": () => store.facets({ countries: [COUNTRIES[some(10)]], from: day(some(1500)) }),
    "facets, of all (first time)": () => store.facets({ toll: { outcome: "killed", min: 0, max: 1000 + some(1e6) } }),
    "timeline by month, of a type": () => store.timeline({ types: [TYPES[some(8)]], from: day(some(1500)) }, "month"),
    "map, of all, 2 degrees": () => store.mapCells({ from: day(some(300)) }, 2),
    "actors by name": () => store.listActors({ words: `actor ${some(5000)}` }),
    "one actor": () => store.getActor(actor()),
  };
  for (const [name, query] of Object.entries(QUERIES)) {
    const times = [];
    for (let i = 0; i < 40; i++) times.push(1000 * (await timed(query)));
    times.sort((a, b) => a - b);
    console.log(`${name.padEnd(36)} median ${times[19].toFixed(1).padStart(6)} ms   p95 ${times[37].toFixed(1).padStart(6)} ms`);
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
