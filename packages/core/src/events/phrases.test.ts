import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

describe("the phrases of an event", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const read = (text: string) =>
    analyst.analyse({ id: "x", text, published: "2021-06-28" }).events.map((event) => ({
      type: event.type,
      polarity: event.polarity,
      actors: event.actors.map(({ start, end }) => text.slice(start, end)),
      recipients: event.recipients.map(({ start, end }) => text.slice(start, end)),
    }));

  it("begin with the first word of a hyphenated compound", () => {
    expect(read("U.S. air strikes hit Iran-backed militias.")[0]?.recipients).toEqual(["Iran-backed militias"]);
  });

  it("keep what goes with their number", () => {
    expect(read("Gunmen killed at least three people.")[0]?.recipients).toEqual(["at least three people"]);
  });

  it("tell of no clashes", () => {
    expect(read("Police closed the bridges, and no clashes were reported.").at(-1)?.polarity).toBe("negated");
  });

  it("keep an attack apart from its answer", () => {
    const events = read("American aircraft bombed the depot in response to a rocket attack on Erbil.");
    expect(events.map(({ recipients }) => recipients.at(-1))).toEqual(["the depot", "Erbil"]);
  });

  it("name who is blamed for an attack and not who blames", () => {
    const attack = read("The capital blamed the militia for earlier attacks.").find(({ type }) => type === "ASSAULT");
    expect(attack?.actors).toEqual(["the militia"]);
  });
});
