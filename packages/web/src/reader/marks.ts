import type { Analysis, Event, Span } from "@annalist/core";

export const LAYERS = ["events", "voices", "tolls", "times", "places"] as const;
export type Layer = (typeof LAYERS)[number];

/** A stretch of the text that a mark shows: what kind of sign it wears, and the word written above it. */
export interface Part extends Span {
  kind: "trigger" | "content" | "source" | "cue" | "time" | "place" | "toll" | "evidence" | "role";
  role?: string;
}

/** What one card stands for in the text. `parts` are always marked, `roles` while the mark is the active one. */
export interface Mark {
  id: string;
  layer: Layer;
  start: number;
  parts: Part[];
  roles: Part[];
}

/** Every mark of an analysis, in text order. */
export function marksOf(analysis: Analysis): Mark[] {
  const place = new Map(analysis.places.map((each) => [each.id, each]));
  const time = new Map(analysis.times.map((each) => [each.id, each]));
  const marks: Mark[] = [
    ...analysis.events.map((event) => ({
      id: event.id,
      layer: "events" as const,
      start: event.trigger.start,
      parts: [part(event.trigger, "trigger")],
      roles: rolesOf(event, place, time),
    })),
    ...analysis.attributions.map(({ id, sources, cue, content, via = [] }) => ({
      id,
      layer: "voices" as const,
      start: Math.min(...[...sources, ...cue, ...content].map(({ start }) => start)),
      parts: [
        ...content.map((span) => part(span, "content")),
        ...sources.map((span) => part(span, "source")),
        ...cue.map((span) => part(span, "cue")),
      ],
      roles: [...sources.map((span) => part(span, "role", "source")), ...via.map((span) => part(span, "role", "told"))],
    })),
    ...analysis.casualties.map((toll) => ({
      id: toll.id,
      layer: "tolls" as const,
      start: toll.start,
      parts: [part(toll, "toll")],
      roles: toll.who ? [part(toll.who, "role", "of whom")] : [],
    })),
    ...analysis.times.map((each) => simple(each, "times", "time")),
    ...analysis.places.map((each) => simple(each, "places", "place")),
  ];
  return marks.sort((a, b) => a.start - b.start);
}

const part = ({ start, end }: Span, kind: Part["kind"], role?: string): Part => ({ start, end, kind, ...(role && { role }) });
const simple = (each: Span & { id: string }, layer: Layer, kind: Part["kind"]): Mark => ({
  id: each.id,
  layer,
  start: each.start,
  parts: [part(each, kind)],
  roles: [],
});

function rolesOf(event: Event, place: Map<string, Span>, time: Map<string, Span>): Part[] {
  const named = (spans: readonly (Span | undefined)[], role: string) =>
    spans.flatMap((span) => (span ? [part(span, "role", role)] : []));
  return [
    part(event.evidence, "evidence"),
    ...named(event.actors, "who"),
    ...named(event.recipients, "whom"),
    ...named(event.instruments, "with"),
    ...named(
      event.places.map((id) => place.get(id)),
      "where",
    ),
    ...named(
      event.times.map((id) => time.get(id)),
      "when",
    ),
  ];
}
