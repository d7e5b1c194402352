import type { Document, Place, Span } from "../model/index.ts";
import { borderKey, type Cues } from "./cues.ts";
import { precisionOf } from "./features.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import type { Relational } from "./relational.ts";

/** An entry as a place of the record; the finder numbers it. */
export function describe(gazetteer: Gazetteer, entry: Entry, { start, end }: Span): Place {
  const admin1 = entry.feature === "ADM1" ? entry.name : entry.admin1 >= 0 ? gazetteer.entry(entry.admin1).name : undefined;
  return {
    id: "",
    start,
    end,
    name: entry.name,
    ...(entry.id > 0 && { gazetteer: `geonames:${entry.id}` }),
    latitude: entry.latitude,
    longitude: entry.longitude,
    ...(entry.country !== "" && { country: entry.country }),
    ...(admin1 !== undefined && { admin1 }),
    feature: entry.feature,
    precision: precisionOf(entry.feature),
  };
}

/** "southern Philippines": the country's, with the point moved to where its southern settlements lie. */
export function shifted(gazetteer: Gazetteer, place: Place, { north, east }: { north: number; east: number }): Place {
  const spread = place.precision === "country" && place.country !== undefined ? gazetteer.spread(place.country) : undefined;
  if (!spread) return place;
  const [latitude, up, longitude, across] = spread;
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return { ...place, latitude: round(latitude + north * up), longitude: round(longitude + east * across), precision: "region" };
}

/**
 * Places that are told by a country: its capital, its territory, its border with another (the one named, or the
 * country that the text is most about). None when the countries do not border on each other as far as is known.
 */
export function createRelator(
  gazetteer: Gazetteer,
  cues: Cues,
): (found: Relational, document: Document, inPlay: readonly string[]) => Place[] {
  const byCountry = (feature: string) => {
    const of = new Map<string, Entry>();
    for (const index of gazetteer.all(feature)) {
      const entry = gazetteer.entry(index);
      const known = of.get(entry.country);
      if (!known || entry.population > known.population) of.set(entry.country, entry);
    }
    return of;
  };
  const capitals = byCountry("PPLC");
  const states = byCountry("PCLI");

  return (found, document, inPlay) => {
    const span = { start: found.start, end: found.end };
    const [country = inPlay[0], named] = found.countries;
    if (country === undefined) return [];
    if (found.what === "capital") {
      const capital = capitals.get(country);
      return capital ? [describe(gazetteer, capital, span)] : [];
    }
    const state = states.get(country);
    if (!state) return [];
    if (found.what === "territory") return [describe(gazetteer, state, span)];
    const other = named ?? inPlay.find((code) => code !== country && cues.borders.has(borderKey(country, code)));
    const point = other === undefined ? undefined : cues.borders.get(borderKey(country, other));
    return point
      ? [
          {
            id: "",
            ...span,
            name: document.text.slice(span.start, span.end),
            ...point,
            country,
            feature: "BDR",
            precision: "region",
          },
        ]
      : [];
  };
}
