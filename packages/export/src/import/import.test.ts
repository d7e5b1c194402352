import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Incident } from "@annalist/core";
import { describe, expect, it } from "vitest";
import { exported } from "../testing.ts";
import { compare } from "./compare.ts";
import { type DatasetRow, readDataset } from "./dataset.ts";
import { LAYOUTS } from "./layouts.ts";

const file = (text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), "annalist-import-")), "set.csv");
  writeFileSync(path, text);
  return path;
};
async function read(path: string, as: string) {
  const layout = LAYOUTS[as];
  if (!layout) throw new Error(`no layout ${as}`);
  const rows: DatasetRow[] = [];
  const bad: { line: number; words: string }[] = [];
  for await (const one of readDataset(path, layout)) "row" in one ? rows.push(one.row) : bad.push(one.bad);
  return { rows, bad };
}

const ACLED = `\ufeffevent_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,location,latitude,longitude,geo_precision,source,fatalities
IRQ1,28 June 2021,1,Explosions/Remote violence,Air/drone strike,Military Forces of the United States,Red Hand,Iraq,Mosul,36.34,43.12,1,"Outlet, A",4
IRQ2,2021-07-02,1,Battles,Armed clash,Red Hand,Military Forces of Iraq,Iraq,Erbil,36.19,44.01,1,Outlet B,0
IRQ3,yesterday,1,Battles,Armed clash,Red Hand,,Iraq,Erbil,36.19,44.01,1,Outlet B,0
IRQ4,2021-07-02
`;

function incident(id: string, wanted: Partial<Incident>): Incident {
  return {
    id,
    kind: "incident",
    type: "ASSAULT",
    members: [],
    places: [{ name: "Mosul", latitude: 36.35, longitude: 43.1, country: "IRQ", precision: "settlement", reports: 1 }],
    dates: [{ earliest: "2021-06-28", latest: "2021-06-28", reports: 1 }],
    actors: [{ name: "United States", reports: 1 }],
    recipients: [{ name: "Red Hand", reports: 1 }],
    tolls: [{ outcome: "killed", low: 4, best: 4, high: null, source: "police", report: "r1" }],
    origins: 1,
    originGroups: [],
    relations: [],
    why: [],
    status: "single-source",
    ...wanted,
  };
}

describe("data sets of others", () => {
  it("are read row by row; broken rows are named and the rest is kept", async () => {
    const { rows, bad } = await read(file(ACLED), "acled");
    expect(rows.map(({ id }) => id)).toEqual(["IRQ1", "IRQ2"]);
    expect(rows[0]).toMatchObject({
      earliest: "2021-06-28",
      killed: { best: 4 },
      source: "Outlet, A",
      place: "Mosul",
      kilometres: 15,
    });
    expect(bad.map(({ line }) => line)).toEqual([4, 5]);
    expect(bad[0]?.words).toContain("yesterday");
  });

  it("of the wrong kind are refused with the columns that lack", async () => {
    await expect(read(file(ACLED), "ucdp")).rejects.toThrow('no column "id", "date_start"');
  });

  it("that we wrote ourselves come back", async () => {
    for (const as of ["acled", "ucdp", "gdelt"]) {
      const { path, summary } = await exported(as, "0".repeat(64));
      const { rows, bad } = await read(path, as);
      expect(bad, as).toEqual([]);
      expect(rows, as).toHaveLength(summary.rows);
      expect(rows[0]?.earliest, as).toBe("2021-01-01");
    }
  });
});

describe("compare", () => {
  it("matches, tells differences, what is missing and what the set does not list", async () => {
    const { rows } = await read(file(ACLED), "acled");
    const found = compare(rows, [
      incident("i1", {}),
      incident("i2", { dates: [{ earliest: "2021-09-01", latest: "2021-09-01", reports: 1 }] }),
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(["matched", "missing", "unlisted"]);
    const [other] = compare(rows, [
      incident("i1", { tolls: [{ outcome: "killed", low: 9, best: 9, high: 9, source: "x", report: "r1" }] }),
    ]);
    expect(other).toMatchObject({ kind: "differing", differences: [{ field: "killed", dataset: "4", record: "9" }] });
  });

  it("holds a state's troops for its military, and nobody's name for no difference", async () => {
    const { rows } = await read(file(ACLED), "acled");
    const [row] = rows;
    if (!row) throw new Error("no row");
    const troops = { actors: [{ name: "Navy jets", country: "USA", sector: "MIL", reports: 1 }] };
    const kinds = (one: DatasetRow, wanted: Partial<Incident>, countries = new Map([["USA", { name: "United States" }]])) =>
      compare([one], [incident("i1", wanted)], countries).map((found) =>
        found.kind === "differing" ? found.differences.map(({ field }) => field).join() : found.kind,
      );
    expect(kinds(row, troops)).toEqual(["matched"]);
    expect(kinds(row, troops, new Map())).toEqual(["actor"]);
    expect(kinds({ ...row, recipients: ["Civilians (Iraq)"] }, {})).toEqual(["matched"]);
    expect(kinds(row, { recipients: [{ name: "two men", reports: 1 }] })).toEqual(["matched"]);
    expect(kinds(row, { recipients: [{ name: "Blue Hand Army", reports: 1 }] })).toEqual(["matched"]);
    expect(kinds(row, { recipients: [{ name: "Wolves", reports: 1 }] })).toEqual(["recipient"]);
  });

  it("keeps apart two towns and two weeks, and takes no incident twice", async () => {
    const { rows } = await read(file(ACLED), "acled");
    const erbil = [{ name: "Erbil", latitude: 36.19, longitude: 44.01, precision: "settlement" as const, reports: 1 }];
    const [row] = rows;
    if (!row) throw new Error("no row");
    expect(compare([row], [incident("i1", { places: erbil })])[0]?.kind).toBe("missing");
    expect(compare([row, { ...row, id: "IRQ9" }], [incident("i1", {})]).map(({ kind }) => kind)).toEqual(["matched", "missing"]);
  });
});
