import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const ties = (text: string) => {
  const { relations, events } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
  const word = (id: string) => {
    const event = events.find((one) => one.id === id)!;
    return text.slice(event.trigger.start, event.trigger.end);
  };
  return relations.map(({ type, from, to, start, end }) => [type, word(from), word(to), text.slice(start, end)]);
};

describe("how happenings hang together", () => {
  test.each([
    [
      "The United States sanctioned the ministry in response to the arrest of journalists.",
      ["retaliation", "sanctioned", "arrest", "in response to"],
    ],
    ["Farmers protested on Monday because soldiers had killed a herder.", ["cause", "protested", "killed", "because"]],
    ["The arrest of the mayor sparked protests in the capital.", ["cause", "protests", "arrest", "sparked"]],
  ])("%s", (text, expected) => expect(ties(text)).toContainEqual(expected));
});

test("a definite noun tells again of what was told", () => {
  const found = ties("Rebels attacked a convoy near the border on Friday. The attack was condemned by the United Nations.");
  expect(found).toContainEqual(["same", "attack", "attacked", "attack"]);
});

test("an answer to what the other side did", () => {
  const text = "Pakistan shelled an Indian post on Tuesday. India carried out a retaliatory strike on Pakistan, officials said.";
  expect(ties(text)).toContainEqual(["retaliation", expect.stringContaining("strike"), "shelled", "retaliatory"]);
});

test("another attack is another happening", () => {
  const found = ties("Rebels attacked a convoy near the border on Friday. Another attack was reported on Saturday.");
  expect(found.filter(([type]) => type === "same")).toEqual([]);
});
