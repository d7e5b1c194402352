import { describe, expect, it } from "vitest";
import { overlay, readTable } from "./table.ts";

describe("a lexicon file", () => {
  it("has comments, named columns, and empty cells at the end", () => {
    expect(readTable("# groups\nkey\tname\tcountry\n\ngroup:a\tA\n", "x.tsv")).toEqual({
      columns: ["key", "name", "country"],
      rows: [["group:a", "A", ""]],
      lines: [4],
    });
  });

  it.each([
    ["a cell too many", "key\tname\na\tb\tc\n", "x.tsv:2: 3 cells, but 2 columns (key, name)"],
    ["a column twice", "key\tkey\n", 'x.tsv:1: column "key" stands twice'],
    ["nothing", "# nothing\n", "x.tsv: no line that names the columns"],
  ])("is refused with file and line: %s", (_, text, message) => {
    expect(() => readTable(text, "x.tsv")).toThrow(message);
  });
});

describe("a user's rows", () => {
  const base = {
    columns: ["key", "name", "country"],
    rows: [
      ["group:a", "A", "IRQ"],
      ["group:b", "B", "SYR"],
    ],
  };

  it("take the place of rows of their key, or are added; columns in any order", () => {
    const user = readTable("name\tkey\nAlpha\tgroup:a\nC\tgroup:c\n", "u.tsv");
    expect(overlay(base, user, "u.tsv").rows).toEqual([
      ["group:b", "B", "SYR"],
      ["group:a", "Alpha", ""],
      ["group:c", "C", ""],
    ]);
  });

  it("must name the key and known columns", () => {
    expect(() => overlay(base, readTable("name\nA\n", "u.tsv"), "u.tsv")).toThrow('column "key" is missing');
    expect(() => overlay(base, readTable("key\tnme\nA\tB\n", "u.tsv"), "u.tsv")).toThrow(
      'no column "nme" here; there are key, name, country',
    );
  });
});
