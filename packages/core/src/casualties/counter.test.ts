import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const tolls = (text: string) =>
  analyst
    .analyse({ id: "r", text, published: "2021-06-28" })
    .casualties.map(({ outcome, low, best, high, start, end }) => [outcome, low, best, high, text.slice(start, end)]);

describe("who came to harm, and how many", () => {
  test.each([
    ["The bomb killed four soldiers near the bridge.", [["killed", 4, 4, 4, "four soldiers"]]],
    ["At least 12 villagers were wounded by the shelling.", [["injured", 12, 12, null, "At least 12 villagers"]]],
    ["Gunmen kidnapped two teachers on Monday.", [["abducted", 2, 2, 2, "two teachers"]]],
    [
      "The shelling killed three people and wounded nine others.",
      [
        ["killed", 3, 3, 3, "three people"],
        ["injured", 9, 9, 9, "nine others"],
      ],
    ],
    ["The death toll rose to 28, officials said.", [["killed", 28, 28, 28, "28"]]],
    ["Nobody was hurt in the attack.", [["injured", 0, 0, 0, "Nobody"]]],
    ["More than 50 miners died in the blast.", [["killed", 51, 51, null, "More than 50 miners"]]],
    ["The toll was revised down from 40 to 32.", [["killed", 32, 32, 32, "32"]]],
    ["Rebels killed between 10 and 15 policemen.", [["killed", 10, 10, 15, "between 10 and 15 policemen"]]],
    ["The blast claimed 12 lives.", [["killed", 12, 12, 12, "12 lives"]]],
    ["The strike claimed the lives of three soldiers.", [["killed", 3, 3, 3, "three soldiers"]]],
    [
      "The blast killed him and two guards.",
      [
        ["killed", 1, 1, 1, "him"],
        ["killed", 2, 2, 2, "two guards"],
      ],
    ],
  ])("%s", (text, expected) => expect(tolls(text)).toEqual(expected));
});

test.each([
  "The strike killed the deal.",
  "The drought hurt the harvest of three provinces.",
  "The army captured two towns.",
  "Police did not say whether anyone had been killed.",
])("no toll: %s", (text) => expect(tolls(text)).toEqual([]));

test("a running total is marked", () => {
  const [toll] = analyst.analyse({
    id: "r",
    text: "More than 300 people have been killed in the fighting since April.",
  }).casualties;
  expect(toll).toMatchObject({ best: 301, cumulative: true });
});

test("a toll told twice names one entity, and a part of it is not counted again", () => {
  const text =
    "Soldiers captured several insurgents in the valley on Monday. The soldiers detained eight insurgents after a search, the army said.";
  const { casualties } = analyst.analyse({ id: "r", text });
  expect(new Set(casualties.map(({ who }) => who?.entity)).size).toBe(1);
});
