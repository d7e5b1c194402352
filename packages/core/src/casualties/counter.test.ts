import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const tolls = (text: string) =>
  analyst
    .analyse({ id: "r", text, published: "2021-06-28" })
    .casualties.map(({ outcome, low, best, high, start, end }) => [outcome, low, best, high, text.slice(start, end)]);

/** Tolls whose words hold those of the count: the span goes on to the word that tells the outcome. */
const holding = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => [...row.slice(0, 4), expect.stringContaining(row[4] as string)]);

describe("who came to harm, and how many", () => {
  test.each([
    ["The bomb killed four soldiers near the bridge.", [["killed", 4, 4, 4, "killed four soldiers"]]],
    ["At least 12 villagers were wounded by the shelling.", [["injured", 12, 12, null, "At least 12 villagers were wounded"]]],
    ["Gunmen kidnapped two teachers on Monday.", [["abducted", 2, 2, 2, "kidnapped two teachers"]]],
    [
      "The shelling killed three people and wounded nine others.",
      [
        ["killed", 3, 3, 3, "killed three people"],
        ["injured", 9, 9, 9, "wounded nine others"],
      ],
    ],
    [
      "Two men were killed and nine people wounded.",
      [
        ["killed", 2, 2, 2, "Two men"],
        ["injured", 9, 9, 9, "nine people wounded"],
      ],
    ],
    [
      "One was killed and two were wounded.",
      [
        ["killed", 1, 1, 1, "One was killed"],
        ["injured", 2, 2, 2, "two were wounded"],
      ],
    ],
    [
      "One soldier was killed and another wounded.",
      [
        ["killed", 1, 1, 1, "One soldier"],
        ["injured", 1, 1, 1, "another wounded"],
      ],
    ],
    ["The death toll from the attack on the market rose to 28.", [["killed", 28, 28, 28, "28"]]],
    ["Two Palestinians were shot dead by troops on Monday.", [["killed", 2, 2, 2, "Two Palestinians"]]],
    ["Dozens of Kurds were killed in the strike.", [["killed", 12, 24, 99, "Dozens of Kurds"]]],
    ["John Arnold was shot in the chest and pronounced dead at a hospital.", [["killed", 1, 1, 1, "John Arnold"]]],
    [
      "Killed in the blast were Sgt. John Smith, 24, and Pvt. Adam Jones, 19.",
      [
        ["killed", 1, 1, 1, "John Smith"],
        ["killed", 1, 1, 1, "Adam Jones"],
      ],
    ],
    ["The toll in the province stood at 40 on Monday.", [["killed", 40, 40, 40, "40"]]],
    ["The number of people killed in the raid was 13.", [["killed", 13, 13, 13, "13"]]],
    ["The number of buses hired for the trip was 13.", []],
    ["The toll of the war on children is high.", []],
    ["The death toll rose to 28, officials said.", [["killed", 28, 28, 28, "toll rose to 28"]]],
    [
      "Afghan forces detained several suspected insurgents on Tuesday. After questioning, the force detained two suspected insurgents.",
      [
        ["captured", 2, 2, null, "detained several suspected insurgents"],
        ["captured", 2, 2, 2, "detained two suspected insurgents"],
      ],
    ],
    [
      "One man was killed in stone-pelting and another in police firing.",
      [
        ["killed", 1, 1, 1, "One man was killed"],
        ["killed", 1, 1, 1, "another"],
      ],
    ],
    [
      "At least 60 people were killed in the riots, including 14 in police firing.",
      [
        ["killed", 60, 60, null, "At least 60 people were killed"],
        ["killed", 14, 14, 14, "14"],
      ],
    ],
    ["Two guards were killed and 30 rounds were fired in the attack.", [["killed", 2, 2, 2, "Two guards were killed"]]],
    [
      "Six people died and a dozen more were hurt.",
      [
        ["killed", 6, 6, 6, "Six people died"],
        ["injured", 12, 12, 12, "a dozen more were hurt"],
      ],
    ],
    [
      "A man was killed and five more were wounded in a battle between troops and rebels.",
      [
        ["killed", 1, 1, 1, "A man was killed"],
        ["injured", 5, 5, 5, "five more were wounded"],
      ],
    ],
    [
      "The group launched attacks across the city, killing 130 people and injuring scores more.",
      [
        ["killed", 130, 130, 130, "killing 130 people"],
        ["injured", 20, 40, 99, "injuring scores"],
      ],
    ],
    [
      "The blast left two dead and five injured.",
      [
        ["killed", 2, 2, 2, "two dead"],
        ["injured", 5, 5, 5, "five injured"],
      ],
    ],
    ["A total of 668 people were killed in the violence.", [["killed", 668, 668, 668, "668 people"]]],
    ["Nobody was hurt in the attack.", [["injured", 0, 0, 0, "Nobody was hurt"]]],
    ["More than 50 miners died in the blast.", [["killed", 51, 51, null, "More than 50 miners died"]]],
    ["The toll was revised down from 40 to 32.", [["killed", 32, 32, 32, "toll was revised down from 40 to 32"]]],
    ["Rebels killed between 10 and 15 policemen.", [["killed", 10, 10, 15, "killed between 10 and 15 policemen"]]],
    ["The blast claimed 12 lives.", [["killed", 12, 12, 12, "12 lives"]]],
    ["The strike claimed the lives of three soldiers.", [["killed", 3, 3, 3, "lives of three soldiers"]]],
    [
      "The blast killed him and two guards.",
      [
        ["killed", 1, 1, 1, "killed him"],
        ["killed", 2, 2, 2, "two guards"],
      ],
    ],
    [
      "Dozens of villagers were killed and scores wounded.",
      [
        ["killed", 12, 24, 99, "Dozens"],
        ["injured", 20, 40, 99, "scores"],
      ],
    ],
    [
      "Five people were killed and at least 30 injured.",
      [
        ["killed", 5, 5, 5, "Five people"],
        ["injured", 30, 30, null, "at least 30"],
      ],
    ],
    ["A family of five was killed when a shell hit their house.", [["killed", 5, 5, 5, "A family"]]],
    ["Twin brothers were shot dead in the market.", [["killed", 2, 2, 2, "Twin brothers"]]],
    ["The death toll, revised down from 54, now stands at 41.", [["killed", 41, 41, 41, "41"]]],
    ["The toll was lowered to 41 from 54.", [["killed", 41, 41, 41, "41"]]],
    ["The total number of dead has reached 89.", [["killed", 89, 89, 89, "89"]]],
    ["Three of the wounded later died in hospital.", [["killed", 3, 3, 3, "Three"]]],
    ["Several gunmen opened fire and were killed.", [["killed", 3, 3, null, "Several gunmen"]]],
    ["The gunman then took his own life, police said.", [["killed", 1, 1, 1, "The gunman"]]],
    ["A 21-year-old man shot and killed by troopers Monday carried a rifle.", [["killed", 1, 1, 1, "man"]]],
    [
      "Troops captured a commander, along with more than 10 of his men.",
      [
        ["captured", 1, 1, 1, "a commander"],
        ["captured", 11, 11, null, "more than 10"],
      ],
    ],
    [
      "Coalition forces killed a commander, detained several other suspected insurgents and found weapons.",
      [
        ["killed", 1, 1, 1, "a commander"],
        ["captured", 3, 3, null, "several other suspected insurgents"],
      ],
    ],
  ])("%s", (text, expected) => expect(tolls(text)).toEqual(holding(expected)));
});

test("killed or captured: how many of each is not said", () => {
  expect(tolls("Twenty fighters were killed or captured.")).toEqual(
    holding([
      ["killed", 0, 20, 20, "Twenty fighters"],
      ["captured", 0, 20, 20, "Twenty fighters"],
    ]),
  );
});

test("a bare number does not say who came to harm", () => {
  const text = "Six nuns were killed and thirty wounded by a bomb.";
  const { casualties } = analyst.analyse({ id: "n", text });
  expect(casualties.map(({ best, who }) => [best, who && text.slice(who.start, who.end)])).toEqual([
    [6, "Six nuns"],
    [30, undefined],
  ]);
});

test("a whole that is told again in its parts counts once", () => {
  const text =
    "Soldiers detained several fighters on Monday. Troops captured a commander, the army said. The soldiers held the commander and captured the commander and two of his aides.";
  expect(tolls(text).filter(([outcome]) => outcome === "captured")).toEqual(
    holding([["captured", 3, 3, null, "several fighters"]]),
  );
});

test("what was only meant kills nobody; what is told beside it does", () => {
  const text =
    "Soldiers set out to detain a commander. Four rebels waited to attack them, and aircraft struck, killing all four.";
  const { casualties, events } = analyst.analyse({ id: "r", text });
  const killed = casualties.find(({ outcome }) => outcome === "killed");
  expect(killed?.best).toBe(4);
  expect(events.find(({ id }) => id === killed?.event)?.modality ?? "actual").toBe("actual");
});

test("one death told in several words is one entity; of another sex it is another", () => {
  const entities = (text: string) =>
    new Set(
      analyst
        .analyse({ id: "r", text })
        .casualties.filter(({ outcome }) => outcome === "killed")
        .map(({ who }) => who?.entity),
    ).size;
  const one =
    "A man was shot dead in his flat on Friday. Police charged a neighbour with killing his friend. Paul Brown died at noon.";
  expect(entities(one)).toBe(1);
  expect(entities("A man was shot dead on Friday. A woman was shot dead on Sunday.")).toBe(2);
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

test.each([
  ["Gunmen abducted two aid workers.", "aid-worker"],
  ["The rockets wounded two service members.", "combatant"],
  ["The blast killed a farmer.", "civilian"],
])("%s: %s", (text, group) => expect(analyst.analyse({ id: "r", text }).casualties.map((toll) => toll.group)).toEqual([group]));

describe("who is held", () => {
  const held = (text: string) => tolls(text).filter(([outcome]) => outcome === "captured");

  test.each([
    [
      "'several others', by the verb of the clause before",
      "Soldiers raided a compound on Monday. Two insurgents were killed and several others detained in the operation.",
      [["captured", 3, 3, null, "several others detained"]],
    ],
    [
      "in a report of what soldiers did, though it is not said by whom",
      "The army attacked a compound in the valley. Three men were detained.",
      [["captured", 3, 3, 3, "Three men"]],
    ],
  ])("%s", (_, text, expected) => expect(held(text)).toEqual(holding(expected)));

  test("by police is no prisoner of war", () => {
    expect(held("Police raided a house in the town. Three men were detained.")).toEqual([]);
  });
});

test("one of them is no more than they are", () => {
  const text = "Four militants, one of them a commander, were killed in the strike.";
  expect(tolls(text)).toEqual(holding([["killed", 4, 4, 4, "Four militants"]]));
});

test("who died before a deed did not die of it", () => {
  const text = "Protesters set fire to the office in Basra after a demonstrator died in custody.";
  const { casualties, events } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
  expect(casualties).toHaveLength(1);
  expect(events.flatMap((event) => event.casualties)).toEqual([]);
});
