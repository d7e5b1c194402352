import type { Argument, Span } from "../../model/index.ts";
import { type Codebook, type Column, cellOf, type EventEntry, empty } from "../codebook.ts";
import { here, timeOfEvent } from "../event-reading.ts";
import { numberOf } from "../reading.ts";

type Row = EventEntry;

const stamp = (iso: string | undefined): number | null => {
  if (iso === undefined) return null;
  return Number(
    `${iso.slice(0, 10).replaceAll("-", "")}${(/T([\d:]{5,8})/.exec(iso)?.[1] ?? "").replaceAll(":", "").padEnd(6, "0")}`,
  );
};
/** GDELT counts characters of the article's text, as Unicode code points. */
const offset = (name: string, from: string, span: (row: Row) => Span | Argument | undefined): Column<Row> => ({
  name,
  from,
  rule: "Unicode code points before it; -1 where there is none",
  cell: (row) => {
    const found = span(row);
    return found ? cellOf([...row.source.text.slice(0, found.start)].length, here(row, found)) : -1;
  },
});

export const MENTIONS: Codebook<Row> = {
  id: "gdelt-mentions",
  title: "GDELT 2.0 mentions, 16 columns without a header",
  unit: "event",
  source: "GDELT 2.0 Event Database codebook, as programs that load its files print the columns",
  limits: ["A row is one event of one report; events without a dated incident are left out."],
  excludes: ({ incident, source }) => {
    if (!incident) return { rule: "gdelt.incident", words: "it belongs to no incident, so no row of events holds it" };
    return incident.dates[0] || source.analysis.report.published
      ? undefined
      : { rule: "gdelt.date", words: "neither its date nor a day of publication is known" };
  },
  columns: [
    {
      name: "GLOBALEVENTID",
      from: "incident.id",
      rule: "as in the events file",
      cell: ({ incident }) => (incident ? numberOf(incident.id) : null),
    },
    {
      name: "EventTimeDate",
      from: "event.times, incident.dates",
      rule: "YYYYMMDDHHMMSS of the first day; of publication where none is told",
      cell: (row) =>
        cellOf(
          stamp(
            timeOfEvent(row)?.earliest ?? row.incident?.dates[0]?.earliest ?? row.source.analysis.report.published?.slice(0, 10),
          ),
          here(row, timeOfEvent(row)),
        ),
    },
    {
      name: "MentionTimeDate",
      from: "report.published",
      rule: "YYYYMMDDHHMMSS",
      cell: ({ source }) => stamp(source.analysis.report.published),
    },
    {
      name: "MentionType",
      from: "report.url",
      rule: "1 a web address, 2 a citation",
      cell: ({ source }) => (/^https?:/.test(source.analysis.report.url ?? "") ? 1 : 2),
    },
    {
      name: "MentionSourceName",
      from: "report.outlet",
      rule: "the outlet, else the report's id",
      cell: ({ source: { analysis } }) => analysis.report.outlet ?? analysis.report.id,
    },
    {
      name: "MentionIdentifier",
      from: "report.url",
      rule: "the address, else the report's id",
      cell: ({ source: { analysis } }) => analysis.report.url ?? analysis.report.id,
    },
    {
      name: "SentenceID",
      from: "sentences",
      rule: "counted from 1",
      cell: (row) =>
        row.source.analysis.sentences.findIndex(
          ({ start, end }) => row.event.trigger.start >= start && row.event.trigger.start < end,
        ) + 1,
    },
    offset("Actor1CharOffset", "event.actors[0]", ({ event }) => event.actors[0]),
    offset("Actor2CharOffset", "event.recipients[0]", ({ event }) => event.recipients[0]),
    offset("ActionCharOffset", "event.trigger", ({ event }) => event.trigger),
    {
      name: "InRawText",
      from: "event.actors, .recipients",
      rule: "1 where nothing was taken from another clause",
      cell: ({ event }) => ([...event.actors, ...event.recipients].some(({ implied }) => implied) ? 0 : 1),
    },
    {
      name: "Confidence",
      from: "event.confidence",
      rule: "percent, in tens as GDELT gives it",
      cell: ({ event }) => Math.round(event.confidence * 10) * 10,
    },
    { name: "MentionDocLen", from: "report.text", rule: "Unicode code points", cell: ({ source }) => [...source.text].length },
    empty("MentionDocTone", "the tone of a report is not measured"),
    empty("MentionDocTranslationInfo", "reports are read in English, untranslated"),
    empty("Extras", "GDELT keeps it for later use"),
  ],
};
