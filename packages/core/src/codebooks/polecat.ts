import { type Codebook, type Column, cellOf, type EventEntry, empty } from "./codebook.ts";
import { evidenceOfFillers, fillers, here, placeOfEvent, timeOfEvent } from "./event-reading.ts";
import { notHappened } from "./happened.ts";
import { cameoOf, goldstein, quadOf } from "./scales.ts";

type Row = EventEntry;
const QUAD = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

/** The eight columns of one side. POLECAT writes one row a pair; we give the first of each side, as its own name and raw text. */
function side(title: "Actor" | "Recipient"): Column<Row>[] {
  const role = title === "Actor" ? "actors" : "recipients";
  const from = `event.${role}[0]`;
  const first = (row: Row) => fillers(row, role)[0];
  const column = (
    name: string,
    rule: string,
    value: (found: ReturnType<typeof first>, row: Row) => string | number | null,
  ): Column<Row> => ({
    name,
    from,
    rule,
    cell: (row) => {
      const found = first(row);
      return cellOf(value(found, row), found ? evidenceOfFillers(row, [found]) : []);
    },
  });
  return [
    column(`${title} Name`, "the entity's fullest name", (found) => found?.entity?.name ?? found?.raw ?? null),
    column(`${title} Country`, "ISO 3166-1 alpha-3", (found) => found?.entity?.country ?? null),
    {
      name: `${title} COW`,
      from,
      rule: "Correlates of War number of that country",
      cell: (row, { countries }) => {
        const found = first(row);
        return cellOf(countries.get(found?.entity?.country ?? "")?.cow ?? null, found ? evidenceOfFillers(row, [found]) : []);
      },
    },
    column(`Primary ${title} Sector`, "PLOVER sector", (found) => found?.entity?.sector ?? null),
    {
      name: `${title} Sectors`,
      from: `event.${role}`,
      rule: "sectors of all on that side, each once",
      cell: (row) => {
        const all = fillers(row, role);
        return cellOf(
          [...new Set(all.flatMap(({ entity }) => entity?.sector ?? []))].join(";") || null,
          evidenceOfFillers(row, all),
        );
      },
    },
    column(`${title} Title`, "title or office of a person", (found) => found?.entity?.title ?? null),
    column(`${title} Name Raw`, "as printed", (found) => found?.raw ?? null),
    empty(`Wikipedia ${title} ID`, "we link to no encyclopaedia"),
  ];
}

const place = (
  name: string,
  rule: string,
  value: (found: NonNullable<ReturnType<typeof placeOfEvent>>) => string | number | undefined,
): Column<Row> => ({
  name,
  from: "event.places[0]",
  rule,
  cell: (row) => {
    const found = placeOfEvent(row);
    return cellOf((found && value(found)) ?? null, here(row, found));
  },
});
const names = (row: Row, kinds: readonly string[], other: boolean) => {
  const found = row.source.analysis.entities.filter(
    ({ kind, mentions }) => kinds.includes(kind) !== other && mentions.some(({ form }) => form === "name"),
  );
  const spans = found.flatMap(({ mentions }) => mentions.filter(({ form }) => form === "name").slice(0, 1));
  return cellOf(found.map(({ name }) => name).join(";") || null, here(row, ...spans));
};

export const POLECAT: Codebook<Row> = {
  id: "polecat",
  title: "POLECAT, 40 columns",
  unit: "event",
  source: "POLECAT weekly files (Harvard Dataverse), as programs that load them print the columns",
  limits: [
    "One row an event, with the first actor and the first recipient; all sectors of each side stand in their column.",
    "Intensity is the Goldstein score of the CAMEO root: POLECAT’s own scale is not published in a form that we could check.",
  ],
  excludes: ({ event }) => notHappened(event, "polecat"),
  columns: [
    {
      name: "Event ID",
      from: "report.id, event.id",
      rule: "both, joined by “#”",
      cell: ({ event, source }) => `${source.analysis.report.id}#${event.id}`,
    },
    {
      name: "Event Date",
      from: "event.times",
      rule: "first day of the event's interval; the day of publication where no time is told",
      cell: (row) => {
        const time = timeOfEvent(row);
        return cellOf(time?.earliest ?? row.source.analysis.report.published?.slice(0, 10) ?? null, here(row, time));
      },
    },
    {
      name: "Event Type",
      from: "event.type",
      rule: "as coded",
      cell: (row) => cellOf(row.event.type, here(row, row.event.trigger)),
    },
    {
      name: "Event Mode",
      from: "event.mode",
      rule: "as coded",
      cell: (row) => cellOf(row.event.mode ?? null, here(row, row.event.evidence)),
    },
    {
      name: "Intensity",
      from: "event.type, .cameo",
      rule: "Goldstein score of the CAMEO root: POLECAT's own scale differs in its steps",
      cell: (row) => cellOf(goldstein(cameoOf(row.event)), here(row, row.event.trigger)),
    },
    {
      name: "Quad Code",
      from: "event.type",
      rule: "by PLOVER type",
      cell: (row) => cellOf(QUAD[quadOf(row.event.type)] ?? null, here(row, row.event.trigger)),
    },
    {
      name: "Contexts",
      from: "event.contexts",
      rule: "joined by “;”",
      cell: (row) => cellOf(row.event.contexts.join(";") || null, here(row, row.event.evidence)),
    },
    ...side("Actor"),
    ...side("Recipient"),
    place("Placename", "the gazetteer's name", ({ name }) => name),
    place("City", "where the place is a town, a village or a part of one", ({ name, precision, feature }) =>
      (feature ? feature.startsWith("PP") : precision === "settlement") ? name : undefined,
    ),
    place("District", "where the place is a district", ({ name, precision, feature }) =>
      (feature ? /^ADM[2-5]/.test(feature) : precision === "district") ? name : undefined,
    ),
    place(
      "Province",
      "the first-level region",
      ({ name, admin1, precision }) => admin1 ?? (precision === "province" ? name : undefined),
    ),
    place("Country", "ISO 3166-1 alpha-3", ({ country }) => country),
    place("Latitude", "degrees, WGS 84", ({ latitude }) => latitude),
    place("Longitude", "degrees, WGS 84", ({ longitude }) => longitude),
    place("GeoNames ID", "where the gazetteer's entry is one of GeoNames", ({ gazetteer }) =>
      gazetteer?.startsWith("geonames:") ? gazetteer.slice(9) : undefined,
    ),
    {
      name: "Raw Placename",
      from: "event.places[0]",
      rule: "as printed",
      cell: (row) => {
        const found = placeOfEvent(row);
        return cellOf(found ? row.source.text.slice(found.start, found.end) : null, here(row, found));
      },
    },
    place("Feature Type", "GeoNames feature code, else the precision", ({ feature, precision }) => feature ?? precision),
    { name: "Source", from: "report.outlet", rule: "the outlet", cell: ({ source }) => source.analysis.report.outlet ?? null },
    {
      name: "Publication Date",
      from: "report.published",
      rule: "ISO day",
      cell: ({ source }) => source.analysis.report.published?.slice(0, 10) ?? null,
    },
    { name: "Story People", from: "entities", rule: "persons named in the report", cell: (row) => names(row, ["person"], false) },
    {
      name: "Story Organizations",
      from: "entities",
      rule: "named bodies and groups of the report",
      cell: (row) => names(row, ["person", "state", "population", "civilians", "protesters", "unknown"], true),
    },
    {
      name: "Story Locations",
      from: "places",
      rule: "places of the report, each once",
      cell: (row) => {
        const all = row.source.analysis.places;
        return cellOf([...new Set(all.map(({ name }) => name))].join(";") || null, here(row, ...all));
      },
    },
    {
      name: "Language",
      from: "report.language",
      rule: "as given, else “en”: English is read",
      cell: ({ source }) => source.analysis.report.language ?? "en",
    },
    { name: "Version", from: "producer.version", rule: "of Annalist", cell: ({ source }) => source.analysis.producer.version },
  ],
};
