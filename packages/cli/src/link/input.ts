import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Analysis, Pin } from "@annalist/core";
import { UsageError } from "../exit.ts";

export type Read = { analysis: Analysis } | { fault: string };

/** Analyses of the files in order, one a line; a line that is none becomes a fault that names file and line. */
export async function* readAnalyses(files: readonly string[]): AsyncGenerator<Read> {
  for (const file of files) {
    const name = file === "-" ? "stdin" : file;
    let number = 0;
    try {
      const input = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 });
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        number++;
        if (line.trim() !== "") yield readAnalysis(line, `${name}:${number}`);
      }
    } catch (error) {
      yield {
        fault: `${name}: ${(error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file; check the name" : String(error)}`,
      };
    }
  }
}

const LISTS = ["sentences", "entities", "places", "times", "events", "attributions", "casualties", "relations"] as const;

function readAnalysis(line: string, at: string): Read {
  const parsed = parse(line);
  if (!parsed) return { fault: `${at}: no JSON object; give the lines that annalist code --format jsonl prints` };
  const { schema, report } = parsed as Partial<Analysis>;
  if (schema !== "annalist/1")
    return {
      fault: `${at}: schema ${JSON.stringify(schema) ?? "missing"}; "annalist/1" is wanted: code the reports first (annalist code)`,
    };
  if (typeof report?.id !== "string") return { fault: `${at}: no report.id` };
  const missing = LISTS.find((list) => !Array.isArray(parsed[list]));
  if (missing) return { fault: `${at}: report ${report.id}: no list "${missing}"` };
  return { analysis: parsed as unknown as Analysis };
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Pins hold what a person decided, so one that cannot be read stops the run. */
export async function readPins(file: string): Promise<Pin[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--pins ${file}: ${error.code === "ENOENT" ? "no such file" : error.message}`);
  });
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const pin = parse(line) as Partial<Pin> | undefined;
    if (!isMember(pin?.a) || !isMember(pin?.b) || (pin?.decision !== "must" && pin?.decision !== "cannot"))
      throw new UsageError(
        `--pins ${file}:${i + 1}: no pin; write {"a": {"report": "…", "event"?: "…"}, "b": {…}, "decision": "must" or "cannot"}`,
      );
    return [pin as Pin];
  });
}

const isMember = (member: Partial<Pin["a"]> | undefined): boolean =>
  typeof member?.report === "string" && (member.event === undefined || typeof member.event === "string");
