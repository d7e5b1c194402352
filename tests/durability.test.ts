// What a record that lasts must withstand: kill -9, a full disk, one that may not be written, two who write at once.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annalistRun, contentOf, killAndResume, reportsOf } from "../bench/durable.mjs";

const STORE = new URL("../packages/store/dist/index.js", import.meta.url).href;
const server = process.env.ANNALIST_POSTGRES;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annalist-durability-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (reports: object[]) => reports.map((report) => `${JSON.stringify(report)}\n`).join("");
const ingest = (file: string, store: string) => annalistRun(["ingest", file, "--store", store, "--threads", "1"], undefined);

async function survives(undisturbed: string, disturbed: string) {
  const { whole, last, expected, found } = await killAndResume({
    reports: 400,
    kills: 4,
    undisturbed,
    disturbed,
  });
  expect(whole.code, whole.out).toBe(0);
  expect(last.code, last.out).toBe(0);
  expect(expected).toMatchObject({ reports: 400, versions: 400, analyses: 400, faults: [] });
  expect(found).toEqual(expected);
}

describe("kill -9 at random moments", () => {
  it("loses no report and doubles none: SQLite", () => survives(join(folder, "whole.db"), join(folder, "killed.db")), 240_000);

  it.skipIf(!server)(
    "loses no report and doubles none: PostgreSQL",
    async () => {
      const client = new pg.Client({ connectionString: server as string });
      await client.connect();
      const schemas = [1, 2].map(() => `annalist_${randomBytes(6).toString("hex")}`);
      for (const schema of schemas) await client.query(`create schema ${schema}`);
      const [one, two] = schemas.map((schema) => `${server}?options=-c%20search_path%3D${schema}`) as [string, string];
      await survives(one, two);
      for (const schema of schemas) await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
    240_000,
  );
});

it("two processes that write one file at once: all of both is there, once", async () => {
  const store = join(folder, "two.db");
  const [a, b] = [join(folder, "a.jsonl"), join(folder, "b.jsonl")];
  writeFileSync(a, lines(reportsOf(150, 0)));
  writeFileSync(b, lines(reportsOf(150, 100).map((report) => ({ ...report, url: `https://example.org/${report.id}` }))));
  const done = await Promise.all([ingest(a, store), ingest(b, store), ingest(a, store)]);
  for (const { code, out } of done) expect(code, out).toBe(0);
  expect(await contentOf(store)).toMatchObject({ reports: 300, versions: 300, analyses: 300, faults: [] });
}, 120_000);

describe.skipIf(!canMount())("a disk", () => {
  const withDisk = async (work: (disk: string) => Promise<void>) => {
    const disk = join(folder, `disk-${randomBytes(3).toString("hex")}`);
    mkdirSync(disk);
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]).status).toBe(0);
    try {
      await work(disk);
    } finally {
      spawnSync("umount", ["-l", disk]);
    }
  };

  it(
    "that is full: a clear word, what was stored stands, and the run goes on once there is room",
    () =>
      withDisk(async (disk) => {
        const file = join(folder, "many.jsonl");
        writeFileSync(file, lines(reportsOf(1500)));
        const store = join(disk, "annalist.db");
        const full = await ingest(file, store);
        expect(full.code, full.out).toBe(3);
        expect(full.out).toMatch(/the disk is full; free some space/);
        expect(full.out).not.toMatch(/\n {4}at /);
        spawnSync("mount", ["-o", "remount,size=60m", disk]);
        const again = await ingest(file, store);
        expect(again.code, again.out).toBe(0);
        expect(await contentOf(store)).toMatchObject({ reports: 1500, versions: 1500, analyses: 1500, faults: [] });
      }),
    240_000,
  );

  it("that may not be written, after a process was killed on it: all that it had committed is read", () =>
    withDisk(async (disk) => {
      const store = join(disk, "annalist.db");
      const dies = `import { openStore } from ${JSON.stringify(STORE)};
        const store = await openStore(${JSON.stringify(store)});
        await store.putReports([{ report: { id: "a", text: "Some words." }, provenance: { source: "x", original: "" } }]);
        process.kill(process.pid, "SIGKILL");`;
      expect(spawnSync(process.execPath, ["--input-type=module", "--eval", dies]).signal).toBe("SIGKILL");
      expect(statSync(`${store}-wal`).size).toBeGreaterThan(0);
      spawnSync("mount", ["-o", "remount,ro", disk]);
      const found = await annalistRun(["search", "words", "--store", store]);
      expect(found.code, found.out).toBe(0);
      expect(found.out).toMatch(/Some »words«/);
    }));

  it(
    "that may not be written: a clear word, and no harm; what is there is read",
    () =>
      withDisk(async (disk) => {
        const file = join(folder, "few.jsonl");
        writeFileSync(file, lines(reportsOf(5)));
        const store = join(disk, "annalist.db");
        expect((await ingest(file, store)).code).toBe(0);
        spawnSync("mount", ["-o", "remount,ro", disk]);
        writeFileSync(file, lines(reportsOf(9)));
        const refused = await ingest(file, store);
        expect(refused.code, refused.out).toBeGreaterThan(0);
        expect(refused.out).toMatch(/annalist\.db: may not be written.*it can still be searched and exported/);
        expect(refused.out).not.toMatch(/\n {4}at /);
        for (const [says, ...args] of [
          [/ 5 reports /, "stats"],
          [/"id":"r4"/, "search", "convoy", "--json"],
          [/^x|rows/, "export", "--as", "csv", "--out", join(folder, "few.csv")],
          [/5 reports/, "release", "few", "--out", join(folder, "few")],
        ] as const) {
          const read = await annalistRun([...args, "--store", store]);
          expect(read.code, read.out).toBe(0);
          expect(read.out).toMatch(says);
        }
        const linking = await annalistRun(["link", "--store", store]);
        expect(linking).toMatchObject({ code: 3, out: expect.stringMatching(/may not be written/) });
        spawnSync("mount", ["-o", "remount,rw", disk]);
        expect(await contentOf(store)).toMatchObject({ reports: 5, faults: [] });
      }),
    120_000,
  );
});

/** Only root may make a small disk. */
function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), "annalist-mount-"));
  const mounted = process.getuid?.() === 0 && spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", place]).status === 0;
  if (mounted) spawnSync("umount", [place]);
  rmSync(place, { recursive: true, force: true });
  return mounted;
}
