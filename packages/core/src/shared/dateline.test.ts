import { describe, expect, it } from "vitest";
import { datelineOf, filingOf } from "./dateline.ts";

const read = (text: string, headline?: { start: number; end: number }) => {
  const span = datelineOf({ text, ...(headline && { headline }) });
  return span && text.slice(span.start, span.end);
};

describe("a dateline", () => {
  it.each([
    ["BAGHDAD (AP) — Two men were killed.", "BAGHDAD (AP) —"],
    ["KABUL, Afghanistan (Sept. 8) - A force detained two men.", "KABUL, Afghanistan (Sept. 8) -"],
    ["DAMASCUS — One child was killed.", "DAMASCUS —"],
    ["NEW YORK, United States – Envoys met.", "NEW YORK, United States –"],
    ["UNESCO has a plan — and no money.", undefined],
    ["LIMA, May 3 -- The army said so.", "LIMA, May 3 --"],
    ["Two men were killed (both soldiers) — a first.", undefined],
    ["Two men were killed on May 3.", undefined],
  ])("%s", (text, dateline) => expect(read(text)).toBe(dateline));

  it("stands behind the headline", () => {
    expect(read("NATO strikes back (again)\nKABUL (Wire) — Planes struck.", { start: 0, end: 25 })).toBe("KABUL (Wire) —");
  });

  it("has beside it the day before a headline", () => {
    const text = "June 15: Forces search a village\nKABUL (June 15) - Forces searched it.";
    const document = { text, headline: { start: 0, end: 32 } };
    expect(filingOf(document).map(({ start, end }) => text.slice(start, end))).toEqual(["June 15:", "KABUL (June 15) -"]);
  });
});
