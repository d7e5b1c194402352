import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";
import { sourceOf, voicesOf } from "./voices.ts";

const analyst = createAnalyst(loadEnglish());
/** The deaths that a report tells of, as linking reads them. */
const told = (id: string, text: string, outlet?: string) => {
  const analysis = analyst.analyse({ id, text, published: "2021-06-28", ...(outlet && { outlet }) });
  return analysis.events.filter(({ type }) => type === "ASSAULT").map((event) => ({ analysis, event }));
};
const voices = (...reports: [id: string, text: string][]) => voicesOf(reports.flatMap(([id, text]) => told(id, text)));

describe("voices of an incident", () => {
  it("name a person cited by two reports once", () => {
    const found = voices(
      ["r1", "Rebels killed four soldiers on Monday, President Emmanuel Macron said."],
      ["r2", "Rebels killed four soldiers on Monday, President Emmanuel Macron said in Paris."],
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ name: expect.stringContaining("Macron"), stance: "asserts", reports: ["r1", "r2"] });
  });

  it("keep unnamed officials of two reports apart", () => {
    const found = voices(
      ["r1", "Rebels killed four soldiers on Monday, a local official said."],
      ["r2", "Rebels killed four soldiers on Monday, a local official said."],
    );
    expect(found.map(({ reports }) => reports)).toEqual([["r1"], ["r2"]]);
  });

  it("keep a denial apart from what the same voice asserts", () => {
    const found = voices(
      ["r1", "The army shelled the town on Monday, President Emmanuel Macron said."],
      ["r2", "President Emmanuel Macron denied that the army shelled the town on Monday."],
    );
    expect(new Set(found.map(({ stance }) => stance))).toEqual(new Set(["asserts", "denies"]));
  });

  it("are none where the report says it itself, whose outlet is the source then", () => {
    const [one] = told("r1", "Rebels killed four soldiers on Monday.", "The Daily Echo");
    expect(voicesOf(one ? [one] : [])).toEqual([]);
    expect(one && sourceOf(one.event.attributions, one.analysis)).toBe("The Daily Echo");
    const [bare] = told("r2", "Rebels killed four soldiers on Monday.");
    expect(bare && sourceOf(bare.event.attributions, bare.analysis)).toBe("r2");
  });
});
