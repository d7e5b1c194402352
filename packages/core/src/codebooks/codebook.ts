import type { Analysis, Claim, Event, Incident, Span } from "../model/index.ts";
import type { World } from "./world.ts";

/** Characters of a report that a cell was read from. */
export interface Evidence extends Span {
  report: string;
}

export type Value = string | number | null;

/** What stands in one column of one row, and what it was read from; a constant or a computed id has no evidence. */
export interface Cell {
  value: Value;
  evidence: readonly Evidence[];
}

/** A report as exports need it: its text gives the quotations. */
export interface Source {
  analysis: Analysis;
  text: string;
}

/** One incident with all that its members say. */
export interface IncidentEntry {
  incident: Incident;
  claims: readonly Claim[];
  /** The reports of its members by id. */
  sources: ReadonlyMap<string, Source>;
}

/** One event of one report, and the incident that it belongs to. */
export interface EventEntry {
  event: Event;
  source: Source;
  incident?: Pick<Incident, "id" | "dates">;
}

/** One column, as data: what it holds, by which rule, and the function that reads it. */
export interface Column<Row> {
  name: string;
  /** Where in our record it comes from: "incident.dates"; "" where we leave it empty. */
  from: string;
  /** The rule in words, with what is lost. */
  rule: string;
  /** What its values are, for formats that type their columns; text where left out. */
  type?: "integer" | "real";
  cell(row: Row, world: World): Cell | Value;
}

/** Why a codebook does not take a row: the rule's id and its words. */
export interface Exclusion {
  rule: string;
  words: string;
}

/**
 * A codebook: how the record is written in the columns of one data set. Codebooks state nothing that the record does not
 * hold: what we do not know stays empty, and what a codebook's own rules leave out is listed with the rule.
 */
export interface Codebook<Row = IncidentEntry | EventEntry> {
  id: string;
  title: string;
  unit: "incident" | "event";
  /** Where its definitions were taken from. */
  source: string;
  /** What the codebook's users should know that its columns do not say. */
  limits: readonly string[];
  columns: readonly Column<Row>[];
  excludes(row: Row, world: World): Exclusion | undefined;
}

/** A row as it is written, or why it is not. */
export type Coded = { cells: Cell[] } | { excluded: Exclusion };

/** Writes one row in a codebook's columns. */
export function code<Row>(codebook: Codebook<Row>, row: Row, world: World): Coded {
  const excluded = codebook.excludes(row, world);
  if (excluded) return { excluded };
  return {
    cells: codebook.columns.map(({ cell }) => {
      const found = cell(row, world);
      return found !== null && typeof found === "object" ? found : { value: found, evidence: [] };
    }),
  };
}

/** A column that is left empty, with the reason. */
export const empty = <Row>(name: string, why: string): Column<Row> => ({
  name,
  from: "",
  rule: `empty: ${why}`,
  cell: () => null,
});

/** A cell with what it was read from. */
export const cellOf = (value: Value, evidence: readonly Evidence[]): Cell => ({
  value,
  evidence: value === null ? [] : evidence,
});
