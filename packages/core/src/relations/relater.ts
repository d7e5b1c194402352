import type { Document, Entity, Event, Knowledge, Relation, Time } from "../model/index.ts";

/** Finds how the events of a report hang together: retaliation, cause, part, same, before. */
export interface Relater {
  relate(document: Document, entities: readonly Entity[], events: readonly Event[], times: readonly Time[]): Relation[];
}

export function createRelater(_knowledge: Knowledge): Relater {
  return { relate: () => [] };
}
