import { describe, expect, it } from "vitest";
import { code } from "../codebook.ts";
import { AMERICANS, ARMY, entry, FARMERS, GROUP, WORLD } from "../testing.ts";
import { UCDP } from "./codebook.ts";
import { priogrid } from "./precision.ts";

function row(wanted: Parameters<typeof entry>[0]): Record<string, unknown> {
  const coded = code(UCDP, entry(wanted), WORLD);
  return "excluded" in coded
    ? { rule: coded.excluded.rule }
    : Object.fromEntries(UCDP.columns.map(({ name }, i) => [name, coded.cells[i]?.value]));
}
const TWO = [{ low: 2, best: 2, high: 2, group: "civilian" as const }];

describe("UCDP GED", () => {
  it("writes its 49 columns in its order", () => {
    expect(UCDP.columns.map(({ name }) => name).join(",")).toBe(
      "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id," +
        "dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article," +
        "source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2," +
        "latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a," +
        "deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob",
    );
  });

  it("codes one-sided violence", () => {
    expect(row({ killed: TWO })).toMatchObject({
      type_of_violence: 3,
      side_a: "Red Hand",
      side_b: "Civilians",
      dyad_name: "Red Hand - Civilians",
      best: 2,
      low: 2,
      high: 2,
      deaths_civilians: 2,
      deaths_unknown: 0,
      where_prec: 1,
      geom_wkt: "POINT (43.12 36.34)",
      country_id: 645,
      date_prec: 1,
      gwnoa: null,
    });
  });

  it("codes state-based violence with the state's number", () => {
    expect(row({ killed: TWO, actors: [ARMY], recipients: [entry().incident.actors[0] ?? FARMERS] })).toMatchObject({
      type_of_violence: 1,
      side_a: "Government of Iraq",
      gwnoa: 645,
      side_b: "Red Hand",
      gwnob: null,
    });
    expect(row({ killed: TWO, actors: [ARMY], recipients: [AMERICANS] })).toMatchObject({ type_of_violence: 1, gwnob: 2 });
  });

  it("takes no count for the name of a side", () => {
    const fighters = { name: "four fighters", sector: "REB", reports: 3 };
    const militias = { name: "militias backed by Iran", sector: "REB", reports: 1 };
    const dead = { killed: TWO, actors: [ARMY], status: "corroborated" as const };
    expect(row({ ...dead, recipients: [fighters, militias] })).toMatchObject({
      side_b: "militias backed by Iran",
      code_status: "Check dyad",
    });
    expect(row({ ...dead, recipients: [fighters, GROUP] })).toMatchObject({ side_b: "Red Hand", code_status: "Clear" });
    expect(row({ ...dead, recipients: [fighters] })).toMatchObject({
      type_of_violence: 1,
      side_b: null,
      dyad_name: null,
      conflict_name: null,
      code_status: "Check dyad",
    });
  });

  it("lets nobody fight himself where an exchange of fire has one side on both", () => {
    expect(row({ killed: TWO, actors: [ARMY, GROUP], recipients: [ARMY] })).toMatchObject({
      side_a: "Red Hand",
      side_b: "Government of Iraq",
    });
  });

  it("tells near a town (2) from a district (3)", () => {
    const near = entry({ killed: TWO });
    const [place] = near.incident.places;
    const found = near.sources.get("r1")?.analysis.places[0];
    if (!place || !found) throw new Error("the test's incident has a place");
    place.precision = found.precision = "district";
    const precision = () => {
      const coded = code(UCDP, near, WORLD);
      return "excluded" in coded ? coded : coded.cells[UCDP.columns.findIndex(({ name }) => name === "where_prec")]?.value;
    };
    expect(precision()).toBe(3);
    found.feature = "ADM2";
    expect(precision()).toBe(3);
    found.feature = "PPL";
    expect(precision()).toBe(2);
  });

  it.each([
    ["ucdp.force", { type: "PROTEST" as const, killed: TWO }],
    ["ucdp.death", {}],
    ["ucdp.death", { killed: [{ low: 0, best: 0, high: 0 }] }],
    ["ucdp.side-a", { killed: TWO, actors: [] }],
    ["ucdp.unnamed", { killed: TWO, actors: [{ name: "gunmen", sector: "UNC", reports: 1 }] }],
    ["ucdp.side-b", { killed: TWO, recipients: [] }],
    ["ucdp.date", { killed: TWO, dates: [{ earliest: "2020-06-01", latest: "2021-06-30", reports: 1 }] }],
    ["ucdp.place", { killed: TWO, places: [] }],
    ["ucdp.denied", { killed: TWO, status: "denied" as const }],
  ])("leaves out by %s", (rule, wanted) => {
    expect(row(wanted)).toEqual({ rule });
  });

  it("takes as best what most reports say, and keeps the range", () => {
    const tolls = [
      { low: 10, best: 12, high: 15, report: "r1" },
      { low: 8, best: 8, high: 8, report: "r2" },
      { low: 8, best: 8, high: 8, report: "r3" },
    ];
    expect(row({ killed: tolls })).toMatchObject({ low: 8, best: 8, high: 15, deaths_unknown: 8 });
  });

  it("numbers PRIO-GRID from the south-west", () => {
    expect(priogrid(-90, -180)).toBe(1);
    expect(priogrid(-90, 179.9)).toBe(720);
    expect(priogrid(89.9, 179.9)).toBe(259_200);
  });
});
