// Every command and every block of the documentation is tried as a reader would try it, page by page, in a fresh folder.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Block, commandsOf, PAGES, read, root } from "./docs/blocks.ts";
import { jsonFault, lackingPaths, mentionFault, missingLine, npmFault, programFault } from "./docs/checks.ts";
import { type Ran, reader } from "./docs/reader.ts";

const postgres = process.env.ANNALIST_POSTGRES || undefined;

/** Scripts of the repository that are checked to be there, and why this test does not run them. */
const NOT_RUN: Record<string, string> = {
  test: "runs this test",
  lint: "npm test has just run its steps",
  format: "writes to the sources",
  build: "npm test has just run it",
  bench: "measures for minutes",
  score: "needs corpora that are not passed on",
  screens: "takes pictures for minutes",
};
/** Blocks that say of themselves why they cannot be run. A new one is added here, or it is run. */
const MARKED: Record<string, number> = {};

const everything = PAGES.map((page) => ({ page, ...read(page) }));

/** Runs the blocks of one page in their order; the faults. */
async function follow(blocks: readonly Block[]): Promise<string[]> {
  const faults: string[] = [];
  const here = await reader(postgres);
  let last: Ran | undefined;
  try {
    for (const [i, block] of blocks.entries()) {
      const fault = (words: string | undefined) => words !== undefined && faults.push(`${block.page}:${block.line}: ${words}`);
      if (block.note.startsWith("not run:")) continue;
      // A file that no command reads proves nothing of its rows.
      const folder = block.note.split("/")[0] as string;
      if (block.note && !blocks.slice(i + 1).some(({ kind, text }) => kind === "sh" && text.includes(folder)))
        fault(`no command behind it reads ${block.note}`);
      switch (block.kind) {
        case "sh":
          last = { code: 0, output: "" };
          for (const command of commandsOf(block)) {
            const ran = await tried(command);
            if (typeof ran === "string") fault(ran);
            else last.output += ran?.output ?? "";
          }
          break;
        case "output": {
          const missing = missingLine(block.text, last?.output ?? "");
          fault(missing && `the commands before do not print “${missing}”, but\n${last?.output}`);
          break;
        }
        case "json":
        case "jsonl":
          fault(jsonFault(block));
          if (block.note) here.write(block.note, block.text);
          break;
        case "csv":
        case "tsv":
          fault(block.note ? undefined : "a table without the name of its file: no command can read it");
          here.write(block.note || "none", block.text);
          break;
        case "ts":
          fault(programFault(block));
          break;
        case "tree": {
          const lacking = lackingPaths(block.text);
          fault(lacking.length > 0 ? `not there: ${lacking.join(", ")}` : undefined);
          break;
        }
        default:
          fault(`a block of kind "${block.kind}", which nothing runs; fence it as one that is run, or say "not run: …"`);
      }
    }
  } finally {
    faults.push(...(await here.leave()));
  }
  return faults;

  async function tried(command: string): Promise<Ran | string | undefined> {
    const script = /^npm (?:run )?([\w-]+)/.exec(command)?.[1];
    if (script && script in NOT_RUN) return npmFault(command);
    if (command.includes("postgres://") && !postgres) return undefined;
    const wanted = Number(/# exits with (\d+)/.exec(command)?.[1] ?? 0);
    const ran = await here.run(command);
    return ran.code === wanted ? ran : `${command}: ended with ${ran.code}, not ${wanted}\n${ran.output}`;
  }
}

describe("the documentation", () => {
  it.each(everything)("$page: every block is run or checked", { timeout: 240_000 }, async ({ blocks }) => {
    expect(await follow(blocks)).toEqual([]);
  });

  it("marks few blocks as not to be run, each with a reason", () => {
    const marked: Record<string, number> = {};
    for (const { page, note } of everything.flatMap(({ blocks }) => blocks))
      if (note.startsWith("not run:")) {
        expect(note.length, page).toBeGreaterThan("not run: x".length);
        marked[page] = (marked[page] ?? 0) + 1;
      }
    expect(marked).toEqual(MARKED);
  });

  it("names commands, options, scripts and benches that are there", () => {
    const faults = everything.flatMap(({ inline }) =>
      inline.flatMap(({ page, line, text }) => {
        const fault = mentionFault(text);
        return fault ? [`${page}:${line}: \`${text}\`: ${fault}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it("has commands to run on every page that tells of one", () => {
    const commands = everything.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "sh").flatMap(commandsOf));
    expect(commands.filter((command) => /annalist |curl /.test(command)).length).toBeGreaterThan(50);
  });

  it("gives npx what it is told to: the command of this checkout", () => {
    const printed = execFileSync("npx", ["annalist", "--version"], { cwd: root, encoding: "utf8" });
    expect(printed.trim()).toBe(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
  });

  it("links to pages, pictures and files that are there", () => {
    for (const { page } of everything) {
      const folder = page.startsWith("docs/") ? "docs/" : "";
      for (const [, target = ""] of readFileSync(join(root, page), "utf8").matchAll(/\]\((?!https?:)([^)#\s]+)/g))
        if (target !== "accuracy.md")
          expect(() => readFileSync(join(root, folder, target)), `${page}: ${target}`).not.toThrow(/ENOENT/);
    }
  });
});

describe("the checks of blocks", () => {
  it("find a line that is not printed, and let … stand for any words", () => {
    const output = "one 12\n\ntwo 30 ms\nthree\n";
    expect(missingLine("one 12\ntwo … ms\n", output)).toBeUndefined();
    expect(missingLine("one 12\n…\nthree", output)).toBeUndefined();
    expect(missingLine("one 12\nthree", output)).toBe("three");
    expect(missingLine("two 30 ms\none 12", output)).toBe("one 12");
    expect(missingLine("one 1", output)).toBe("one 1");
  });

  it("fail for what nothing can run", async () => {
    const block = (kind: string, text: string): Block => ({ page: "p", line: 1, kind, note: "", text });
    expect(await follow([block("indented", "annalist code x")])).toHaveLength(1);
    expect(await follow([block("", "x")])).toHaveLength(1);
    expect(await follow([block("json", "{a: 1}"), block("tsv", "a\tb"), block("tree", "nowhere/")])).toHaveLength(3);
    expect(await follow([{ ...block("tsv", "a\tb"), note: "my/a.tsv" }])).toHaveLength(1);
    expect(await follow([block("sh", "annalist code nothing.txt"), block("output", "nothing like it")])).toHaveLength(2);
    expect(await follow([block("ts", 'import { nothing } from "@annalist/core";\nnothing();')])).toHaveLength(1);
  });

  it("know a command and an option that are none", () => {
    expect(mentionFault("annalist frobnicate FILE")).toMatch(/no command/);
    expect(mentionFault("annalist code FILE --frobnicate")).toMatch(/no option --frobnicate/);
    expect(mentionFault("npm run frobnicate")).toMatch(/no script/);
    expect(mentionFault("npm run bench nothing")).toMatch(/no bench/);
    expect(mentionFault("annalist user add NAME --role admin")).toBeUndefined();
  });
});

it("the record's page gives the vague counts as the lexicon has them", () => {
  const rows = [
    ...readFileSync(join(root, "docs/record.md"), "utf8").matchAll(/^\| ([a-z, ]+) \| (\d+) \| (\d+) \| (\d*) ?\|$/gm),
  ];
  const table = readFileSync(join(root, "lexicons/en/casualties/vague.tsv"), "utf8").split("\n");
  expect(rows.length).toBeGreaterThan(4);
  for (const [, words = "", low, best, high] of rows)
    for (const word of words.split(", ")) expect(table).toContain([word, low, best, high].join("\t"));
});
