import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Stats, Store } from "@annalist/store";
import { UsageError } from "../exit.ts";

/** What a release says of itself: enough to cite it, and to see whether a file of it has changed since. */
export interface Manifest {
  annalist: "release/1";
  name: string;
  /** The moment that it shows, and the number of the last change in it. */
  asOf: string;
  change: number;
  counts: Stats;
  files: Record<string, { sha256: string; bytes: number; lines: number }>;
  /** SHA-256 over the names and hashes of all files: the one number to cite. */
  sha256: string;
}

/** Writes the record of one moment as files, one object a line in the order of ids; whole, or not at all. */
export async function writeRelease(store: Store, name: string, folder: string, { texts }: { texts: boolean }): Promise<Manifest> {
  if (existsSync(folder))
    throw new UsageError(`${folder}: is there already; a release is never written over. Name another with --out`);
  // A moment of its own, so that what others write meanwhile is in none of the files.
  const view = store.asOf === undefined ? await store.at(new Date().toISOString()) : store;
  const making = `${folder}.part`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  try {
    const files: Manifest["files"] = {};
    for (const [file, lines] of Object.entries(contents(view, texts))) files[file] = await writeLines(join(making, file), lines);
    const sha256 = hashOf(files);
    const manifest: Manifest = {
      annalist: "release/1",
      name,
      asOf: view.asOf as string,
      change: await view.lastChange(),
      counts: await view.stats(),
      files,
      sha256,
    };
    await writeFile(join(making, "manifest.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await rename(making, folder);
    return manifest;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

export const hashOf = (files: Manifest["files"]): string =>
  createHash("sha256")
    .update(
      Object.keys(files)
        .sort()
        .map((file) => `${files[file]?.sha256}  ${file}\n`)
        .join(""),
    )
    .digest("hex");

function contents(store: Store, texts: boolean): Record<string, AsyncIterable<unknown>> {
  return {
    "reports.jsonl": reports(store, texts),
    "analyses.jsonl": (async function* () {
      for await (const { analysis } of store.analyses()) yield analysis;
    })(),
    "incidents.jsonl": store.incidents(),
    "claims.jsonl": (async function* () {
      for await (const { id } of store.incidents()) yield { id, claims: await store.claimsOf(id) };
    })(),
    "stories.jsonl": pages((page) => store.stories(page)),
    "decisions.jsonl": pages((page) => store.decisions({}, page)),
  };
}

async function* reports(store: Store, texts: boolean) {
  for await (const { report } of store.analyses()) {
    const { text, ...head } = report;
    yield { ...head, length: text.length, ...(texts && { text }) };
  }
}

async function* pages<T>(
  read: (page: { limit: number; after?: string }) => Promise<{ items: T[]; next?: string }>,
): AsyncGenerator<T> {
  for (let after: string | undefined; ; ) {
    const page = await read({ limit: 1000, ...(after !== undefined && { after }) });
    yield* page.items;
    if (page.next === undefined) return;
    after = page.next;
  }
}

async function writeLines(file: string, items: AsyncIterable<unknown>): Promise<Manifest["files"][string]> {
  const hash = createHash("sha256");
  const stream = createWriteStream(file, { flush: true });
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => {});
  let [bytes, lines] = [0, 0];
  for await (const item of items) {
    const line = Buffer.from(`${JSON.stringify(item)}\n`);
    hash.update(line);
    bytes += line.length;
    lines++;
    if (!stream.write(line)) await Promise.race([new Promise<void>((resolve) => stream.once("drain", resolve)), failed]);
  }
  await Promise.race([new Promise<void>((resolve) => stream.end(() => resolve())), failed]);
  return { sha256: hash.digest("hex"), bytes, lines };
}
