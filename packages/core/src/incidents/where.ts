import type { Event, Place } from "../model/index.ts";
import { skeleton, type Where } from "./facts.ts";
import type { Owners } from "./owners.ts";

export function whereOf(event: Event, places: ReadonlyMap<string, Place>, owners: Owners): Where[] {
  return event.places.flatMap((id) => {
    const place = places.get(id);
    if (!place) return [];
    const owner = owners.of(event.type, place);
    const { name, gazetteer, latitude, longitude, country, admin1, precision } = place;
    return [
      {
        name,
        folded: skeleton(name),
        ...(gazetteer !== undefined && { gazetteer }),
        ...(latitude !== undefined && { latitude }),
        ...(longitude !== undefined && { longitude }),
        ...(country !== undefined && { country }),
        ...(admin1 !== undefined && { admin1 }),
        ...(precision !== undefined && { precision }),
        own: owner === event.id,
        ...(owner !== undefined && { owner }),
      },
    ];
  });
}
