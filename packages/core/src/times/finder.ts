import type { Document, Knowledge, Problem, Report, Time } from "../model/index.ts";

/** Finds time expressions and resolves them against the report's date and each other. */
export interface TimeFinder {
  find(document: Document, report: Report, problems: Problem[]): Time[];
}

export function createTimeFinder(_knowledge: Knowledge): TimeFinder {
  return { find: () => [] };
}
