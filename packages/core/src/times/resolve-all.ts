import type { Document, Problem, Time } from "../model/index.ts";
import { addMonths, isoDay } from "../shared/calendar.ts";
import { wordFrom } from "../shared/words.ts";
import type { Anchor } from "./anchor.ts";
import type { Habit } from "./habit.ts";
import { narrowed, type Point } from "./point.ts";
import type { Calendar, Found, Plain } from "./reading.ts";
import { type Anchors, type Resolved, resolve } from "./resolve.ts";
import type { Scan } from "./scanner.ts";
import { directionAt } from "./tense.ts";
import { unresolvedValue } from "./unresolved.ts";

type Latest = Pick<Anchors, "day" | "month" | "year" | "period" | "report">;

/**
 * Resolves the expressions of a report in text order, each against the report's day and against those before it. Clock
 * times without a day come last: they take the day that stands nearest in their sentence, before or after.
 */
export function resolveAll(
  document: Document,
  scan: Scan,
  found: readonly Found[],
  anchor: Anchor | undefined,
  habit: Habit | undefined,
  problems: Problem[],
): Time[] {
  const resolved: (Resolved | undefined)[] = [];
  const latest: Latest = {};
  const states: Anchors[] = [];
  let missing: Found | undefined;

  for (const [i, one] of found.entries()) {
    const { reading } = one;
    const state: Anchors = {
      ...latest,
      ...(anchor && { now: anchor.day }),
      ...(habit && { habit }),
      direction: reading.is === "calendar" && turns(reading) ? directionAt(document, startOf(scan, one)) : 0,
    };
    states.push(state);
    if (reading.is === "plain") {
      if (reading.type === "DURATION" && /^P\d+[MY]$/.test(reading.value)) delete latest.period;
      resolved.push(undefined);
      continue;
    }
    if (hangs(reading)) {
      resolved.push(undefined);
      continue;
    }
    const result = resolve(reading, state);
    resolved.push(result);
    if (result) remember(latest, result.point, reading);
    else if (i >= 0) missing ??= one;
  }

  // Clock times and parts of the day that name no day themselves.
  for (const [i, one] of found.entries()) {
    if (one.reading.is !== "calendar" || !hangs(one.reading)) continue;
    const near = dayNear(document, scan, found, resolved, i);
    const result = resolve(one.reading, { ...(states[i] as Anchors), ...(near !== undefined && { clockDay: near }) });
    resolved[i] = result;
    if (!result) missing ??= one;
  }

  if (missing && !anchor) {
    const span = spanOf(scan, missing);
    problems.push({
      code: "no-reference-date",
      message: "the report has no publication date and no full date in its head; relative times stay unresolved",
      ...span,
    });
  }
  return found.map((one, i) => toTime(scan, one, resolved[i], anchor, `t${i + 1}`));
}

const startOf = (scan: Scan, { first }: Found): number => scan.pieces[first]?.start ?? 0;
const spanOf = (scan: Scan, { first, last }: Found) => ({
  start: startOf(scan, { first } as Found),
  end: scan.pieces[last - 1]?.end ?? 0,
});

/** A time of day without a day of its own. */
const hangs = (c: Calendar): boolean => (c.clock !== undefined || c.part !== undefined) && !c.base && c.day === undefined;

/** Whether the tense around decides what an expression means. */
function turns(c: Calendar): boolean {
  const inner = c.base ?? c;
  return (
    inner.year === undefined &&
    inner.shift === undefined &&
    inner.unit === undefined &&
    inner.decade === undefined &&
    inner.century === undefined
  );
}

function remember(latest: Latest, point: Point, reading: Calendar): void {
  const { grain } = point;
  if (grain === "century") return;
  if (grain === "decade") {
    latest.year = point;
    return;
  }
  if (grain === "quarter") {
    // The quarter of a year before is compared with, not reported.
    if (reading.year !== undefined || reading.base || reading.shift) return;
    latest.period = point;
    latest.report = point;
  }
  latest.year = point;
  if (grain === "year" || grain === "half" || grain === "season" || grain === "quarter") return;
  latest.month = point;
  if (grain === "day" || grain === "part" || grain === "clock") latest.day = point;
}

/** The day of the expression nearest to one in its sentence. */
function dayNear(
  document: Document,
  scan: Scan,
  found: readonly Found[],
  resolved: readonly (Resolved | undefined)[],
  at: number,
): number | undefined {
  const sentence = sentenceAt(document, startOf(scan, found[at] as Found));
  const here = found[at] as Found;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const step of [-1, 1]) {
    for (let i = at + step, tries = 0; i >= 0 && i < found.length && tries < 8; i += step, tries++) {
      const other = found[i] as Found;
      if (sentenceAt(document, startOf(scan, other)) !== sentence) break;
      const point = resolved[i]?.point;
      if (!point || (point.grain !== "day" && point.grain !== "part" && point.grain !== "clock")) continue;
      const distance = step < 0 ? here.first - other.last : other.first - here.last;
      if (distance < least) {
        least = distance;
        best = point.first;
      }
      break;
    }
  }
  return best;
}

function sentenceAt(document: Document, offset: number): number {
  return document.words[wordFrom(document.words, offset)]?.sentence ?? 0;
}

function toTime(scan: Scan, found: Found, result: Resolved | undefined, anchor: Anchor | undefined, id: string): Time {
  const span = spanOf(scan, found);
  const { reading } = found;
  if (reading.is === "plain") return { id, ...span, ...plainTime(reading, anchor) };
  const type = reading.clock || reading.part !== undefined ? "TIME" : "DATE";
  const mod = reading.mod !== undefined ? { mod: reading.mod } : {};
  if (!result) return { id, ...span, type, value: unresolvedValue(reading), ...mod };
  const days = narrowed(result.point, reading.mod);
  return {
    id,
    ...span,
    type,
    value: result.point.value,
    ...mod,
    earliest: isoDay(days.first),
    latest: isoDay(days.last),
    // What counts from a date of the text that stands in for publication is the text's.
    anchor: result.anchor === "published" && anchor?.from === "text" ? "text" : result.anchor,
  };
}

function plainTime(
  reading: Plain,
  anchor: Anchor | undefined,
): Pick<Time, "type" | "value" | "mod" | "earliest" | "latest" | "anchor"> {
  const { type, value, mod, toward, length } = reading;
  const head = { type, value, ...(mod !== undefined && { mod }) };
  if (value === "PRESENT_REF" && anchor) {
    return { ...head, earliest: isoDay(anchor.day), latest: isoDay(anchor.day), anchor: anchor.from };
  }
  if (!toward || !length || !anchor) return head;
  const { count, unit } = length;
  const months =
    unit === "M"
      ? count
      : unit === "Q"
        ? 3 * count
        : unit === "Y"
          ? 12 * count
          : unit === "DE"
            ? 120 * count
            : unit === "CE"
              ? 1200 * count
              : 0;
  const days =
    unit === "D" ? count : unit === "W" ? 7 * count : unit === "FN" ? 14 * count : unit === "H" ? Math.ceil(count / 24) : 0;
  const far = (months ? addMonths(anchor.day, toward * Math.round(months)) : anchor.day) + toward * Math.round(days);
  const [first, last] = toward < 0 ? [far, anchor.day] : [anchor.day, far];
  return { ...head, earliest: isoDay(first), latest: isoDay(last), anchor: anchor.from };
}
