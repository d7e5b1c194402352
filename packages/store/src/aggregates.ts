import { sql } from "kysely";
import type { Database, Sql } from "./database.ts";
import { conditionsOf } from "./filter.ts";
import type { Moment } from "./moment.ts";
import { where } from "./page.ts";
import { type Bucket, type Cell, type Count, type Facets, type IncidentFilter, type Period, StoreError } from "./store.ts";

/** Values of a facet that are listed. */
const MOST = 100;
const PERIODS: Record<Period, number> = { day: 10, month: 7, year: 4 };

export async function countIncidents(db: Database, moment: Moment, filter: IncidentFilter = {}): Promise<number> {
  const row = await db.one<{ n: number }>(sql`select count(*) as n from incidents i ${where(conditionsOf(db, moment, filter))}`);
  return row?.n ?? 0;
}

export async function facets(db: Database, moment: Moment, filter: IncidentFilter = {}): Promise<Facets> {
  const all = where(conditionsOf(db, moment, filter));
  // One pass for the four small attributes together: their combinations are few.
  const rows = await db.read<{ type: string; mode: string | null; status: string; country: string | null; n: number }>(
    sql`select i.type, i.mode, i.status, i.country, count(*) as n from incidents i ${all} group by i.type, i.mode, i.status, i.country`,
  );
  const sum = (value: (row: (typeof rows)[number]) => string | null): Count[] => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const key = value(row);
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + row.n);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST);
  };
  const byRole = (role: string): Promise<Count[]> =>
    db.read(
      sql`select x.actor as value, min(x.name) as label, count(*) as count from incident_actors x join incidents i on i.key = x.incident
        ${all} and x.role = ${role} group by x.actor order by count desc, x.actor limit ${MOST}`,
    );
  return {
    total: rows.reduce((total, { n }) => total + n, 0),
    types: sum(({ type }) => type),
    modes: sum(({ mode }) => mode),
    status: sum(({ status }) => status),
    countries: sum(({ country }) => country),
    actors: await byRole("actor"),
    recipients: await byRole("recipient"),
  };
}

export function timeline(db: Database, moment: Moment, filter: IncidentFilter, period: Period): Promise<Bucket[]> {
  const length = PERIODS[period];
  if (!length) throw new StoreError("wrong", `a period of ${period}: one of ${Object.keys(PERIODS).join(", ")} is wanted`);
  const conditions = [...conditionsOf(db, moment, filter), sql`i.day <> ''`];
  // The length is written out: as a parameter it would not be the same expression to PostgreSQL twice.
  const bucket = sql.raw(`substr(i.day, 1, ${length})`);
  return db.read(
    sql`select ${bucket} as period, count(*) as incidents, sum(coalesce(i.killed_low, 0)) as killed from incidents i ${where(conditions)}
      group by ${bucket} order by period`,
  );
}

export async function mapCells(db: Database, moment: Moment, filter: IncidentFilter, degrees: number): Promise<Cell[]> {
  if (!(degrees > 0 && degrees <= 180))
    throw new StoreError("wrong", `a grid of ${degrees} degrees: more than 0 and at most 180 are wanted`);
  const conditions: Sql[] = [...conditionsOf(db, moment, filter), sql`i.latitude is not null and i.longitude is not null`];
  const [x, y] = [sql.raw(`floor(i.longitude / ${Number(degrees)})`), sql.raw(`floor(i.latitude / ${Number(degrees)})`)];
  const precision = sql.raw("coalesce(i.precision, 'unknown')");
  const rows = await db.read<Cell & { incident: string }>(
    sql`select avg(i.latitude) as latitude, avg(i.longitude) as longitude, ${precision} as precision, count(*) as incidents,
        sum(coalesce(i.killed_low, 0)) as killed, min(i.id) as incident from incidents i ${where(conditions)}
      group by ${precision}, ${x}, ${y} order by incidents desc, incident limit 5000`,
  );
  return rows.map(({ incident, ...cell }) => (cell.incidents === 1 ? { ...cell, incident } : cell));
}
