import { civilDay, dayNumber, daysInMonth, isoDay, isoWeek, mondayOf, pad, weekdayOf } from "../shared/calendar.ts";

export type Grain =
  | "clock"
  | "part"
  | "day"
  | "feast"
  | "weekend"
  | "week"
  | "month"
  | "season"
  | "quarter"
  | "half"
  | "year"
  | "decade"
  | "century";

/** A stretch of the calendar with its TIMEX3 value: day numbers `first` to `last`, both inclusive. */
export interface Point {
  grain: Grain;
  value: string;
  first: number;
  last: number;
  /** Minutes after midnight, of a clock time. */
  minutes?: number;
}

export const dayPoint = (day: number): Point => ({ grain: "day", value: isoDay(day), first: day, last: day });

/** The ISO week that holds a day. */
export function weekPoint(day: number): Point {
  const first = day - weekdayOf(day) + 1;
  const { year, week } = isoWeek(first);
  return { grain: "week", value: `${pad(year, 4)}-W${pad(week, 2)}`, first, last: first + 6 };
}

/** The Saturday and Sunday of the ISO week that holds a day. */
export function weekendPoint(day: number): Point {
  const week = weekPoint(day);
  return { grain: "weekend", value: `${week.value}-WE`, first: week.first + 5, last: week.last };
}

/** A month; `month` may lie outside 1..12 and carries into the year. */
export function monthPoint(year: number, month: number): Point {
  const first = dayNumber(year, month, 1);
  const at = civilDay(first);
  return {
    grain: "month",
    value: `${pad(at.year, 4)}-${pad(at.month, 2)}`,
    first,
    last: first + daysInMonth(at.year, at.month) - 1,
  };
}

export function quarterPoint(year: number, quarter: number): Point {
  const at = monthPoint(year, quarter * 3 - 2);
  const from = civilDay(at.first);
  return {
    grain: "quarter",
    value: `${pad(from.year, 4)}-Q${Math.floor(from.month / 3) + 1}`,
    first: at.first,
    last: dayNumber(from.year, from.month + 3, 1) - 1,
  };
}

export const halfPoint = (year: number, half: number): Point => ({
  grain: "half",
  value: `${pad(year, 4)}-H${half}`,
  first: dayNumber(year, half === 1 ? 1 : 7, 1),
  last: dayNumber(year, half === 1 ? 7 : 13, 1) - 1,
});

const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** Three whole months, of the northern hemisphere; a winter belongs to the year of its December. */
export function seasonPoint(year: number, season: string): Point {
  const month = SEASON_MONTH[season] ?? 1;
  return {
    grain: "season",
    value: `${pad(year, 4)}-${season}`,
    first: dayNumber(year, month, 1),
    last: dayNumber(year, month + 3, 1) - 1,
  };
}

export const yearPoint = (year: number): Point => ({
  grain: "year",
  value: pad(year, 4),
  first: dayNumber(year, 1, 1),
  last: dayNumber(year + 1, 1, 1) - 1,
});

/** 198: the years 1980–1989. */
export const decadePoint = (decade: number): Point => ({
  grain: "decade",
  value: pad(decade, 3),
  first: dayNumber(decade * 10, 1, 1),
  last: dayNumber(decade * 10 + 10, 1, 1) - 1,
});

/** 19: the twentieth century, as TimeML writes it, 1900–1999. */
export const centuryPoint = (century: number): Point => ({
  grain: "century",
  value: pad(century, 2),
  first: dayNumber(century * 100, 1, 1),
  last: dayNumber(century * 100 + 100, 1, 1) - 1,
});

/** The part of a point that START, MID or END leaves: a third, or the days up to now or from now on. */
export function narrowed(point: Point, mod: string | undefined): { first: number; last: number } {
  const length = point.last - point.first + 1;
  const third = Math.floor(length / 3);
  if (length < 3) return point;
  if (mod === "START") return { first: point.first, last: point.first + third };
  if (mod === "MID") return { first: point.first + third, last: point.last - third };
  if (mod === "END") return { first: point.last - third, last: point.last };
  return point;
}

export { mondayOf };
