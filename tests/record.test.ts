// The commands over a store, as a user meets them: ingest, link, search, stats, release, diff.
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../packages/cli/bin/annalist.mjs", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annalist-record-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs in the folder of these tests, where annalist.db is the store that nobody has to name. */
const annalist = (args: string[], input = ""): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: "utf8",
    cwd: folder,
    env: { ...process.env, ANNALIST_STORE: "" },
  });
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const lines = (text: string) => text.split("\n").filter(Boolean);
const json = (...args: string[]) => JSON.parse(annalist([...args, "--json"]).stdout);
const ids = (...args: string[]) => json("search", ...args).items.map(({ id }: { id: string }) => id) as string[];

const report = (id: string, text: string, published: string, outlet: string) => ({ id, text, published, outlet });
const SHELLING = "Rebels shelled the town of Aleppo on Monday, killing three soldiers, the governor said.";
const REPORTS = [
  report("post", SHELLING, "2021-06-28", "The Post"),
  report("gazette", SHELLING.replace("three", "five"), "2021-06-29", "The Gazette"),
  report("march", "Students marched through Nairobi on Tuesday to protest against fees.", "2021-07-06", "The Post"),
  report("drone", "An Iraqi army drone bombed a Taliban camp near Mosul on Wednesday.", "2021-07-14", "The Post"),
];
const jsonl = (reports: object[]) => reports.map((one) => `${JSON.stringify(one)}\n`).join("");

// Dozens of commands: long on a busy machine.
describe("a record", { timeout: 300_000 }, () => {
  beforeAll(() => {
    file("reports.jsonl", `${jsonl(REPORTS)}{"id": "broken"\n`);
    expect(annalist(["ingest", "reports.jsonl", "--threads", "1"])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^annalist: reports\.jsonl:5: no JSON .*\n$/),
      stdout: expect.stringMatching(/^4 new reports, 0 changed, 0 known already; 4 coded\.\n1 fault: /),
    });
  });

  it("is counted", () => {
    expect(json("stats")).toMatchObject({
      reports: 4,
      versions: 4,
      analyses: 4,
      decisions: 0,
      faults: 1,
      outlets: 2,
      first: "2021-06-28",
      last: "2021-07-14",
    });
    const { stdout, status } = annalist(["stats", "--check"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/4 reports {5}published 2021-06-28 to 2021-07-14, 2 outlets/);
    expect(stdout).toMatch(/Checked: all is well\./);
  });

  it("names what could not be read, until it is mended and read again the same way", () => {
    file("table.csv", 'Nr;Inhalt;Wann\n1;"A convoy was attacked.";06/07/2021\n2;"open;07/07/2021\n');
    annalist(["ingest", "table.csv", "--no-code", "--map", "id=Nr", "text=Inhalt", "published=Wann", "--dates", "dmy"]);
    expect(lines(annalist(["stats", "--faults"]).stdout)).toEqual([
      expect.stringMatching(/^reports\.jsonl:5: no JSON/),
      expect.stringMatching(/^table\.csv:3: a broken row/),
    ]);
    file("table.csv", 'Nr;Inhalt;Wann\n1;"A convoy was attacked.";06/07/2021\n2;"A bridge fell.";07/07/2021\n');
    expect(annalist(["ingest", "--retry", "--no-code"])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^1 new report, 0 changed, 5 known already\.\n1 fault/),
    });
    expect(ids("bridge", "--from", "2021-07-07", "--to", "2021-07-07")).toEqual(["2"]);
    expect(annalist(["ingest", "--give-up", "reports.jsonl"]).status).toBe(0);
    expect(annalist(["stats", "--faults"]).stdout).toBe("Nothing is left that could not be read.\n");
    expect(annalist(["ingest", "--give-up", "reports.jsonl"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/nothing of it is in the list/),
    });
  });

  it("is searched by words, outlet, day and actor, with what was found marked", () => {
    expect(ids("shelling", "aleppo")).toEqual(["gazette", "post"]);
    expect(ids("shelled aleppo")).toEqual([]);
    expect(ids("town of aleppo", "-five", "--limit", "5")).toEqual(["post"]);
    expect(ids("-killing three", "aleppo")).toEqual(["gazette"]);
    expect(annalist(["search", "aleppo", "--outlets", "x"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/unknown option/),
    });
    expect(ids("aleppo", "--outlet", "The Post")).toEqual(["post"]);
    expect(ids("--from", "2021-07-01", "--to", "2021-07-10", "--outlet", "The Post")).toEqual(["march"]);
    expect(ids("--actor", "Taliban")).toEqual(["drone"]);
    expect(annalist(["search", "drone"]).stdout).toBe(
      "2021-07-14  The Post  An Iraqi army drone bombed a Taliban camp near Mosul on Wednesday.\n    drone\n    An Iraqi army »drone« bombed a Taliban camp near Mosul on Wednesday.\n",
    );
    expect(annalist(["search", "zebra"])).toMatchObject({ status: 1, stdout: "Nothing found.\n" });
    expect(annalist(["search", "--type", "ASSAULT"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/--in incidents/),
    });
  });

  it("becomes incidents, and the same ones when it is linked again", () => {
    expect(json("link", "--store", "annalist.db")).toMatchObject({ added: expect.any(Number), changed: 0, removed: 0 });
    const { incidents } = json("stats");
    expect(incidents).toBeGreaterThanOrEqual(3);
    expect(annalist(["link", "--store", "annalist.db"]).stdout).toMatch(/0 new, 0 changed, 0 gone, \d+ as before\.\n$/);
    expect(annalist(["link", "--store", "annalist.db", "--pins", "x"])).toMatchObject({ status: 2 });
  });

  it("is searched by type, place, time, status, source and toll, page by page", () => {
    const all = ids("--in", "incidents", "--limit", "100");
    const [shelling] = ids("--in", "incidents", "--near", "36.2,37.16,30", "--type", "assault");
    expect(shelling).toBe("gazette/e1");
    const found = (...more: string[]) => ids("--in", "incidents", ...more);
    expect(found("--box", "36,35,39,37", "--type", "ASSAULT", "--to", "2021-06-30")).toEqual([shelling]);
    expect(found("--country", "ken")).not.toContain(shelling);
    expect(found("--min-killed", "3")).toContain(shelling);
    expect(found("--min-killed", "4")).not.toContain(shelling);
    expect(found("--actor", "Taliban").length).toBeGreaterThan(0);
    expect(found("--status", "denied")).toEqual([]);
    expect(found("aleppo")).toContain(shelling);
    const seen: string[] = [];
    for (let after: string[] = []; ; ) {
      const page = json("search", "--in", "incidents", "--limit", "2", ...after);
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      if (page.next === undefined) break;
      after = ["--after", page.next];
    }
    expect(seen).toEqual(all);
    for (const wrong of [
      ["--box", "1,2,3"],
      ["--near", "x,1,2"],
      ["--from", "June"],
      ["--after", "nonsense"],
      ["--status", "true"],
      ["--type", "BATTLE"],
    ])
      expect(annalist(["search", "--in", "incidents", ...wrong]), wrong.join(" ")).toMatchObject({ status: 2, stdout: "" });
  });

  it("is released, cited by one hash, compared field by field, and shown as of any moment", async () => {
    expect(annalist(["release", "first"])).toMatchObject({ status: 0, stdout: expect.stringMatching(/sha256 [0-9a-f]{64}\n$/) });
    const manifest = JSON.parse(readFileSync(join(folder, "first", "manifest.json"), "utf8"));
    expect(manifest.counts).toMatchObject({ reports: 6, analyses: 4 });
    expect(readdirSync(join(folder, "first")).sort()).toEqual([...Object.keys(manifest.files), "manifest.json"].sort());
    expect(annalist(["release", "first"])).toMatchObject({ status: 2, stderr: expect.stringMatching(/never written over/) });
    const before = new Date().toISOString();

    file("later.jsonl", jsonl([{ ...REPORTS[0], text: SHELLING.replace("three", "four") }]));
    expect(json("ingest", "later.jsonl", "--threads", "1")).toMatchObject({ changed: 0, new: 1 });
    file(
      "reports.jsonl",
      jsonl([{ ...REPORTS[2], text: "Students marched through Nairobi on Tuesday to protest against new fees." }]),
    );
    expect(json("ingest", "reports.jsonl", "--threads", "1")).toMatchObject({ changed: 1, new: 0 });
    annalist(["link", "--store", "annalist.db"]);
    expect(annalist(["release", "second", "--no-texts"]).status).toBe(0);
    expect(readFileSync(join(folder, "second", "reports.jsonl"), "utf8")).not.toContain("Students");

    const diff = annalist(["diff", "first", "second"]);
    expect(diff.status).toBe(1);
    expect(diff.stdout).toMatch(/^changed report march\n( .*\n)* +version: 1 → 2\n/m);
    expect(diff.stdout).toMatch(/^added +report post~2$/m);
    const same = annalist(["release", "again", "--as-of", before]);
    expect(same.status).toBe(0);
    expect(annalist(["diff", "first", "again"])).toMatchObject({ status: 0, stdout: "No difference.\n" });
    const changed = lines(annalist(["diff", "first", "second", "--json"]).stdout).map((line) => JSON.parse(line));
    expect(changed.find(({ id }) => id === "march")).toMatchObject({ kind: "report", change: "changed" });

    expect(json("stats", "--as-of", before)).toMatchObject({ reports: 6, versions: 6 });
    expect(json("stats")).toMatchObject({ reports: 7, versions: 8 });
    expect(ids("new", "--as-of", before)).toEqual([]);
    expect(ids("new")).toEqual(["march"]);

    cpSync(join(folder, "first"), join(folder, "forged"), { recursive: true });
    writeFileSync(join(folder, "forged", "incidents.jsonl"), "");
    expect(annalist(["diff", "first", "forged"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/incidents\.jsonl: not as it was released/),
    });
    expect(annalist(["diff", "first", "nowhere"])).toMatchObject({ status: 2, stderr: expect.stringMatching(/no release/) });
  });

  it("that is not there is not made by who only looks", () => {
    for (const args of [["stats"], ["search", "x"], ["release", "r"], ["link"], ["export", "--as", "csv", "--out", "x.csv"]])
      expect(annalist([...args, "--store", "none.db"]), args[0]).toMatchObject({
        status: 4,
        stdout: "",
        stderr: expect.stringMatching(/^annalist: none\.db: no such store; make one with annalist ingest/),
      });
    expect(existsSync(join(folder, "none.db"))).toBe(false);
  });
});

describe("whoever has read enough", () => {
  const piped = async (args: string[], stream: "stdout" | "stderr" = "stdout") => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child[stream === "stdout" ? "stderr" : "stdout"].on("data", (chunk) => {
      said += chunk;
    });
    child[stream].destroy();
    const [code] = await once(child, "close");
    return { code, said };
  };

  it.each([
    "--help",
    "search --help",
    "search aleppo --store annalist.db",
    "stats --json --store annalist.db",
    "diff first second --json",
    "codebook acled",
    "code reports.jsonl",
    "places Aleppo",
  ])("ends annalist %s quietly", async (command) => {
    expect(await piped(command.split(" "))).toEqual({ code: 141, said: "" });
  });

  it("hears nothing more of errors, either", async () => {
    expect(await piped(["nonsense"], "stderr")).toEqual({ code: 141, said: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("but a full disk is said", () => {
    const { status, stderr } = spawnSync("/bin/sh", ["-c", '"$0" "$@" > /dev/full', process.execPath, bin, "--help"], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: "annalist: standard output: the disk is full; free some space and run it again\n",
    });
  });
});
