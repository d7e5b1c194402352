// What each kind of block has to stand up to besides being run.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Block, root } from "./blocks.ts";

/**
 * A sample of what a command prints: its lines stand in the output, in this order and beside one another; "…" stands for any
 * characters, a line of its own for any lines.
 */
export function missingLine(sample: string, output: string): string | undefined {
  const printed = output.split("\n").map((line) => line.trimEnd());
  let at = -1;
  let anywhere = true;
  for (const line of sample.split("\n").map((one) => one.trimEnd())) {
    if (line === "") continue;
    if (line.trim() === "…") {
      anywhere = true;
      continue;
    }
    const wanted = new RegExp(`^${line.split("…").map(escaped).join(".*")}$`);
    const next = printed.findIndex((one, i) => i > at && wanted.test(one));
    const skipped = printed.slice(at + 1, next).some((one) => one !== "");
    if (next < 0 || (!anywhere && skipped)) return line;
    at = next;
    anywhere = false;
  }
  return undefined;
}
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Why a block of JSON, or of JSON lines, is none. */
export function jsonFault({ kind, text }: Block): string | undefined {
  for (const part of kind === "jsonl" ? text.trim().split("\n") : [text])
    try {
      JSON.parse(part);
    } catch (error) {
      return `${(error as Error).message}: ${part}`;
    }
  return undefined;
}

/** Paths of a drawn tree that are not there: two blanks a level, words behind two blanks and more. */
export function lackingPaths(text: string): string[] {
  const above: string[] = [];
  const lacking: string[] = [];
  for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
    const level = (line.length - line.trimStart().length) / 2;
    const paths = line
      .trim()
      .split(/\s{2,}/)
      .filter((part) => /^[\w./-]+(?:\/|\.\w+)$/.test(part));
    for (const [i, path] of paths.entries()) {
      const whole = join(...above.slice(0, level), path);
      if (!existsSync(join(root, whole))) lacking.push(whole);
      if (i === 0) above[level] = path;
    }
  }
  return lacking;
}

/** Compiles a program against the packages as they are built, and runs it; what went wrong. */
export function programFault({ text }: Block): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "annalist-program-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
    writeFileSync(join(folder, "program.ts"), text);
    const compilerOptions = { strict: true, module: "nodenext", target: "es2022", skipLibCheck: true, types: ["node"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
    for (const args of [[join(root, "node_modules/typescript/bin/tsc")], ["program.js"]]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
      if (status !== 0) return `${stdout}${stderr}`;
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;

/** What is wrong with a command of npm's: a script, or a bench, that is not there. */
export function npmFault(command: string): string | undefined {
  const [, script = "", rest = ""] = /^npm (?:run )?([\w-]+)([^#]*)/.exec(command) ?? [];
  if (script === "ci") return undefined;
  if (!(script in scripts)) return `package.json has no script "${script}"`;
  const [, bench] = /^ +([a-z]+)/.exec(rest) ?? [];
  if (script === "bench" && bench && !existsSync(join(root, `bench/${bench}.mjs`))) return `there is no bench "${bench}"`;
  return undefined;
}

/** Help texts by command, asked for once. */
const helps = new Map<string, string>();
function helpOf(words: readonly string[]): string {
  const key = words.join(" ");
  const known = helps.get(key);
  if (known !== undefined) return known;
  const { status, stdout } = spawnSync(process.execPath, [join(root, "packages/cli/bin/annalist.mjs"), ...words, "--help"], {
    encoding: "utf8",
  });
  const help = status === 0 && stdout.includes(`annalist ${key}`) ? stdout : "";
  helps.set(key, help);
  return help;
}

/** What is wrong with a command in running text, which may name placeholders: a command or an option that is not there. */
export function mentionFault(text: string): string | undefined {
  const [, rest] = /^(?:npx )?annalist ([a-z].*)$/.exec(text) ?? [];
  if (rest === undefined) return /^npm /.test(text) ? npmFault(text) : undefined;
  const words = rest.split(" ");
  const command = ["user", "lexicon"].includes(words[0] as string) && words[1] ? words.slice(0, 2) : words.slice(0, 1);
  const help = helpOf(command);
  if (help === "") return `there is no command "${command.join(" ")}"`;
  const lacking = words.filter((word) => word.startsWith("--") && !new RegExp(`${escaped(word)}\\b`).test(help));
  return lacking.length > 0 ? `"${command.join(" ")}" has no option ${lacking.join(", ")}` : undefined;
}
