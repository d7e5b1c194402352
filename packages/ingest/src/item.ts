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
  faults: Fault[];
}

export type Item = ReportItem | Fault;

export const fault = (where: string, message: string): Fault => ({ kind: "fault", where, message });
