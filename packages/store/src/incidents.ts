import type { Claim, Incident, PloverType, Precision, Story } from "@annalist/core";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Counting } from "./facts/index.ts";
import type { Ordered } from "./facts/order.ts";
import { conditionsOf } from "./filter.ts";
import { holds, type Moment } from "./moment.ts";
import { among, type Cut, cutOf, known, limitOf, toPage, where } from "./page.ts";
import type { Hit, IncidentFilter, IncidentOrder, IncidentRow, Page, PageRequest } from "./store.ts";
import { hitOf, parseQuery, type Query } from "./words.ts";

interface Row {
  key: number;
  id: string;
  body: string;
  type: PloverType;
  mode: string | null;
  status: Incident["status"];
  origins: number;
  reports: number;
  day: string;
  last_day: string;
  place: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: Precision | null;
  killed_low: number | null;
  killed_high: number | null;
  injured_low: number | null;
  injured_high: number | null;
}

/** Columns of an order, all but the id in the direction given; the id after them makes it total. */
const ORDERS: Record<Exclude<IncidentOrder, "relevance">, Pick<Ordered, "descending"> & { column: Ordered["by"] }> = {
  "-date": { column: "day", descending: true },
  date: { column: "day", descending: false },
  origins: { column: "origins", descending: true },
  killed: { column: "killed_low", descending: true },
  id: { column: "id", descending: false },
};

export async function listIncidents(
  db: Database,
  moment: Moment,
  counting: Pick<Counting, "page">,
  filter: IncidentFilter = {},
  page: PageRequest<IncidentOrder> = {},
): Promise<Page<IncidentRow>> {
  const cut = cutOf(page);
  const query = filter.words === undefined ? undefined : parseQuery(filter.words);
  const order = ORDERS[page.order === undefined || page.order === "relevance" ? "-date" : page.order];
  const { column } = order;
  const rows = (await counted(db, counting, filter, cut, order)) ?? (await searched(db, moment, filter, cut, order));
  const hits = query ? await hitsOf(db, moment, rows, query) : undefined;
  return toPage(
    rows,
    cut,
    (row) => ({ ...toRow(row), ...(hits?.has(row.key) && { hit: hits.get(row.key) as Hit }) }),
    (row) =>
      column === "id" ? [row.id] : [column === "killed_low" ? (row.killed_low ?? -1) : (row[column as "day"] as string), row.id],
  );
}

type Order = (typeof ORDERS)[keyof typeof ORDERS];

/** The rows of a page whose places are known from the columns in memory, where they are at hand. */
async function counted(
  db: Database,
  counting: Pick<Counting, "page">,
  filter: IncidentFilter,
  { limit, offset, after }: Cut,
  { column, descending }: Order,
): Promise<Row[] | undefined> {
  // Far down a list the database counts as well as we do, and what is named it finds at once.
  if (offset > 1000 || filter.ids || filter.report !== undefined) return undefined;
  const places = await counting.page(filter, { by: column, descending, after, limit: limit + offset + 1 });
  const keys = places?.slice(offset).map(({ key }) => key);
  if (!keys) return undefined;
  const rows = await db.read<Row>(sql`select i.* from incidents i where ${among(sql`i.key`, keys)}`);
  const by = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => by.get(key) ?? []);
}

async function searched(
  db: Database,
  moment: Moment,
  filter: IncidentFilter,
  cut: Cut,
  { column, descending }: Order,
): Promise<Row[]> {
  const indexed = moment.seq === undefined && (column === "day" || column === "origins");
  const conditions = conditionsOf(db, moment, filter, indexed);
  // Without a figure an incident comes last; -1 stands for none.
  const value = column === "killed_low" ? sql`coalesce(i.killed_low, -1)` : sql.ref(`i.${column}`);
  if (cut.after) {
    const [mark, id] = cut.after;
    const beyond = descending ? sql`${value} < ${mark}` : sql`${value} > ${mark}`;
    conditions.push(column === "id" ? beyond : sql`(${beyond} or (${value} = ${mark} and i.id > ${id}))`);
  }
  const order = column === "id" ? sql`i.id` : sql`${value} ${descending ? sql`desc` : sql`asc`}, i.id`;
  return db.read<Row>(sql`select i.* from incidents i ${where(conditions)} order by ${order} ${limitOf(cut)}`);
}

function toRow(row: Row): IncidentRow {
  const { actors, recipients } = JSON.parse(row.body) as Incident;
  const range = (low: number | null, high: number | null) => (low === null ? undefined : { low, high: high as number });
  return {
    id: row.id,
    type: row.type,
    status: row.status,
    ...known({
      mode: row.mode,
      place: row.place,
      country: row.country,
      latitude: row.latitude,
      longitude: row.longitude,
      precision: row.precision,
    }),
    ...known({ earliest: row.day || undefined, latest: row.last_day || undefined }),
    ...known({ killed: range(row.killed_low, row.killed_high), injured: range(row.injured_low, row.injured_high) }),
    actors: actors.map(({ name }) => name),
    recipients: recipients.map(({ name }) => name),
    origins: row.origins,
    reports: row.reports,
  };
}

/** For each incident a stretch of the text of the first of its reports that has the words. */
async function hitsOf(db: Database, moment: Moment, rows: Row[], query: Query): Promise<Map<number, Hit>> {
  const found = new Map<number, Hit>();
  if (rows.length === 0) return found;
  const members = new Map(
    rows.map(({ key, body }) => [
      key,
      [...new Set((JSON.parse(body) as Incident).members.map(({ report }) => report))].slice(0, 3),
    ]),
  );
  const reports = [...new Set([...members.values()].flat())];
  const texts = await db.read<{ id: string; text: string }>(
    sql`select r.id, v.text from reports r join versions v on v.report = r.key where r.id in (${sql.join(reports)}) and ${holds(moment, "v")}`,
  );
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  for (const [key, ids] of members) {
    let first: Hit | undefined;
    for (const id of ids) {
      const hit = hitOf(textOf.get(id) ?? "", query);
      if (hit.text === "") continue;
      first ??= hit;
      if (hit.marks.length === 0) continue;
      first = hit;
      break;
    }
    if (first) found.set(key, first);
  }
  return found;
}

export async function getIncident(db: Database, moment: Moment, id: string): Promise<Incident | undefined> {
  const row = await db.one<{ body: string }>(sql`select i.body from incidents i where i.id = ${id} and ${holds(moment, "i")}`);
  return row && JSON.parse(row.body);
}

export async function claimsOf(db: Database, moment: Moment, incident: string): Promise<Claim[]> {
  const rows = await db.read<{ body: string }>(
    sql`select c.body from claims c join incidents i on i.key = c.incident where i.id = ${incident} and ${holds(moment, "i")} order by c.n`,
  );
  return rows.map(({ body }) => JSON.parse(body));
}

/** Pages by id, so that memory stays the same however many there are. */
export async function* incidents(db: Database, moment: Moment, filter: IncidentFilter = {}): AsyncGenerator<Incident> {
  for (let after = ""; ; ) {
    const conditions = [...conditionsOf(db, moment, filter), sql`i.id > ${after}`];
    const rows = await db.read<{ id: string; body: string }>(
      sql`select i.id, i.body from incidents i ${where(conditions)} order by i.id limit 500`,
    );
    for (const { body } of rows) yield JSON.parse(body);
    if (rows.length < 500) return;
    after = rows.at(-1)?.id as string;
  }
}

export async function stories(db: Database, moment: Moment, page?: PageRequest): Promise<Page<Story>> {
  const cut = cutOf(page);
  const conditions = [holds(moment, "s"), ...(cut.after ? [sql`s.id > ${cut.after[0]}`] : [])];
  const rows = await db.read<{ id: string; body: string }>(
    sql`select s.id, s.body from stories s ${where(conditions)} order by s.id ${limitOf(cut)}`,
  );
  return toPage(
    rows,
    cut,
    ({ body }) => JSON.parse(body) as Story,
    ({ id }) => [id],
  );
}
