import type { Document, Entity, Knowledge, Place, Report } from "../model/index.ts";

/** Finds who is spoken of: names, descriptions and pronouns, joined to entities with country, kind and sector. */
export interface EntityFinder {
  find(document: Document, report: Report, places: readonly Place[]): Entity[];
}

export function createEntityFinder(_knowledge: Knowledge): EntityFinder {
  return { find: () => [] };
}
