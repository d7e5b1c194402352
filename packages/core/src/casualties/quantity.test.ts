import fc from "fast-check";
import { expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import type { Document, Word } from "../model/index.ts";
import { createQuantities } from "./quantity.ts";

const quantities = createQuantities(loadEnglish());

function plain(text: string): Document {
  const words = [...text.matchAll(/[\p{L}\d,]*[\p{L}\d]|[^\s\p{L}\d]/gu)].map(
    (match, index): Word => ({
      index,
      sentence: 0,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      lower: match[0].toLowerCase(),
      lemma: match[0].toLowerCase(),
      upos: "",
      xpos: "",
      head: -1,
      deprel: "",
      children: [],
    }),
  );
  return { text, sentences: [{ index: 0, start: 0, end: text.length, first: 0, last: words.length, root: 0 }], words, names: [] };
}
const read = (text: string) => {
  const document = plain(text);
  const found = quantities.within(document, 0, document.words.length);
  return found && [found.low, found.best, found.high, found.exact];
};

test.each([
  ["four", [4, 4, 4, true]],
  ["at least four", [4, 4, null, false]],
  ["no fewer than 12", [12, 12, null, false]],
  ["more than 200", [201, 201, null, false]],
  ["up to 30", [1, 30, 30, false]],
  ["about 200", [200, 200, 200, false]],
  ["between 10 and 15", [10, 10, 15, false]],
  ["eight to 12", [8, 8, 12, false]],
  ["dozens", [12, 24, 99, false]],
  ["two dozen", [24, 24, 24, true]],
  ["hundreds of thousands", [100000, 200000, 999999, false]],
  ["several", [3, 3, null, false]],
  ["a couple", [2, 2, 2, true]],
  ["1,500", [1500, 1500, 1500, true]],
])("%s", (text, expected) => expect(read(text)).toEqual(expected));

test.each(["$500", "20 percent", "5 years", "May 12", "nobody"])("%s counts no people", (text) =>
  expect(read(text)).toBeUndefined(),
);

test("low, best and high stand in order whatever the words", () => {
  const word = fc.constantFrom(
    ..."at least more than up to between 10 15 and four dozens of several hundreds a few - two dozen some , about".split(" "),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const found = read(words.join(" "));
      if (!found) return;
      const [low, best, high] = found as [number, number, number | null];
      expect(low).toBeLessThanOrEqual(best);
      if (high !== null) expect(best).toBeLessThanOrEqual(high);
    }),
  );
});
