import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { openStore } from "../open.ts";
import { contract } from "../testing/contract.ts";

contract("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "annalist-store-"));
  const file = join(folder, "annalist.db");
  return {
    open: () => openStore(file),
    raw: async (sql) => {
      const database = new DatabaseSync(file);
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    },
    drop: async () => rmSync(folder, { recursive: true }),
  };
});
