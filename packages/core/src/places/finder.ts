import type { Document, Knowledge, Place, Problem, Report } from "../model/index.ts";

/** Finds place names and resolves them to gazetteer entries, in the light of the whole report. */
export interface PlaceFinder {
  find(document: Document, report: Report, problems: Problem[]): Place[];
}

export function createPlaceFinder(_knowledge: Knowledge): PlaceFinder {
  return { find: () => [] };
}
