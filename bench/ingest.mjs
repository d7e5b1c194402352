// A record at size, as a user makes it: `annalist ingest` of N short reports, stored and coded; then `annalist link`; then
// searches of what came of it. Prints the rate, the memory as it goes on, and how long the searches take.
// npm run bench ingest -- [--reports 100000] [--threads 2] [--store PLACE] [--no-link] [--search-only]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shortReport } from "./lib-reports.mjs";

const annalist = fileURLToPath(new URL("../packages/cli/bin/annalist.mjs", import.meta.url));
const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);

export default async function bench() {
  const size = Number(option("--reports", 100_000));
  const threads = option("--threads", String(availableParallelism()));
  const folder = mkdtempSync(join(tmpdir(), "annalist-bench-"));
  const place = option("--store", join(folder, "bench.db"));
  if (process.argv.includes("--search-only")) return searches(place, size);
  try {
    const file = join(folder, "reports.jsonl");
    await writeReports(file, size);
    const ingest = await run(["ingest", file, "--store", place, "--threads", threads]);
    console.log(
      `${size} reports stored and coded in ${ingest.seconds.toFixed(0)} s by ${threads} threads: ${Math.round(size / ingest.seconds)} a second`,
    );
    console.log(`memory, MB, at each tenth of the time: ${ingest.memory.join(" ")}; at most ${ingest.most}`);
    const again = await run(["ingest", file, "--store", place, "--threads", threads]);
    console.log(`the same again, all known: ${again.seconds.toFixed(0)} s, at most ${again.most} MB`);
    if (!process.argv.includes("--no-link")) {
      const link = await run(["link", "--store", place]);
      console.log(`linked in ${link.seconds.toFixed(0)} s, at most ${link.most} MB: ${link.out.trim()}`);
    }
    console.log((await run(["stats", "--check", "--store", place])).out.trim());
    if (!place.includes("://")) console.log(`file: ${Math.round(statSync(place).size / 2 ** 20)} MB`);
    await searches(place, size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeReports(file, size) {
  const stream = createWriteStream(file);
  for (let n = 0; n < size; n++) if (!stream.write(`${JSON.stringify(shortReport(n))}\n`)) await once(stream, "drain");
  stream.end();
  await once(stream, "finish");
}

/** Runs a command, with its memory in MB as the system counts it (Linux). */
async function run(args) {
  const began = performance.now();
  const child = spawn(process.execPath, [annalist, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const seen = [];
  let most = 0;
  const timer = setInterval(() => {
    seen.push(memoryOf(child.pid, "VmRSS"));
    most = Math.max(most, memoryOf(child.pid, "VmHWM"));
  }, 250);
  const [code] = await once(child, "close");
  clearInterval(timer);
  if (code !== 0) throw new Error(`annalist ${args[0]} ended with ${code}`);
  const memory = Array.from({ length: 10 }, (_, i) => seen[Math.floor(((i + 0.9) * seen.length) / 10)]);
  return { seconds: (performance.now() - began) / 1000, memory, most, out };
}

function memoryOf(pid, what) {
  try {
    return Math.round(
      Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}

/** Each kind of search forty times, with other words each time. Processor time (of a file) holds on a busy machine, too. */
async function searches(place, size) {
  const { openStore } = await import("../packages/store/dist/index.js");
  const store = await openStore(place);
  let state = 11;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const some = () => shortReport(Math.floor(random() * size));
  const word = () => {
    const words = some().text.match(/[\p{L}\d]{4,}/gu);
    return words[Math.floor(random() * words.length)];
  };
  const day = (from, to) => new Date(Date.UTC(2015, 0, from + random() * (to - from))).toISOString().slice(0, 10);
  const actors = (await store.listActors({}, { limit: 200 })).items;
  const actor = () => actors[Math.floor(random() * actors.length)].key;
  const queries = {
    "reports, a word": () => store.listReports({ words: word() }),
    "reports, two words": () => store.listReports({ words: `${word()} ${word()}` }),
    "reports, a phrase": () => store.listReports({ words: `"${some().text.split(/\s+/).slice(0, 3).join(" ")}"` }),
    "reports, the number of one": () => store.listReports({ words: String(Math.floor(random() * size)) }),
    "reports, outlet and period": () => store.listReports({ outlets: [some().outlet], from: day(0, 1000), to: day(1000, 3600) }),
    "reports, actor": () => store.listReports({ actors: [actor()] }),
    "incidents, words": () => store.listIncidents({ words: word() }),
    "incidents, type, status, period": () =>
      store.listIncidents({ types: ["ASSAULT"], status: ["single-source"], from: day(0, 3600) }),
    "incidents, 50 km around": () =>
      store.listIncidents({ near: { latitude: 10 + 30 * random(), longitude: 60 * random(), km: 50 } }),
    "incidents, a box and an actor": () =>
      store.listIncidents({ box: { west: 30, south: 10, east: 70, north: 40 }, actors: [actor()] }),
    "incidents, ten dead and more": () => store.listIncidents({ toll: { outcome: "killed", min: 10 } }, { order: "killed" }),
  };
  for (const [name, query] of Object.entries(queries)) {
    const [times, work] = [[], []];
    for (let i = 0; i < 40; i++) {
      const [began, before] = [performance.now(), process.cpuUsage()];
      await query();
      times.push(performance.now() - began);
      const { user, system } = process.cpuUsage(before);
      work.push((user + system) / 1000);
    }
    const figures = [times, work].map((list) => {
      const sorted = list.sort((a, b) => a - b);
      return `median ${sorted[19].toFixed(1).padStart(6)} ms  p95 ${sorted[37].toFixed(1).padStart(6)} ms`;
    });
    console.log(`${name.padEnd(32)} ${figures[0]}   processor: ${figures[1]}`);
  }
  await store.close();
}
