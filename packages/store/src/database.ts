import type { Kysely, RawBuilder } from "kysely";
import type { Query } from "./words.ts";

// biome-ignore lint/suspicious/noExplicitAny: SQL is written by hand; rows are typed where they are read.
export type Sql = RawBuilder<any>;

/** Where the two databases differ. */
export interface Vocabulary {
  /** Column types. */
  key: string;
  integer: string;
  /** Of ids: ordered by their bytes, whatever the server's language. */
  id: string;
  real: string;
  blob: string;
  /** Statements that make the index of words of a table, by its key. */
  words(table: string): string[];
  /** Statements after which no row of a table can be changed or dropped. */
  appendOnly(table: string): string[];
  putWords(table: string, key: number, words: string): Sql;
  dropWords(table: string, key: number): Sql;
  /** A subquery: keys of the rows that match. */
  matching(table: string, query: Query): Sql;
  /**
   * A key as it is compared where rows are wanted in the order of an index and few of them: so that a word that half of
   * the record holds is not looked up, and sorted, whole.
   */
  inOrder(key: Sql): Sql;
  /** A row where there is such a table. */
  hasTable(table: string): Sql;
  /** What the database finds wrong with itself. */
  check(database: Database): Promise<string[]>;
}

export interface Transaction {
  run<Row = unknown>(statement: Sql): Promise<Row[]>;
}

interface Parts {
  location: string;
  reader: Kysely<unknown>;
  writer: Kysely<unknown>;
  vocabulary: Vocabulary;
  explain(error: unknown): unknown;
  /** What opens every write: a lock, where the database lets several write at once. */
  begin: Sql | undefined;
}

/** A database with its vocabulary. Writes come one behind the other, so that their numbers grow in the order of their commits. */
export class Database {
  readonly location: string;
  readonly vocabulary: Vocabulary;

  constructor(private readonly parts: Parts) {
    this.location = parts.location;
    this.vocabulary = parts.vocabulary;
  }

  async read<Row>(query: Sql): Promise<Row[]> {
    try {
      return (await query.execute(this.parts.reader)).rows as Row[];
    } catch (error) {
      throw this.parts.explain(error);
    }
  }

  async one<Row>(query: Sql): Promise<Row | undefined> {
    return (await this.read<Row>(query))[0];
  }

  /** All of it or nothing. */
  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.parts.writer.transaction().execute(async (transaction) => {
        if (this.parts.begin) await this.parts.begin.execute(transaction);
        return work({ run: async <Row>(statement: Sql) => (await statement.execute(transaction)).rows as Row[] });
      });
    } catch (error) {
      throw this.parts.explain(error);
    }
  }

  async close(): Promise<void> {
    await this.parts.reader.destroy();
    if (this.parts.writer !== this.parts.reader) await this.parts.writer.destroy();
  }
}
