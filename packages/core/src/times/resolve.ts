import { addMonths, civilDay, dayNumber, isDay, pad, weekdayOf } from "../shared/calendar.ts";
import { feastDays } from "./feasts.ts";
import type { Habit } from "./habit.ts";
import {
  centuryPoint,
  dayPoint,
  decadePoint,
  halfPoint,
  monthPoint,
  type Point,
  quarterPoint,
  seasonPoint,
  weekendPoint,
  weekPoint,
  yearPoint,
} from "./point.ts";
import type { Calendar, Which } from "./reading.ts";
import type { Direction } from "./tense.ts";
import type { Unit } from "./vocabulary.ts";

/** What an expression is resolved against. */
export interface Anchors {
  /** The report's day, or a day of the text that stands for it. */
  now?: number;
  /** The latest resolved times before this one, by how precise they are. */
  day?: Point;
  month?: Point;
  year?: Point;
  /** The quarter that figures are being given for; `report` keeps the latest when a year's figures come between. */
  period?: Point;
  report?: Point;
  /** The day that a clock time without one belongs to: nearest in its sentence. */
  clockDay?: number;
  direction: Direction;
  habit?: Habit;
}

/** A resolved expression, and what it was resolved against. */
export interface Resolved {
  point: Point;
  anchor: "explicit" | "published" | "text";
}

/** The point that a reading stands for; undefined where its anchor is missing or the calendar has no such day. */
export function resolve(c: Calendar, anchors: Anchors): Resolved | undefined {
  if (c.clock || c.part !== undefined) return ofDay(c, anchors);
  if (c.shift) return shifted(c, anchors);
  if (c.weekOf && c.base) {
    const base = resolve(c.base, anchors);
    return base && { ...base, point: weekPoint(base.point.first) };
  }
  const based = c.base ? resolve(c.base, anchors) : undefined;
  if (c.base && !based) return undefined;
  const year = c.year ?? (based ? civilDay(based.point.first).year : undefined);
  const explicit = (point: Point | undefined): Resolved | undefined =>
    point && { point, anchor: based ? based.anchor : "explicit" };

  if (c.feast !== undefined) return feast(c, year, anchors);
  if (c.pair) return explicit(numeric(c.pair, c.year as number, anchors));
  if (c.month !== undefined && c.day !== undefined) {
    const { month, day } = c;
    if (year !== undefined) return explicit(isDay(year, month, day) ? dayPoint(dayNumber(year, month, day)) : undefined);
    return nearestYear(anchors, 4, (y) => (isDay(y, month, day) ? dayPoint(dayNumber(y, month, day)) : undefined));
  }
  if (c.month !== undefined) {
    const { month } = c;
    if (year !== undefined) return explicit(monthPoint(year, month));
    if (c.which) return recurring(c.which, anchors, (y) => monthPoint(y, month));
    return nearestYear(anchors, 24, (y) => monthPoint(y, month));
  }
  if (c.quarter !== undefined) return quarter(c, year, based, anchors);
  if (c.half !== undefined) {
    const { half } = c;
    return year !== undefined ? explicit(halfPoint(year, half)) : nearestYear(anchors, 2, (y) => halfPoint(y, half));
  }
  if (c.season !== undefined) {
    const { season } = c;
    if (year !== undefined) return explicit(seasonPoint(year, season));
    if (c.which) return recurring(c.which, anchors, (y) => seasonPoint(y, season));
    return nearestYear(anchors, 24, (y) => seasonPoint(y, season));
  }
  if (c.decade !== undefined) return explicit(decadePoint(c.decade));
  if (c.century !== undefined) return explicit(centuryPoint(c.century));
  if (c.year !== undefined) return explicit(yearPoint(c.year));
  if (c.weekend) return weekend(c.which, anchors);
  if (c.weekday !== undefined) return weekday(c.weekday, c.which, anchors);
  if (c.unit !== undefined) return unit(c.unit, c.which ?? "this", anchors);
  if (c.which !== undefined) {
    const point = anchors.day ?? anchors.month ?? anchors.year;
    return point && { point, anchor: "text" };
  }
  return undefined;
}

/** The year of a date without one: the candidate nearest to now, those against the clause's direction made `weight` times farther. */
function nearestYear(anchors: Anchors, weight: number, make: (year: number) => Point | undefined): Resolved | undefined {
  const { now, direction } = anchors;
  if (now === undefined) return undefined;
  const { year } = civilDay(now);
  let best: Point | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of [year, year - 1, year + 1]) {
    const point = make(candidate);
    if (!point) continue;
    const ahead = point.first > now ? point.first - now : 0;
    const behind = point.last < now ? now - point.last : 0;
    const distance = ahead * (direction < 0 ? weight : direction === 0 ? 1.5 : 1) + behind * (direction > 0 ? weight : 1);
    if (distance < least) {
      least = distance;
      best = point;
    }
  }
  return best && { point: best, anchor: "published" };
}

/** "last April", "this fall", "next May": the one before now, of this year, after now. */
function recurring(which: Which, anchors: Anchors, make: (year: number) => Point): Resolved | undefined {
  const text = which === "previous" || which === "following" || which === "same" || which === "that";
  const from = text ? (anchors.day ?? anchors.month ?? anchors.year)?.first : anchors.now;
  const now = from ?? anchors.now;
  if (now === undefined) return undefined;
  const { year } = civilDay(now);
  const candidates = [year - 1, year, year + 1].map(make);
  const anchor = text && from !== undefined ? "text" : "published";
  const found = (point: Point | undefined): Resolved | undefined => point && { point, anchor };
  switch (which) {
    case "last":
    case "past":
    case "previous":
      return found(candidates.filter(({ last }) => last < now).pop());
    case "next":
    case "coming":
    case "following":
      return found(candidates.find(({ first }) => first > now));
    default:
      // A winter goes on into the year after its own.
      return found(candidates.find(({ first, last }) => first <= now && now <= last) ?? candidates[1]);
  }
}

function feast(c: Calendar, year: number | undefined, anchors: Anchors): Resolved | undefined {
  const rule = c.feast as string;
  const point = (y: number): Point | undefined => {
    const days = feastDays(rule, y)[0];
    if (!days) return undefined;
    if (days.first === days.last) return dayPoint(days.first);
    return { grain: "feast", value: `${dayPoint(days.first).value}/${dayPoint(days.last).value}`, ...days };
  };
  if (year !== undefined) {
    const found = point(year);
    return found && { point: found, anchor: "explicit" };
  }
  if (c.which && anchors.now !== undefined) {
    const { year: y } = civilDay(anchors.now);
    const all = [y - 1, y, y + 1].map(point).filter((p) => p !== undefined);
    return recurring(c.which, anchors, (at) => all[at - y + 1] ?? (all[0] as Point));
  }
  // "prayers were held on Eid": a feast of days that are known is not past while it lies ahead.
  return nearestYear(anchors, 25, point);
}

function numeric(pair: readonly [number, number], year: number, anchors: Anchors): Point | undefined {
  const [a, b] = pair;
  const dayFirst = isDay(year, b, a) ? dayPoint(dayNumber(year, b, a)) : undefined;
  const monthFirst = isDay(year, a, b) ? dayPoint(dayNumber(year, a, b)) : undefined;
  if (!dayFirst || !monthFirst) return dayFirst ?? monthFirst;
  if (anchors.habit) return anchors.habit === "day" ? dayFirst : monthFirst;
  const { now } = anchors;
  // No habit is known: a report tells of days near its own.
  if (now === undefined) return undefined;
  return Math.abs(dayFirst.first - now) <= Math.abs(monthFirst.first - now) ? dayFirst : monthFirst;
}

function quarter(c: Calendar, year: number | undefined, based: Resolved | undefined, anchors: Anchors): Resolved | undefined {
  const { now, report } = anchors;
  const anchor = based?.anchor ?? (year !== undefined ? "explicit" : "published");
  const known = report ? quarterOf(report) : undefined;
  if (c.quarter === 0) {
    // "the quarter", "the 1988 period": the one that figures are being given for.
    if (year !== undefined) {
      return { point: known !== undefined ? quarterPoint(year, known) : yearPoint(year), anchor };
    }
    if (report && c.which !== "this") return { point: report, anchor: "text" };
    if (now === undefined) return undefined;
    // Results are of the quarter before.
    const at = civilDay(now);
    return { point: quarterPoint(at.year, Math.floor((at.month - 1) / 3) + (c.which === "this" ? 1 : 0)), anchor: "published" };
  }
  const number = c.quarter as number;
  if (year !== undefined) return { point: quarterPoint(year, number), anchor };
  if (now === undefined) return undefined;
  const at = civilDay(now).year;
  // Fiscal quarters run some months ahead of the calendar's; what is to come is not long over.
  const point = quarterPoint(at, number);
  if (anchors.direction > 0 && now - point.last > 120) return { point: quarterPoint(at + 1, number), anchor: "published" };
  return { point: point.first <= now + 100 ? point : quarterPoint(at - 1, number), anchor: "published" };
}

const quarterOf = (point: Point): number => Number(point.value.slice(-1));

function weekend(which: Which | undefined, anchors: Anchors): Resolved | undefined {
  const { now, day, direction } = anchors;
  if (which === "following" || which === "previous" || which === "that" || which === "same") {
    const from = day?.first ?? now;
    if (from === undefined) return undefined;
    const step = which === "following" ? 7 : which === "previous" ? -7 : 0;
    return { point: weekendPoint(from + step), anchor: day ? "text" : "published" };
  }
  if (now === undefined) return undefined;
  const here = weekendPoint(now);
  const started = now >= here.first;
  const at = (offset: number): Resolved => ({ point: weekendPoint(now + offset), anchor: "published" });
  if (which === "last" || which === "past") return at(-7);
  if (which === "next") return at(started ? 7 : weekdayOf(now) >= 4 ? 7 : 0);
  if (which === "this" || which === "coming") return at(direction < 0 && !started && weekdayOf(now) <= 2 ? -7 : 0);
  return at(direction > 0 || started ? 0 : -7);
}

function weekday(number: number, which: Which | undefined, anchors: Anchors): Resolved | undefined {
  const { now, day, direction } = anchors;
  const onOrBefore = (from: number): number => from - ((weekdayOf(from) - number + 7) % 7);
  const onOrAfter = (from: number): number => from + ((number - weekdayOf(from) + 7) % 7);
  if (which === "previous" || which === "following" || which === "same" || which === "that") {
    const from = day?.first ?? now;
    if (from === undefined) return undefined;
    const found =
      which === "previous" ? onOrBefore(from - 1) : which === "following" ? onOrAfter(from + 1) : onOrBefore(from + 3);
    return { point: dayPoint(found), anchor: day ? "text" : "published" };
  }
  if (now === undefined) return undefined;
  const point = (found: number): Resolved => ({ point: dayPoint(found), anchor: "published" });
  if (which === "last" || which === "past") return point(onOrBefore(now - 1));
  if (which === "next" || which === "coming") return point(onOrAfter(now + 1));
  if (which === "this") return point(direction < 0 ? onOrBefore(now) : onOrAfter(now));
  return point(direction > 0 ? onOrAfter(now) : onOrBefore(now));
}

/** Months of a unit that is counted in months. */
const MONTHS: Partial<Record<Unit, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 };
const DAYS: Partial<Record<Unit, number>> = { D: 1, W: 7, FN: 14 };

function grainPoint(u: Unit, day: number): Point | undefined {
  const { year, month } = civilDay(day);
  switch (u) {
    case "D":
      return dayPoint(day);
    case "W":
    case "FN":
      return weekPoint(day);
    case "M":
      return monthPoint(year, month);
    case "Q":
      return quarterPoint(year, Math.floor((month - 1) / 3) + 1);
    case "Y":
      return yearPoint(year);
    case "DE":
      return decadePoint(Math.floor(year / 10));
    case "CE":
      return centuryPoint(Math.floor(year / 100));
    default:
      return undefined;
  }
}

const move = (day: number, u: Unit, count: number): number | undefined => {
  const days = DAYS[u];
  if (days !== undefined) return day + Math.round(days * count);
  const months = MONTHS[u];
  return months === undefined ? undefined : addMonths(day, Math.round(months * count));
};

function unit(u: Unit, which: Which, anchors: Anchors): Resolved | undefined {
  const text = which === "previous" || which === "following" || which === "same" || which === "that";
  const reference = text ? referenceFor(u, anchors) : undefined;
  const from = reference?.first ?? anchors.now;
  if (from === undefined) return undefined;
  const step =
    which === "last" || which === "past" || which === "previous"
      ? -1
      : which === "next" || which === "coming" || which === "following"
        ? 1
        : 0;
  const day = u === "D" && step > 0 && reference ? reference.last + 1 : move(from, u, step);
  const point = day === undefined ? undefined : grainPoint(u, day);
  return point && { point, anchor: reference ? "text" : "published" };
}

/** The latest time of the text that is precise enough to count such units from. */
function referenceFor(u: Unit, { day, month, year }: Anchors): Point | undefined {
  if (u === "Y" || u === "DE" || u === "CE") return year;
  if (u === "M" || u === "Q") return month;
  return day;
}

function shifted(c: Calendar, anchors: Anchors): Resolved | undefined {
  const { count, unit: u, from } = c.shift as NonNullable<Calendar["shift"]>;
  if (c.base) {
    const base = resolve(c.base, anchors);
    if (!base || count === "X") return undefined;
    const day = move(count > 0 ? base.point.last : base.point.first, u, count);
    return day === undefined
      ? undefined
      : { point: u === "D" || u === "W" ? dayPoint(day) : (grainPoint(u, day) as Point), anchor: base.anchor };
  }
  const reference = from === "text" ? referenceFor(u, anchors) : undefined;
  if (u === "H" || u === "MIN" || u === "S") return hours(c, reference, anchors);
  if (count === "X") return undefined;
  // "a year earlier" beside a quarter's figures is that quarter of the year before.
  if (u === "Y" && count === -1 && c.quarter !== undefined && anchors.now !== undefined) {
    return { point: quarterPoint(civilDay(anchors.now).year - 1, c.quarter), anchor: "published" };
  }
  if (u === "Y" && count === -1 && anchors.period) {
    const { period } = anchors;
    return { point: quarterPoint(civilDay(period.first).year - 1, quarterOf(period)), anchor: "text" };
  }
  const start = reference?.first ?? anchors.now;
  if (start === undefined) return undefined;
  const anchor = reference ? "text" : "published";
  const day = move(start, u, count);
  if (day === undefined) return undefined;
  if (c.unit === "D") return { point: dayPoint(day), anchor };
  // Whole decades and centuries back name a year; fractions and weeks are as precise as their unit.
  const grain: Unit = u === "DE" || u === "CE" || u === "ML" ? "Y" : u === "FN" ? "W" : u === "Y" && count % 1 !== 0 ? "M" : u;
  const point = grainPoint(grain, day);
  return point && { point, anchor };
}

/** "an hour earlier", "48 hours ago": within the day it is that day, with the clock where one is known. */
function hours(c: Calendar, reference: Point | undefined, anchors: Anchors): Resolved | undefined {
  const { count, unit: u } = c.shift as NonNullable<Calendar["shift"]>;
  const start = reference?.first ?? anchors.now;
  if (start === undefined) return undefined;
  const anchor = reference ? "text" : "published";
  if (count === "X") return { point: dayPoint(start), anchor };
  const minutes = Math.round(u === "H" ? count * 60 : u === "MIN" ? count : 0);
  if (reference?.minutes !== undefined) {
    const total = reference.first * 1440 + reference.minutes + minutes;
    const day = Math.floor(total / 1440);
    return { point: clockPoint(day, total - day * 1440, ""), anchor };
  }
  return { point: dayPoint(start + (Math.abs(minutes) >= 1440 ? Math.round(minutes / 1440) : 0)), anchor };
}

const clockPoint = (day: number, minutes: number, zone: string): Point => ({
  grain: "clock",
  value: `${dayPoint(day).value}T${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}${zone}`,
  first: day,
  last: day,
  minutes,
});

function ofDay(c: Calendar, anchors: Anchors): Resolved | undefined {
  let base: Resolved | undefined;
  if (c.base) base = resolve(c.base, anchors);
  else if (c.day !== undefined) base = resolve({ is: "calendar", ...pick(c) }, anchors);
  else if (anchors.clockDay !== undefined) base = { point: dayPoint(anchors.clockDay), anchor: "text" };
  else if (anchors.day) base = { point: dayPoint(anchors.day.first), anchor: "text" };
  else if (anchors.now !== undefined) {
    base = { point: dayPoint(anchors.now - (c.which === "past" ? 1 : 0)), anchor: "published" };
  }
  if (!base || base.point.first !== base.point.last) return undefined;
  // "overnight" beside a dateline is the night that ended on its day.
  const night = c.which === "past" && !c.base && base.anchor !== "published" && base.point.first === anchors.now;
  const day = base.point.first - (night ? 1 : 0);
  if (c.clock) {
    const { hour, minute = 0, zone = "" } = c.clock;
    return { point: { ...clockPoint(day, hour * 60 + minute, zone) }, anchor: base.anchor };
  }
  return { point: { grain: "part", value: `${dayPoint(day).value}${c.part}`, first: day, last: day }, anchor: base.anchor };
}

const pick = ({ year, month, day }: Calendar) => ({
  ...(year !== undefined && { year }),
  ...(month !== undefined && { month }),
  ...(day !== undefined && { day }),
});
