import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pageOfAnalyses } from "../analyses.ts";
import { NOW } from "../moment.ts";
import { openStore } from "../open.ts";
import { contract } from "../testing/contract.ts";
import { openSqlite } from "./open.ts";

contract("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "annalist-store-"));
  const file = join(folder, "annalist.db");
  return {
    open: (options) => openStore(file, options),
    bare: () => openSqlite(file),
    raw: (sql) => withFile(file, sql),
    drop: async () => rmSync(folder, { recursive: true }),
  };
});

async function withFile(file: string, sql: string) {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

it("reads a page of analyses by its keys, and sorts nothing for it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "annalist-store-"));
  const file = join(folder, "annalist.db");
  await (await openStore(file)).close();
  const database = await openSqlite(file);
  const plan = await database.read<{ detail: string }>(sql`explain query plan ${pageOfAnalyses(NOW, "r1")}`);
  await database.close();
  rmSync(folder, { recursive: true });
  expect(plan.length).toBe(3);
  for (const { detail } of plan) expect(detail).toMatch(/^SEARCH /);
});

describe("a file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "annalist-store-"));
    file = join(folder, "annalist.db");
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const hash = () => createHash("sha256").update(readFileSync(file)).digest("hex");
  const refused = async (code: string, says: RegExp) => {
    const before = hash();
    for (const reading of [true, false])
      await expect(openStore(file, { reading })).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
    expect(hash()).toBe(before);
  };

  it("that is no store of ours is left as it is to the byte: one of a newer version", async () => {
    await (await openStore(file)).close();
    await withFile(file, "update annalist set value = '99' where name = 'layout'; pragma wal_checkpoint(truncate)");
    await refused("newer", /layout 99/);
  });

  it("that is no store of ours is left as it is to the byte: one of another program", async () => {
    await withFile(file, "create table theirs (x); insert into theirs values (1)");
    await refused("not-a-store", /another program; it was left as it is/);
  });

  it("that is no store of ours is left as it is to the byte: no database at all, and a damaged one", async () => {
    writeFileSync(file, "A text of some length that is no database, and longer than the header of one would be.\n".repeat(40));
    await refused("not-a-store", /no database/);
    await (await openStore(join(folder, "whole.db"))).close();
    const bytes = readFileSync(join(folder, "whole.db"));
    bytes.fill(0xff, 4096);
    writeFileSync(file, bytes);
    await refused("damaged", /damaged/);
  });

  it("whose store is closed is whole without what lies beside it: it can be copied", async () => {
    const store = await openStore(file);
    await store.putReports([{ report: { id: "a", text: "Some words." }, provenance: { source: "x", original: "" } }]);
    await store.stats();
    await store.close();
    copyFileSync(file, join(folder, "copy.db"));
    const copy = await openStore(join(folder, "copy.db"));
    expect(await copy.stats()).toMatchObject({ reports: 1 });
    await copy.close();
  });

  it("that cannot be opened is named with its remedy: a folder, a folder that is not there, a store that is not there", async () => {
    await expect(openStore(folder)).rejects.toThrow(/a folder; name a file in it/);
    await expect(openStore(join(folder, "none", "a.db"))).rejects.toThrow(/make it first/);
    await expect(openStore(file, { mustExist: true })).rejects.toThrow(/no such store/);
  });
});
