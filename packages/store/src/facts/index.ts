import { sql } from "kysely";
import type { Database } from "../database.ts";
import type { Moment } from "../moment.ts";
import type { ActorTie, Bucket, Cell, Facets, IncidentFilter, IncidentTie, Period } from "../store.ts";
import { cellsOf, facetsOf, timelineOf } from "./aggregate.ts";
import type { Facts } from "./facts.ts";
import { loadFacts } from "./load.ts";
import { type Listed, listed, type Ordered } from "./order.ts";
import { createSelect } from "./select.ts";

/** What the store counts, from columns in memory that follow the record. */
export interface Counting {
  countIncidents(filter?: IncidentFilter): Promise<number>;
  facets(filter?: IncidentFilter): Promise<Facets>;
  timeline(filter: IncidentFilter, period: Period): Promise<Bucket[]>;
  mapCells(filter: IncidentFilter, degrees: number): Promise<Cell[]>;
  tiesBetween(actors: readonly string[]): Promise<ActorTie[]>;
  tiesOf(incidents: readonly string[]): Promise<IncidentTie[]>;
  /** A page of a list; undefined while the columns are not at hand, since for one list they are not worth reading. */
  page(filter: IncidentFilter, ordered: Ordered): Promise<Listed[] | undefined>;
}

export function createCounting(db: Database, moment: Moment, lastChange: () => Promise<number>): Counting {
  const select = createSelect(db, moment);
  let seen = -1;
  let facts: Promise<Facts> | undefined;
  let ready = false;
  /** Lets go of facts that the record has left behind. */
  const check = async () => {
    const now = await lastChange();
    // Whoever asked at the same time may have let go of them meanwhile: what is read since then stays.
    if (facts && now > seen && (await incidentsChanged(db, seen, now)) && now > seen) facts = undefined;
    seen = Math.max(seen, now);
  };
  /** The facts of now; who asks while they are read shares one reading. */
  const read = (): Promise<Facts> => {
    if (facts) return facts;
    ready = false;
    const reading = loadFacts(db, moment);
    facts = reading;
    reading.then(
      () => {
        if (facts === reading) ready = true;
      },
      () => {
        if (facts === reading) facts = undefined;
      },
    );
    return reading;
  };
  const current = async (): Promise<Facts> => {
    await check();
    return read();
  };
  const chosen = async (filter: IncidentFilter | undefined) => {
    const all = await current();
    return [all, await select(all, filter)] as const;
  };
  return {
    async page(filter, ordered) {
      if (!facts) return undefined;
      await check();
      // A list need not wait for them: the database answers it as well.
      const reading = read();
      if (!ready) return undefined;
      const all = await reading;
      return listed(all, await select(all, filter), ordered);
    },
    countIncidents: async (filter) => (await chosen(filter))[1].length,
    facets: async (filter) => facetsOf(...(await chosen(filter))),
    timeline: async (filter, period) => timelineOf(...(await chosen(filter)), period),
    mapCells: async (filter, degrees) => cellsOf(...(await chosen(filter)), degrees),
    tiesBetween: async (actors) => tiesBetween(await current(), actors),
    async tiesOf(incidents) {
      const { ties } = await current();
      return [...new Set(incidents.flatMap((id) => ties.get(id) ?? []))];
    },
  };
}

async function incidentsChanged(db: Database, after: number, until: number): Promise<boolean> {
  const found = await db.one(
    sql`select 1 as yes from changes where seq > ${after} and seq <= ${until} and kind = 'incidents' limit 1`,
  );
  return found !== undefined;
}

/** In how many incidents each of the actors acts upon each other one. */
function tiesBetween({ count, actor, recipient }: Facts, actors: readonly string[]): ActorTie[] {
  const places = new Map(
    actors.flatMap((key, place) => (actor.numbers.has(key) ? [[actor.numbers.get(key)!, place] as const] : [])),
  );
  const found = new Map<number, ActorTie>();
  for (let i = 0; i < count; i++) {
    for (let a = actor.starts[i]!; a < actor.starts[i + 1]!; a++) {
      const from = places.get(actor.actors[a]!);
      if (from === undefined) continue;
      for (let b = recipient.starts[i]!; b < recipient.starts[i + 1]!; b++) {
        const to = places.get(recipient.actors[b]!);
        if (to === undefined) continue;
        const tie = found.get(from * actors.length + to) ?? { from: actors[from]!, to: actors[to]!, incidents: 0 };
        found.set(from * actors.length + to, tie);
        tie.incidents++;
      }
    }
  }
  return [...found.values()].sort((a, b) => b.incidents - a.incidents || (a.from + a.to < b.from + b.to ? -1 : 1));
}
