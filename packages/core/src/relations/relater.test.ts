import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const ties = (text: string) => {
  const { relations, events, happenings = [] } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
  const word = (id: string) => {
    const span = events.find((one) => one.id === id)?.trigger ?? happenings.find((one) => one.id === id)!;
    return text.slice(span.start, span.end);
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
    [
      "A jihadist group that claimed the attack called it revenge for abuses committed by soldiers against herders.",
      ["retaliation", "attack", "abuses", "revenge for"],
    ],
  ])("%s", (text, expected) => expect(ties(text)).toContainEqual(expected));
});

describe("why, where one side is no event", () => {
  const grounds = (text: string) => {
    const { relations, events, happenings = [] } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
    const words = (id: string) => {
      const span = events.find((one) => one.id === id)?.trigger ?? happenings.find((one) => one.id === id)!;
      return text.slice(span.start, span.end);
    };
    return relations
      .filter(({ type }) => type === "cause")
      .map(({ from, to, start, end }) => [words(from), words(to), text.slice(start, end)]);
  };
  test.each([
    ["Nurses marched on Monday demanding higher wages.", ["marched", "higher wages", "demanding"]],
    ["Villagers protested on Friday over the closure of their school.", ["protested", "the closure of their school", "over"]],
    ["The protest march was called off due to heavy rain.", ["called off", "heavy rain", "due to"]],
    ["Police arrested four men on Monday for carrying knives.", ["arrested", "carrying knives", "for"]],
    ["Traffic came to a halt as farmers protested.", ["Traffic came to a halt", "protested", "as"]],
  ])("%s", (text, expected) => expect(grounds(text)).toContainEqual(expected));

  test.each([
    "Soldiers attacked the camp after two days of rain.",
    "The rebels shelled the town over the weekend.",
    "Troops advanced against the city for three hours.",
    "Villagers protested for two days.",
    "An official, who asked not to be named because the inquiry is going on, said the road was open.",
    "Thousands marched on Monday against President Daniel Ortega.",
  ])("no cause: %s", (text) => expect(grounds(text)).toEqual([]));
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

describe("words said against a deed", () => {
  test("follow it, and are against whoever did it", () => {
    const text = "Ruritanian jets bombed a camp on Saturday. Borogravia condemned the strike as a breach of the law.";
    expect(ties(text)).toContainEqual(["before", "strike", "condemned", "condemned"]);
    const { events } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
    const condemned = events.find(({ type }) => type === "ACCUSE")!;
    expect(condemned.recipients.map(({ start, end, implied }) => [text.slice(start, end), implied])).toEqual([
      ["Ruritanian jets", true],
    ]);
  });
});

describe("one happening told again", () => {
  test.each([
    [
      "The rebels claimed the car bombing that killed 20 cadets at a police academy. Sixty-eight people were also injured in last Thursday's blast.",
      ["same", "blast", "car bombing"],
    ],
    [
      "Jets hit militia camps on Saturday. The ministry condemned the bombing as a breach of the law.",
      ["same", "bombing", "hit"],
    ],
  ])("%s", (text, expected) => expect(ties(text).map(([type, from, to]) => [type, from, to])).toContainEqual(expected));
});
