import type { Analysis, Event } from "@annalist/core";

export const FIELDS = ["valid", "type", "actor", "recipient", "place", "date", "killed"] as const;
/** What coders judge of an event. `valid`: whether it is an event at all. */
export type Field = (typeof FIELDS)[number];

/** What the coder read, field by field, in a form that can be compared; "" where it read nothing. */
export function valuesOf(analysis: Analysis, event: Event): Record<Field, string> {
  const entity = (id: string | undefined) => analysis.entities.find((each) => each.id === id);
  const name = (list: Event["actors"]) => {
    const found = entity(list[0]?.entity);
    return found ? (found.reference ?? found.name) : "";
  };
  const place = analysis.places.find(({ id }) => id === event.places[0]);
  const time = analysis.times.find(({ id }) => id === event.times[0]);
  const killed = analysis.casualties.find((each) => each.event === event.id && each.outcome === "killed");
  return {
    valid: "yes",
    type: event.type,
    actor: name(event.actors),
    recipient: name(event.recipients),
    place: place ? (place.gazetteer ?? place.name) : "",
    date: time?.earliest && time.latest ? `${time.earliest}/${time.latest}` : "",
    killed: killed ? String(killed.best) : "",
  };
}
