import type { Analysis, Entity, EntityKind } from "@annalist/core";
import { sql } from "kysely";
import type { Database, Transaction } from "./database.ts";
import { holds, type Moment } from "./moment.ts";
import { among, cutOf, known, limitOf, toPage, where } from "./page.ts";
import type { Actor, ActorFilter, ActorRow, Page, PageRequest } from "./store.ts";
import { indexed } from "./words.ts";

/** What makes two entities one actor across reports: the lexicon's key, else the name. */
export const actorKey = ({ name, reference }: { name: string; reference?: string }): string =>
  reference ?? `name:${name.normalize("NFKC").toLowerCase().slice(0, 200)}`;

interface Row {
  key: string;
  name: string;
  kind: EntityKind;
  country: string | null;
  sector: string | null;
  reports: number;
}

/** Entities of an analysis, one row an actor; counted among the actors where the analysis is of a current version. */
export async function putActors(
  { run }: Transaction,
  analysis: number,
  { entities }: Analysis,
  text: string,
  counted: boolean,
): Promise<void> {
  const byKey = new Map<string, { entity: Entity; names: Set<string> }>();
  for (const entity of entities) {
    const names = entity.mentions
      .filter(({ form }) => form === "name")
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ").slice(0, 200));
    // An actor is who is named or known; "a spokesman" is nobody across reports.
    if (names.length === 0 && entity.reference === undefined) continue;
    const key = actorKey(entity);
    const known = byKey.get(key);
    if (known) for (const name of names) known.names.add(name);
    else byKey.set(key, { entity, names: new Set(names) });
  }
  for (const [key, { entity, names }] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { name, kind, country = null, sector = null } = entity;
    await run(
      sql`insert into entities (analysis, actor, name, kind, country, sector, names)
        values (${analysis}, ${key}, ${name}, ${kind}, ${country}, ${sector}, ${JSON.stringify([...names])})`,
    );
    if (!counted) continue;
    await run(
      sql`insert into actors (key, name, kind, country, sector, reports) values (${key}, ${name}, ${kind}, ${country}, ${sector}, 1)
        on conflict (key) do update set reports = actors.reports + 1`,
    );
    for (const alias of names) {
      await run(
        sql`insert into actor_names (actor, name, plain, reports) values (${key}, ${alias}, ${indexed(alias)}, 1)
          on conflict (actor, name) do update set reports = actor_names.reports + 1`,
      );
    }
  }
}

/** Takes the actors of a version's current analysis out of the counts: another takes its place. */
export async function forgetActors({ run }: Transaction, version: number): Promise<void> {
  const rows = await run<{ actor: string; names: string }>(
    sql`select e.actor, e.names from entities e join analyses a on a.key = e.analysis where a.version = ${version} and a.until is null order by e.actor`,
  );
  for (const { actor, names } of rows) {
    await run(sql`update actors set reports = reports - 1 where key = ${actor}`);
    for (const name of JSON.parse(names) as string[])
      await run(sql`update actor_names set reports = reports - 1 where actor = ${actor} and name = ${name}`);
  }
}

const toRow = ({ key, name, kind, country, sector, reports }: Row): ActorRow => ({
  key,
  name,
  kind,
  ...known({ country, sector }),
  reports,
});

/** The counts of a past moment are added up anew. */
const counted = (moment: Moment) =>
  moment.seq === undefined
    ? sql`select key, name, kind, country, sector, reports from actors where reports > 0`
    : sql`select e.actor as key, min(e.name) as name, min(e.kind) as kind, min(e.country) as country, min(e.sector) as sector, count(*) as reports
        from entities e join analyses a on a.key = e.analysis join versions v on v.key = a.version
        where ${holds(moment, "a")} and ${holds(moment, "v")} group by e.actor`;

export async function listActors(
  db: Database,
  moment: Moment,
  filter: ActorFilter = {},
  page?: PageRequest,
): Promise<Page<ActorRow>> {
  const cut = cutOf(page);
  const conditions = [];
  const words = indexed(filter.words ?? "");
  if (words) {
    // The beginning of the name, or of any word in it.
    const like = (prefix: string) => sql`n.plain like ${`${prefix}${words.replace(/[%_\\]/g, "")}%`}`;
    conditions.push(sql`a.key in (select n.actor from actor_names n where ${like("")} or ${like("% ")})`);
  }
  if (filter.kinds) conditions.push(among(sql`a.kind`, filter.kinds));
  if (filter.countries) conditions.push(among(sql`a.country`, filter.countries));
  if (filter.sectors) conditions.push(among(sql`a.sector`, filter.sectors));
  if (cut.after) conditions.push(sql`(a.reports < ${cut.after[0]} or (a.reports = ${cut.after[0]} and a.key > ${cut.after[1]}))`);
  const rows = await db.read<Row>(
    sql`select * from (${counted(moment)}) a ${where(conditions)} order by a.reports desc, a.key ${limitOf(cut)}`,
  );
  return toPage(rows, cut, toRow, (row) => [row.reports, row.key]);
}

export async function getActor(db: Database, moment: Moment, key: string): Promise<Actor | undefined> {
  const row = await db.one<Row>(sql`select * from (${counted(moment)}) a where a.key = ${key}`);
  const inIncidents = sql`from incident_actors x join incidents i on i.key = x.incident where x.actor = ${key} and ${holds(moment, "i")}`;
  const [named] = row
    ? []
    : await db.read<Omit<Row, "kind" | "reports">>(
        sql`select x.actor as key, x.name, x.country, x.sector ${inIncidents} limit 1`,
      );
  if (!row && !named) return undefined;
  const aliases = await db.read<{ value: string; count: number }>(
    sql`select name as value, reports as count from actor_names where actor = ${key} and reports > 0 order by reports desc, name limit 200`,
  );
  const dyads = await db.read<Actor["dyads"][number]>(
    sql`select y.actor as other, min(y.name) as name, x.role, count(*) as incidents from incident_actors x join incidents i on i.key = x.incident
      join incident_actors y on y.incident = x.incident and y.role <> x.role
      where x.actor = ${key} and ${holds(moment, "i")} group by y.actor, x.role order by incidents desc, y.actor limit 100`,
  );
  const activity = await db.read<Actor["activity"][number]>(
    sql`select substr(i.day, 1, 7) as period, count(distinct i.key) as incidents ${inIncidents} and i.day <> '' group by substr(i.day, 1, 7) order by period`,
  );
  const head: ActorRow = row
    ? toRow(row)
    : { ...toRow({ ...(named as NonNullable<typeof named>), kind: "unknown", reports: 0 }) };
  return { ...head, aliases, dyads, activity };
}
