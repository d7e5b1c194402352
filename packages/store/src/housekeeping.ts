import type { Producer } from "@annalist/core";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { holds, type Moment } from "./moment.ts";
import { cutOf, known, limitOf, toPage, where } from "./page.ts";
import type { Change, Page, PageRequest, Stats, StoredFault } from "./store.ts";

export async function changes(db: Database, moment: Moment, after: number, limit = 500): Promise<Change[]> {
  return db.read(
    sql`select seq, at, kind, subject from changes where seq > ${after} and seq <= ${moment.seq ?? Number.MAX_SAFE_INTEGER} order by seq limit ${limit}`,
  );
}

export async function lastChange(db: Database, moment: Moment): Promise<number> {
  const row = await db.one<{ seq: number | null }>(sql`select max(seq) as seq from changes`);
  return Math.min(row?.seq ?? 0, moment.seq ?? Number.MAX_SAFE_INTEGER);
}

export async function stats(db: Database, moment: Moment): Promise<Stats> {
  const most = moment.seq ?? Number.MAX_SAFE_INTEGER;
  const number = async (query: ReturnType<typeof sql>) => (await db.one<{ n: number }>(query))?.n ?? 0;
  const [v, a, i, s] = ["v", "a", "i", "s"].map((table) => holds(moment, table));
  const days = await db.one<{ first: string | null; last: string | null; outlets: number }>(
    sql`select min(nullif(v.day, '')) as first, max(nullif(v.day, '')) as last, count(distinct v.outlet) as outlets from versions v where ${v}`,
  );
  const producers = await db.read<Producer & { n: number }>(
    sql`select p.version, p.model, p.lexicon, count(*) as n from analyses a join producers p on p.key = a.producer where a.since <= ${most}
      group by p.key, p.version, p.model, p.lexicon order by p.key`,
  );
  return {
    reports: await number(sql`select count(*) as n from versions v where ${v}`),
    versions: await number(sql`select count(*) as n from versions where since <= ${most}`),
    analyses: await number(sql`select count(*) as n from analyses where since <= ${most}`),
    events: await number(
      sql`select coalesce(sum(a.events), 0) as n from analyses a join versions v on v.key = a.version where ${v} and ${a}`,
    ),
    entities: await number(
      sql`select count(*) as n from entities e join analyses a on a.key = e.analysis join versions v on v.key = a.version where ${v} and ${a}`,
    ),
    actors: await number(
      moment.seq === undefined
        ? sql`select count(*) as n from actors where reports > 0`
        : sql`select count(distinct e.actor) as n from entities e join analyses a on a.key = e.analysis join versions v on v.key = a.version where ${v} and ${a}`,
    ),
    incidents: await number(sql`select count(*) as n from incidents i where ${i}`),
    stories: await number(sql`select count(*) as n from stories s where ${s}`),
    claims: await number(sql`select count(*) as n from claims c join incidents i on i.key = c.incident where ${i}`),
    decisions: await number(sql`select count(*) as n from decisions where seq <= ${most}`),
    faults: await number(sql`select count(*) as n from faults`),
    outlets: days?.outlets ?? 0,
    ...known({ first: days?.first, last: days?.last }),
    producers: producers.map(({ n, version, model, lexicon }) => ({ producer: { version, model, lexicon }, analyses: n })),
  };
}

export async function noteFaults(db: Database, faults: readonly StoredFault[]): Promise<void> {
  if (faults.length === 0) return;
  const at = new Date().toISOString();
  await db.write(async ({ run }) => {
    for (const { where: place, message, source } of faults)
      await run(
        sql`insert into faults (place, message, source, times, at) values (${place}, ${message}, ${source}, 1, ${at})
          on conflict (place) do update set message = excluded.message, source = excluded.source, times = faults.times + 1, at = excluded.at`,
      );
  });
}

export async function faults(db: Database, page?: PageRequest): Promise<Page<StoredFault & { times: number; at: string }>> {
  const cut = cutOf(page);
  const rows = await db.read<{ place: string; message: string; source: string; times: number; at: string }>(
    sql`select * from faults ${where(cut.after ? [sql`place > ${cut.after[0]}`] : [])} order by place ${limitOf(cut)}`,
  );
  return toPage(
    rows,
    cut,
    ({ place, ...rest }) => ({ where: place, ...rest }),
    ({ place }) => [place],
  );
}

export async function clearFaults(db: Database, places: readonly string[]): Promise<void> {
  if (places.length === 0) return;
  await db.write(async ({ run }) => {
    for (const place of places) await run(sql`delete from faults where place = ${place}`);
  });
}

export async function putDocument(db: Database, kind: string, key: string, value: unknown): Promise<void> {
  await db.write(({ run }) =>
    run(
      sql`insert into documents (kind, key, value) values (${kind}, ${key}, ${JSON.stringify(value)})
        on conflict (kind, key) do update set value = excluded.value`,
    ),
  );
}

export async function getDocument<T>(db: Database, kind: string, key: string): Promise<T | undefined> {
  const row = await db.one<{ value: string }>(sql`select value from documents where kind = ${kind} and key = ${key}`);
  return row && JSON.parse(row.value);
}

export async function documents<T>(db: Database, kind: string): Promise<{ key: string; value: T }[]> {
  const rows = await db.read<{ key: string; value: string }>(
    sql`select key, value from documents where kind = ${kind} order by key`,
  );
  return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) }));
}

export async function deleteDocument(db: Database, kind: string, key: string): Promise<boolean> {
  const rows = await db.write(({ run }) => run(sql`delete from documents where kind = ${kind} and key = ${key} returning key`));
  return rows.length > 0;
}

/** What must hold between tables, whatever happened: each line names what does not. */
export async function check(db: Database): Promise<string[]> {
  const found = await db.vocabulary.check(db);
  const none = async (what: string, query: ReturnType<typeof sql>) => {
    const n = (await db.one<{ n: number }>(query))?.n ?? 0;
    if (n > 0) found.push(`${n} ${what}`);
  };
  await none(
    "reports without exactly one current version",
    sql`select count(*) as n from (select r.key from reports r left join versions v on v.report = r.key and v.until is null group by r.key having count(v.key) <> 1) x`,
  );
  await none(
    "versions with two current analyses",
    sql`select count(*) as n from (select version from analyses where until is null group by version having count(*) > 1) x`,
  );
  await none(
    "incidents that are current twice",
    sql`select count(*) as n from (select id from incidents where until is null group by id having count(*) > 1) x`,
  );
  await none(
    "actors whose count of reports is wrong",
    sql`select count(*) as n from actors c left join (select e.actor, count(*) as n from entities e join analyses a on a.key = e.analysis join versions v on v.key = a.version where a.until is null and v.until is null group by e.actor) x on x.actor = c.key where c.reports <> coalesce(x.n, 0)`,
  );
  return found;
}
