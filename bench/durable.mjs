// What is left after kill -9: ingests N reports, killing the process again and again at random moments, and compares the
// store with that of an undisturbed run.   npm run bench durable -- [--reports 5000] [--kills 50] [--postgres URL]
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "../packages/store/dist/index.js";

const annalist = fileURLToPath(new URL("../packages/cli/bin/annalist.mjs", import.meta.url));

/** Short reports, each unlike the others: what is measured is the storing. */
export function reportsOf(count, from = 0) {
  const towns = ["Marib", "Aden", "Erbil", "Idlib", "Goma", "Kidal", "Herat", "Derna"];
  const groups = ["Taliban", "Houthi", "Boko Haram", "Islamic State", "al-Shabaab"];
  return Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const day = new Date(Date.UTC(2021, 0, 1 + (n % 300))).toISOString().slice(0, 10);
    const text = `Attack near ${towns[n % 8]}\n\n${groups[n % 5]} fighters attacked convoy ${n} near ${towns[n % 8]} on Monday, killing ${1 + (n % 7)} soldiers, police said.`;
    return { id: `r${n}`, text, published: day, outlet: `Paper ${n % 5}` };
  });
}

/** Runs the command; `after`: milliseconds until it is killed. */
export function annalistRun(args, after, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [annalist, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      out += chunk;
    });
    const timer = after === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, out });
    });
  });
}

/** All that a store says, without times and numbers of its own; and what it finds wrong with itself. */
export async function contentOf(location) {
  const store = await openStore(location);
  const hash = createHash("sha256");
  let reports = 0;
  for await (const { report, analysis } of store.analyses()) {
    reports++;
    hash.update(
      JSON.stringify([report.id, report.version, report.text, report.published, report.outlet, report.provenance, analysis]),
    );
  }
  const { versions, analyses, events, actors } = await store.stats();
  const actorList = (await store.listActors({}, { limit: 1000 })).items;
  const faults = await store.check();
  await store.close();
  return { reports, versions, analyses, events, actors, sha256: hash.update(JSON.stringify(actorList)).digest("hex"), faults };
}

/**
 * Ingests the same file undisturbed, and killed `kills` times; what both stores hold. A run lives for a random time, from
 * none to so long that the kills are spread over the whole of the work.
 */
export async function killAndResume({ reports, kills, undisturbed, disturbed, seed = 7 }) {
  const folder = mkdtempSync(join(tmpdir(), "annalist-durable-"));
  const file = join(folder, "reports.jsonl");
  writeFileSync(
    file,
    reportsOf(reports)
      .map((report) => `${JSON.stringify(report)}\n`)
      .join(""),
  );
  let state = seed;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const ingest = (store, after) => annalistRun(["ingest", file, "--store", store, "--threads", "1"], after);
  const timed = async (work) => {
    const began = performance.now();
    return { ...(await work()), seconds: (performance.now() - began) / 1000 };
  };
  try {
    const whole = await timed(() => ingest(undisturbed));
    // Nothing is new: what every run needs before it gets to what is.
    const again = await timed(() => ingest(undisturbed));
    const longest = 1000 * (again.seconds + (2 * whole.seconds) / kills);
    const moments = [];
    for (let n = 0; n < kills; n++) {
      const { signal } = await ingest(disturbed, random() * longest);
      const store = await openStore(disturbed);
      const { reports: stored, analyses } = await store.stats();
      await store.close();
      moments.push({ killed: signal === "SIGKILL", stored, analyses });
    }
    const last = await ingest(disturbed);
    return { whole, last, moments, expected: await contentOf(undisturbed), found: await contentOf(disturbed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export default async function bench() {
  const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
  const folder = mkdtempSync(join(tmpdir(), "annalist-durable-"));
  const server = option("--postgres");
  const reports = Number(option("--reports", 5000));
  const place = async (name) => {
    if (!server) return join(folder, `${name}.db`);
    const { default: pg } = await import("pg");
    const schema = `annalist_${name}_${randomBytes(4).toString("hex")}`;
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`create schema ${schema}`);
    await client.end();
    return `${server}?options=-c%20search_path%3D${schema}`;
  };
  const { whole, moments, expected, found } = await killAndResume({
    reports,
    kills: Number(option("--kills", 50)),
    undisturbed: await place("undisturbed"),
    disturbed: await place("disturbed"),
  });
  const killed = moments.filter(({ killed }) => killed);
  const under = killed.filter(({ analyses }) => analyses < reports);
  console.log(`killed ${killed.length} times, ${under.length} of them while there was work left; reports stored after each:`);
  console.log(moments.map(({ stored }) => stored).join(" "));
  console.log("undisturbed", JSON.stringify(expected), `${whole.seconds.toFixed(1)} s`);
  console.log("killed     ", JSON.stringify(found));
  console.log(expected.sha256 === found.sha256 && found.faults.length === 0 ? "equal, and clean" : "NOT EQUAL");
  rmSync(folder, { recursive: true, force: true });
}
