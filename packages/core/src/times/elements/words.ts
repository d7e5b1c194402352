import type { Element } from "../pattern.ts";
import { capital, info, one, phraseAt } from "./pieces.ts";

export const MONTH: Element = (reader, at) => {
  const { month, ambiguous, abbreviation } = info(reader, at);
  if (month === undefined || (ambiguous && !capital(reader, at))) return undefined;
  // "Jan" is a first name too: an abbreviation has its period or stands beside a number.
  const digits = (i: number) => /^['’]?\d/.test(reader.scan.word(i) ?? "");
  if (abbreviation && !reader.scan.pieces[at]?.text.endsWith(".") && !digits(at - 1) && !digits(at + 1)) return undefined;
  return one(at, month);
};

export const WEEKDAY: Element = (reader, at) => {
  const { weekday, habit, ambiguous } = info(reader, at);
  if (weekday === undefined || habit) return undefined;
  // "Sun" and "sat" are days with a period, or before a comma and a date.
  const piece = reader.scan.pieces[at];
  return !ambiguous || (capital(reader, at) && piece?.text.endsWith(".")) ? one(at, weekday) : undefined;
};

export const HABIT: Element = (reader, at) => {
  const { weekday, habit } = info(reader, at);
  return weekday !== undefined && habit ? one(at, weekday) : undefined;
};

export const UNIT: Element = (reader, at) => {
  const { unit, plural } = info(reader, at);
  return unit !== undefined && !plural ? one(at, unit) : undefined;
};
export const UNITS: Element = (reader, at) => {
  const { unit, plural } = info(reader, at);
  return unit !== undefined && plural ? one(at, unit) : undefined;
};
export const ANYUNIT: Element = (reader, at) => UNIT(reader, at) ?? UNITS(reader, at);

export const SEASON: Element = (reader, at) => {
  const { season } = info(reader, at);
  return season === undefined ? undefined : one(at, season);
};

export const PART: Element = (reader, at) => {
  const { part } = info(reader, at);
  if (part !== undefined) return one(at, part);
  // "pre-dawn hours", "early morning hours", "small hours"
  const word = reader.scan.word(at);
  const joint = reader.scan.word(at + 1) === "-" ? 2 : 1;
  const next = info(reader, at + joint).part;
  if ((word === "mid" || word === "pre") && next !== undefined) return { end: at + joint + 1, value: next };
  if (word === "small" && reader.scan.word(at + 1) === "hours") return { end: at + 2, value: "TNI" };
  return undefined;
};
/** A part that names itself: "dawn", "midnight". */
export const PARTALONE: Element = (reader, at) => {
  const { part, partAlone } = info(reader, at);
  return part !== undefined && partAlone ? one(at, part) : undefined;
};

export const FREQ: Element = (reader, at) => {
  const { frequency } = info(reader, at);
  return frequency === undefined ? undefined : one(at, frequency);
};

export const FEAST: Element = (reader, at) => (capital(reader, at) ? phraseAt(reader, reader.vocabulary.feasts, at) : undefined);
export const REF: Element = (reader, at) => phraseAt(reader, reader.vocabulary.references, at);
