// Every block of commands in the documentation is run as a reader would run it, page by page, in a fresh folder.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const docs = join(root, "docs");
const pages = readdirSync(docs).filter((name) => name.endsWith(".md"));

/** The commands of a page's ```sh blocks, in order. */
const commandsOf = (text: string): string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = ""]) =>
    block
      .replace(/\\\n/g, " ")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("#")),
  );

/** A folder as a reader has it: the samples, and `annalist` on the path. Pages that read a record find one. */
function folder(needsRecord: boolean): { cwd: string; env: NodeJS.ProcessEnv } {
  const cwd = mkdtempSync(join(tmpdir(), "annalist-docs-"));
  cpSync(join(root, "samples"), join(cwd, "samples"), { recursive: true });
  mkdirSync(join(cwd, "bin"));
  writeFileSync(
    join(cwd, "bin/annalist"),
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, "packages/cli/bin/annalist.mjs")}" "$@"\n`,
    { mode: 0o755 },
  );
  const env = { ...process.env, PATH: `${join(cwd, "bin")}:${process.env.PATH}`, NO_COLOR: "1" };
  if (needsRecord)
    for (const command of ["annalist ingest samples/reports.jsonl", "annalist link --store annalist.db"])
      execFileSync("sh", ["-c", command], { cwd, env, stdio: "pipe" });
  return { cwd, env };
}

describe("the documentation", () => {
  const tested = pages.filter((name) => commandsOf(readFileSync(join(docs, name), "utf8")).length > 0);

  it("has commands to run", () => {
    expect(tested.length).toBeGreaterThanOrEqual(3);
  });

  it.each(tested)("%s: every command runs", { timeout: 120_000 }, (name) => {
    const commands = commandsOf(readFileSync(join(docs, name), "utf8"));
    const makesOwn = commands.some((line) => line.startsWith("annalist ingest"));
    const reads = commands.some((line) => /^annalist (export|verify|compare|search|stats|link|release|diff)\b/.test(line));
    const place = folder(reads && !makesOwn);
    for (const command of commands) {
      try {
        execFileSync("sh", ["-c", command], { ...place, stdio: "pipe" });
      } catch (error) {
        throw new Error(`${name}: ${command}\n${(error as { stderr?: Buffer }).stderr?.toString()}`);
      }
    }
  });

  it("links to pages that are there", () => {
    for (const name of pages)
      for (const [, target = ""] of readFileSync(join(docs, name), "utf8").matchAll(/\]\((?!https?:)([^)#\s]+\.md)/g))
        if (target !== "accuracy.md") expect([...pages, "../CONTRIBUTING.md"], `${name} links to ${target}`).toContain(target);
  });
});

it("the record's page gives the vague counts as the lexicon has them", () => {
  const rows = [...readFileSync(join(docs, "record.md"), "utf8").matchAll(/^\| ([a-z, ]+) \| (\d+) \| (\d+) \| (\d*) ?\|$/gm)];
  const table = readFileSync(join(root, "lexicons/en/casualties/vague.tsv"), "utf8").split("\n");
  expect(rows.length).toBeGreaterThan(4);
  for (const [, words = "", low, best, high] of rows)
    for (const word of words.split(", ")) expect(table).toContain([word, low, best, high].join("\t"));
});
