import type { IncidentPlace } from "../../model/index.ts";
import { type Column, cellOf, empty, type IncidentEntry } from "../codebook.ts";
import { claimsOfPlace, evidenceOf, placeOf } from "../reading.ts";
import type { World } from "../world.ts";

type Row = IncidentEntry;

/** 1 a country, 2 a state and 3 a city of the USA, 4 a city and 5 a region elsewhere; 0 where nothing is known. */
function geoType({ precision, country }: IncidentPlace): number {
  if (precision === "country" || precision === "region" || precision === undefined) return country ? 1 : 0;
  const region = precision === "province";
  return country === "USA" ? (region ? 2 : 3) : region ? 5 : 4;
}

/** Where it happened. Where the actors come from is their country: their own place is not in the record. */
export function actionGeo(): Column<Row>[] {
  const column = (
    name: string,
    rule: string,
    value: (place: IncidentPlace, world: World) => string | number | undefined,
  ): Column<Row> => ({
    name: `ActionGeo_${name}`,
    from: "incident.places[0]",
    rule,
    cell: (row, world) => {
      const place = placeOf(row.incident);
      return place ? cellOf(value(place, world) ?? null, evidenceOf(claimsOfPlace(row))) : null;
    },
  });
  const fips = ({ country }: IncidentPlace, { countries }: World) => countries.get(country ?? "")?.fips;
  return [
    column("Type", "1 country, 2 US state, 3 US city, 4 city, 5 region", geoType),
    column("FullName", "name, region, country", (place, { countries }) =>
      [...new Set([place.name, place.admin1, countries.get(place.country ?? "")?.name])].filter(Boolean).join(", "),
    ),
    column("CountryCode", "FIPS 10-4", fips),
    column("ADM1Code", "the country's code alone: regions by FIPS number are not kept", fips),
    empty("ActionGeo_ADM2Code", "the gazetteer holds first-level regions only"),
    column("Lat", "degrees, WGS 84", ({ latitude }) => latitude),
    column("Long", "degrees, WGS 84", ({ longitude }) => longitude),
    empty("ActionGeo_FeatureID", "GDELT gives GNS and GNIS numbers, we hold GeoNames'"),
  ];
}

/** An actor's own place: the columns stand, empty. */
export const actorGeo = (side: "Actor1" | "Actor2"): Column<Row>[] =>
  ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map((name) =>
    empty<Row>(`${side}Geo_${name}`, "where an actor is at home is not in the record beyond its country"),
  );
