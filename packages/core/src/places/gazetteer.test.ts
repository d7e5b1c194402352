import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { readCues } from "./cues.ts";
import { precisionOf } from "./features.ts";
import { openGazetteer } from "./gazetteer.ts";
import { keyOf } from "./keys.ts";

const knowledge = loadEnglish();
const gazetteer = openGazetteer(knowledge.gazetteer);
const countries = new Set(rowsOf(knowledge, "places/countries", ["alpha3"]).map(({ alpha3 }) => alpha3));
const best = (name: string) => {
  const index = gazetteer.search(name).entries[0];
  return index === undefined ? undefined : gazetteer.entry(index);
};

describe("the packed gazetteer", () => {
  it("is small enough for a browser", () => {
    expect(knowledge.gazetteer.length).toBeLessThan(60e6);
    expect(gazetteer.size).toBeGreaterThan(200_000);
  });

  it("opens from an offset that is no multiple of four", () => {
    const shifted = new Uint8Array(knowledge.gazetteer.length + 1);
    shifted.set(knowledge.gazetteer, 1);
    expect(openGazetteer(shifted.subarray(1)).find("kabul")).toEqual(gazetteer.find("kabul"));
  });

  it("refuses what is no gazetteer, and an empty one knows nothing", () => {
    expect(() => openGazetteer(new Uint8Array(100))).toThrow("not a packed gazetteer");
    expect(openGazetteer(new Uint8Array()).find("paris")).toEqual([]);
  });

  it.each([
    [["Kiev", "Kyiv"], "UKR"],
    [["Qaim", "al-Qa'im", "Al Qaim", "Husaybah"], "IRQ"],
    [["Fallujah", "Falluja", "Al-Fallujah"], "IRQ"],
    [["Abu Kamal", "Albu Kamal", "al-Bukamal"], "SYR"],
    [["Raqqa", "Ar Raqqah", "al-Raqqa"], "SYR"],
    [["Ain al-Asad", "Ayn al-Asad", "Al Asad Air Base"], "IRQ"],
    [["Mazar-i-Sharif", "Mazar-e Sharif"], "AFG"],
    [["Rangoon", "Yangon"], "MMR"],
    [["Burma", "Myanmar"], "MMR"],
  ])("%j are one place in %s", (names, country) => {
    const places = names.map(best);
    expect(places.map((place) => place?.country)).toEqual(names.map(() => country));
    expect(new Set(places.map((place) => `${place?.latitude.toFixed(0)},${place?.longitude.toFixed(0)}`)).size).toBe(1);
  });

  it.each(["countries", "regions", "areas", "sites", "towns"])("every name of %s.tsv is found", (table) => {
    const missing = rowsOf(knowledge, `places/${table}`, ["name", "aliases"]).flatMap(({ name, aliases }) =>
      [name, ...listOf(aliases)].filter((written) => written !== "" && gazetteer.find(keyOf(written)).length === 0),
    );
    expect(missing).toEqual([]);
  });

  it("knows every country of the world once", () => {
    const entries = gazetteer.all("PCLI").map((index) => gazetteer.entry(index).country);
    expect(entries.length).toBe(countries.size);
    expect(new Set(entries)).toEqual(countries);
    expect([...countries].every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });
});

describe("our tables", () => {
  it("have points on the globe, and countries that exist", () => {
    for (const table of ["areas", "sites", "towns"]) {
      for (const row of rowsOf(knowledge, `places/${table}`, ["name", "country", "latitude", "longitude"])) {
        expect(Math.abs(Number(row.latitude)), row.name).toBeLessThanOrEqual(90);
        expect(Math.abs(Number(row.longitude)), row.name).toBeLessThanOrEqual(180);
        if (row.country !== "") expect(countries, row.name).toContain(row.country);
      }
    }
  });

  it("name a place that lies near others of its country, unless it is a region", () => {
    const far = ["sites", "towns"].flatMap((table) =>
      rowsOf(knowledge, `places/${table}`, ["name", "country", "feature", "latitude", "longitude"]).filter((row) => {
        const spread = gazetteer.spread(row.country);
        if (!spread || precisionOf(row.feature) === "region") return false;
        const [latitude, up, longitude, across] = spread;
        return (
          Math.abs(Number(row.latitude) - latitude) > 6 * up + 1.5 ||
          Math.abs(Number(row.longitude) - longitude) > 6 * across + 1.5
        );
      }),
    );
    expect(far.map(({ name }) => name)).toEqual([]);
  });

  it("abbreviate regions that exist", () => {
    for (const { region, country } of readCues(knowledge).abbreviations.values()) {
      const known = gazetteer.find(keyOf(region)).some((index) => {
        const entry = gazetteer.entry(index);
        return entry.feature === "ADM1" && entry.country === country;
      });
      expect(known, region).toBe(true);
    }
  });

  it("join countries that exist by borders", () => {
    for (const pair of readCues(knowledge).borders.keys()) for (const code of pair.split(" ")) expect(countries).toContain(code);
  });

  it("say of each kind of place a precision of the format", () => {
    for (const { precision } of readCues(knowledge).kinds.values()) {
      for (const value of precision) expect(["site", "settlement", "district", "province", "country", "region"]).toContain(value);
    }
  });
});
