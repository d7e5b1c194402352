import type { Document, Entity, Event } from "../model/index.ts";

/** Who stands on which side of events, by entity and by country. */
export interface Sides {
  /** Whether one event's actor is the other's target and the other way round as far as both are known; undefined: nothing known. */
  reversed(later: Event, earlier: Event): boolean | undefined;
  shared(a: Event, b: Event, role: "actors" | "recipients"): boolean | undefined;
}

export function createSides(_document: Document, entities: readonly Entity[]): Sides {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const keys = (event: Event, role: "actors" | "recipients"): { ids: Set<string>; countries: Set<string> } => {
    const ids = new Set<string>();
    const countries = new Set<string>();
    for (const { entity } of event[role]) {
      const found = entity === undefined ? undefined : byId.get(entity);
      if (!found) continue;
      ids.add(found.id);
      if (found.affiliation) ids.add(found.affiliation);
      if (found.country) countries.add(found.country);
    }
    return { ids, countries };
  };
  const meet = (a: ReturnType<typeof keys>, b: ReturnType<typeof keys>): boolean | undefined => {
    if (a.ids.size === 0 || b.ids.size === 0) return undefined;
    for (const id of a.ids) if (b.ids.has(id)) return true;
    for (const country of a.countries) if (b.countries.has(country)) return true;
    return false;
  };
  return {
    reversed(later, earlier) {
      const one = meet(keys(later, "recipients"), keys(earlier, "actors"));
      const two = meet(keys(later, "actors"), keys(earlier, "recipients"));
      const sameActor = meet(keys(later, "actors"), keys(earlier, "actors"));
      if (sameActor) return false;
      if (one === undefined && two === undefined) return undefined;
      return one === true || two === true;
    },
    shared: (a, b, role) => {
      const [x, y] = [keys(a, role), keys(b, role)];
      if (x.ids.size === 0 || y.ids.size === 0) return undefined;
      for (const id of x.ids) if (y.ids.has(id)) return true;
      return false;
    },
  };
}
