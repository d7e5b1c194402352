// Each file is read back by a reader of that format that has nothing to do with us.
import { DuckDBInstance } from "@duckdb/node-api";
import { check } from "@placemarkio/check-geojson";
import { kml as readKml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import jsonld from "jsonld";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { FORMATS, writePart } from "./index.ts";
import { buffer, exported, NASTY, record, TEXT, world } from "./testing.ts";

const SHA = "0".repeat(64);

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

describe("CSV", () => {
  it("is read by papaparse with every cell as it was, formulas made harmless", async () => {
    const { text } = await exported("csv", SHA);
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(20);
    expect(data[0]?.recipients).toBe(`'${NASTY}`);
    expect(data[0]?.actors).toBe("'=HYPERLINK(1)");
    expect(data[0]?.longitude).toBe("-43.12");
    for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@]|^-[^\d]/);
  });

  it("is read by DuckDB, days as days", async () => {
    const { path } = await exported("acled", SHA);
    const rows = await query(
      `select event_date::varchar as day, year, longitude, fatalities, interaction, notes from read_csv('${path}', header=true) order by day`,
    );
    expect(rows).toHaveLength(14);
    expect(rows[0]).toMatchObject({ day: "2021-01-01", longitude: -43.12 });
    expect(String(rows[0]?.notes)).toContain("police said");
  });

  it("opens with a byte order mark where asked", async () => {
    const [part] = FORMATS.csv?.({ bom: true }) ?? [];
    const main = buffer();
    if (part) await writePart(record(1, SHA), part, world(), { main });
    expect([...main.bytes().subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe("tab-separated files", () => {
  it("of GDELT have 61 columns in every line and no header", async () => {
    const { text, path } = await exported("gdelt", SHA);
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(20);
    for (const line of lines) expect(line.split("\t")).toHaveLength(61);
    const [row] = await query(`select * from read_csv('${path}', delim='\t', header=false, quote='', all_varchar=true) limit 1`);
    expect(Object.keys(row ?? {})).toHaveLength(61);
  });

  it("of POLECAT have 40", async () => {
    const { text } = await exported("polecat", SHA);
    for (const line of text.trimEnd().split("\n")) expect(line.split("\t")).toHaveLength(40);
  });
});

describe("Parquet", () => {
  it("is read by DuckDB with types and nulls", async () => {
    const { path } = await exported("parquet", SHA);
    const rows = await query(`select * from read_parquet('${path}') order by id`);
    expect(rows).toHaveLength(20);
    expect(rows.find(({ id }) => id === "i0")).toMatchObject({
      recipients: NASTY,
      longitude: -43.12,
      killed_low: 2,
      date_start: "2021-01-01",
    });
    expect(rows.find(({ id }) => id === "i2")).toMatchObject({ latitude: null, place: null });
    const types = await query(`select column_name, column_type from (describe select * from read_parquet('${path}'))`);
    const typeOf = Object.fromEntries(types.map((row) => [row.column_name, row.column_type]));
    expect(typeOf).toMatchObject({ id: "VARCHAR", latitude: "DOUBLE", killed_low: "INTEGER", origins: "INTEGER" });
  });

  it("is whole over several row groups, and when empty", async () => {
    const { path } = await exported("parquet", SHA, 12_000);
    expect(await query(`select count(*)::integer as n, count(distinct id)::integer as ids from read_parquet('${path}')`)).toEqual(
      [{ n: 12_000, ids: 12_000 }],
    );
    const none = await exported("parquet", SHA, 0);
    expect(await query(`select count(*)::integer as n from read_parquet('${none.path}')`)).toEqual([{ n: 0 }]);
  });
});

describe("GeoJSON and KML", () => {
  it("are valid, longitude first, and keep what has no place", async () => {
    const { text } = await exported("geojson", SHA);
    const collection = check(text);
    if (collection.type !== "FeatureCollection") throw new Error(collection.type);
    expect(collection.features).toHaveLength(20);
    expect(collection.features[0]?.geometry).toEqual({ type: "Point", coordinates: [-43.12, 36.34] });
    expect(collection.features[2]?.geometry).toBeNull();
    expect(collection.features[0]?.properties?.recipients).toBe(NASTY);
  });

  it("KML gives the same points and days back", async () => {
    const { text } = await exported("kml", SHA);
    const errors: string[] = [];
    const parser = new DOMParser({ onError: (level, message) => errors.push(`${level}: ${message}`) });
    const { features } = readKml(parser.parseFromString(text, "text/xml") as unknown as Document);
    expect(errors).toEqual([]);
    expect(features).toHaveLength(20);
    expect(features[0]?.geometry).toEqual({ type: "Point", coordinates: [-43.12, 36.34] });
    expect(features[0]?.properties?.description).toContain("<b>killing</b>");
  });
});

describe("JSON", () => {
  it("of TimeMap is one array with lists", async () => {
    const { text } = await exported("timemap", SHA);
    const events = JSON.parse(text);
    expect(events).toHaveLength(14);
    expect(events[0]).toMatchObject({ date: "01/01/2021", latitude: "36.34", category: "ASSAULT" });
    expect(events[0].sources).toHaveLength(1);
  });

  it("of PLOVER and of the record is one object a line", async () => {
    for (const as of ["plover", "jsonl"]) {
      const { text } = await exported(as, SHA);
      const rows = text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(rows).toHaveLength(20);
    }
  });

  it("of Web Annotation expands as JSON-LD to W3C's terms", async () => {
    const { text } = await exported("webannotation", SHA, 2);
    // The context's address is fetched from nowhere here: the terms that we use, as the Recommendation defines them.
    const oa = "http://www.w3.org/ns/oa#";
    const context = {
      id: "@id",
      type: "@type",
      Annotation: `${oa}Annotation`,
      AnnotationPage: "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
      TextualBody: `${oa}TextualBody`,
      TextPositionSelector: `${oa}TextPositionSelector`,
      TextQuoteSelector: `${oa}TextQuoteSelector`,
      items: { "@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list" },
      body: { "@id": `${oa}hasBody`, "@type": "@id" },
      target: { "@id": `${oa}hasTarget`, "@type": "@id" },
      source: { "@id": `${oa}hasSource`, "@type": "@id" },
      selector: { "@id": `${oa}hasSelector`, "@type": "@id" },
      exact: `${oa}exact`,
      prefix: `${oa}prefix`,
      suffix: `${oa}suffix`,
      start: { "@id": `${oa}start`, "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
      end: { "@id": `${oa}end`, "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
      value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    };
    const expanded = await jsonld.expand(JSON.parse(text), {
      documentLoader: async (url) => {
        if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`asked for ${url}`);
        return { documentUrl: url, document: { "@context": context } as jsonld.JsonLdDocument as never };
      },
    });
    const found = JSON.stringify(expanded);
    expect(found).toContain(`${oa}TextPositionSelector`);
    expect(found).toContain(JSON.stringify(TEXT).slice(1, -1));
    expect(found.match(/oa#Annotation/g)).toHaveLength(2);
  });
});
