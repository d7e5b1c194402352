// Packs the gazetteer, packages/english/data/gazetteer.bin: GeoNames settlements and regions out of npm packages, and
// what lexicons/en/places adds. The same inputs give the same bytes.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadKeys } from "./gazetteer/load.mjs";
import { near, regions, settlements } from "./gazetteer/sources.mjs";
import { weight, write } from "./gazetteer/write.mjs";

// Read here and not by pack.mjs's reader: pack.mjs awaits this module, so it cannot be imported from here.
const lexicon = (name) => {
  const file = new URL(`../lexicons/en/places/${name}.tsv`, import.meta.url);
  if (!existsSync(file)) return [];
  const [columns, ...rows] = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return rows.map((row, i) => ({ ...Object.fromEntries(columns.map((column, c) => [column, row[c] ?? ""])), file: name, row: i + 1 }));
};
const list = (cell) => (cell ? cell.split("|") : []);

export async function packGazetteer(target = fileURLToPath(new URL("../packages/english/data/gazetteer.bin", import.meta.url))) {
  const keys = await loadKeys();
  const { keyOf, withoutArticle, skeletonOf } = keys;
  const countries = lexicon("countries");
  const alpha3 = new Map(countries.map((row) => [row.alpha2, row.alpha3]));
  const towns = settlements(keyOf);
  // Regions first: an entry's `admin1` has 16 bits.
  const places = [
    ...withOverrides(regions(towns), lexicon("regions")),
    ...towns,
    ...countries.map((row) => ({ ...point(row), country: row.alpha2, region: "", feature: "PCLI", population: Number(row.population) * 1000 })),
    ...["areas", "sites", "towns"].flatMap(lexicon).map((row) => ({ ...point(row), country: row.country, region: row.region ?? "", feature: row.feature, population: Number(row.population || 0) * 1000 })),
  ];
  addAliases(places, lexicon("aliases"), keyOf);
  const regionIndex = new Map(places.flatMap((place, index) => (place.feature === "ADM1" ? [[place.region, index]] : [])));
  for (const place of places) {
    place.admin1 = regionIndex.get(place.region) ?? (place.feature === "PCLI" || place.country === "" || ABROAD.has(place.feature) ? -1 : regionNear(place, places, regionIndex));
    place.country = alpha3.get(place.country) ?? (place.country.length === 3 ? place.country : "");
    place.keys = keysOf(place, { keyOf, withoutArticle, skeletonOf });
  }
  writeFileSync(target, write(places, keys));
}

const point = ({ name, aliases, latitude, longitude, geonames, file, row }) => {
  if (!latitude || !longitude || Number.isNaN(latitude - longitude)) throw new Error(`lexicons/en/places/${file}.tsv row ${row} (${name}): no coordinates`);
  return { name, otherNames: list(aliases), latitude: Number(latitude), longitude: Number(longitude), id: Number(geonames || 0) };
};

/** Features too large to lie in one first-level region. */
const ABROAD = new Set(["CONT", "RGN", "SEA", "OCN", "GULF", "STM", "MTS", "DSRT", "ISLS"]);

/** A site without a region lies in that of the nearest settlement of its country. */
function regionNear(place, places, regionIndex) {
  if (place.region) return -1;
  let best;
  for (const other of places) {
    if (other.country !== place.country || !other.region || other.feature === "ADM1" || !regionIndex.has(other.region)) continue;
    if (Math.abs(other.latitude - place.latitude) > 2) continue;
    const distance = near(other, place);
    if (!best || distance < best.distance) best = { distance, region: other.region };
  }
  return best ? regionIndex.get(best.region) : -1;
}

/** What people edit wins over what is computed; a code that no region has is an error, lest a spelling go unseen. */
function withOverrides(found, rows) {
  const byCode = new Map(found.map((place) => [place.code, place]));
  for (const row of rows) {
    const place = byCode.get(row.code);
    if (!place) throw new Error(`lexicons/en/places/regions.tsv row ${row.row}: no region has the code "${row.code}"`);
    place.otherNames.push(place.name, ...list(row.aliases));
    place.name = row.name || place.name;
    if (row.latitude) Object.assign(place, { latitude: Number(row.latitude), longitude: Number(row.longitude) });
    if (row.geonames) place.id = Number(row.geonames);
    if (row.population) place.population = Number(row.population) * 1000;
  }
  return found;
}

/** Other names of known places; the likeliest of that name in the country is meant, or the one in the region. */
function addAliases(places, rows, keyOf) {
  const byName = new Map();
  for (const place of places) {
    const key = `${place.country} ${keyOf(place.name)}`;
    const list = byName.get(key);
    if (list) list.push(place);
    else byName.set(key, [place]);
  }
  for (const row of rows) {
    const candidates = (byName.get(`${row.country} ${keyOf(row.name)}`) ?? [])
      .filter((p) => (row.region ? p.region === row.region : true) && (row.feature ? p.feature.startsWith(row.feature) : !p.feature.startsWith("ADM")))
      .sort((a, b) => weight(b) - weight(a));
    const place = candidates[0];
    if (!place) throw new Error(`lexicons/en/places/aliases.tsv row ${row.row}: ${row.country} has no "${row.name}"${row.region ? ` in ${row.region}` : ""}`);
    place.otherNames.push(...list(row.aliases));
    if (row.display) {
      place.otherNames.push(place.name);
      place.name = row.display;
    }
    if (row.population) place.population = Number(row.population) * 1000;
  }
}

/** Countries whose names reach English by many transliterations: their places are found by skeleton too. */
const TRANSLITERATED = new Set("AFG ARE BHR DZA EGY IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PAK PSE QAT SAU SDN SYR TJK TKM TUN TUR YEM SOM UZB".split(" "));
/** A region's name without the word for its kind, where it is a list's addition. */
const KIND_FIRST = /^(?:City of|Province of|State of|Borough of|City and Borough of|Metropolitan Borough of|Royal Borough of|District of|Region of|Departamento de|Estado de|Provincia de|Wilaya de|Muhafazat) /i;

function keysOf(place, { keyOf, withoutArticle, skeletonOf }) {
  const found = new Set();
  for (const name of [place.name, ...place.otherNames]) {
    for (const form of [name, name.replace(KIND_FIRST, ""), name.replace(/ \(.*\)$/, "")]) {
      const key = keyOf(form);
      if (key === "") continue;
      found.add(key);
      if (TRANSLITERATED.has(place.country)) {
        // One short word without its article would be too many things.
        const bare = withoutArticle(key);
        if (bare.length >= 4) found.add(bare);
        const bones = skeletonOf(key);
        if (bones !== "") found.add(bones);
      }
    }
  }
  return found;
}
