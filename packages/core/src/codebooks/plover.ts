import { type Codebook, cellOf, type EventEntry, empty } from "./codebook.ts";
import { evidenceOfFillers, fillers, here, placeOfEvent, timeOfEvent } from "./event-reading.ts";
import { notHappened } from "./happened.ts";
import { cameoOf, goldstein, quadOf } from "./scales.ts";

/** "IRQ REB; USA MIL": PLOVER's codes of those who fill a role, or their words where nothing more is known. */
function codes(row: EventEntry, role: "actors" | "recipients") {
  const found = fillers(row, role);
  const text = found.map(({ entity, raw }) => [entity?.country, entity?.sector].filter(Boolean).join(" ") || raw);
  return cellOf([...new Set(text)].join("; ") || null, evidenceOfFillers(row, found));
}

export const PLOVER: Codebook<EventEntry> = {
  id: "plover",
  title: "PLOVER 0.8, JSON lines",
  unit: "event",
  source: "PLOVER manual, record fields",
  limits: [
    "One record an event of a report; the same happening in two reports is two records with one link.",
    "Threatened, planned, demanded, possible and negated events are left out: the threat or demand is a record of its own.",
  ],
  excludes: ({ event }) => notHappened(event, "plover"),
  columns: [
    {
      name: "id",
      from: "report.id, event.id",
      rule: "both, joined by “#”",
      cell: ({ event, source }) => `${source.analysis.report.id}#${event.id}`,
    },
    { name: "has_event", from: "event", rule: "1: reports without an event give no record", cell: () => 1 },
    {
      name: "date",
      from: "event.times",
      rule: "first day of the event's interval; the day of publication where no time is told",
      cell: (row) => {
        const time = timeOfEvent(row);
        return cellOf(time?.earliest ?? row.source.analysis.report.published?.slice(0, 10) ?? null, here(row, time));
      },
    },
    {
      name: "time",
      from: "event.times",
      rule: "HH:MM where a time of day is told",
      cell: (row) => {
        const clock = row.source.analysis.times.find(({ id, value }) => row.event.times.includes(id) && /T\d\d:\d\d/.test(value));
        return cellOf(/T(\d\d:\d\d)/.exec(clock?.value ?? "")?.[1] ?? null, here(row, clock));
      },
    },
    {
      name: "enddate",
      from: "event.times",
      rule: "last day of the interval",
      cell: (row) => cellOf(timeOfEvent(row)?.latest ?? null, here(row, timeOfEvent(row))),
    },
    empty("endtime", "ends by the clock are not read"),
    {
      name: "actor",
      from: "event.actors",
      rule: "country and sector of each, else its words",
      cell: (row) => codes(row, "actors"),
    },
    {
      name: "recipient",
      from: "event.recipients",
      rule: "country and sector of each, else its words",
      cell: (row) => codes(row, "recipients"),
    },
    { name: "event", from: "event.type", rule: "as coded", cell: (row) => cellOf(row.event.type, here(row, row.event.trigger)) },
    {
      name: "event_loc",
      from: "event.places",
      rule: "name, region, country of the nearest place",
      cell: (row) => {
        const place = placeOfEvent(row);
        return cellOf(place ? [place.name, place.admin1, place.country].filter(Boolean).join(", ") : null, here(row, place));
      },
    },
    {
      name: "event_text",
      from: "event.trigger",
      rule: "as printed",
      cell: (row) => cellOf(row.source.text.slice(row.event.trigger.start, row.event.trigger.end), here(row, row.event.trigger)),
    },
    {
      name: "quad_code",
      from: "event.type",
      rule: "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict",
      cell: (row) => cellOf(quadOf(row.event.type), here(row, row.event.trigger)),
    },
    {
      name: "event_scale",
      from: "event.type, .cameo",
      rule: "Goldstein score of the CAMEO root",
      cell: (row) => cellOf(goldstein(cameoOf(row.event)), here(row, row.event.trigger)),
    },
    {
      name: "mode",
      from: "event.mode",
      rule: "as coded",
      cell: (row) => cellOf(row.event.mode ?? null, here(row, row.event.evidence)),
    },
    {
      name: "context",
      from: "event.contexts",
      rule: "joined by “; ”",
      cell: (row) => cellOf(row.event.contexts.join("; ") || null, here(row, row.event.evidence)),
    },
    { name: "link", from: "incident.id", rule: "the incident that it belongs to", cell: ({ incident }) => incident?.id ?? null },
    {
      name: "text",
      from: "event.evidence",
      rule: "the clause as printed",
      cell: (row) =>
        cellOf(row.source.text.slice(row.event.evidence.start, row.event.evidence.end), here(row, row.event.evidence)),
    },
    {
      name: "text_info",
      from: "event.evidence, report.sha256",
      rule: "report, UTF-16 offsets and hash of its text",
      cell: ({ event, source }) =>
        `${source.analysis.report.id} ${event.evidence.start}-${event.evidence.end} sha256:${source.analysis.report.sha256}`,
    },
    {
      name: "cite_info",
      from: "report",
      rule: "outlet, day, address",
      cell: ({ source: { analysis } }) =>
        [analysis.report.outlet, analysis.report.published?.slice(0, 10), analysis.report.url].filter(Boolean).join(", ") || null,
    },
    {
      name: "coder",
      from: "producer, event.rule",
      rule: "version and the rule that decided",
      cell: ({ event, source }) => `annalist ${source.analysis.producer.version} ${event.rule}`,
    },
    { name: "coded_date", from: "when the file was written", rule: "ISO day", cell: (_row, { written }) => written.slice(0, 10) },
    {
      name: "coded_time",
      from: "when the file was written",
      rule: "HH:MM:SS, UTC",
      cell: (_row, { written }) => written.slice(11, 19) || null,
    },
    {
      name: "comment",
      from: "event.confidence, .attributions",
      rule: "confidence, and by how many voices it is told",
      cell: ({ event }) => `confidence ${event.confidence}; voices ${event.attributions.length}`,
    },
  ],
};
