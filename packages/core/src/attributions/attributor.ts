import type { Attribution, Document, Entity, Event, Knowledge, Report } from "../model/index.ts";

/** Finds who says what, and which events stand on whose word. */
export interface Attributor {
  attribute(document: Document, report: Report, entities: readonly Entity[], events: readonly Event[]): Attribution[];
}

export function createAttributor(_knowledge: Knowledge): Attributor {
  return { attribute: () => [] };
}
