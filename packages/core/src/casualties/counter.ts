import type { Casualty, Document, Entity, Event, Knowledge } from "../model/index.ts";

/** Finds tolls: outcome, group, low, best and high, and the event that each belongs to. */
export interface CasualtyCounter {
  count(document: Document, entities: readonly Entity[], events: readonly Event[]): Casualty[];
}

export function createCasualtyCounter(_knowledge: Knowledge): CasualtyCounter {
  return { count: () => [] };
}
