import type { Document, Span } from "../model/index.ts";

/** How far into the body a dateline may reach, in UTF-16 code units. */
const REACH = 120;

/**
 * The dateline at the head of the body, with what stands in its brackets: "BAGHDAD (AP) —", "KABUL, Afghanistan (Sept. 8) -",
 * "LONDON, May 3 (Agency) --". It tells where and when a report was filed, not when anything in it happened. Undefined
 * when the body opens otherwise.
 */
export function datelineOf(document: Document): Span | undefined {
  const start = document.headline?.end ?? 0;
  const pattern = /(?:^|\n|\s)(\p{Lu}[\p{Lu}.'’-]{2,}[^\n]{0,60}?(?:\([^()\n]{2,40}\)|,[^\n,]{3,20}\d{1,2})\s*[-–—]{1,2}\s)/u;
  const body = document.text.slice(start, start + REACH + 240);
  const found = pattern.exec(body);
  if (!found?.[1]) return undefined;
  const at = start + found.index + found[0].indexOf(found[1]);
  return { start: at, end: at + found[1].trimEnd().length };
}

/** A day before the headline's words, "June 15: Forces search a village": the day of the report, as a dateline has it. */
const HEADLINE_DAY = /^\s*(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{L}{2,8})(?:,?\s\d{4})?\s*:/u;

/** Whatever tells when the report was filed: its dateline, and a day set before its headline. */
export function filingOf(document: Document): Span[] {
  const dateline = datelineOf(document);
  const day = HEADLINE_DAY.exec(document.text.slice(0, 60));
  return [...(day ? [{ start: 0, end: day[0].length }] : []), ...(dateline ? [dateline] : [])];
}
