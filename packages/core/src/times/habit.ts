import type { Report } from "../model/index.ts";
import type { Found } from "./reading.ts";
import type { Scan } from "./scanner.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whether the day or the month comes first in numeric dates; undefined where nothing tells. */
export type Habit = "day" | "month";

/**
 * How this report writes dates: by a numeric date that can be read in one way only, by its written-out dates ("5 March",
 * "March 5"), and by the habit of the outlet or of its country, in this order.
 */
export function dateHabit(report: Report, scan: Scan, found: readonly Found[], vocabulary: Vocabulary): Habit | undefined {
  let written: Habit | undefined;
  for (const { first, reading } of found) {
    if (reading.is !== "calendar") continue;
    const { pair, day, month } = reading;
    if (pair) {
      if (pair[0] > 12) return "day";
      if (pair[1] > 12) return "month";
    } else if (day !== undefined && month !== undefined && written === undefined) {
      written = scan.pieces[first]?.info.month === undefined ? "day" : "month";
    }
  }
  if (written) return written;
  const outlet = report.outlet?.toLowerCase() ?? "";
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/.exec(report.url?.toLowerCase() ?? "")?.[1] ?? "";
  for (const { match, habit } of vocabulary.outlets) {
    if (
      match.startsWith(".") ? host.endsWith(match) || host.includes(`${match}:`) : outlet.includes(match) || host.includes(match)
    ) {
      return habit;
    }
  }
  return undefined;
}
