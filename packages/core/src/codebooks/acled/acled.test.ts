import { describe, expect, it } from "vitest";
import { code } from "../codebook.ts";
import { AMERICANS, ARMY, CROWD, entry, FARMERS, GROUP, MAYOR, WORLD } from "../testing.ts";
import { acledName, interaction, interOf } from "./actors.ts";
import { ACLED } from "./codebook.ts";
import { acledType } from "./types.ts";

/** The coded row keyed by column, or the rule that left it out. */
function row(wanted: Parameters<typeof entry>[0]): Record<string, unknown> {
  const coded = code(ACLED, entry(wanted), WORLD);
  return "excluded" in coded
    ? { rule: coded.excluded.rule }
    : Object.fromEntries(ACLED.columns.map(({ name }, i) => [name, coded.cells[i]?.value]));
}

describe("ACLED", () => {
  it("writes its 31 columns in its order", () => {
    expect(ACLED.columns.map(({ name }) => name).join(",")).toBe(
      "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2," +
        "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude," +
        "geo_precision,source,source_scale,notes,fatalities,tags,timestamp",
    );
  });

  it("codes an attack of rebels on civilians", () => {
    expect(row({ killed: [{ low: 2, best: 2, high: 2 }] })).toMatchObject({
      event_date: "2021-06-28",
      year: 2021,
      time_precision: 1,
      disorder_type: "Political violence",
      event_type: "Violence against civilians",
      sub_event_type: "Attack",
      actor1: "Red Hand",
      inter1: 2,
      actor2: "Civilians (Iraq)",
      assoc_actor_2: "two farmers",
      inter2: 7,
      interaction: 27,
      civilian_targeting: "Civilian targeting",
      iso: 368,
      country: "Iraq",
      admin1: "Nineveh",
      location: "Mosul",
      geo_precision: 1,
      fatalities: 2,
      timestamp: 1767323045,
    });
  });

  it("ties every cell to characters", () => {
    const coded = code(ACLED, entry(), WORLD);
    if ("excluded" in coded) throw new Error(coded.excluded.words);
    const at = (name: string) => coded.cells[ACLED.columns.findIndex((column) => column.name === name)]?.evidence[0];
    expect(at("location")).toEqual({ report: "r1", start: 45, end: 50 });
    expect(at("event_date")).toEqual({ report: "r1", start: 54, end: 60 });
    expect(at("actor1")).toMatchObject({ start: 14, end: 22 });
  });

  it.each([
    ["Battles", "Armed clash", { recipients: [ARMY] }],
    ["Explosions/Remote violence", "Air/drone strike", { mode: "aerial", recipients: [ARMY] }],
    ["Explosions/Remote violence", "Suicide bomb", { mode: "suicide-attack" }],
    ["Explosions/Remote violence", "Shelling/artillery/missile attack", { mode: "heavy-weapons" }],
    ["Explosions/Remote violence", "Remote explosive/landmine/IED", { mode: "explosives" }],
    ["Violence against civilians", "Abduction/forced disappearance", { mode: "abduct" }],
    ["Violence against civilians", "Sexual violence", { mode: "sexual" }],
    ["Violence against civilians", "Attack", { recipients: [MAYOR] }],
    ["Protests", "Excessive force against protesters", { actors: [ARMY], recipients: [CROWD] }],
    ["Protests", "Peaceful protest", { type: "PROTEST" as const, mode: "demo", actors: [CROWD], recipients: [] }],
    ["Riots", "Violent demonstration", { type: "PROTEST" as const, mode: "riot", actors: [CROWD] }],
    ["Strategic developments", "Arrests", { type: "COERCE" as const, mode: "arrest", actors: [ARMY] }],
    ["Strategic developments", "Looting/property destruction", { mode: "destroy" }],
    ["Strategic developments", "Agreement", { type: "AGREE" as const }],
  ])("tells %s / %s", (type, sub, wanted) => {
    expect(acledType(entry(wanted))).toMatchObject({ type, sub });
  });

  it.each([
    ["acled.no-act", { type: "ACCUSE" as const }],
    ["acled.mobilize", { type: "MOBILIZE" as const }],
    ["acled.agreement", { type: "AGREE" as const, actors: [FARMERS], recipients: [] }],
    ["acled.property", { mode: "destroy", actors: [FARMERS], recipients: [] }],
    ["acled.no-gathering", { type: "PROTEST" as const, mode: "strike" }],
    ["acled.target", { recipients: [] }],
    ["acled.denied", { status: "denied" as const }],
    ["acled.date", { dates: [] }],
    ["acled.date", { dates: [{ earliest: "2021-01-01", latest: "2021-12-31", reports: 1 }] }],
    ["acled.place", { places: [] }],
  ])("leaves out by %s", (rule, wanted) => {
    expect(row(wanted)).toEqual({ rule });
  });

  it("takes the most conservative figure, and none for none", () => {
    const tolls = [
      { low: 4, best: 4, high: null },
      { low: 12, best: 12, high: null, report: "r2" },
    ];
    expect(row({ killed: tolls }).fatalities).toBe(4);
    expect(row({}).fatalities).toBe(0);
  });

  it("tells forces at home from forces abroad, and who stands where", () => {
    const acting = { country: "IRQ", role: "actor", deed: "violence" } as const;
    expect(interOf(ARMY, acting)).toBe(1);
    expect(interOf(AMERICANS, acting)).toBe(8);
    expect(interOf(MAYOR, { ...acting, role: "recipient" })).toBe(7);
    expect(interOf(undefined, { ...acting, role: "recipient" })).toBe(0);
    expect(interOf({ name: "thousands", sector: "CVL", reports: 1 }, { ...acting, deed: "protest" })).toBe(6);
    expect(interOf({ name: "a group calling itself the Wolves", reports: 1 }, acting)).toBe(3);
    expect(acledName(AMERICANS, acting, WORLD)).toBe("Military Forces of the United States");
    expect(acledName({ name: "gunmen", sector: "UNC", reports: 1 }, acting, WORLD)).toBe("Unidentified Armed Group (Iraq)");
    expect(acledName({ name: "a little-known group calling itself the Wolves", reports: 1 }, acting, WORLD)).toBe("the Wolves");
    expect(acledName({ name: "thousands", reports: 1 }, { ...acting, deed: "protest" }, WORLD)).toBe("Protesters (Iraq)");
    expect(acledName(GROUP, acting, WORLD)).toBe("Red Hand");
  });

  it("lists with a side who tells more than its own name, and no number, place or thing told twice", () => {
    const people = (name: string) => ({ name, sector: "CVL", reports: 1 });
    const all = ["several others", "at least three people", "Mosul", "contractor", "a civilian contractor"].map(people);
    expect(row({ recipients: all })).toMatchObject({ actor2: "Civilians (Iraq)", assoc_actor_2: "a civilian contractor" });
  });

  it("never leaves the attacker's column empty, and takes aircraft for an army's", () => {
    expect(row({ actors: [] })).toMatchObject({ actor1: "Unidentified Armed Group (Iraq)", inter1: 3, interaction: 37 });
    expect(row({ actors: [], mode: "aerial", recipients: [ARMY] })).toMatchObject({
      actor1: "Unidentified Military Forces (Iraq)",
      inter1: 8,
      interaction: 18,
    });
    expect(row({ type: "COERCE", mode: "arrest", actors: [] })).toMatchObject({ actor1: null, inter1: 0 });
  });

  it("has governments use force by their military, and lists nobody twice under one name", () => {
    const president = { name: "a president", reference: "person:p", country: "USA", sector: "GOV", reports: 1 };
    expect(row({ actors: [president, AMERICANS], mode: "aerial", recipients: [GROUP] })).toMatchObject({
      actor1: "Military Forces of the United States",
      assoc_actor_1: null,
      inter1: 8,
      interaction: 28,
    });
  });

  it("takes armed men whom nobody names for an unidentified group, code 3", () => {
    const fighters = { name: "four fighters", sector: "REB", reports: 1 };
    expect(row({ actors: [ARMY], recipients: [fighters] })).toMatchObject({
      actor2: "Unidentified Armed Group (Iraq)",
      assoc_actor_2: null,
      inter2: 3,
      interaction: 13,
    });
  });

  it("puts those who bear arms before the passer-by, and calls foreigners international", () => {
    const foreign = { name: "two engineers", country: "USA", sector: "CVL", reports: 1 };
    expect(row({ recipients: [foreign, FARMERS, AMERICANS], mode: "heavy-weapons" })).toMatchObject({
      actor2: "Military Forces of the United States",
      assoc_actor_2: "two engineers; two farmers",
      civilian_targeting: null,
    });
    expect(row({ recipients: [foreign] })).toMatchObject({ actor2: "Civilians (International)", interaction: 27 });
  });

  it("lets nobody fight himself where an exchange of fire has one side on both", () => {
    const militias = { name: "militias", sector: "REB", reports: 1 };
    expect(row({ actors: [AMERICANS, militias], recipients: [AMERICANS], mode: "heavy-weapons" })).toMatchObject({
      actor1: "Unidentified Armed Group (Iraq)",
      actor2: "Military Forces of the United States",
      interaction: 38,
    });
  });

  it("puts protesters first whoever acted upon them, and says how many they were", () => {
    expect(row({ actors: [ARMY], recipients: [CROWD], mode: "crowd-control" })).toMatchObject({
      sub_event_type: "Excessive force against protesters",
      actor1: "Protesters (Iraq)",
      actor2: "Military Forces of Iraq",
      interaction: 16,
    });
    const crowd = { name: "about 2,000 people", sector: "CVL", reports: 1 };
    expect(row({ type: "PROTEST", mode: "demo", actors: [crowd], recipients: [] }).tags).toBe(
      "crowd size=about 2,000; status=single-source; origins=1",
    );
    expect(row({ type: "PROTEST", mode: "demo", actors: [CROWD], recipients: [] }).tags).toMatch(/^crowd size=no report; /);
  });

  it("takes no building for a party", () => {
    expect(row({ recipients: [{ name: "a store", reports: 1 }], mode: "aerial" })).toMatchObject({
      actor2: null,
      inter2: 0,
      interaction: 20,
    });
  });

  it("writes both interaction codes, the lower first", () => {
    expect(interaction(2, 1)).toBe(12);
    expect(interaction(1, 0)).toBe(10);
    expect(interaction(0, 7)).toBe(70);
  });

  it("knows weeks and months from days", () => {
    expect(row({ dates: [{ earliest: "2021-06-28", latest: "2021-07-04", reports: 1 }] }).time_precision).toBe(2);
    expect(row({ dates: [{ earliest: "2021-06-01", latest: "2021-06-30", reports: 1 }] }).time_precision).toBe(3);
  });
});
