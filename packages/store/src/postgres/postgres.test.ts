import { randomBytes } from "node:crypto";
import pg from "pg";
import { describe, it } from "vitest";
import { type OpenOptions, openStore } from "../open.ts";
import { contract } from "../testing/contract.ts";
import { openPostgres } from "./open.ts";

// Set by npm test where a server answers or could be set up; see scripts/postgres.mjs.
const server = process.env.ANNALIST_POSTGRES;

/** Each store in a schema of its own, so that tests do not meet. */
async function ground() {
  const schema = `annalist_${randomBytes(6).toString("hex")}`;
  const location = `${server}?options=-c%20search_path%3D${schema}%20-c%20synchronous_commit%3Doff`;
  const raw = async (sql: string, at = location) => {
    const client = new pg.Client({ connectionString: at });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await raw(`create schema ${schema}`, server);
  return {
    open: (options?: OpenOptions) => openStore(location, options),
    bare: () => openPostgres(location),
    raw: (sql: string) => raw(sql),
    drop: async () => {
      await raw(`drop schema ${schema} cascade`, server);
    },
  };
}

if (server) contract("PostgreSQL", ground);
else describe("the store on PostgreSQL", () => it.skip("left out: no server; set ANNALIST_POSTGRES", () => {}));
