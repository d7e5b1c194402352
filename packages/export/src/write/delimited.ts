import type { Value } from "@annalist/core";
import Papa from "papaparse";
import { type MakeWriter, textWriter } from "./writer.ts";

/** A cell that a spreadsheet would run as a formula is written with an apostrophe before it; numbers are no formulas. */
const FORMULA = /^[=+\-@\t\r]/;

export interface Dialect {
  delimiter: "," | "\t";
  header: boolean;
  /** A byte order mark, by which spreadsheets know UTF-8. */
  bom?: boolean;
}

/** CSV by RFC 4180: quoted where needed, lines ended by CRLF. */
export function csv({ delimiter, header, bom = false }: Dialect): MakeWriter {
  const line = (values: readonly Value[]) =>
    `${Papa.unparse([[...values]], { delimiter, newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
  return textWriter({
    open: (columns) => `${bom ? "\ufeff" : ""}${header ? line(columns.map(({ name }) => name)) : ""}`,
    row: (cells) => line(cells.map(({ value }) => value)),
  });
}

/**
 * Tab-separated as GDELT and POLECAT are loaded: no quoting, so a tab or a line break inside a value becomes a blank. What
 * a spreadsheet would run is written as in CSV.
 */
export function tsv({ header }: { header: boolean }): MakeWriter {
  const clean = (value: Value) => {
    if (typeof value !== "string") return value === null ? "" : String(value);
    const flat = value.replace(/[\t\r\n\u2028\u2029]+/g, " ");
    return FORMULA.test(flat) ? `'${flat}` : flat;
  };
  const line = (values: readonly Value[]) => `${values.map(clean).join("\t")}\n`;
  return textWriter({
    open: (columns) => (header ? line(columns.map(({ name }) => name)) : ""),
    row: (cells) => line(cells.map(({ value }) => value)),
  });
}
