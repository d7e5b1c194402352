import type { Element } from "../pattern.ts";
import type { Calendar, Reading } from "../reading.ts";
import type { Unit } from "../vocabulary.ts";
import { CLOCK } from "./clock.ts";
import { DAY, DAYTH, DECADE, ISO, QCODE, QUARTERTH, SLASHED, YEAR, YEAR2, YEARRANGE } from "./dates.ts";
import { NUM, ORD } from "./pieces.ts";
import { N } from "./quantity.ts";
import { ANYUNIT, FEAST, FREQ, HABIT, MONTH, PART, PARTALONE, REF, SEASON, UNIT, UNITS, WEEKDAY } from "./words.ts";

/** An expression found before, of a kind. */
const atom =
  (fits: (reading: Reading) => boolean): Element =>
  (reader, at) => {
    const found = reader.atoms.get(at);
    return found && fits(found.reading) ? { end: found.last, value: found.reading } : undefined;
  };
const calendar = (fits: (reading: Calendar) => boolean): Element => atom((reading) => reading.is === "calendar" && fits(reading));

/** Whether a reading stands for a day. */
const ofDay = (c: Calendar): boolean =>
  c.clock === undefined &&
  c.part === undefined &&
  (c.day !== undefined ||
    c.weekday !== undefined ||
    c.pair !== undefined ||
    c.feast !== undefined ||
    dayUnit(c.shift?.unit) ||
    c.unit === "D");
const dayUnit = (unit: Unit | undefined): boolean => unit === "D";

/** An element whose reading depends on the pieces alone: each piece is read once. */
const once =
  (element: Element): Element =>
  (reader, at) => {
    let known = reader.scan.memo.get(element) as (ReturnType<Element> | null)[] | undefined;
    if (!known) {
      known = new Array(reader.scan.pieces.length).fill(undefined);
      reader.scan.memo.set(element, known);
    }
    const found = known[at];
    if (found !== undefined) return found ?? undefined;
    const read = element(reader, at);
    known[at] = read ?? null;
    return read;
  };

export const ELEMENTS: Readonly<Record<string, Element>> = {
  MONTH: once(MONTH),
  WEEKDAY,
  HABIT,
  UNIT,
  UNITS,
  ANYUNIT,
  SEASON,
  PART,
  PARTALONE,
  FREQ,
  DAY: once(DAY),
  DAYTH: once(DAYTH),
  ORD: once(ORD),
  NUM: once(NUM),
  YEAR: once(YEAR),
  YEAR2: once(YEAR2),
  DECADE: once(DECADE),
  N: once(N),
  CLOCK: once(CLOCK),
  ISO: once(ISO),
  SLASHED: once(SLASHED),
  YEARRANGE: once(YEARRANGE),
  QUARTERTH: once(QUARTERTH),
  QCODE,
  FEAST: once(FEAST),
  REF: once(REF),
  T: atom(() => true),
  TCAL: calendar(() => true),
  TDAY: calendar(ofDay),
  TDATE: calendar((c) => c.clock === undefined && c.part === undefined),
  TPART: calendar((c) => c.part !== undefined && c.base === undefined && c.which === undefined && c.weekday === undefined),
  TCLOCK: calendar((c) => c.clock !== undefined && c.base === undefined),
  TYEAR: calendar(
    (c) =>
      c.month === undefined &&
      c.day === undefined &&
      c.shift === undefined &&
      (c.unit === "Y" || c.year !== undefined) &&
      c.quarter === undefined &&
      c.season === undefined,
  ),
  TMONTH: calendar((c) => c.month !== undefined && c.day === undefined && c.year === undefined && c.which === undefined),
  TWHOLE: calendar((c) => c.clock === undefined && c.part === undefined && c.mod === undefined),
  TDUR: atom((reading) => reading.is === "plain" && reading.type === "DURATION" && reading.mod === undefined),
};
