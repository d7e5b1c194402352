import fc from "fast-check";
import { expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createNumbers } from "./numbers.ts";

const numbers = createNumbers(loadEnglish());
const read = (text: string, kind: "cardinal" | "ordinal" = "cardinal") => {
  const words = text.split(" ");
  const found = numbers[kind]((i) => words[i], 0);
  return found && [found.value, words.slice(0, found.end).join(" ")];
};

test.each([
  ["four men", 4, "four"],
  ["1,500 people", 1500, "1,500"],
  ["2.5 million homes", 2500000, "2.5 million"],
  ["twenty - four hours", 24, "twenty - four"],
  ["twenty-four hours", 24, "twenty-four"],
  ["two hundred and fifty and more", 250, "two hundred and fifty"],
  ["two and a half", 2, "two"],
  ["a hundred villagers", 100, "a hundred"],
  ["three hundred thousand refugees", 300000, "three hundred thousand"],
  ["one two three", 1, "one"],
  ["twelve hundred", 1200, "twelve hundred"],
])("reads %s", (text, value, words) => expect(read(text)).toEqual([value, words]));

test.each(["a man", "hundred-fold", "and two", "second", ""])("reads no cardinal in %j", (text) =>
  expect(read(text)).toBeUndefined(),
);

test("reads ordinals", () => {
  expect(read("twenty - first day", "ordinal")).toEqual([21, "twenty - first"]);
  expect(read("3rd of May", "ordinal")).toEqual([3, "3rd"]);
  expect(read("three", "ordinal")).toBeUndefined();
});

test("any words are read in bounded time and never past their end", () => {
  const word = fc.constantFrom("a", "and", "-", "two", "ten", "twenty", "hundred", "thousand", "7", "1,000", "x");
  fc.assert(
    fc.property(fc.array(word), (words) => {
      for (let i = 0; i < words.length; i++) {
        const found = numbers.cardinal((at) => words[at], i);
        if (!found) continue;
        expect(found.end).toBeGreaterThan(i);
        expect(found.end).toBeLessThanOrEqual(words.length);
        expect(Number.isFinite(found.value)).toBe(true);
      }
    }),
  );
});
