import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../../analyse.ts";

describe("two verbs and their objects", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const told = (text: string) =>
    analyst
      .analyse({ id: "x", text })
      .events.map(({ trigger, recipients }) => [
        text.slice(trigger.start, trigger.end),
        recipients.map(({ start, end }) => text.slice(start, end)).join(),
      ]);

  it.each([
    [
      "Gunmen killed two guards and burned vehicles.",
      [
        ["killed", "two guards"],
        ["burned", "vehicles"],
      ],
    ],
    [
      "The mob looted shops and torched cars.",
      [
        ["looted", "shops"],
        ["torched", "cars"],
      ],
    ],
    [
      "Soldiers surrounded the village and arrested suspects.",
      [
        ["surrounded", "the village"],
        ["arrested", "suspects"],
      ],
    ],
    [
      "Rebels attacked a convoy near Kaya and captured weapons.",
      [
        ["attacked", "a convoy near Kaya"],
        ["captured", ""],
      ],
    ],
  ])("%s", (text, events) => {
    expect(told(text)).toEqual(events);
  });

  it.each(["Nurses treated sick and wounded soldiers.", "The bishop visited hungry and displaced families."])(
    "are not read into what is described: %s",
    (text) => {
      expect(analyst.analyse({ id: "x", text }).events.filter(({ type }) => type === "ASSAULT" || type === "COERCE")).toEqual([]);
    },
  );
});
