import { sql } from "kysely";
import type { Database, Sql, Transaction } from "./database.ts";
import { type Change, StoreError } from "./store.ts";

/** Which rows hold: those of now, or those of the moment after change `seq`. */
export interface Moment {
  seq: number | undefined;
  asOf: string | undefined;
}

export const NOW: Moment = { seq: undefined, asOf: undefined };

/** The condition that a row of `table` holds at the moment. */
export function holds(moment: Moment, table: string): Sql {
  const until = sql.ref(`${table}.until`);
  if (moment.seq === undefined) return sql`${until} is null`;
  return sql`(${sql.ref(`${table}.since`)} <= ${moment.seq} and (${until} is null or ${until} > ${moment.seq}))`;
}

/** "2021-06-28" means the end of that day, UTC. */
export async function momentOf(db: Database, given: string): Promise<Moment> {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(given);
  const time = Date.parse(day ? `${given}T23:59:59.999Z` : given);
  if (!/^\d{4}-\d{2}-\d{2}/.test(given) || Number.isNaN(time))
    throw new StoreError("wrong", `${given}: no moment; write it like 2021-06-28 or 2021-06-28T14:05:00Z`);
  const asOf = new Date(time).toISOString();
  const row = await db.one<{ seq: number | null }>(sql`select max(seq) as seq from changes where at <= ${asOf}`);
  return { seq: row?.seq ?? 0, asOf };
}

/** Takes the next number for a write. Times never run backwards, even where the machine's clock does. */
export async function note({ run }: Transaction, kind: Change["kind"], subject: string): Promise<{ seq: number; at: string }> {
  const now = new Date().toISOString();
  const rows = await run<{ seq: number; at: string }>(
    sql`insert into changes (at, kind, subject)
      values (coalesce((select case when c.at > ${now} then c.at end from changes c order by c.seq desc limit 1), ${now}), ${kind}, ${subject})
      returning seq, at`,
  );
  return rows[0] as { seq: number; at: string };
}
