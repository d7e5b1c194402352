import type { Knowledge } from "../model/index.ts";

/**
 * The rows of one lexicon file as records, `columns` naming what the caller reads. An absent file is an empty one,
 * since a user may bring a smaller lexicon; a file that lacks a column is an error that names both.
 */
export function rowsOf<Column extends string>(
  knowledge: Knowledge,
  name: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const table = knowledge.tables[name];
  if (!table) return [];
  const places = columns.map((column) => {
    const place = table.columns.indexOf(column);
    if (place < 0) throw new Error(`lexicon ${name}: no column "${column}" (it has ${table.columns.join(", ")})`);
    return place;
  });
  return table.rows.map(
    (row) => Object.fromEntries(columns.map((column, i) => [column, row[places[i] as number] ?? ""])) as Record<Column, string>,
  );
}

/** A cell that lists several values: "a|b". */
export const listOf = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));
