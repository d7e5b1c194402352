import { sql } from "kysely";
import type { Database } from "./database.ts";
import { record } from "./migrations/001-record.ts";
import { StoreError } from "./store.ts";

/** Forward only: what has been published is never edited; a new layout is a new entry. */
const MIGRATIONS = [record];

/** Brings a store to the layout of this version. One made by a newer version is refused and left as it is. */
export async function migrate(db: Database, migrations = MIGRATIONS): Promise<void> {
  const before = await layoutOf(db);
  if (before === migrations.length) return;
  refuseNewer(db, before ?? 0, migrations.length);
  await db.write(async ({ run }) => {
    await run(sql`create table if not exists annalist (name text primary key, value text not null)`);
    // Read again within the transaction: another process may have been quicker.
    const found = await run<{ value: string }>(sql`select value from annalist where name = 'layout'`);
    const layout = Number(found[0]?.value ?? 0);
    refuseNewer(db, layout, migrations.length);
    for (let n = layout; n < migrations.length; n++) {
      for (const statement of migrations[n]?.(db.vocabulary) ?? []) await run(sql.raw(statement));
    }
    await run(
      sql`insert into annalist (name, value) values ('layout', ${String(migrations.length)}) on conflict (name) do update set value = excluded.value`,
    );
  });
}

function refuseNewer({ location }: Database, layout: number, known: number): void {
  if (layout > known)
    throw new StoreError(
      "newer",
      `${location}: written by a newer version of Annalist (layout ${layout}; this one knows ${known}); it was left as it is. Update Annalist`,
    );
}

/** The layout of the store that lies there; undefined where there is none yet. */
export async function layoutOf(db: Database): Promise<number | undefined> {
  const tables = await db.read(db.vocabulary.hasTable("annalist"));
  if (tables.length === 0) return undefined;
  const row = await db.one<{ value: string }>(sql`select value from annalist where name = 'layout'`);
  return row && Number(row.value);
}
