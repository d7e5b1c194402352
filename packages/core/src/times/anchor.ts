import type { Report } from "../model/index.ts";
import { dayNumber, isDay, parseIsoDay } from "../shared/calendar.ts";
import type { Habit } from "./habit.ts";
import type { Found } from "./reading.ts";
import type { Scan } from "./scanner.ts";

/** The day that "yesterday" counts from, and where it comes from. */
export interface Anchor {
  day: number;
  from: "published" | "text";
}

/** How far into a text a dateline may stand, in UTF-16 code units. */
const DATELINE = 400;

/** The number of a press release, which opens with its year and month: "2010-06-CA-024". */
const RELEASE = /(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-\p{Lu}{1,4}[-\s–]/u;

/** The publication date, else a full date in the heading or dateline; undefined where the report has neither. */
export function anchorDay(report: Report, scan: Scan, found: readonly Found[], habit: Habit | undefined): Anchor | undefined {
  const published = report.published === undefined ? undefined : parseIsoDay(report.published.trim());
  if (published !== undefined) return { day: published, from: "published" };
  const numbered = RELEASE.exec(report.text.slice(0, DATELINE));
  for (const { first, reading } of found) {
    const piece = scan.pieces[first];
    if (!piece || piece.start > DATELINE) break;
    if (reading.is !== "calendar" || reading.shift || reading.base) continue;
    let { month, day, year } = reading;
    // "June 8: … 2010-06-CA-024"
    if (year === undefined && Number(numbered?.[2]) === month) year = Number(numbered?.[1]);
    if (year === undefined) continue;
    if (reading.pair && habit) [day, month] = habit === "day" ? reading.pair : [reading.pair[1], reading.pair[0]];
    if (month !== undefined && day !== undefined && isDay(year, month, day)) {
      return { day: dayNumber(year, month, day), from: "text" };
    }
  }
  return undefined;
}
