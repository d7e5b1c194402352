import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

describe("a noun that points back to a deed", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const read = (text: string) => {
    const { events, relations } = analyst.analyse({ id: "x", text });
    return {
      assaults: events
        .filter(({ type }) => type === "ASSAULT")
        .map(({ trigger, actors, mode }) => [
          text.slice(trigger.start, trigger.end),
          actors.map(({ start, end }) => text.slice(start, end)).join(),
          mode,
        ]),
      same: relations.filter(({ type }) => type === "same").length,
    };
  };

  it("says who did it, and is the same happening", () => {
    expect(read("Gunmen abducted two nurses in Kidal. Police blamed the Red Front for the crime.")).toEqual({
      assaults: [
        ["abducted", "Gunmen", "abduct"],
        ["crime", "the Red Front", "abduct"],
      ],
      same: 1,
    });
  });

  it.each([
    ["nothing was told before", "Police blamed the Red Front for the crime."],
    ["it says nothing of the doer", "Two nurses fled the town. The bishop condemned the crime."],
    ["what was told is no assault", "The minister resigned on Monday. The opposition carried out the act."],
  ])("is no event where %s", (_, text) => {
    expect(read(text).assaults).toEqual([]);
  });

  it("gives its doer to a deed of the same sentence", () => {
    expect(read("After the murder of the mayor, police blamed the Red Front for the crime.").assaults).toEqual([
      ["murder", "the Red Front", "targeted"],
    ]);
  });
});
