import type { Cell, Codebook, EventEntry, Evidence, IncidentEntry, Value } from "@annalist/core";

/** The first line of a sidecar. */
export interface SidecarHead {
  schema: "annalist-evidence/1";
  codebook: string;
  columns: string[];
  written: string;
}

/** A quotation: characters of a report, with the hash of the whole text by which a changed report is seen. */
export interface Quotation extends Evidence {
  sha256: string;
  quotation: string;
}

/** A line a row: each cell that was read from a report. */
export interface SidecarRow {
  /** Counted from 1, without the header. */
  row: number;
  incident?: string;
  event?: string;
  cells: Record<string, { value: Value; evidence: Quotation[] }>;
}

/** The last line: by it a cut sidecar and a changed export are seen. */
export interface SidecarEnd {
  rows: number;
  /** Of the export's bytes. */
  sha256: string;
}

/** What is left out, with the rule: a line each. */
export interface ExclusionLine {
  incident?: string;
  report?: string;
  event?: string;
  rule: string;
  words: string;
}

/** A row's cells with what they were read from. Cells without evidence (constants, ids) are left out. */
export function sidecarRow<Row extends IncidentEntry | EventEntry>(
  index: number,
  row: Row,
  codebook: Codebook<Row>,
  cells: readonly Cell[],
): SidecarRow {
  return {
    row: index,
    ...keysOf(row),
    cells: Object.fromEntries(
      codebook.columns.flatMap(({ name }, i) => {
        const cell = cells[i];
        return cell && cell.evidence.length > 0
          ? [[name, { value: cell.value, evidence: quoted(row, cell.evidence) }] as const]
          : [];
      }),
    ),
  };
}

/** An incident's id, or a report's and its event's. */
export function keysOf(row: IncidentEntry | EventEntry): { incident?: string; report?: string; event?: string } {
  if (!("event" in row)) return { incident: row.incident.id };
  return { report: row.source.analysis.report.id, event: row.event.id, ...(row.incident && { incident: row.incident.id }) };
}

function quoted(row: IncidentEntry | EventEntry, evidence: readonly Evidence[]): Quotation[] {
  const seen = new Set<string>();
  return evidence.flatMap(({ report, start, end }) => {
    const key = `${report} ${start} ${end}`;
    const source = "event" in row ? row.source : row.sources.get(report);
    if (seen.has(key) || !source) return [];
    seen.add(key);
    return [{ report, start, end, sha256: source.analysis.report.sha256, quotation: source.text.slice(start, end) }];
  });
}
