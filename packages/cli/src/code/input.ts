import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { fault, type Item, readJsonl, readText } from "@annalist/ingest";
import { type CodeOptions, isJsonl } from "./options.ts";

/** All reports of the files in order; "-" is standard input. A file that cannot be read becomes a fault. */
export async function* readAll(files: readonly string[], options: CodeOptions): AsyncGenerator<Item> {
  for (const file of files) {
    const name = file === "-" ? "stdin" : file;
    try {
      const stream: AsyncIterable<Uint8Array> = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 });
      if (isJsonl(file, options)) {
        for await (const item of readJsonl(stream, name, options.maxLength)) yield withHead(item, options);
      } else yield withHead(await readText(stream, name, {}, options.maxLength), options);
    } catch (error) {
      yield fault(name, reason(error as NodeJS.ErrnoException));
    }
  }
}

/** What the command line says of all reports fills what a report does not say of itself. */
function withHead(item: Item, { published, outlet, url }: CodeOptions): Item {
  if (item.kind === "fault") return item;
  const report = { ...(published && { published }), ...(outlet && { outlet }), ...(url && { url }), ...item.report };
  return { ...item, report };
}

/** Bytes of all files together; undefined when one of them is a pipe. A file that is missing counts nothing here. */
export async function byteLength(files: readonly string[]): Promise<number | undefined> {
  let total = 0;
  for (const file of files) {
    if (file === "-") return undefined;
    const known = await stat(file).catch(() => undefined);
    if (known?.isFile()) total += known.size;
  }
  return total;
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "no such file; check the name";
  if (error.code === "EISDIR") return "a folder; name the files in it";
  if (error.code === "EACCES" || error.code === "EPERM") return "not allowed to read it; check its permissions";
  return `cannot be read: ${error.message.replace(/\s+/g, " ")}`;
}
