import { type Codebook, cellOf, type IncidentEntry } from "./codebook.ts";
import { claimsOf, claimsOfDate, claimsOfPlace, dateOf, days, evidenceOf, outletsOf, placeOf, quotationOf } from "./reading.ts";

type Row = IncidentEntry;

/** Forensic Architecture's TimeMap, one event an incident. Lists are joined by tabs here and split again when written. */
export const TIMEMAP: Codebook<Row> = {
  id: "timemap",
  title: "TimeMap events, JSON",
  unit: "incident",
  source: "TimeMap (Forensic Architecture), the fields of its event schema",
  limits: [
    "A point needs coordinates: a province or a country stands at its middle, and time_precision and location say how much is known.",
  ],
  excludes({ incident }) {
    if (!dateOf(incident)) return { rule: "timemap.date", words: "no date is known, and a timeline cannot show it" };
    if (placeOf(incident)?.latitude === undefined) return { rule: "timemap.place", words: "no place with coordinates is known" };
    return undefined;
  },
  columns: [
    { name: "id", from: "incident.id", rule: "as linked", cell: ({ incident }) => incident.id },
    {
      name: "description",
      from: "the earliest member's evidence",
      rule: "as printed",
      cell: (row) => {
        const quotation = quotationOf(row);
        return quotation ? cellOf(quotation.text, [quotation.evidence]) : null;
      },
    },
    {
      name: "date",
      from: "incident.dates[0].earliest",
      rule: "MM/DD/YYYY, as TimeMap parses it",
      cell: (row) => {
        const [year, month, day] = (dateOf(row.incident)?.earliest ?? "").split("-");
        return cellOf(`${month}/${day}/${year}`, evidenceOf(claimsOfDate(row)));
      },
    },
    { name: "time", from: "", rule: "empty: incidents are kept by day", cell: () => "" },
    {
      name: "time_precision",
      from: "incident.dates[0]",
      rule: "“day”, or the number of days",
      cell: (row) => {
        const date = dateOf(row.incident);
        const count = date ? days(date) : 0;
        return cellOf(count === 1 ? "day" : `${count} days`, evidenceOf(claimsOfDate(row)));
      },
    },
    {
      name: "location",
      from: "incident.places[0].name",
      rule: "the most precise place told",
      cell: (row) => cellOf(placeOf(row.incident)?.name ?? null, evidenceOf(claimsOfPlace(row))),
    },
    {
      name: "latitude",
      from: "incident.places[0]",
      rule: "degrees, as text",
      cell: (row) => cellOf(String(placeOf(row.incident)?.latitude), evidenceOf(claimsOfPlace(row))),
    },
    {
      name: "longitude",
      from: "incident.places[0]",
      rule: "degrees, as text",
      cell: (row) => cellOf(String(placeOf(row.incident)?.longitude), evidenceOf(claimsOfPlace(row))),
    },
    {
      name: "category",
      from: "incident.type",
      rule: "PLOVER type",
      cell: (row) => cellOf(row.incident.type, evidenceOf(claimsOf(row, "type"))),
    },
    {
      name: "associations",
      from: "incident.actors, .recipients",
      rule: "names of those on both sides",
      cell: (row) => {
        const { actors, recipients } = row.incident;
        const names = [...actors, ...recipients].map(({ name }) => name.replace(/\s+/g, " "));
        return cellOf([...new Set(names)].join("\t"), evidenceOf([...claimsOf(row, "actor"), ...claimsOf(row, "recipient")]));
      },
    },
    {
      name: "sources",
      from: "report.outlet",
      rule: "outlets, each once",
      cell: (row) =>
        outletsOf(row)
          .map((name) => name.replace(/\s+/g, " "))
          .join("\t"),
    },
  ],
};
