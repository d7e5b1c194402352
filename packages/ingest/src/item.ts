import type { Report } from "@annalist/core";

/** Something that could not be read, in one line: where it stands, what is wrong, and how to mend it. */
export interface Fault {
  kind: "fault";
  /** "reports.jsonl:17", "story.txt", "stdin". */
  where: string;
  message: string;
}

/** A report, and what of its head had to be left out. */
export interface ReportItem {
  kind: "report";
  report: Report;
  /** Bytes of the input that it took, for a progress bar. */
  bytes: number;
  /** Those bytes, where the reader has them at hand. */
  raw?: Uint8Array;
  faults: Fault[];
}

export type Item = ReportItem | Fault;

export const fault = (where: string, message: string): Fault => ({ kind: "fault", where, message });

/** Where a report came from, kept beside it. */
export interface Provenance {
  /** The file, feed or address that was named. */
  source: string;
  /** Its place in there: a line, an entry, a record. */
  place?: string;
  /** SHA-256 of the bytes as they came, before any conversion. */
  original: string;
  charset?: string;
  fetchedUrl?: string;
  fetchedAt?: string;
  headers?: Record<string, string>;
  byline?: string;
}

/** A report found in a source, ready to be stored. */
export interface Found {
  kind: "found";
  report: Report;
  provenance: Provenance;
  /** What makes it the same report when its words change; none where only its words can tell. */
  identity?: string;
  /** The id was made from where it stood. */
  unnamed: boolean;
  /** What of its head had to be left out. */
  faults: Fault[];
}
