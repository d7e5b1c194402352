import { expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const counted = (text: string) =>
  analyst
    .analyse({ id: "r", text, published: "2021-06-28" })
    .casualties.map(({ outcome, best, group, cumulative }) => [outcome, best, group, ...(cumulative ? ["cumulative"] : [])]);

test.each([
  ["No one was killed in the bombing.", [["killed", 0, "unknown"]]],
  ["Neither the driver nor the guard was hurt in the ambush.", [["injured", 0, "civilian"]]],
  ["No women or children were injured.", [["injured", 0, "civilian"]]],
  ["The rebels suffered losses of 30 men in the assault.", [["killed", 30, "combatant"]]],
  ["The army suffered a loss of trust.", []],
  ["The militia lost 40 fighters and six tanks in the offensive.", [["killed", 40, "combatant"]]],
  [
    "Troops killed 14 rebels and lost two men in the fighting.",
    [
      ["killed", 14, "combatant"],
      ["killed", 2, "combatant"],
    ],
  ],
  ["Rebels killed 30 soldiers without losing a man.", [["killed", 30, "combatant"]]],
  ["Men sent by the junta shot a lawyer.", [["injured", 1, "civilian"]]],
  ["Eleven refugees froze to death near the border.", [["killed", 11, "civilian"]]],
  ["Two hostages were freed unharmed on Monday.", []],
  ["Troops rescued 12 hostages held at the hotel.", []],
  ["Gunmen took 12 hostages at the hotel.", [["abducted", 12, "civilian"]]],
  ["Three youths were found hanged from a bridge.", [["killed", 3, "civilian"]]],
  ["The navy sank two boats, killing 14 Tamil Tigers.", [["killed", 14, "combatant"]]],
  ["Iraqi troops wounded dozens in Nasiriya.", [["injured", 24, "civilian"]]],
  ["The rebels wounded three or four.", [["injured", 3, "unknown"]]],
  ["The bodies of nine men with gunshot wounds were found in a ditch.", [["killed", 9, "civilian"]]],
  [
    "Two more of the wounded died on Tuesday, bringing the toll to 12.",
    [
      ["killed", 2, "unknown"],
      ["killed", 12, "unknown", "cumulative"],
    ],
  ],
  [
    "Three bodies were found, raising the death toll from the airstrike to 41.",
    [
      ["killed", 3, "unknown"],
      ["killed", 41, "unknown", "cumulative"],
    ],
  ],
])("%s", (text, expected) => {
  expect(counted(text)).toEqual(expected);
});

test("nobody who was not hurt is told of, and a toll bears its own figures alone", () => {
  const [none] = analyst.analyse({ id: "r", text: "No officers were hurt in the shooting." }).casualties;
  expect(none?.who).toBeUndefined();
  const [toll] = analyst.analyse({ id: "r", text: "The death toll rose to 28." }).casualties;
  expect(Object.keys(toll ?? {})).not.toContain("first");
});
