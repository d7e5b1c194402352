// Every rule's example is coded by the whole engine, and no counter-example by its rule.
import { expect, it } from "vitest";
import { testFrames } from "../packages/cli/src/commands/lexicon.ts";
import { loadEnglish } from "../packages/english/src/index.ts";

it("the examples of all frames hold", () => {
  const { misses, run } = testFrames(loadEnglish());
  expect(run).toBeGreaterThan(400);
  expect(misses).toEqual([]);
}, 60_000);

it("a rule whose example is not coded is seen", () => {
  const knowledge = loadEnglish();
  const table = knowledge.tables["frames/assault"];
  if (!table) throw new Error("frames/assault is gone");
  const row = table.columns.map(
    (column) => ({ id: "assault.none", trigger: "purr.v", type: "ASSAULT", example: "The cat slept." })[column] ?? "",
  );
  const tables = { "frames/assault": { columns: table.columns, rows: [row] } };
  expect(testFrames({ ...knowledge, tables: { ...knowledge.tables, ...tables } }).misses.map(({ id }) => id)).toContain(
    "assault.none",
  );
}, 60_000);
