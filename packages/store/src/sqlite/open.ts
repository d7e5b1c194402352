import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { Kysely, sql } from "kysely";
import { Database, type Vocabulary } from "../database.ts";
import { noStore, StoreError } from "../store.ts";
import type { Query } from "../words.ts";
import { sqliteDialect } from "./driver.ts";
import { explain } from "./errors.ts";

/** "ANNL": in the file's header, so that a file of another program is told from ours. */
const APPLICATION = 0x414e4e4c;

const VOCABULARY: Vocabulary = {
  key: "integer primary key autoincrement",
  integer: "integer",
  id: "text",
  real: "real",
  blob: "blob",
  words: (table) => [
    `create virtual table ${table}_words using fts5(words, content='', contentless_delete=1, tokenize='unicode61')`,
  ],
  appendOnly: (table) => [
    `create trigger ${table}_kept before update on ${table} begin select raise(abort, 'the log of ${table} is append-only'); end`,
    `create trigger ${table}_stays before delete on ${table} begin select raise(abort, 'the log of ${table} is append-only'); end`,
  ],
  putWords: (table, key, words) => sql`insert into ${sql.table(`${table}_words`)}(rowid, words) values (${key}, ${words})`,
  dropWords: (table, key) => sql`delete from ${sql.table(`${table}_words`)} where rowid = ${key}`,
  matching: (table, query) =>
    sql`(select rowid from ${sql.table(`${table}_words`)} where ${sql.ref(`${table}_words`)} match ${toFts5(query)})`,
  // The sign keeps the planner from looking rows up by it: sqlite.org/optoverview.html, section 2.
  inOrder: (key) => sql`+${key}`,
  hasTable: (table) => sql`select 1 from sqlite_master where type = 'table' and name = ${table}`,
  check: async (db) => {
    const rows = await db.read<{ integrity_check: string }>(sql`pragma integrity_check`);
    const keys = await db.read<{ table: string; parent: string }>(sql`pragma foreign_key_check`);
    return [
      ...rows.map((row) => row.integrity_check).filter((line) => line !== "ok"),
      ...keys.map(({ table, parent }) => `a row of ${table} points at no row of ${parent}`),
    ];
  },
};

/** All words quoted, so that nothing in them is read as syntax. */
function toFts5(query: Query): string {
  const term = ({ words, prefix }: Query["all"][number][number]) => `"${words.join(" ")}"${prefix ? "*" : ""}`;
  const all = query.all.map((any) => `(${any.map(term).join(" OR ")})`).join(" AND ");
  return query.none.length > 0 ? `(${all}) NOT (${query.none.map(term).join(" OR ")})` : all;
}

export interface SqliteOptions {
  /** Refuse a file that is not there, instead of making it. */
  mustExist?: boolean;
  /** Nothing will be written: a file that may not be is opened all the same. */
  reading?: boolean;
  /** How long to wait for another process's write, milliseconds. */
  patience?: number;
}

/** Opens or makes a file: WAL, and every commit is on the disk before it counts (`synchronous=FULL`). */
export async function openSqlite(location: string, options: SqliteOptions = {}): Promise<Database> {
  const file = resolve(location);
  if (!existsSync(dirname(file)))
    throw new StoreError(
      "missing",
      `${location}: no folder ${dirname(file)}; make it first, or choose another file with --store`,
    );
  const there = existsSync(file);
  if (there && statSync(file).isDirectory())
    throw new StoreError("not-a-store", `${location}: a folder; name a file in it, such as ${location}/annalist.db`);
  if (!there && options.mustExist) throw noStore(location);
  const open: DatabaseSyncInstance[] = [];
  try {
    if (options.reading && !isWritable(file)) {
      const only = openUnwritten(file);
      open.push(only);
      applicationOf(only, location);
      const reader = new Kysely<unknown>({ dialect: sqliteDialect(only) });
      return databaseOf(location, reader, reader);
    }
    if (there && !isWritable(file))
      throw new StoreError(
        "read-only",
        `${location}: may not be written, it, its folder or the whole disk; it can still be searched and exported. Check the permissions, or name another with --store`,
      );
    const writer = new DatabaseSync(file, { timeout: 10_000 });
    open.push(writer);
    const application = applicationOf(writer, location);
    writer.exec("pragma journal_mode = wal");
    writer.exec("pragma synchronous = full");
    writer.exec("pragma foreign_keys = on");
    writer.exec("pragma cache_size = -65536");
    if (application !== APPLICATION) writer.exec(`pragma application_id = ${APPLICATION}`);
    // From here on waiting is the driver's, see there.
    writer.exec("pragma busy_timeout = 0");
    const reader = new DatabaseSync(file, { timeout: 10_000 });
    open.push(reader);
    reader.exec("pragma query_only = on");
    reader.exec("pragma cache_size = -65536");
    reader.exec("pragma mmap_size = 1073741824");
    return databaseOf(
      location,
      new Kysely({ dialect: sqliteDialect(reader) }),
      new Kysely({ dialect: sqliteDialect(writer, options.patience ?? 60_000) }),
    );
  } catch (error) {
    for (const database of open) database.close();
    throw explain(error, location);
  }
}

const databaseOf = (location: string, reader: Kysely<unknown>, writer: Kysely<unknown>): Database =>
  new Database({
    location,
    reader,
    writer,
    vocabulary: VOCABULARY,
    explain: (error) => explain(error, location),
    begin: undefined,
  });

/** The mark in a file's header; a file that holds what is not ours is refused. */
function applicationOf(database: DatabaseSyncInstance, location: string): number {
  const [application] = Object.values(database.prepare("pragma application_id").get() as object) as [number];
  const [tables] = Object.values(database.prepare("select count(*) from sqlite_master").get() as object) as [number];
  if (application !== APPLICATION && tables > 0)
    throw new StoreError(
      "not-a-store",
      `${location}: a database of another program; it was left as it is. Name another file with --store`,
    );
  return application;
}

/** SQLite writes beside the file, too. */
function isWritable(file: string): boolean {
  try {
    for (const place of [file, dirname(file)]) accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A file where nothing may be written. What others, or a run that was killed, have left in the log beside it counts;
 * where there is none, SQLite is told that nobody will write, since otherwise it wants to make one.
 */
function openUnwritten(file: string): DatabaseSyncInstance {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  const location = log && log.size > 0 ? file : `${pathToFileURL(file).href}?immutable=1`;
  return new DatabaseSync(location, { readOnly: true, timeout: 10_000 });
}
