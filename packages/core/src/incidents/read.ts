import type { Analysis } from "../model/index.ts";
import type { Facts, Toll } from "./facts.ts";
import { ownersOf } from "./owners.ts";
import { partyOf } from "./parties.ts";
import { clockOf, whenOf } from "./when.ts";
import { whereOf } from "./where.ts";

/** Reads the facts of every event of a report. */
export function factsOf(analysis: Analysis): Map<string, Facts> {
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const places = new Map(analysis.places.map((place) => [place.id, place]));
  const tolls = new Map<string, Toll[]>();
  for (const { event, cumulative, outcome, low, best, high } of analysis.casualties)
    if (event !== undefined && !cumulative) tolls.set(event, [...(tolls.get(event) ?? []), { outcome, low, best, high }]);
  const clock = clockOf(analysis);
  const owners = ownersOf(analysis);
  return new Map(
    analysis.events.map((event) => [
      event.id,
      {
        type: event.type,
        actual: event.modality === "actual",
        modes: event.mode ? [event.mode] : [],
        instruments: event.instruments.flatMap(({ lemma }) => lemma ?? []),
        lemmas: event.lemma ? [event.lemma] : [],
        ...whenOf(event, clock, owners),
        where: whereOf(event, places, owners),
        actors: event.actors.flatMap((argument) => partyOf(argument, entities) ?? []),
        recipients: event.recipients.flatMap((argument) => partyOf(argument, entities) ?? []),
        tolls: tolls.get(event.id) ?? [],
      },
    ]),
  );
}
