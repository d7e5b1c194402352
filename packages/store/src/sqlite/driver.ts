import type { DatabaseSyncInstance as DatabaseSync, StatementSyncInstance as StatementSync } from "@photostructure/sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { isBusy } from "./errors.ts";

/** Prepared statements that a connection keeps. Queries are built from few parts, so that most recur. */
const STATEMENTS = 300;

/**
 * One connection to a file as a dialect of kysely. Calls are synchronous below; a transaction keeps others waiting.
 * `patience`, milliseconds, is how long one that writes waits for another process; one that only reads has none.
 */
export function sqliteDialect(database: DatabaseSync, patience = 0): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(database, patience),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class SqliteDriver implements Driver {
  private readonly connection: SqliteConnection;
  private last: Promise<void> = Promise.resolve();
  private release = () => {};

  constructor(
    private readonly database: DatabaseSync,
    private readonly patience: number,
  ) {
    this.connection = new SqliteConnection(database);
  }

  async init() {}

  async acquireConnection() {
    const before = this.last;
    let done = () => {};
    this.last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    this.release = done;
    return this.connection;
  }

  async releaseConnection() {
    this.release();
  }

  /**
   * `immediate`: a transaction that will write takes its lock at once, so that it never fails half way for another's. SQLite
   * itself would wait with the whole thread; the one that we wait for may need it.
   */
  async beginTransaction(connection: DatabaseConnection) {
    for (const until = performance.now() + this.patience; ; ) {
      try {
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 20));
      }
    }
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  /** SQLite has already rolled back after some errors (disk full); then there is nothing left to do. */
  async rollbackTransaction(connection: DatabaseConnection) {
    if (this.database.isTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async destroy() {
    this.connection.forget();
    // Statements live until they are collected, and the file is open as long; so that it can be copied now, what is in the log
    // beside it is brought in. Where the disk is full, or another reads, whoever opens it next does that.
    try {
      if (this.patience > 0) this.database.exec("pragma wal_checkpoint(truncate)");
    } catch {}
    this.database.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  private readonly statements = new Map<string, StatementSync>();

  constructor(private readonly database: DatabaseSync) {}

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.prepare(sql);
    // node:sqlite has no booleans and no undefined.
    const values = parameters.map((value) => (value === undefined ? null : typeof value === "boolean" ? Number(value) : value));
    return { rows: statement.all(...(values as never[])) as Row[] };
  }

  // biome-ignore lint/correctness/useYield: kysely asks for a generator; we page by key instead.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("not streamed: page by key");
  }

  forget() {
    this.statements.clear();
  }

  private prepare(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) {
      // Moved to the end: the first is the one used longest ago.
      this.statements.delete(sql);
      this.statements.set(sql, known);
      return known;
    }
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    if (this.statements.size > STATEMENTS) this.statements.delete(this.statements.keys().next().value as string);
    return statement;
  }
}
