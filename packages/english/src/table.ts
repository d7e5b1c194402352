import type { Table } from "@annalist/core";

/**
 * Reads a lexicon file: "#" lines are comments, the first other line names the columns, cells are parted by tabs, cells
 * left out at the end are empty. Throws with `name`, line and what is wrong.
 */
export function readTable(text: string, name: string): Table & { lines: number[] } {
  let columns: string[] | undefined;
  const rows: string[][] = [];
  const lines: number[] = [];
  for (const [i, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (!columns) {
      columns = cells;
      const twice = columns.find((column, at) => cells.indexOf(column) !== at);
      if (twice !== undefined) throw new Error(`${name}:${i + 1}: column "${twice}" stands twice`);
    } else if (cells.length > columns.length) {
      throw new Error(`${name}:${i + 1}: ${cells.length} cells, but ${columns.length} columns (${columns.join(", ")})`);
    } else {
      rows.push([...cells, ...Array<string>(columns.length - cells.length).fill("")]);
      lines.push(i + 1);
    }
  }
  if (!columns) throw new Error(`${name}: no line that names the columns`);
  return { columns, rows, lines };
}

/**
 * A table with a user's rows over it: a row whose first cell is known takes the place of the rows of that key, others are
 * added. The user's file may leave columns out and order them as it likes; an unknown one is an error.
 */
export function overlay(base: Table, user: Table, name: string): Table {
  const unknown = user.columns.find((column) => !base.columns.includes(column));
  if (unknown !== undefined) throw new Error(`${name}: no column "${unknown}" here; there are ${base.columns.join(", ")}`);
  const key = base.columns[0] as string;
  if (!user.columns.includes(key)) throw new Error(`${name}: column "${key}" is missing; it says which row is meant`);
  const rows = user.rows.map((row) => base.columns.map((column) => row[user.columns.indexOf(column)] ?? ""));
  const keys = new Set(rows.map((row) => row[0]));
  return { columns: base.columns, rows: [...base.rows.filter((row) => !keys.has(row[0] as string)), ...rows] };
}
