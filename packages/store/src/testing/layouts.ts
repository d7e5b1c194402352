import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Database } from "../database.ts";
import { migrate } from "../migrate.ts";
import { record } from "../migrations/001-record.ts";
import type { OpenOptions } from "../open.ts";
import type { Store } from "../store.ts";
import { report } from "./samples.ts";

/** What every store does about a layout that is not its own. `open` and `bare` open one and the same place. */
export function layouts(
  places: () => { store: Store; open(options?: OpenOptions): Promise<Store>; bare(): Promise<Database> },
): void {
  const later = [record, () => ["alter table reports add column note text"]];
  const withBare = async (work: (db: Database) => Promise<unknown>) => {
    const db = await places().bare();
    try {
      await work(db);
    } finally {
      await db.close();
    }
  };

  it("is brought to a later layout with all that is in it, by whoever comes first", async () => {
    await places().store.putReports([report("a", "Some words.")]);
    await withBare(async (one) => withBare(async (two) => Promise.all([migrate(one, later), migrate(two, later)])));
    await withBare(async (db) => {
      expect(await db.one(sql`select id, note from reports`)).toEqual({ id: "a", note: null });
      expect(await db.one(sql`select value from annalist where name = 'layout'`)).toEqual({ value: "2" });
    });
  });

  it("of a later version is refused with a word, and not harmed", async () => {
    await places().store.putReports([report("a", "Some words.")]);
    await withBare((db) => migrate(db, later));
    await expect(places().open()).rejects.toMatchObject({
      code: "newer",
      message: expect.stringMatching(/newer version of Annalist \(layout 2; this one knows 1\); it was left as it is\. Update/),
    });
    await withBare(async (db) => {
      await migrate(db, later);
      expect(await db.one(sql`select id, note from reports`)).toEqual({ id: "a", note: null });
    });
  });

  it("is not made by who wants one that is there", async () => {
    await withBare(async (db) => {
      await db.write(({ run }) => run(sql`drop table annalist`));
    });
    await expect(places().open({ mustExist: true })).rejects.toMatchObject({ code: "missing" });
    await withBare(async (db) => {
      expect(await db.read(db.vocabulary.hasTable("annalist"))).toEqual([]);
      await db.write(async ({ run }) => {
        await run(sql`create table annalist (name text primary key, value text not null)`);
        await run(sql`insert into annalist values ('layout', '1')`);
      });
    });
  });

  it("stays as it was when a migration fails half way", async () => {
    await places().store.putReports([report("a", "Some words.")]);
    await withBare((db) =>
      expect(migrate(db, [record, () => ["alter table reports add column note text", "no statement"]])).rejects.toThrow(),
    );
    const again = await places().open();
    expect((await again.getReport("a"))?.text).toBe("Some words.");
    await again.close();
    await withBare((db) => expect(db.read(sql`select note from reports`)).rejects.toThrow());
  });
}
