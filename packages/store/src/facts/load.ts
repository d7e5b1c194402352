import type { Incident } from "@annalist/core";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { holds, type Moment } from "../moment.ts";
import type { IncidentTie } from "../store.ts";
import { type Coded, dayNumber, type Facts, type Parties, tiesOf } from "./facts.ts";

/** Rows read at a time: between two such pages others get their turn. */
const PAGE = 1000;

interface Row {
  key: number;
  id: string;
  type: string;
  mode: string | null;
  status: string;
  country: string | null;
  precision: string | null;
  day: string;
  last_day: string;
  origins: number;
  killed_low: number | null;
  injured_low: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Only where it holds a relation. */
  body: string | null;
}

/** Reads the facts of a moment. */
export async function loadFacts(db: Database, moment: Moment): Promise<Facts> {
  const rows: Row[] = [];
  const ties = new Map<string, IncidentTie[]>();
  for await (const page of pages<Row>(
    db,
    (after) => sql`select i.key, i.id, i.type, i.mode, i.status, i.country, i.precision, i.day, i.last_day, i.origins,
      i.killed_low, i.injured_low, i.latitude, i.longitude, case when i.body like '%"relations":[]%' then null else i.body end as body
      from incidents i where i.key > ${after} and ${holds(moment, "i")} order by i.key limit ${PAGE}`,
  )) {
    for (const row of page) {
      if (row.body !== null) for (const tie of tiesOf(JSON.parse(row.body) as Incident)) putTie(ties, tie);
      row.body = null;
      rows.push(row);
    }
  }
  const column = <T>(value: (row: Row) => T): T[] => rows.map(value);
  const figures = (value: (row: Row) => number | null) => Int32Array.from(column(value), (each) => each ?? -1);
  const degrees = (value: (row: Row) => number | null) => Float64Array.from(column(value), (each) => each ?? Number.NaN);
  const key = Float64Array.from(column((row) => row.key));
  return {
    count: rows.length,
    all: Int32Array.from(rows.keys()),
    key,
    id: column((row) => row.id),
    type: coded(column((row) => row.type)),
    mode: coded(column((row) => row.mode)),
    status: coded(column((row) => row.status)),
    country: coded(column((row) => row.country)),
    precision: coded(column((row) => row.precision)),
    day: Int32Array.from(column((row) => dayNumber(row.day))),
    lastDay: Int32Array.from(column((row) => dayNumber(row.last_day))),
    origins: figures((row) => row.origins),
    killed: figures((row) => row.killed_low),
    injured: figures((row) => row.injured_low),
    latitude: degrees((row) => row.latitude),
    longitude: degrees((row) => row.longitude),
    ...(await loadParties(db, moment, key)),
    ties,
  };
}

function putTie(ties: Map<string, IncidentTie[]>, tie: IncidentTie): void {
  for (const end of new Set([tie.from, tie.to])) {
    const list = ties.get(end) ?? [];
    list.push(tie);
    ties.set(end, list);
  }
}

function coded(column: (string | null)[]): Coded {
  const values = [""];
  const known = new Map<string, number>();
  const codes = Int32Array.from(column, (value) => {
    if (value === null) return 0;
    const code = known.get(value) ?? values.push(value) - 1;
    known.set(value, code);
    return code;
  });
  return { codes, values };
}

interface PartyRow {
  key: number;
  role: "actor" | "recipient";
  actor: string;
  name: string;
}

async function loadParties(db: Database, moment: Moment, key: Float64Array): Promise<Pick<Facts, "actor" | "recipient">> {
  const keys: string[] = [];
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const found = {
    actor: { starts: new Int32Array(key.length + 1), actors: [] as number[] },
    recipient: { starts: new Int32Array(key.length + 1), actors: [] as number[] },
  };
  let at = 0;
  const close = (until: number) => {
    for (; at < until; at++)
      for (const role of ["actor", "recipient"] as const) found[role].starts[at + 1] = found[role].actors.length;
  };
  for (let from = 0; from < key.length; from += PAGE) {
    const last = key[Math.min(from + PAGE, key.length) - 1]!;
    const rows = await db.read<PartyRow>(sql`select x.incident as key, x.role, x.actor, x.name from incident_actors x
      join incidents i on i.key = x.incident
      where x.incident >= ${key[from]!} and x.incident <= ${last} and ${holds(moment, "i")} order by x.incident, x.role, x.actor`);
    for (const row of rows) {
      // Incidents of nobody are passed over.
      while (key[at]! < row.key) close(at + 1);
      let number = numbers.get(row.actor);
      if (number === undefined) {
        number = keys.push(row.actor) - 1;
        names.push(row.name);
        numbers.set(row.actor, number);
      } else if (row.name < names[number]!) names[number] = row.name;
      found[row.role].actors.push(number);
    }
    await breath();
  }
  close(key.length);
  const parties = ({ starts, actors }: (typeof found)["actor"]): Parties => ({
    starts,
    actors: Int32Array.from(actors),
    keys,
    names,
    numbers,
  });
  return { actor: parties(found.actor), recipient: parties(found.recipient) };
}

async function* pages<Row extends { key: number }>(
  db: Database,
  page: (after: number) => ReturnType<typeof sql>,
): AsyncGenerator<Row[]> {
  for (let after = -1; ; ) {
    const rows = await db.read<Row>(page(after));
    yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.key;
    await breath();
  }
}

const breath = () => new Promise((resolve) => setImmediate(resolve));
