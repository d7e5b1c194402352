import type { Casualty } from "../model/index.ts";
import { type Codebook, type Column, cellOf, type IncidentEntry, type Value } from "./codebook.ts";
import {
  claimsOf,
  claimsOfActor,
  claimsOfDate,
  claimsOfPlace,
  dateOf,
  evidenceOf,
  nameOf,
  outletsOf,
  placeOf,
  quotationOf,
} from "./reading.ts";

type Row = IncidentEntry;

const atPlace = (
  name: string,
  rule: string,
  value: (place: NonNullable<ReturnType<typeof placeOf>>) => Value | undefined,
  type?: "real",
): Column<Row> => ({
  name,
  ...(type && { type }),
  from: "incident.places[0]",
  rule,
  cell: (row) => {
    const place = placeOf(row.incident);
    return cellOf((place && value(place)) ?? null, evidenceOf(claimsOfPlace(row)));
  },
});
const onDate = (name: string, end: "earliest" | "latest"): Column<Row> => ({
  name,
  from: `incident.dates[0].${end}`,
  rule: "ISO day",
  cell: (row) => cellOf(dateOf(row.incident)?.[end] ?? null, evidenceOf(claimsOfDate(row))),
});
const people = (
  name: string,
  role: "actor" | "recipient",
  value: (actor: Row["incident"]["actors"][number], row: Row) => string | undefined,
): Column<Row> => ({
  name,
  from: `incident.${role}s`,
  rule: "all on that side, joined by “; ”",
  cell: (row) => {
    const all = role === "actor" ? row.incident.actors : row.incident.recipients;
    const values = all.map((actor) => value(actor, row)).filter((text) => text !== undefined);
    return cellOf([...new Set(values)].join("; ") || null, evidenceOf(all.flatMap((actor) => claimsOfActor(row, role, actor))));
  },
});
/** The range that all sources together leave open; who says which stands in the ledger. */
const toll = (outcome: Casualty["outcome"], bound: "low" | "high"): Column<Row> => ({
  name: `${outcome}_${bound}`,
  type: "integer",
  from: "incident.tolls",
  rule:
    bound === "low"
      ? "the lowest that any source gives"
      : "the highest that any source gives; a figure without an upper end counts as it stands",
  cell: (row) => {
    const tolls = row.incident.tolls.filter((one) => one.outcome === outcome);
    if (tolls.length === 0) return null;
    const value =
      bound === "low" ? Math.min(...tolls.map(({ low }) => low)) : Math.max(...tolls.map(({ high, best }) => high ?? best));
    const own = claimsOf(row, outcome, ({ low, best, high }) => (bound === "low" ? low : (high ?? best)) === value);
    return cellOf(value, evidenceOf(own));
  },
});

/** Our own flat table, one row an incident: what spreadsheets, Parquet, GeoJSON and KML are written from. */
export const INCIDENTS: Codebook<Row> = {
  id: "incidents",
  title: "Incidents, one row each",
  unit: "incident",
  source: "this record",
  limits: [
    "Nothing is left out; what is not known is empty.",
    "Tolls give the range over all sources; who says which figure stands in the ledger.",
  ],
  excludes: () => undefined,
  columns: [
    { name: "id", from: "incident.id", rule: "as linked", cell: ({ incident }) => incident.id },
    {
      name: "type",
      from: "incident.type",
      rule: "PLOVER type",
      cell: (row) => cellOf(row.incident.type, evidenceOf(claimsOf(row, "type"))),
    },
    {
      name: "mode",
      from: "incident.mode",
      rule: "PLOVER mode",
      cell: (row) => cellOf(row.incident.mode ?? null, evidenceOf(claimsOf(row, "type"))),
    },
    {
      name: "status",
      from: "incident.status",
      rule: "single-source, corroborated, disputed or denied",
      cell: ({ incident }) => incident.status,
    },
    {
      name: "origins",
      type: "integer",
      from: "incident.originGroups",
      rule: "independent origins: a reprint adds none",
      cell: ({ incident }) => incident.origins,
    },
    {
      name: "reports",
      type: "integer",
      from: "incident.members",
      rule: "how many reports tell it",
      cell: ({ incident }) => new Set(incident.members.map(({ report }) => report)).size,
    },
    onDate("date_start", "earliest"),
    onDate("date_end", "latest"),
    people("actors", "actor", (actor, row) => nameOf(row, "actor", actor)),
    people("actor_countries", "actor", ({ country }) => country),
    people("actor_sectors", "actor", ({ sector }) => sector),
    people("recipients", "recipient", (actor, row) => nameOf(row, "recipient", actor)),
    people("recipient_countries", "recipient", ({ country }) => country),
    people("recipient_sectors", "recipient", ({ sector }) => sector),
    atPlace("place", "the most precise place told", ({ name }) => name),
    atPlace("admin1", "first-level region", ({ admin1 }) => admin1),
    atPlace("country", "ISO 3166-1 alpha-3", ({ country }) => country),
    atPlace("latitude", "degrees, WGS 84", ({ latitude }) => latitude, "real"),
    atPlace("longitude", "degrees, WGS 84", ({ longitude }) => longitude, "real"),
    atPlace("place_precision", "site, settlement, district, province, country or region", ({ precision }) => precision),
    toll("killed", "low"),
    toll("killed", "high"),
    toll("injured", "low"),
    toll("injured", "high"),
    { name: "outlets", from: "report.outlet", rule: "each once", cell: (row) => outletsOf(row).join("; ") },
    {
      name: "quotation",
      from: "the earliest report's sentence",
      rule: "the sentence that tells it, as printed",
      cell: (row) => {
        const quotation = quotationOf(row);
        return quotation ? cellOf(quotation.text, [quotation.evidence]) : null;
      },
    },
  ],
};
