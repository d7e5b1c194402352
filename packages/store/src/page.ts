import { sql } from "kysely";
import type { Sql } from "./database.ts";
import { type Page, type PageRequest, StoreError } from "./store.ts";

const MOST = 1000;

/** How many, and from where. */
export interface Cut {
  limit: number;
  offset: number;
  after: (string | number)[] | undefined;
}

export function cutOf(page: PageRequest<string> = {}): Cut {
  const { limit = 50, offset = 0, after } = page;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new StoreError("wrong", `a limit of ${limit}: a whole number from 1 to ${MOST} is wanted`);
  if (!Number.isInteger(offset) || offset < 0)
    throw new StoreError("wrong", `an offset of ${offset}: a whole number from 0 is wanted`);
  return { limit, offset, after: after === undefined ? undefined : readMark(after) };
}

/** The page's items from one row more than its limit; `mark` gives a row's values of the columns it is ordered by. */
export function toPage<Row, Item>(
  rows: Row[],
  { limit }: Cut,
  item: (row: Row) => Item,
  mark: (row: Row) => (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    ...(rows.length > limit && last && { next: Buffer.from(JSON.stringify(mark(last))).toString("base64url") }),
  };
}

export const limitOf = ({ limit, offset }: Cut): Sql => sql`limit ${limit + 1} offset ${offset}`;

function readMark(after: string): (string | number)[] {
  try {
    const values = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
    if (Array.isArray(values) && values.length <= 3 && values.every((value) => ["string", "number"].includes(typeof value)))
      return values;
  } catch {}
  throw new StoreError("wrong", `${after.slice(0, 60)}: no page; give the "next" of the page before`);
}

/** All conditions, or none. */
export const where = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? sql`where ${sql.join([...conditions], sql` and `)}` : sql``;

export const among = (column: Sql, values: readonly (string | number)[]): Sql =>
  values.length === 0 ? sql`1 = 0` : sql`${column} in (${sql.join([...values])})`;

/** An object without what is null or undefined. */
export function known<T extends object>(
  fields: T,
): { [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? K : never]?: NonNullable<T[K]>;
} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as never;
}
