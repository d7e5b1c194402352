// What must hold of any string at all.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Analyst, createAnalyst, type Report } from "../packages/core/src/index.ts";
import { loadEnglish } from "../packages/english/src/index.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

/** Pieces that reports, and what is mistaken for one, are made of. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "Rebels",
      "attacked",
      "the",
      "town",
      "of",
      "Aleppo",
      "on",
      "Monday",
      ",",
      ".",
      "killing",
      "at least",
      "four",
      "soldiers",
      "“",
      "”",
      '"',
      "said",
      "he",
      "they",
      "President Biden",
      "U.S.",
      "two days later",
      "(AP)",
      "—",
      "\n",
      "\n\n",
      "12",
      "2021-06-28",
      "Kata’ib",
      "-",
      "'s",
      "IN",
      "SAN SALVADOR",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "\ud800",
      "\udc00",
      "\u0000",
      "\u202e",
      "\u200b",
      "\u00ad",
      "\ufeff",
      "🔥",
      "é",
      "ﷺ",
      "\r\n",
      "\t",
      "\u2028",
      "&amp;",
      "http://x.y/z?q=1",
    ),
  },
);
const text = fc.array(piece, { maxLength: 60 }).chain((pieces) => fc.constantFrom(" ", "").map((glue) => pieces.join(glue)));
const report: fc.Arbitrary<Report> = text.map((string) => ({ id: "x", text: string, published: "2021-06-28" }));

/** Every {start, end} anywhere in a value. */
function* spansOf(value: unknown): Generator<{ start: number; end: number }> {
  if (typeof value !== "object" || value === null) return;
  if ("start" in value && "end" in value) yield value as { start: number; end: number };
  for (const inner of Object.values(value)) yield* spansOf(inner);
}

describe("any string", () => {
  it("gives an analysis whose every span lies within the text and holds something", () => {
    fc.assert(
      fc.property(report, (given) => {
        const analysis = analyst.analyse(given, { tokens: true });
        for (const { start, end } of spansOf(analysis)) {
          expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
          expect(start >= 0 && start < end && end <= given.text.length).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same bytes twice, from a second analyst too, and is not changed", () => {
    const second = createAnalyst(loadEnglish());
    fc.assert(
      fc.property(report, (given) => {
        const before = given.text;
        const once = JSON.stringify(analyst.analyse(given, { tokens: true }));
        expect(JSON.stringify(analyst.analyse(given, { tokens: true }))).toBe(once);
        expect(JSON.stringify(second.analyse(given, { tokens: true }))).toBe(once);
        expect(given.text).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it("gives ids that are unique, lists in text order, and links that lead somewhere", () => {
    fc.assert(
      fc.property(report, (given) => {
        const analysis = analyst.analyse(given);
        const ids = new Set<string>();
        for (const list of [
          analysis.entities,
          analysis.places,
          analysis.times,
          analysis.events,
          analysis.attributions,
          analysis.casualties,
          analysis.relations,
          analysis.happenings ?? [],
        ]) {
          for (const { id } of list) {
            expect(ids.has(id)).toBe(false);
            ids.add(id);
          }
        }
        for (const list of [analysis.places, analysis.times, analysis.casualties]) {
          for (let i = 1; i < list.length; i++) expect(list[i]!.start).toBeGreaterThanOrEqual(list[i - 1]!.start);
        }
        const starts = analysis.events.map(({ trigger }) => trigger.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        const links = [
          ...analysis.events.flatMap((event) => [
            ...event.places,
            ...event.times,
            ...event.casualties,
            ...event.attributions,
            ...[...event.actors, ...event.recipients, ...event.instruments].flatMap(({ entity }) => entity ?? []),
          ]),
          ...analysis.attributions.flatMap(({ events, within }) => [...events, ...(within ? [within] : [])]),
          ...analysis.relations.flatMap(({ from, to }) => [from, to]),
          ...analysis.casualties.flatMap(({ event }) => event ?? []),
          ...analysis.entities.flatMap(({ affiliation }) => affiliation ?? []),
        ];
        for (const link of links) expect(ids.has(link), `${link} leads nowhere`).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe("no string", () => {
  it.each([
    ["empty", ""],
    ["blank", " \n\t"],
    ["one letter", "a"],
    ["no letter", "…!?…—(((("],
  ])("brings it down: %s", (_, string) => {
    expect(analyst.analyse({ id: "x", text: string }).events).toEqual([]);
  });
});
