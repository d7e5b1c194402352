import { expect, test } from "vitest";
import { stem, stemsOf } from "./stems.ts";

test.each([
  [["bombing", "bombed", "bombs", "bombings"], "bomb"],
  [["strike", "strikes", "striking"], "strik"],
  [["city", "cities"], "city"],
  [["church", "churches"], "church"],
  [["Ba'ath", "Ba’ath"], "baath"],
  [["K-1", "K1"], "k1"],
  [["7.5"], "7.5"],
  [["3,000", "3000"], "3000"],
  [["gas", "Gas"], "gas"],
])("%j is %s", (words, expected) => expect(words.map(stem)).toEqual(words.map(() => expected)));

test("joined words are two, numbers with their letter one", () => {
  expect(stemsOf("The K-1 base, Grand-Bassam, F-15").map(({ stem }) => stem)).toEqual([
    "the",
    "k1",
    "bas",
    "grand",
    "bassam",
    "f15",
  ]);
});
