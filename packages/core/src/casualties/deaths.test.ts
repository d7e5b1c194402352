import { expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const tolls = (text: string) =>
  analyst.analyse({ id: "r", text, published: "2021-06-28" }).casualties.map(({ outcome, best }) => [outcome, best]);

test.each([
  ["Raiders hacked 11 herders to death near the well.", [["killed", 11]]],
  ["Three men were burned alive by a mob on Monday.", [["killed", 3]]],
  ["A thief was beaten to death by residents.", [["killed", 1]]],
  ["Two prisoners starved to death in the jail.", [["killed", 2]]],
  ["A court sentenced three men to death on Monday.", []],
  ["The rebels threatened to kill five nurses.", []],
  ["The gang plotted to murder two judges.", []],
  [
    "Two people were killed, five wounded and dozens arrested.",
    [
      ["killed", 2],
      ["injured", 5],
    ],
  ],
  [
    "The army sustained 20 killed and 10 wounded in the battle.",
    [
      ["killed", 20],
      ["injured", 10],
    ],
  ],
  [
    "A shell killed 25 people. Eleven of the dead were children.",
    [
      ["killed", 25],
      ["killed", 11],
    ],
  ],
  [
    "A shell killed 25 people. The toll includes eight children.",
    [
      ["killed", 25],
      ["killed", 8],
    ],
  ],
  [
    "Rebels killed the son of the president and two of his friends.",
    [
      ["killed", 1],
      ["killed", 2],
    ],
  ],
])("%s", (text, expected) => {
  expect(tolls(text)).toEqual(expected);
});

test("those who are mostly of one sort are no party beside the whole", () => {
  const text = "Gunmen kidnapped 80 people, mostly women and children, from a village.";
  const { events } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
  expect(events[0]?.recipients.map(({ start, end }) => text.slice(start, end))).toEqual(["80 people"]);
});
