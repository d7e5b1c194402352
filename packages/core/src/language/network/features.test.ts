import { expect, test } from "vitest";
import { affixes, norm, shape } from "./features.ts";

test.each([
  ["Baghdad", "baghdad"],
  ["Kata’ib", "kata'ib"],
  ["1,234", "0,000"],
  ["—", "-"],
  ["-----", "--"],
  ["....", "..."],
])("the vocabulary knows %s as %s", (word, expected) => expect(norm(word)).toBe(expected));

test.each([
  ["McNulty", "XxXxx"],
  ["AP", "XX"],
  ["UNESCO", "XX"],
  ["2,000", "d,dd"],
  ["al-Qaim", "xx-Xxx"],
  ["قائم", "?"],
  ["", ""],
])("%s has the shape %s", (word, expected) => expect(shape(word).replace("??", "?")).toBe(expected));

test("affixes mark the edges of short words and cut no character in two", () => {
  expect(affixes("of")).toEqual(["<of", "<of>", "of>", "<of>", "<of>"]);
  expect(affixes("attacked")).toEqual(["<at", "<att", "ed>", "ked>", "cked>"]);
  expect(affixes("😀😀")).toEqual(["<😀😀", "<😀😀>", "😀😀>", "<😀😀>", "<😀😀>"]);
});
