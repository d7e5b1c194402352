// The command line as a user meets it: the built program in a process of its own.
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "packages/cli/bin/annalist.mjs");
const folder = mkdtempSync(join(tmpdir(), "annalist-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const annalist = (args: string[], input: string | Uint8Array = ""): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [bin, ...args], { input, encoding: "utf8", maxBuffer: 1 << 28 });
const lines = (text: string) => text.split("\n").filter(Boolean);
const records = (text: string) => lines(text).map((line) => JSON.parse(line));

const STORY = "Rebels shelled the town of Aleppo on Monday, killing three soldiers, the governor said.";
const report = (id: string, more: object = {}) => JSON.stringify({ id, text: STORY, published: "2021-06-28", ...more });

describe("annalist code", () => {
  it("is a filter: JSONL in, JSONL out, in order, whatever the number of threads", () => {
    const input = `${Array.from({ length: 60 }, (_, i) => report(`r${i}`)).join("\n")}\n`;
    const one = annalist(["code", "--from", "jsonl", "--threads", "1", "-"], input);
    const three = annalist(["code", "--from", "jsonl", "--threads", "3", "-"], input);
    expect(one.status).toBe(0);
    expect(records(one.stdout).map((record) => record.report.id)).toEqual(Array.from({ length: 60 }, (_, i) => `r${i}`));
    expect(three.stdout).toBe(one.stdout);
  });

  it("prints the public format", () => {
    const [record] = records(
      annalist(["code", "--from", "jsonl", "--tokens"], report("a", { outlet: "The Post", headline: { start: 0, end: 7 } }))
        .stdout,
    );
    expect(record.schema).toBe("annalist/1");
    expect(record.report).toMatchObject({ id: "a", published: "2021-06-28", outlet: "The Post", headline: { start: 0, end: 7 } });
    for (const list of [
      "sentences",
      "tokens",
      "entities",
      "places",
      "times",
      "events",
      "attributions",
      "casualties",
      "relations",
    ])
      expect(record[list]).toBeInstanceOf(Array);
    expect(STORY.slice(record.tokens[1].start, record.tokens[1].end)).toBe("shelled");
  });

  it("prints a record for people, with colour only where it is wanted", () => {
    const path = file("story.txt", `Town shelled\n\n${STORY}\n`);
    const { stdout, status } = annalist(["code", path, "--published", "2021-06-28", "--explain"]);
    expect(status).toBe(0);
    expect(stdout).toContain("Town shelled");
    expect(stdout).toMatch(/ASSAULT/);
    expect(stdout).toMatch(/why +rule /);
    expect(stdout).not.toContain("\u001b[");
  });

  it("keeps a terminal safe from what a report holds", () => {
    const { stdout } = annalist(
      ["code", "--format", "pretty", "-"],
      "Rebels \u001b[31mattacked\u001b]0;x\u0007 the \u202etown of Aleppo.\n",
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it("writes to a file", () => {
    const out = join(folder, "out.jsonl");
    expect(annalist(["code", "--from", "jsonl", "--out", out], report("a")).status).toBe(0);
    expect(records(readFileSync(out, "utf8"))).toHaveLength(1);
  });

  it("says what the exit codes mean", () => {
    expect(annalist(["code", "--help"]).stdout).toContain("Exit codes");
  });
});

describe("bad input: one line on stderr, the right code, everything else coded", () => {
  const good = { first: report("first"), last: report("last") };
  const cases: [name: string, line: string | Uint8Array, says: RegExp][] = [
    ["no JSON", "{oops", /:2: no JSON .*mend or drop the line/],
    ["a list", "[1, 2]", /:2: no JSON object/],
    ["no text", '{"id": "x"}', /:2: no "text"/],
    ["a text that is no string", '{"id": "x", "text": 7}', /:2: no "text"/],
    [
      "not UTF-8",
      Uint8Array.from([...Buffer.from('{"id":"x","text":"caf'), 0xe9, ...Buffer.from('"}')]),
      /:2: not UTF-8 \(byte 0xE9 at byte 21\).*iconv/,
    ],
    ["a zero byte", '{"id":"x","text":"a\u0000"}', /:2: binary/],
  ];
  it.each(cases)("%s", (name, line, says) => {
    const path = file(
      `${name}.jsonl`,
      Buffer.concat([Buffer.from(`${good.first}\n`), Buffer.from(line), Buffer.from(`\n${good.last}\n`)]),
    );
    const { stdout, stderr, status } = annalist(["code", path]);
    expect(records(stdout).map((record) => record.report.id)).toEqual(["first", "last"]);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(says);
    expect(stderr).toContain(path);
    expect(status).toBe(1);
  });

  it.each([
    ["a bad date", { published: "2021-02-30" }, /"published" "2021-02-30" is no ISO 8601 date/],
    ["a headline outside the text", { headline: { start: 5, end: 99_999 } }, /"headline" is no/],
    ["an outlet that is no string", { outlet: 7 }, /"outlet" is no string/],
  ])("%s: coded without it, and said", (_, more, says) => {
    const { stdout, stderr, status } = annalist(["code", "--from", "jsonl"], report("x", more));
    expect(records(stdout)).toHaveLength(1);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(says);
    expect(status).toBe(1);
  });

  it("a missing file, a folder, an empty file, a binary and UTF-16: each named, the good one coded", () => {
    const empty = file("empty.txt", " \n");
    const binary = file("photo.jpg", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
    const wide = file("wide.txt", Buffer.from(`\ufeff${STORY}`, "utf16le"));
    const { stdout, stderr, status } = annalist([
      "code",
      "--format",
      "jsonl",
      join(folder, "none.txt"),
      folder,
      empty,
      binary,
      wide,
      file("good.txt", STORY),
    ]);
    expect(records(stdout)).toHaveLength(1);
    expect(lines(stderr)).toHaveLength(5);
    expect(stderr).toMatch(/none\.txt: no such file/);
    expect(stderr).toMatch(/: a folder/);
    expect(stderr).toMatch(/empty\.txt: empty/);
    expect(stderr).toMatch(/photo\.jpg: binary/);
    expect(stderr).toMatch(/wide\.txt: UTF-16.*iconv -f utf-16/);
    expect(status).toBe(1);
  });

  it("lone surrogates pass through unchanged", () => {
    const { stdout, status } = annalist(
      ["code", "--from", "jsonl", "--tokens"],
      '{"id":"s","text":"Rebels \\ud800 attacked \\udc00Aleppo."}',
    );
    expect(status).toBe(0);
    expect(records(stdout)[0].tokens.length).toBeGreaterThan(3);
  });

  it("one line of 20 MB is refused without being kept, and the rest is coded", () => {
    const path = file("long.jsonl", `{"id":"x","text":"${"word ".repeat(4_000_000)}"}\n${good.last}\n`);
    const { stdout, stderr, status } = annalist(["code", path]);
    expect(records(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/:1: .*at most \d+ .*split it/);
    expect(status).toBe(1);
  });

  it.each([
    [["code", "--published", "28.6.2021", "-"], /--published 28\.6\.2021: no ISO 8601 date/],
    [["code", "--threads", "0", "-"], /--threads 0/],
    [["code", "--format", "xml", "-"], /xml/],
    [["decode"], /unknown command/],
  ])("wrong use %j ends with 2", (args, says) => {
    const { stderr, stdout, status } = annalist(args);
    expect(stderr).toMatch(says);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("a place that cannot be written ends with 3", () => {
    const { stderr, status } = annalist(["code", "--from", "jsonl", "--out", join(folder, "no/such/out.jsonl")], good.first);
    expect(stderr).toMatch(/no such folder/);
    expect(status).toBe(3);
  });

  it("a closed pipe ends the run quietly, with 141", async () => {
    const path = file("many.jsonl", `${Array.from({ length: 3000 }, (_, i) => report(`r${i}`)).join("\n")}\n`);
    const child = spawn(process.execPath, [bin, "code", path, "--threads", "1"], { stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(141);
    expect(stderr).toBe("");
  });
});

describe("annalist link", () => {
  const input = `${["a", "b"].map((id) => report(id, { outlet: `Paper ${id}` })).join("\n")}\n`;
  const analyses = annalist(["code", "--from", "jsonl", "-"], input).stdout;
  const incidents = (text: string) => records(text).filter(({ kind }) => kind === "incident");

  it("reads what code prints, and gives incidents and stories", () => {
    const linked = annalist(["link", "-"], analyses);
    expect(linked.status).toBe(0);
    const [incident] = incidents(linked.stdout);
    expect(incident).toMatchObject({ type: "ASSAULT", origins: 1, status: "single-source" });
    expect(incident.members.map((member: { report: string }) => member.report)).toEqual(["a", "b"]);
    expect(records(linked.stdout).at(-1)).toEqual({ id: "story a", kind: "story", members: [{ report: "a" }, { report: "b" }] });
    const turned = annalist(["link", "-"], `${lines(analyses).reverse().join("\n")}\n`);
    expect(turned.stdout).toBe(linked.stdout);
  });

  it("says why in words", () => {
    const { stdout } = annalist(["link", "--explain", "--only", "incidents", file("analyses.jsonl", analyses)]);
    expect(stdout).toMatch(/linked a\/\w+ and b\/\w+, \+\d.*same day \(2021-06-28\)/);
    expect(stdout).toContain("2 reports with one origin");
  });

  it("obeys pins, and stops at one that it cannot read", () => {
    const pins = file("pins.jsonl", '{"a": {"report": "a"}, "b": {"report": "b"}, "decision": "cannot"}\n');
    expect(incidents(annalist(["link", "--pins", pins, "-"], analyses).stdout)).toHaveLength(2);
    const wrong = annalist(
      ["link", "--pins", file("wrong.jsonl", '\n{"a": {"report": "a"}, "decision": "cannot"}\n'), "-"],
      analyses,
    );
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/wrong\.jsonl:2: no pin/);
    expect(annalist(["link", "--pins", join(folder, "none.jsonl"), "-"], analyses).stderr).toContain("no such file");
  });

  it("names a line that is no analysis, and links the rest", () => {
    const linked = annalist(["link", "-"], `${analyses}{"text": "a report"}\nnonsense\n`);
    expect(linked.status).toBe(1);
    expect(linked.stderr).toMatch(/stdin:3: schema missing; "annalist\/1" is wanted/);
    expect(linked.stderr).toMatch(/stdin:4: no JSON object/);
    expect(incidents(linked.stdout)).toHaveLength(1);
    expect(annalist(["link", "-"], "").stdout).toBe("");
  });
});

describe("a long run", () => {
  it("holds its memory: ten times the reports take no more than half as much again", async () => {
    const peak = async (reports: number) => {
      const child = spawn(process.execPath, ["--max-old-space-size=512", bin, "code", "--from", "jsonl", "--threads", "2", "-"], {
        stdio: ["pipe", "ignore", "inherit"],
      });
      let most = 0;
      const watch = setInterval(() => {
        const status = /VmRSS:\s+(\d+)/.exec(readStatus(child.pid));
        if (status) most = Math.max(most, Number(status[1]));
      }, 50);
      const line = `${report("r")}\n`.repeat(100);
      for (let i = 0; i < reports / 100; i++)
        if (!child.stdin.write(line)) await new Promise((resolve) => child.stdin.once("drain", resolve));
      child.stdin.end();
      const code = await new Promise((resolve) => child.on("close", resolve));
      clearInterval(watch);
      expect(code).toBe(0);
      return most;
    };
    if (process.platform !== "linux") return expect(await peak(1000)).toBe(0);
    const few = await peak(2_000);
    const many = await peak(20_000);
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThan(1.5 * few + 60_000);
  }, 400_000);
});

function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
