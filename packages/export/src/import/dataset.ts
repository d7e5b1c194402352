import { createReadStream } from "node:fs";
import Papa from "papaparse";

/** One row of a data set that others coded, in the terms of our record. */
export interface DatasetRow {
  /** The data set's own id. */
  id: string;
  /** Line in the file, the header being line 1. */
  line: number;
  /** ISO days, both inclusive. */
  earliest: string;
  latest: string;
  /** What the data set calls it: "Battles / Armed clash". */
  type: string;
  /** PLOVER types that may stand behind it. */
  plover: readonly string[];
  actors: string[];
  recipients: string[];
  place?: string;
  /** ISO 3166-1 alpha-3, or the data set's name of the country. */
  country?: string;
  latitude?: number;
  longitude?: number;
  /** Within how many kilometres the coordinates hold. */
  kilometres: number;
  killed?: { low: number; best: number; high: number };
  source?: string;
}

/** A row that could not be read: where and why. */
export interface BadRow {
  line: number;
  words: string;
}

export interface Layout {
  id: string;
  delimiter: "," | "\t";
  /** Column names where the file has no header. */
  columns?: readonly string[];
  /** Columns that a file must have to be of this layout. */
  needs: readonly string[];
  read(cells: Record<string, string>, line: number): DatasetRow | string;
}

/** Reads a data set row by row; a row that cannot be read is reported and the rest goes on. */
export async function* readDataset(path: string, layout: Layout): AsyncGenerator<{ row: DatasetRow } | { bad: BadRow }> {
  const stream = createReadStream(path, "utf8").pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { header: false, delimiter: layout.delimiter, skipEmptyLines: true }),
  );
  let columns = layout.columns;
  let line = 0;
  for await (const cells of stream as AsyncIterable<string[]>) {
    line++;
    if (!columns) {
      columns = cells.map((name, i) => (i === 0 ? name.replace(/^\ufeff/, "") : name).trim());
      const missing = layout.needs.filter((name) => !columns?.includes(name));
      if (missing.length > 0)
        throw new Error(`${path}: no column ${missing.map((name) => `"${name}"`).join(", ")}; is it a file of ${layout.id}?`);
      continue;
    }
    if (cells.length < columns.length) {
      yield { bad: { line, words: `${cells.length} cells, ${columns.length} are wanted` } };
      continue;
    }
    const read = layout.read(Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? "").trim()])), line);
    yield typeof read === "string" ? { bad: { line, words: read } } : { row: read };
  }
}

/** A finite number, or undefined for an empty or broken cell. */
export function numberOf(cell: string | undefined): number | undefined {
  const value = cell === undefined || cell === "" ? Number.NaN : Number(cell);
  return Number.isFinite(value) ? value : undefined;
}
