import { ELEMENTS } from "./elements/index.ts";
import type { Reader } from "./pattern.ts";
import type { Calendar, Found } from "./reading.ts";

const JOINTS: ReadonlySet<string> = new Set(["to", "and", "-", "–", "—", "or", "through", "until", "till", ","]);

/**
 * Days that share the month of a neighbour: "3 to 5 May", "April 24 and 25", "May 3-5". A number that goes on to count
 * something is left alone.
 */
export function withShared(reader: Reader, found: readonly Found[]): Found[] {
  const { pieces } = reader.scan;
  const result: Found[] = [];
  for (const one of found) {
    const { reading } = one;
    const last = result[result.length - 1];
    if (reading.is === "calendar" && reading.day !== undefined && reading.month !== undefined) {
      const bare = reading as Calendar;
      const dayFirst = pieces[one.first]?.info.month === undefined;
      if (dayFirst) {
        const at = one.first - 2;
        const day = dayAt(reader, at);
        if (day !== undefined && at >= (last?.last ?? 0) && joins(reader, at + 1) && day < bare.day!) {
          result.push({ first: at, last: at + 1, reading: withDay(bare, day), rule: "date.shared-month" });
        }
      }
      result.push(one);
      if (!dayFirst) {
        const at = one.last + 1;
        const day = dayAt(reader, at);
        const next = pieces[at + 1];
        const ends = !next || next.fresh || !/^[\p{L}\d%$]/u.test(next.lower) || FOLLOW.has(next.lower);
        if (day !== undefined && day > bare.day! && joins(reader, at - 1) && pieces[at - 1]?.lower !== "," && ends) {
          result.push({ first: at, last: at + 1, reading: withDay(bare, day), rule: "date.shared-month" });
        }
      }
    } else if (!last || one.first >= last.last) result.push(one);
  }
  return result.filter((one, i) => i === 0 || one.first >= (result[i - 1] as Found).last);
}

const FOLLOW: ReadonlySet<string> = new Set(
  "in at on for with by as when and but where after before the a an of to from over".split(" "),
);

const withDay = ({ weekday: _weekday, ...rest }: Calendar, day: number): Calendar => ({ ...rest, day });

function dayAt(reader: Reader, at: number): number | undefined {
  const piece = reader.scan.pieces[at];
  if (!piece || !/^\d/.test(piece.lower)) return undefined;
  return ELEMENTS.DAY?.(reader, at)?.value as number | undefined;
}

const joins = (reader: Reader, at: number): boolean =>
  JOINTS.has(reader.scan.word(at) ?? "") && !reader.scan.pieces[at]?.fresh && !reader.scan.pieces[at + 1]?.fresh;
