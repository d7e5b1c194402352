import type { Argument, Entity, Place, Time } from "../model/index.ts";
import type { EventEntry, Evidence } from "./codebook.ts";

/** A role's filler with the entity that it was resolved to. */
export interface Filler {
  argument: Argument;
  entity?: Entity;
  /** As the report writes it. */
  raw: string;
}

export function fillers({ event, source }: EventEntry, role: "actors" | "recipients" | "instruments"): Filler[] {
  return event[role].map((argument) => {
    const entity = source.analysis.entities.find(({ id }) => id === argument.entity);
    return { argument, ...(entity && { entity }), raw: source.text.slice(argument.start, argument.end).replace(/\s+/g, " ") };
  });
}

export const placeOfEvent = ({ event, source }: EventEntry): Place | undefined =>
  source.analysis.places.find(({ id }) => id === event.places[0]);

export const timeOfEvent = ({ event, source }: EventEntry): Time | undefined =>
  source.analysis.times.find(({ id, earliest }) => earliest !== undefined && event.times.includes(id));

/** Spans of an event's report as evidence. */
export const here = ({ source }: EventEntry, ...spans: readonly ({ start: number; end: number } | undefined)[]): Evidence[] =>
  spans.flatMap((span) => (span ? [{ report: source.analysis.report.id, start: span.start, end: span.end }] : []));

export const evidenceOfFillers = (row: EventEntry, found: readonly Filler[]): Evidence[] =>
  here(row, ...found.map(({ argument }) => argument));
