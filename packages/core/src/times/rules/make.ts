import type { Quantity } from "../elements/index.ts";
import type { Reader } from "../pattern.ts";
import type { Calendar, Plain, Which } from "../reading.ts";
import type { Unit } from "../vocabulary.ts";

export const calendar = (fields: Omit<Calendar, "is">): Calendar => ({ is: "calendar", ...fields });

/** A duration's TIMEX3 value: "P2W", "PT10H", "PXY" for an unsaid number. Fractions are kept as written ("P2.5Y"). */
export function durationValue(count: number | "X", unit: Unit): string {
  const times = (factor: number): string => (count === "X" ? "X" : String(Math.round(count * factor * 100) / 100));
  switch (unit) {
    case "S":
      return `PT${times(1)}S`;
    case "MIN":
      return count === 0.5 ? "PT30S" : `PT${times(1)}M`;
    case "H":
      return count === 0.5 ? "PT30M" : `PT${times(1)}H`;
    case "D":
    case "W":
    case "M":
    case "Q":
    case "Y":
      return `P${times(1)}${unit}`;
    case "FN":
      return count === "X" ? "PXW" : `P${times(2)}W`;
    case "DE":
      return count === "X" ? "PXE" : `P${times(10)}Y`;
    case "CE":
      return count === "X" ? "PXC" : `P${times(100)}Y`;
    case "HC":
      return count === "X" ? "PXC" : `P${times(50)}Y`;
    case "ML":
      return count === "X" ? "PXL" : `P${times(1000)}Y`;
  }
}

export function duration(quantity: Quantity, unit: Unit, toward?: -1 | 1): Plain {
  const { value, vague } = quantity;
  return {
    is: "plain",
    type: "DURATION",
    value: durationValue(value, unit),
    ...(vague && { mod: "APPROX" }),
    ...(toward && value !== "X" && { toward, length: { count: value, unit } }),
  };
}

export const set = (value: string): Plain => ({ is: "plain", type: "SET", value });

/** The words that say which one, as the grammar knows them. */
export function whichOf(word: string): Which | undefined {
  return WHICH[word];
}
const WHICH: Readonly<Record<string, Which>> = {
  last: "last",
  past: "past",
  this: "this",
  current: "this",
  next: "next",
  coming: "coming",
  upcoming: "coming",
  previous: "previous",
  preceding: "previous",
  prior: "previous",
  following: "following",
  ensuing: "following",
  subsequent: "following",
  same: "same",
  that: "that",
  latest: "latest",
};

/** The lower-case word before, or "". */
export const before = (reader: Reader, first: number, back = 1): string => {
  for (let i = first - back + 1; i <= first; i++) if (reader.scan.pieces[i]?.fresh) return "";
  return reader.scan.word(first - back) ?? "";
};
/** The lower-case word at `last`, the first after an expression, or "" at the end of a sentence. */
export const after = (reader: Reader, last: number): string =>
  reader.scan.pieces[last]?.fresh ? "" : (reader.scan.word(last) ?? "");
