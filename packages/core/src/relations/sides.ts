import type { Document, Entity, Event, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import { headOf } from "../shared/words.ts";

/** Who stands on which side of events, by entity and by country. */
export interface Sides {
  /** Whether one event's actor is the other's target and the other way round as far as both are known; undefined: nothing known. */
  reversed(later: Event, earlier: Event): boolean | undefined;
  /** The entity whose mention has this head word. */
  entityAt(head: Word): string | undefined;
  shared(a: Event, b: Event, role: "actors" | "recipients"): boolean | undefined;
}

/** What a side may be known by. */
interface Keys {
  ids: Set<string>;
  countries: Set<string>;
  nouns: Set<string>;
}

/** Nouns that anybody may be. */
const PEOPLE: ReadonlySet<string> = new Set("people person others they them troops forces officials civilians".split(" "));

export function createSides(document: Document, entities: readonly Entity[]): Sides {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const byHead = new Map<number, Entity>();
  for (const entity of entities) for (const mention of entity.mentions) byHead.set(mention.head.start, entity);
  const known = { actors: new Map<Event, Keys>(), recipients: new Map<Event, Keys>() };
  const keys = (event: Event, role: "actors" | "recipients"): Keys => {
    const before = known[role].get(event);
    if (before) return before;
    const read = readKeys(event, role);
    known[role].set(event, read);
    return read;
  };
  const readKeys = (event: Event, role: "actors" | "recipients"): Keys => {
    const ids = new Set<string>();
    const countries = new Set<string>();
    const nouns = new Set<string>();
    // One noun is one side, even where the entities were not joined: "Iran-backed militia", "the militia".
    for (const { head } of event[role]) {
      const noun = document.text.slice(head.start, head.end).toLowerCase();
      if (/^\p{L}{4,}$/u.test(noun) && !PEOPLE.has(noun)) nouns.add(noun);
    }
    const found = event[role].map(({ entity }) => (entity === undefined ? undefined : byId.get(entity)));
    if (found.length === 0 && role === "actors") {
      // An event without an actor still has its subject: "India bombed a camp".
      const verb = headOf(document, event.trigger);
      if (verb) for (const subject of childrenOf(document, verb, "nsubj")) found.push(byHead.get(subject.start));
    }
    for (const one of found) {
      if (one) take(one);
    }
    return { ids, countries, nouns };

    function take(found: Entity): void {
      ids.add(found.id);
      if (found.affiliation) ids.add(found.affiliation);
      if (found.country) countries.add(found.country);
    }
  };
  const meet = (a: ReturnType<typeof keys>, b: ReturnType<typeof keys>): boolean | undefined => {
    if (a.ids.size === 0 || b.ids.size === 0) return undefined;
    for (const id of a.ids) if (b.ids.has(id)) return true;
    for (const noun of a.nouns) if (b.nouns.has(noun)) return true;
    for (const country of a.countries) if (b.countries.has(country)) return true;
    return false;
  };
  return {
    entityAt: (head) => byHead.get(head.start)?.id,
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
