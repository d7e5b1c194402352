import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const knowledge = loadEnglish();
const analyst = createAnalyst(knowledge);
const report = (text: string, headline?: { start: number; end: number }) => ({
  id: "r",
  text,
  published: "2021-06-28",
  ...(headline && { headline }),
});

/** Effect, cause and confidence of every cause of a report. */
const causes = (text: string, headline?: { start: number; end: number }, by = analyst) => {
  const { relations, events, happenings = [] } = by.analyse(report(text, headline));
  const words = (id: string) => {
    const span = events.find((one) => one.id === id)?.trigger ?? happenings.find((one) => one.id === id)!;
    return text.slice(span.start, span.end);
  };
  return relations
    .filter(({ type }) => type === "cause")
    .map(({ from, to, confidence }) => ({ effect: words(from), cause: words(to), confidence }));
};
const pairs = (...given: Parameters<typeof causes>) => causes(...given).map(({ effect, cause }) => [effect, cause]);

describe("what the learnt judge takes for a reason", () => {
  test.each([
    ["Police used tear gas to disperse the crowd.", ["used", "disperse the crowd"]],
    ["Shops stayed closed as traders joined the strike.", ["closed", "joined"]],
  ])("%s", (text, expected) => {
    const found = causes(text);
    expect(found.map(({ effect, cause }) => [effect, cause])).toContainEqual(expected);
    for (const { confidence } of found) expect(confidence).toBeGreaterThan(0.2);
  });

  test("comes from its table: without weights only the lexicon's signals give causes", () => {
    const bare = createAnalyst({
      ...knowledge,
      tables: { ...knowledge.tables, "relations/judge": { columns: ["feature", "cause", "way"], rows: [] } },
    });
    expect(pairs("Police used tear gas to disperse the crowd.", undefined, bare)).not.toContainEqual([
      "used",
      "disperse the crowd",
    ]);
  });
});

describe("no reason", () => {
  test.each([
    ["a toll", "Gunmen stormed the barracks on Monday, killing ten soldiers."],
    ["what was agreed", "The two governments signed an agreement to exchange prisoners."],
    ["a claim", "The group claimed responsibility for the bombing of the market."],
    ["who was struck", "Jets carried out air strikes against rebel fighters."],
  ])("%s: %s", (_, text) => expect(pairs(text)).toEqual([]));

  test("stands in a headline", () => {
    const headline = "Nurses strike as ministers meet";
    const text = `${headline}\nThe strike began on Monday.`;
    expect(pairs(text, { start: 0, end: headline.length })).toEqual([]);
  });
});

test("a condition is marked as one, and what did not hinder is no reason", () => {
  const conditions = (text: string) =>
    analyst
      .analyse(report(text))
      .relations.filter(({ type }) => type === "cause")
      .map(({ conditional }) => conditional);
  expect(conditions("Workers will go on strike if their wages are not paid.")).toEqual([true]);
  expect(conditions("Nurses struck on Monday because their wages had not been paid.")).toEqual([undefined]);
  expect(conditions("The strike went on despite the rain.")).toEqual([]);
});

test("away from the lead a reason must be surer, but for a protest's", () => {
  const lead = "The president met the prime minister on Monday.\n";
  const reason = "Shops stayed closed as traders prayed.";
  expect(pairs(reason)).not.toEqual([]);
  expect(pairs(lead + reason)).toEqual([]);
  expect(pairs(`${lead}Farmers blocked the road to demand higher prices.`)).not.toEqual([]);
});
