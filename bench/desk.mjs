// The desk under load: readers who each open views, incidents and reports at their own pace, against a server in a process of
// its own over a record of many incidents. Then what the first view weighs and how soon it stands, in a real Chromium.
// npm run bench desk [-- --size 100000 --readers 200 --seconds 30 --postgres URL --store FILE]
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserPath } from "../scripts/chromium.mjs";
import { measureFirstView } from "./lib-first-view.mjs";
import { random } from "./lib-incidents.mjs";
import { putRecord } from "./lib-record.mjs";

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);

// The server: this file again, in its own process.
if (process.argv[2] === "serve") {
  const { openStore } = await import("../packages/store/dist/index.js");
  const { serve } = await import("../packages/server/dist/index.js");
  const store = await openStore(process.argv[3]);
  const { address, close } = await serve({ store, place: process.argv[3], port: 0, host: "127.0.0.1" });
  process.send(address);
  process.on("message", () => process.send(process.cpuUsage().user + process.cpuUsage().system));
  process.once("disconnect", async () => {
    await close();
    await store.close();
  });
}

export default async function desk() {
  const size = Number(option("--size", 100_000));
  const readers = Number(option("--readers", 200));
  const seconds = Number(option("--seconds", 30));
  const folder = mkdtempSync(join(tmpdir(), "annalist-bench-"));
  const given = option("--store") ?? option("--postgres");
  const location = given ?? join(folder, "desk.db");
  const { openStore } = await import("../packages/store/dist/index.js");
  const store = await openStore(location);
  if ((await store.stats()).incidents < size) {
    const began = performance.now();
    await putRecord(store, size);
    console.log(`${size} incidents put into ${store.location} in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  await store.close();
  const server = fork(fileURLToPath(import.meta.url), ["serve", location], { stdio: "inherit" });
  try {
    const address = await new Promise((resolve, reject) => {
      server.once("message", resolve);
      server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const waited = performance.now();
    await ask(address, "/api/v1/incidents/facets", new Map());
    console.log(`first counts of all ${size} incidents: ${Math.round(performance.now() - waited)} ms`);
    const usage = () =>
      new Promise((resolve) => {
        server.once("message", resolve);
        server.send("usage");
      });
    await load(address, { size, readers, seconds, usage });
    const executablePath = browserPath();
    if (executablePath) await measureFirstView(address, executablePath);
    else console.log("first view: left out, no Chromium was found");
  } finally {
    server.disconnect();
    await new Promise((resolve) => server.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds between one click of a reader and the next: 2 s on average. */
const PAUSE = [1000, 3000];
/** They come one after the other in this time, seconds; what is measured begins when all are there. */
const COMING = 10;

async function load(address, { size, readers, seconds, usage }) {
  const times = new Map();
  const from = performance.now() + COMING * 1000;
  const until = from + seconds * 1000;
  let failed = 0;
  let used;
  setTimeout(async () => {
    used = await usage();
  }, COMING * 1000);
  const [before] = loadavg();
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      const next = random(reader + 1);
      const etags = new Map();
      await pause((reader / readers) * COMING * 1000);
      while (performance.now() < until) {
        const { name, urls } = click(next, size);
        // What one click asks for is asked for at once, as the page does.
        const all = await Promise.all(urls.map((url) => ask(address, `/api/v1${url}`, etags)));
        for (const { status, ms, began } of all) {
          if (began < from) continue;
          if (status !== 200 && status !== 304) failed++;
          const list = times.get(name) ?? [];
          list.push(ms);
          times.set(name, list);
        }
        await pause(PAUSE[0] + next() * (PAUSE[1] - PAUSE[0]));
      }
    }),
  );
  const every = [...times.values()].flat();
  const cpu = ((await usage()) - used) / 1000;
  console.log(
    `${readers} readers, ${seconds} s, ${every.length} answers (${Math.round(every.length / seconds)}/s), ${failed} failed; the server took ${(cpu / every.length).toFixed(1)} ms of CPU an answer; ${availableParallelism()} cores, load ${before.toFixed(1)} before`,
  );
  for (const [name, list] of [...times, ["all", every]]) console.log(`${name.padEnd(24)} ${summary(list)}`);
}

const COUNTRIES = ["SYR", "IRQ", "YEM", "SDN", "UKR", "MLI", "NGA", "SOM", "AFG", "LBN", "PAK", "COD"];
const TYPES = ["ASSAULT", "COERCE", "PROTEST", "ACCUSE", "THREATEN", "CONSULT", "AGREE", "AID", "RETREAT"];
const WORDS = ["villagers", "hospital", "brigade", "Mosul", "Kyiv", "guard", "farmers", "truce"];

/** What a reader does next: mostly another view of the incidents, or one of them, sometimes a report, an actor, the queue. */
function click(next, size) {
  const pick = (list) => list[Math.floor(next() ** 2 * list.length)];
  const what = next();
  if (what < 0.45) {
    const filter = new URLSearchParams();
    if (next() < 0.6) filter.append("type", pick(TYPES));
    if (next() < 0.5) filter.append("country", pick(COUNTRIES));
    if (next() < 0.3) filter.set("from", `20${19 + Math.floor(next() * 6)}-0${1 + Math.floor(next() * 9)}-01`);
    if (next() < 0.15) filter.set("killed", String(1 + Math.floor(next() * 20)));
    if (next() < 0.15) filter.set("q", pick(WORDS));
    if (next() < 0.1) filter.set("bbox", `${Math.floor(next() * 40)},10,${50 + Math.floor(next() * 20)},45`);
    return {
      name: "a view of the incidents",
      urls: [`?limit=100&${filter}`, `/facets?${filter}`, `/timeline?period=month&${filter}`, `/map?degrees=4&${filter}`].map(
        (rest) => `/incidents${rest}`,
      ),
    };
  }
  const some = Math.floor(next() * size);
  if (what < 0.75) return { name: "an incident", urls: [`/incidents/i${some}`, `/incidents/i${some}/chain`] };
  if (what < 0.88) return { name: "a report", urls: [`/reports/r${some}`] };
  if (what < 0.92) return { name: "words in reports", urls: [`/reports?q=${pick(WORDS)}`] };
  if (what < 0.97) return { name: "actors, the network", urls: ["/actors?limit=100", "/actors/network?limit=40"] };
  return { name: "the queue", urls: ["/review?limit=100"] };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
function ask(address, path, etags) {
  const began = performance.now();
  const known = etags.get(path);
  return new Promise((resolve, reject) => {
    get(address + path, { agent, headers: known ? { "if-none-match": known } : {} }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        if (answer.headers.etag) etags.set(path, answer.headers.etag);
        resolve({ status: answer.statusCode, ms: performance.now() - began, began });
      });
    }).once("error", reject);
  });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function summary(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share) => `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1).padStart(7)} ms`;
  return `median ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}   most ${at(1)}   (${list.length})`;
}
