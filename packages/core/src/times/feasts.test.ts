import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, civilDay, dayNumber, isDay, isoDay, isoWeek, mondayOf, parseIsoDay, weekdayOf } from "../shared/calendar.ts";
import { easter, feastDays, hebrewNewYear, islamicDay, islamicIn, nthWeekday, orthodoxEaster } from "./feasts.ts";

const day = (iso: string) => parseIsoDay(iso) as number;

test("day numbers count from 1970", () => {
  expect(dayNumber(1970, 1, 1)).toBe(0);
  expect(isoDay(day("2000-02-29") + 1)).toBe("2000-03-01");
  expect(isoDay(day("1900-02-28") + 1)).toBe("1900-03-01");
  expect(parseIsoDay("2021-02-29")).toBeUndefined();
  expect(parseIsoDay("2021-06-28T04:00:00Z")).toBe(day("2021-06-28"));
});

test("a day number and its civil day are one to one", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700000, max: 700000 }), (number) => {
      const { year, month, day } = civilDay(number);
      expect(isDay(year, month, day)).toBe(true);
      expect(dayNumber(year, month, day)).toBe(number);
    }),
  );
});

test("ISO weeks", () => {
  expect(weekdayOf(day("2026-11-22"))).toBe(7);
  expect(isoWeek(day("2021-01-03"))).toEqual({ year: 2020, week: 53 });
  expect(isoWeek(day("2018-12-31"))).toEqual({ year: 2019, week: 1 });
  fc.assert(
    fc.property(fc.integer({ min: -300000, max: 300000 }), (number) => {
      const { year, week } = isoWeek(number);
      expect(mondayOf(year, week)).toBe(number - weekdayOf(number) + 1);
    }),
  );
});

test("months are added to the last day where the day is missing", () => {
  expect(isoDay(addMonths(day("2021-03-31"), -1))).toBe("2021-02-28");
  expect(isoDay(addMonths(day("2021-11-30"), 3))).toBe("2022-02-28");
});

test("feasts fall where the almanacs have them", () => {
  expect(isoDay(easter(2000))).toBe("2000-04-23");
  expect(isoDay(easter(2019))).toBe("2019-04-21");
  expect(isoDay(orthodoxEaster(2019))).toBe("2019-04-28");
  expect(isoDay(orthodoxEaster(2022))).toBe("2022-04-24");
  expect(isoDay(hebrewNewYear(5782))).toBe("2021-09-07");
  expect(isoDay(hebrewNewYear(5784))).toBe("2023-09-16");
  expect(isoDay(hebrewNewYear(5783))).toBe("2022-09-26");
  expect(isoDay(hebrewNewYear(5785))).toBe("2024-10-03");
  expect(isoDay(nthWeekday(1999, 11, 4, 4))).toBe("1999-11-25");
  expect(isoDay(nthWeekday(2021, 5, -1, 1))).toBe("2021-05-31");
  // Tabular: 1 Ramadan 1440 and 10 Muharram 1441.
  expect(isoDay(islamicDay(1440, 9, 1))).toBe("2019-05-06");
  expect(isoDay(islamicDay(1441, 1, 10))).toBe("2019-09-10");
  expect(islamicIn(2019, 9, 1, 30)).toHaveLength(1);
  expect(feastDays("nth 11 1 1 1", 1998).map(({ first }) => isoDay(first))).toEqual(["1998-11-03"]);
  expect(() => feastDays("lunar 1", 2000)).toThrow("lunar 1");
});
