import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, keysOf, piecesOf } from "./normalise.ts";

describe("pieces", () => {
  test.each([
    ["Kata’ib Hezbollah", "kataib hezbollah"],
    ["Kata'ib Hezbollah", "kataib hezbollah"],
    ["al-Qa'ida's men", "al qaida men"],
    ["the U.S. and the U.S.A.", "the us and the usa"],
    ["N'Djamena, Côte d'Ivoire", "ndjamena cote divoire"],
    ["People's Republic", "people republic"],
    ["Shahīd", "shahid"],
  ])("%s", (text, keys) => expect(keysOf(text).join(" ")).toBe(keys));

  test("an abbreviation keeps its last dot, a sentence does not", () => {
    const text = "The U.S. left. It returned.";
    expect(piecesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["The", "U.S.", "left", "It", "returned"]);
  });

  test("a comma and an empty line part names, a hyphen and a possessive do not", () => {
    const joined = (text: string) => piecesOf(text).at(-1)?.joined;
    expect(["Abu Sayyaf", "al-Shabaab", "Lord's Army", "Workers' Party", "Abu\nSayyaf"].map(joined)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["Abu, Sayyaf", "Abu\n\nSayyaf", "Abu (Sayyaf", "Abu. . Sayyaf"].map(joined)).toEqual([false, false, false, false]);
  });

  test("pieces are in order, apart and within the text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let end = 0;
        for (const piece of piecesOf(text)) {
          expect(piece.start).toBeGreaterThanOrEqual(end);
          expect(piece.end).toBeGreaterThan(piece.start);
          end = piece.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("folding twice changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
  });
});
