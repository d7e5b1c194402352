import type { Document } from "../model/index.ts";
import { datelineOf } from "../shared/dateline.ts";
import { hash32, stemsOf } from "../shared/stems.ts";

/** Words of a shingle: shorter ones meet by chance, longer ones break at every edit. */
const SHINGLE = 4;
/** Shingles kept: enough to tell whether a fifth of one text stands in another. */
const KEPT = 96;

/**
 * What tells a reprint: the smallest hashes of the body's runs of four words (a bottom-k sketch, Broder 1997), ascending,
 * eight hex digits each. Headline and dateline are left out: each paper writes its own.
 */
export function signatureOf(document: Document): string {
  const from = datelineOf(document)?.end ?? document.headline?.end ?? 0;
  const words = stemsOf(document.text.slice(from)).map(({ stem }) => stem);
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) hashes.add(hash32(words.slice(i, i + SHINGLE).join(" ")));
  return [...hashes]
    .sort((a, b) => a - b)
    .slice(0, KEPT)
    .map((hash) => hash.toString(16).padStart(8, "0"))
    .join("");
}
