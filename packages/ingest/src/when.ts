import { isDate } from "./published.ts";

const ZONED = /(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC?|[ECMP][SD]T)\s*\)?$/i;

/**
 * A date of a head as ISO 8601: what is that already, RFC 822 ("Mon, 28 Jun 2021 10:00:00 +0200") and days with the month
 * in words. A day without a zone stays a day. "06/07/2021" is two days: undefined.
 */
export function toIso(given: string | undefined): string | undefined {
  const value = given?.trim();
  if (!value || value.length > 80) return undefined;
  if (isDate(value)) return value.replace(/\.0+Z$/, "Z");
  const spaced = value.replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, "$1T$2");
  if (isDate(spaced)) return spaced;
  if (!/[A-Za-z]{3}/.test(value) || /^\D*$/.test(value)) return undefined;
  if (ZONED.test(value) && /\d:\d\d/.test(value)) {
    const instant = Date.parse(value);
    return Number.isNaN(instant) ? undefined : new Date(instant).toISOString().replace(".000Z", "Z");
  }
  // Read and written in UTC, so that no day is shifted by where this runs.
  const day = Date.parse(`${value.replace(/(\d)(st|nd|rd|th)\b/, "$1").replace(/,?\s+\d{1,2}:\d\d.*$/, "")} UTC`);
  return Number.isNaN(day) ? undefined : new Date(day).toISOString().slice(0, 10);
}

/** A day in figures, where whoever knows the source says which comes first. */
export function numericDay(value: string, order: "dmy" | "mdy"): string | undefined {
  const match = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/.exec(value);
  if (!match) return undefined;
  const [day, month] = order === "dmy" ? [match[1], match[2]] : [match[2], match[1]];
  const iso = `${match[3]}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return isDate(iso) ? iso : undefined;
}
