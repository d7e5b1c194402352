import { readFileSync } from "node:fs";
import type { Knowledge } from "@annalist/core";
import type { Pack } from "./pack.ts";

/**
 * What core needs to know of English, read from this package's own files. Synchronous, about a tenth of a second.
 * Throws when the data has not been built.
 */
export function loadEnglish(): Knowledge {
  const read = (file: string) => readFileSync(new URL(`../data/${file}`, import.meta.url));
  const { tables, lexiconVersion, modelVersion, models }: Pack = JSON.parse(read("pack.json").toString("utf8"));
  return {
    tables,
    lexiconVersion,
    modelVersion,
    models: Object.fromEntries(models.map((name) => [name, bytes(read(`models/${name}.bin`))])),
    gazetteer: bytes(read("gazetteer.bin")),
  };
}

const bytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
