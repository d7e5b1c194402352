import type { Document, Entity, Event, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import { headOf } from "../shared/words.ts";

/** Who stands on which side of events, by entity and by country. */
export interface Sides {
  /** Whether one event's actor is the other's target and the other way round as far as both are known; undefined: nothing known. */
  reversed(later: Event, earlier: Event): boolean | undefined;
  /** The entity whose mention has this head word. */
  entityAt(head: Word): string | undefined;
  /** Whether two events have a side in common; undefined where the words leave it open ("134 herders", "the victims"). */
  shared(a: Event, b: Event, role: "actors" | "recipients"): boolean | undefined;
}

/** What a side may be known by. */
interface Keys {
  ids: Set<string>;
  countries: Set<string>;
  nouns: Set<string>;
  /** Figures of three and more: "134 herders", "134 Fulani villagers". */
  numbers: Set<string>;
  known: readonly Entity[];
  /** Whether a name stands for the side here, and no description. */
  named: boolean;
}

/** Arms of a state. */
const ARMS: ReadonlySet<string> = new Set(["state", "government", "military", "police"]);
const isArm = ({ kind }: Entity): boolean => ARMS.has(kind);
const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one));

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
    const numbers = new Set<string>();
    let named = false;
    // One noun is one side, even where the entities were not joined: "Iran-backed militia", "the militia".
    for (const { head, entity, ...span } of event[role]) {
      for (const number of document.text.slice(span.start, span.end).match(/\b(?:[3-9]|\d{2,}(?:,\d{3})*)\b/g) ?? [])
        numbers.add(number);
      const mention = entity === undefined ? undefined : byId.get(entity)?.mentions.find((one) => one.head.start === head.start);
      if (mention?.form === "name") named = true;
      const noun = document.text.slice(head.start, head.end).toLowerCase();
      if (/^\p{L}{4,}$/u.test(noun) && !PEOPLE.has(noun)) nouns.add(noun);
    }
    const found = event[role].map(({ entity }) => (entity === undefined ? undefined : byId.get(entity)));
    if (found.length === 0 && role === "actors") {
      // An event without an actor still has its subject: "India bombed a camp".
      const verb = headOf(document, event.trigger);
      if (verb) for (const subject of childrenOf(document, verb, "nsubj")) found.push(byHead.get(subject.start));
    }
    const taken = found.filter((one) => one !== undefined);
    for (const one of taken) {
      ids.add(one.id);
      if (one.affiliation) ids.add(one.affiliation);
      if (one.country) countries.add(one.country);
    }
    return { ids, countries, nouns, numbers, known: taken, named };
  };
  const meet = (a: Keys, b: Keys): boolean | undefined => {
    if (a.ids.size === 0 || b.ids.size === 0) return undefined;
    for (const id of a.ids) if (b.ids.has(id)) return true;
    for (const noun of a.nouns) if (b.nouns.has(noun)) return true;
    for (const country of a.countries) if (b.countries.has(country)) return true;
    return false;
  };
  /** Whether those who were struck are those who did the other deed. By their country alone only a state and its arms are. */
  const struck = (whom: Keys, who: Keys): boolean | undefined =>
    meet(whom, who.known.some(isArm) ? who : { ...who, countries: new Set() });
  return {
    entityAt: (head) => byHead.get(head.start)?.id,
    reversed(later, earlier) {
      const one = struck(keys(later, "recipients"), keys(earlier, "actors"));
      const two = struck(keys(earlier, "recipients"), keys(later, "actors"));
      const sameActor = meet(keys(later, "actors"), keys(earlier, "actors"));
      if (sameActor) return false;
      if (one === undefined && two === undefined) return undefined;
      return one === true || two === true;
    },
    shared: (a, b, role) => {
      const [x, y] = [keys(a, role), keys(b, role)];
      if (x.known.length === 0 || y.known.length === 0) return undefined;
      if (meets(x.ids, y.ids) || meets(x.nouns, y.nouns) || meets(x.numbers, y.numbers)) return true;
      // "the U.S. military", "Washington": arms of one state.
      if (x.known.every(isArm) && y.known.every(isArm) && meets(x.countries, y.countries)) return true;
      if (x.countries.size > 0 && y.countries.size > 0 && !meets(x.countries, y.countries)) return false;
      // Two names are two; a name and a description, or two descriptions, may be one.
      return x.named && y.named ? false : undefined;
    },
  };
}
