import { describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { NOW } from "../moment.ts";
import { createCounting } from "./index.ts";

/** A database without incidents, which counts how often it is read and says that they have changed. */
function database() {
  const seen = { readings: 0 };
  const later = () => new Promise((resolve) => setTimeout(resolve, 1));
  const db = {
    async read() {
      seen.readings++;
      await later();
      return [];
    },
    async one() {
      await later();
      return { yes: 1 };
    },
  } as unknown as Database;
  return { db, seen };
}

describe("the columns", () => {
  it("are read once for all who ask at the same time, and again when the incidents have changed", async () => {
    const { db, seen } = database();
    let change = 1;
    const counting = createCounting(db, NOW, async () => change);
    const many = () => Promise.all(Array.from({ length: 40 }, () => counting.facets({})));
    await many();
    expect(seen.readings).toBe(1);
    change = 2;
    await many();
    expect(seen.readings).toBe(2);
    await many();
    expect(seen.readings).toBe(2);
  });

  it("are not waited for by a list: the database answers it meanwhile", async () => {
    const { db, seen } = database();
    let change = 1;
    const counting = createCounting(db, NOW, async () => change);
    const page = () => counting.page({}, { by: "day", descending: true, after: undefined, limit: 10 });
    expect(await page()).toBeUndefined();
    expect(seen.readings).toBe(0);
    await counting.countIncidents();
    expect(await page()).toEqual([]);
    change = 2;
    expect(await page()).toBeUndefined();
    await counting.countIncidents();
    expect(await page()).toEqual([]);
  });
});
