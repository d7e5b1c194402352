import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";
import type { IncidentToll } from "../model/index.ts";
import { standingOf } from "./status.ts";

const analyst = createAnalyst(loadEnglish());
const told = (id: string, text: string) => {
  const analysis = analyst.analyse({ id, text, published: "2021-06-28" });
  return analysis.events.filter(({ type }) => type === "ASSAULT").map((event) => ({ analysis, event }));
};
const ASSERTED = "The army shelled the town on Monday, President Emmanuel Macron said.";
const DENIED = "President Emmanuel Macron denied that the army shelled the town on Monday.";
const toll = (report: string, best: number, more: Partial<IncidentToll> = {}): IncidentToll => ({
  outcome: "killed",
  low: best,
  best,
  high: best,
  source: report,
  report,
  ...more,
});
const standing = (texts: readonly string[], origins: readonly (readonly string[])[], tolls: readonly IncidentToll[] = []) =>
  standingOf({ told: texts.flatMap((text, i) => told(`r${i + 1}`, text)), origins, tolls });

describe("how well an incident is told", () => {
  it("by one report, or by two with one origin, is single-source", () => {
    expect(standing([ASSERTED], [["r1"]])).toEqual({ status: "single-source", words: "one report" });
    expect(standing([ASSERTED, ASSERTED], [["r1", "r2"]])).toEqual({
      status: "single-source",
      words: "2 reports with one origin",
    });
  });

  it("by two origins is corroborated", () => {
    expect(standing([ASSERTED, ASSERTED], [["r1"], ["r2"]])).toMatchObject({ status: "corroborated" });
  });

  it("is denied where nobody asserts it, disputed where somebody does", () => {
    const denied = standing([DENIED], [["r1"]]);
    expect(denied.status).toBe("denied");
    expect(denied.words).toContain("Macron");
    expect(standing([DENIED, ASSERTED], [["r1"], ["r2"]])).toMatchObject({ status: "disputed" });
  });

  it("is disputed where two origins' tolls differ by more than a half, and not over stragglers", () => {
    const two = [["r1"], ["r2"]];
    expect(standing([ASSERTED, ASSERTED], two, [toll("r1", 10), toll("r2", 40)])).toEqual({
      status: "disputed",
      words: "10 killed according to r1, 40 according to r2",
    });
    expect(standing([ASSERTED, ASSERTED], two, [toll("r1", 10), toll("r2", 12)])).toMatchObject({ status: "corroborated" });
    expect(standing([ASSERTED, ASSERTED], two, [toll("r1", 1), toll("r2", 3)])).toMatchObject({ status: "corroborated" });
  });

  it("is not disputed by an early, open figure, nor by two figures of one origin", () => {
    const open = toll("r1", 10, { high: null });
    expect(standing([ASSERTED, ASSERTED], [["r1"], ["r2"]], [open, toll("r2", 40)])).toMatchObject({ status: "corroborated" });
    expect(standing([ASSERTED, ASSERTED], [["r1", "r2"]], [toll("r1", 10), toll("r2", 40)])).toMatchObject({
      status: "single-source",
    });
  });
});
