import type { Document, Span } from "../model/index.ts";

/** How far into the body a dateline may reach, in UTF-16 code units: press releases set letterheads before it. */
const REACH = 360;

/** Capitals, then brackets or a date, then a dash; a letterhead may stand before them in the line. */
const FULL = /(?:^|\s)(\p{Lu}[\p{Lu}.'’-]{2,}[^\n]{0,60}?(?:\([^()\n]{2,40}\)|,[^\n,]{3,20}\d{1,2})\s*[-–—]{1,2}\s)/u;
/** Capitals and a dash alone: at the start of a line only. */
const BARE =
  /(?:^|\n)[^\S\n]*(\p{Lu}[\p{Lu}.'’-]{2,}(?:\s\p{Lu}[\p{Lu}.'’-]+){0,3}(?:,\s\p{Lu}[\p{L}.\s]{1,24}?)?\s[-–—]{1,2}\s)/u;

/** A place written as any name, with a day in brackets. */
const DATED =
  /(?:^|\s)(\p{Lu}\p{L}+(?:,?\s\p{Lu}\p{L}+){0,3}\s\((?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{L}{2,8})(?:,\s\d{4})?\)\s[-–—]{1,2}\s)/u;

/**
 * The dateline at the head of the body, with what stands in its brackets: "BAGHDAD (AP) —", "ERBIL, Iraq —", "KABUL,
 * Afghanistan (Sept. 8) -", "LONDON, May 3 (Agency) --". It tells where and when a report was filed, not when anything in it
 * happened. Undefined when the body opens otherwise.
 */
export function datelineOf({ text, headline }: Pick<Document, "text" | "headline">): Span | undefined {
  const start = headline?.end ?? 0;
  const body = text.slice(start, start + REACH);
  const found = FULL.exec(body) ?? DATED.exec(body) ?? BARE.exec(body);
  if (!found?.[1]) return undefined;
  const at = start + found.index + found[0].indexOf(found[1]);
  return { start: at, end: at + found[1].trimEnd().length };
}

/** A day before the headline's words, "June 15: Forces search a village": the day of the report, as a dateline has it. */
const HEADLINE_DAY = /^\s*(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{L}{2,8})(?:,?\s\d{4})?\s*:/u;

/** Whatever tells when the report was filed: its dateline, and a day set before its headline. */
export function filingOf(document: Pick<Document, "text" | "headline">): Span[] {
  const dateline = datelineOf(document);
  const day = HEADLINE_DAY.exec(document.text.slice(0, 60));
  return [...(day ? [{ start: 0, end: day[0].length }] : []), ...(dateline ? [dateline] : [])];
}
