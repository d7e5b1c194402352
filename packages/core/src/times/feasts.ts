import { civilDay, dayNumber, daysInMonth, weekdayOf } from "../shared/calendar.ts";

/** First and last day number, both inclusive. */
export interface Days {
  first: number;
  last: number;
}

/** Western Easter Sunday. The anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Orthodox Easter Sunday in the Gregorian calendar: Meeus' Julian algorithm and the calendars' difference. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const difference = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1) + difference;
}

/**
 * The day number of a day of the tabular Islamic calendar, civil epoch (1 Muharram 1 = 16 July 622 Julian), leap years
 * 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty. What is observed, by sighting, can differ by a day or two.
 */
export function islamicDay(year: number, month: number, day: number): number {
  return day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 1948439 - 2440588;
}

/** A span of days of the Islamic calendar within a Gregorian year; two in the rare year that holds two. */
export function islamicIn(gregorianYear: number, month: number, day: number, length: number): Days[] {
  const about = Math.floor(((gregorianYear - 622) * 33) / 32);
  const found: Days[] = [];
  for (let year = about - 1; year <= about + 2; year++) {
    const first = islamicDay(year, month, day);
    if (civilDay(first).year === gregorianYear) found.push({ first, last: first + length - 1 });
  }
  return found;
}

/** The day number of 1 Tishri (Rosh Hashanah) of a Hebrew year, by its arithmetic rules (molad and four postponements). */
export function hebrewNewYear(hebrewYear: number): number {
  const elapsed = (year: number): number => {
    const months = Math.floor((235 * year - 234) / 19);
    const parts = 12084 + 13753 * months;
    const day = 29 * months + Math.floor(parts / 25920);
    return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
  };
  const [before, now, after] = [elapsed(hebrewYear - 1), elapsed(hebrewYear), elapsed(hebrewYear + 1)];
  const correction = after - now === 356 ? 2 : now - before === 382 ? 1 : 0;
  // Day 1 of the count is 7 October 3761 BCE Julian, day number -2092590 here.
  return now + correction - 2092590;
}

/** The nth weekday of a month; `nth` -1 is the last. */
export function nthWeekday(year: number, month: number, nth: number, weekday: number): number {
  if (nth > 0) {
    const first = dayNumber(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayNumber(year, month, daysInMonth(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
}

/**
 * The days of a feast in a Gregorian year, from its rule as written in `lexicons/en/times/holidays.tsv`:
 * `fixed M D [LENGTH]`, `nth M NTH WEEKDAY [OFFSET]`, `easter OFFSET`, `orthodox OFFSET`, `islamic M D LENGTH`,
 * `hebrew OFFSET LENGTH` (days from 1 Tishri). Throws on any other word.
 */
export function feastDays(rule: string, year: number): Days[] {
  const [kind, ...cells] = rule.split(" ");
  const [a = 0, b = 0, c = 0, d = 0] = cells.map(Number);
  const one = (first: number, length = 1): Days[] => [{ first, last: first + length - 1 }];
  switch (kind) {
    case "fixed":
      return one(dayNumber(year, a, b), c || 1);
    case "nth":
      return one(nthWeekday(year, a, b, c) + d);
    case "easter":
      return one(easter(year) + a, b || 1);
    case "orthodox":
      return one(orthodoxEaster(year) + a);
    case "islamic":
      return islamicIn(year, a, b, c || 1);
    case "quds": {
      // The last Friday of Ramadan.
      return islamicIn(year, 9, 1, 30).map(({ last }) => {
        const friday = last - ((weekdayOf(last) - 5 + 7) % 7);
        return { first: friday, last: friday };
      });
    }
    case "hebrew":
      // The autumn of a Gregorian year opens Hebrew year + 3761; spring feasts count back from it.
      return one(hebrewNewYear(year + 3761) + a, b || 1);
    default:
      throw new Error(`times/holidays: unknown rule "${rule}"`);
  }
}
