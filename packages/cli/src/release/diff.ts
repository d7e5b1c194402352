import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { UsageError } from "../exit.ts";
import { hashOf, type Manifest } from "./release.ts";

export interface Difference {
  /** "incident", "report", "analysis" … */
  kind: string;
  id: string;
  change: "added" | "removed" | "changed";
  fields?: FieldChange[];
}

export interface FieldChange {
  /** "tolls.0.best" */
  path: string;
  before?: unknown;
  after?: unknown;
}

const KINDS: Record<string, string> = {
  "reports.jsonl": "report",
  "analyses.jsonl": "analysis",
  "incidents.jsonl": "incident",
  "claims.jsonl": "ledger",
  "stories.jsonl": "story",
  "decisions.jsonl": "decision",
};

/** What differs between two releases, file by file in the order of ids. Memory stays the same however long they are. */
export async function* diffReleases(before: string, after: string): AsyncGenerator<Difference> {
  for (const folder of [before, after]) await verify(folder);
  for (const [file, kind] of Object.entries(KINDS)) yield* diffFiles(join(before, file), join(after, file), kind);
}

/** A release that was changed by hand is none: its files must still have the hashes of its manifest. */
export async function verify(folder: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  } catch {
    throw new UsageError(`${folder}: no release (no manifest.json in it); annalist release makes one`);
  }
  for (const [file, { sha256 }] of Object.entries(manifest.files)) {
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(join(folder, file))) hash.update(chunk as Buffer);
    if (hash.digest("hex") !== sha256)
      throw new UsageError(`${join(folder, file)}: not as it was released (its hash differs from the manifest's)`);
  }
  if (hashOf(manifest.files) !== manifest.sha256)
    throw new UsageError(`${folder}: the manifest's own hash is not that of its files`);
  return manifest;
}

async function* diffFiles(before: string, after: string, kind: string): AsyncGenerator<Difference> {
  const [old, young] = [objects(before), objects(after)];
  let [a, b] = [await old.next(), await young.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compare(a.value.id, b.value.id);
    if (order < 0 && !a.done) yield { kind, id: a.value.id, change: "removed" };
    else if (order > 0 && !b.done) yield { kind, id: b.value.id, change: "added" };
    else if (!a.done && !b.done && a.value.line !== b.value.line) {
      const [x, y] = [JSON.parse(a.value.line), JSON.parse(b.value.line)];
      // A release without texts says nothing of them: their hashes tell.
      if (kind === "report" && (x.text === undefined || y.text === undefined)) for (const one of [x, y]) delete one.text;
      const fields = [...fieldChanges(x, y, "")];
      if (fields.length > 0) yield { kind, id: a.value.id, change: "changed", fields };
    }
    const [stepA, stepB] = [order <= 0, order >= 0];
    if (stepA) a = await old.next();
    if (stepB) b = await young.next();
  }
}

async function* objects(file: string): AsyncGenerator<{ id: string; line: string }> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const value = JSON.parse(line);
    yield { id: String(value.id ?? value.report?.id ?? String(value.seq).padStart(12, "0")), line };
  }
}

const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Lists are compared by their members' ids where they have some: one event more is one event more, not a change of all behind it. */
function* fieldChanges(a: unknown, b: unknown, path: string): Generator<FieldChange> {
  if (Object.is(a, b)) return;
  if (isObject(a) && isObject(b)) {
    const [x, y] = [keyed(a), keyed(b)];
    for (const key of new Set([...Object.keys(x), ...Object.keys(y)]))
      yield* fieldChanges(x[key], y[key], path === "" ? key : `${path}.${key}`);
  } else yield { path, ...(a !== undefined && { before: a }), ...(b !== undefined && { after: b }) };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function keyed(value: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(value) || !value.every((one) => isObject(one) && typeof one.id === "string")) return value;
  return Object.fromEntries(value.map((one) => [(one as { id: string }).id, one]));
}
