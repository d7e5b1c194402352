import type { Document, Entity, Event, Knowledge, Place, Report, Time } from "../model/index.ts";

/** What the earlier stages found, which an event's arguments point into. */
export interface Findings {
  entities: readonly Entity[];
  places: readonly Place[];
  times: readonly Time[];
}

/** Codes events in PLOVER from trees and mentions. `attributions` and `casualties` are filled by later stages. */
export interface EventCoder {
  code(document: Document, report: Report, findings: Findings): Event[];
}

export function createEventCoder(_knowledge: Knowledge): EventCoder {
  return { code: () => [] };
}
