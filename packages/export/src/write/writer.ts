import type { Cell } from "@annalist/core";
import type { Sink } from "../source.ts";

/** What a writer needs to know of a column. */
export interface Head {
  name: string;
  type?: "integer" | "real";
}

/** Writes rows of one table in one format: `open` once, `row` for each, `close` once. */
export interface TableWriter {
  open(columns: readonly Head[]): Promise<void>;
  row(cells: readonly Cell[]): Promise<void>;
  close(): Promise<void>;
}

export type MakeWriter = (sink: Sink) => TableWriter;

/** A writer that makes text row by row. */
export function textWriter(parts: {
  open?(columns: readonly Head[]): string;
  row(cells: readonly Cell[], index: number): string;
  close?(): string;
}): MakeWriter {
  return (sink) => {
    let index = 0;
    const put = async (text: string | undefined) => {
      if (text) await sink.write(text);
    };
    return {
      open: (columns) => put(parts.open?.(columns)),
      row: (cells) => put(parts.row(cells, index++)),
      close: () => put(parts.close?.()),
    };
  };
}
