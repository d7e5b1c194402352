import type { Database } from "./database.ts";
import { layoutOf, migrate } from "./migrate.ts";
import { openSqlite, type SqliteOptions } from "./sqlite/open.ts";
import { noStore, type Store } from "./store.ts";
import { viewOf } from "./view.ts";

export interface OpenOptions extends SqliteOptions {
  /** Show the record as of this moment. */
  asOf?: string;
}

export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//i.test(location);

/** Opens a store: a file, made where there is none, or a PostgreSQL address. Brings an older layout to this version's. */
export async function openStore(location: string, options: OpenOptions = {}): Promise<Store> {
  const db = await openDatabase(location, options);
  try {
    if (options.mustExist && (await layoutOf(db)) === undefined) throw noStore(db.location);
    await migrate(db);
    const store = viewOf(db);
    if (options.asOf === undefined) return store;
    const past = await store.at(options.asOf);
    return { ...past, close: () => store.close() };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function openDatabase(location: string, options: OpenOptions): Promise<Database> {
  // Only where it is asked for: most who use a file need no client for a server.
  if (isPostgres(location)) return (await import("./postgres/open.ts")).openPostgres(location);
  return openSqlite(location, options);
}
