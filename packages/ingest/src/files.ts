import { createReadStream } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { fault } from "./item.ts";
import { type ReadOptions, readSource, type SourceItem } from "./source.ts";

/** Told of bytes as they are read, for a progress bar. */
export type OnBytes = (bytes: number) => void;

/** All reports of a file, a folder of files, or "-" for standard input; `called` is what it goes by. */
export async function* readPath(
  path: string,
  options: ReadOptions = {},
  onBytes: OnBytes = () => {},
  called = path,
): AsyncGenerator<SourceItem> {
  if (path === "-") {
    yield* readSource(counted(process.stdin, onBytes), { name: "stdin" }, options);
    return;
  }
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    yield fault(
      called,
      /^[a-z][a-z\d+.-]*:\/\//i.test(called) ? NO_WEB : found.code === "ENOENT" ? NO_FILE : `cannot be read: ${found.message}`,
    );
  else if (!found.isDirectory())
    yield* readSource(counted(createReadStream(path, { highWaterMark: 1 << 18 }), onBytes), { name: called }, options);
  else
    for await (const file of filesIn(path)) {
      const name = join(called, relative(path, file));
      yield* readSource(counted(createReadStream(file, { highWaterMark: 1 << 18 }), onBytes), { name }, options);
    }
}

const NO_FILE = "no such file; check the name";
const NO_WEB = "only http and https are fetched; get it yourself, and give the file";

/** Files below a folder in the order of their names; hidden ones and links that lead elsewhere are left out. */
export async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith(".")) continue;
    const path = join(folder, name);
    const found = await lstat(path);
    if (found.isDirectory()) yield* filesIn(path);
    else if (found.isFile()) yield path;
  }
}

async function* counted(stream: AsyncIterable<Uint8Array>, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes(chunk.length);
    yield chunk;
  }
}
