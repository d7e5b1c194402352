import { isDay } from "../../shared/calendar.ts";
import type { Element } from "../pattern.ts";
import type { Calendar, Clock } from "../reading.ts";
import { NUM, ORD, one } from "./pieces.ts";

export const DAY: Element = (reader, at) => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(reader.scan.word(at) ?? "");
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 ? one(at, day) : undefined;
};
/** A day as an ordinal: "5th", "eighth", "twenty-first". */
export const DAYTH: Element = (reader, at) => {
  const found = ORD(reader, at);
  return found && (found.value as number) <= 31 ? found : undefined;
};

export const YEAR: Element = (reader, at) => {
  const word = reader.scan.word(at) ?? "";
  if (/^(?:1\d|20)\d\d$/.test(word)) return one(at, Number(word));
  if (!/^\p{L}/u.test(word)) return undefined;
  // "nineteen ninety-six", "two thousand and three"
  const first = NUM(reader, at);
  if (!first) return undefined;
  const century = first.value as number;
  if (century >= 13 && century <= 20 && first.end === at + 1) {
    const rest = NUM(reader, first.end);
    const value = rest?.value as number;
    return rest && value >= 10 && value <= 99 ? { end: rest.end, value: century * 100 + value } : undefined;
  }
  return century >= 2000 && century < 2100 ? first : undefined;
};
/** "89", "'89" */
export const YEAR2: Element = (reader, at) => {
  const quote = reader.scan.word(at) === "'" || reader.scan.word(at) === "’" ? 1 : 0;
  const word = reader.scan.word(at + quote) ?? "";
  return /^\d\d$/.test(word) ? { end: at + quote + 1, value: fullYear(Number(word)) } : undefined;
};
/** Two digits name a year of 1950–2049. */
const fullYear = (short: number): number => (short < 50 ? 2000 + short : 1900 + short);

/** "1990s", "'90s", "nineties": the decade, 199. */
export const DECADE: Element = (reader, at) => {
  const quote = reader.scan.word(at) === "'" || reader.scan.word(at) === "’" ? 1 : 0;
  let word = reader.scan.word(at + quote) ?? "";
  let end = at + quote + 1;
  if (/^\d+$/.test(word) && reader.scan.word(end) === "'s") {
    word += "s";
    end++;
  }
  const long = /^(1\d|20)(\d)0s$/.exec(word);
  if (long) return { end, value: Number(`${long[1]}${long[2]}`) };
  const short = /^(\d)0s$/.exec(word);
  if (short) return { end, value: Number(short[1]) < 3 ? 200 + Number(short[1]) : 190 + Number(short[1]) };
  const named = TENS.indexOf(word);
  if (named >= 2) return { end, value: 190 + named };
  const parts = /^nineteen$/.test(word) ? TENS.indexOf(reader.scan.word(end) ?? "") : -1;
  return parts >= 2 ? { end: end + 1, value: 190 + parts } : undefined;
};
const TENS = ["", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/** "2020-03-05", "2020-03-05T14:00Z" */
export const ISO: Element = (reader, at) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:t(\d{2}):(\d{2})(?::\d{2})?(z|[+-]\d{2}:?\d{2})?)?$/.exec(reader.scan.word(at) ?? "");
  if (!match) return undefined;
  const [, year, month, day, hour, minute, zone] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  const date: Calendar = { is: "calendar", year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined) return one(at, date);
  const clock: Clock = { hour: Number(hour), minute: Number(minute), ...(zone && { zone: zone.toUpperCase() }) };
  return one(at, { ...date, clock });
};

/** "25/12/2018", "7/8/07", "25.12.2018": the order of day and month is settled later, by the outlet's habit. */
export const SLASHED: Element = (reader, at) => {
  const match = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(reader.scan.word(at) ?? "");
  if (!match) return undefined;
  const [a, b, y] = [Number(match[1]), Number(match[3]), match[4] as string];
  if (match[2] === "." && y.length === 2) return undefined; // a version number
  const year = y.length === 4 ? Number(y) : fullYear(Number(y));
  if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12) || year < 1500 || year > 2100) return undefined;
  return one(at, { is: "calendar", year, pair: [a, b] } satisfies Calendar);
};

/** "1998/99": a year that runs into the next. */
export const YEARRANGE: Element = (reader, at) => {
  const match = /^((?:19|20)\d\d)\/(\d\d)$/.exec(reader.scan.word(at) ?? "");
  return match && (Number(match[1]) + 1) % 100 === Number(match[2])
    ? one(at, { is: "calendar", year: Number(match[1]) } satisfies Calendar)
    : undefined;
};

/** "first" … "fourth", "final" before a quarter. */
export const QUARTERTH: Element = (reader, at) => {
  const word = reader.scan.word(at);
  if (word === "final" || word === "last") return one(at, 4);
  const found = ORD(reader, at);
  return found && (found.value as number) <= 4 ? found : undefined;
};
export const QCODE: Element = (reader, at) => {
  const match = /^q([1-4])$/.exec(reader.scan.word(at) ?? "");
  if (match) return one(at, Number(match[1]));
  const next = /^([1-4])$/.exec(reader.scan.word(at + 1) ?? "");
  return reader.scan.word(at) === "q" && next && reader.scan.pieces[at + 1]?.gap === false
    ? { end: at + 2, value: Number(next[1]) }
    : undefined;
};
