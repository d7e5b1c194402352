import type { Event, Span } from "../model/index.ts";
import { type Codebook, cellOf, type EventEntry, type Source } from "./codebook.ts";
import { fillers, here, placeOfEvent, timeOfEvent } from "./event-reading.ts";

/** UTF-16 code units of context on either side of a quotation. */
const CONTEXT = 32;

/**
 * One event as a W3C Web Annotation (Recommendation of 2017): the event is the body, the clause that tells it the target.
 * Positions count Unicode code points there, not UTF-16 units: they are converted.
 */
function webAnnotation(row: EventEntry, written: string): Record<string, unknown> {
  const { event, source, incident } = row;
  const { report, producer } = source.analysis;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:annalist:${encodeURIComponent(report.id)}:${event.id}`,
    type: "Annotation",
    motivation: "classifying",
    created: written,
    generator: { type: "Software", name: `Annalist ${producer.version}` },
    body: [
      {
        type: "TextualBody",
        purpose: "tagging",
        format: "text/plain",
        value: event.mode ? `${event.type}/${event.mode}` : event.type,
      },
      { type: "TextualBody", purpose: "describing", format: "text/plain", value: describe(row) },
      ...(incident ? [{ type: "TextualBody", purpose: "linking", format: "text/plain", value: `incident ${incident.id}` }] : []),
    ],
    target: {
      source: report.url ?? `urn:annalist:${encodeURIComponent(report.id)}`,
      selector: selectors(source, event.evidence),
    },
  };
}

function selectors({ text }: Source, { start, end }: Span) {
  const before = [...text.slice(0, start)].length;
  return [
    { type: "TextPositionSelector", start: before, end: before + [...text.slice(start, end)].length },
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
      suffix: whole(text.slice(end, end + CONTEXT)),
    },
  ];
}

/** Without half of a surrogate pair at either end. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]/, "").replace(/[\ud800-\udbff]$/, "");

/** "ASSAULT: Kata'ib Hezbollah → American troops; Erbil; 2021-02-15; as planned": who did what to whom, where and when. */
function describe(row: EventEntry): string {
  const names = (role: "actors" | "recipients") =>
    fillers(row, role)
      .map(({ entity, raw }) => entity?.name ?? raw)
      .join(", ") || "not said";
  return [
    `${row.event.type}: ${names("actors")} → ${names("recipients")}`,
    placeOfEvent(row)?.name,
    timeOfEvent(row)?.value,
    said(row.event),
  ]
    .filter(Boolean)
    .join("; ");
}

const said = ({ modality, polarity }: Event): string | undefined =>
  polarity === "negated" ? "told as not having happened" : modality === "actual" ? undefined : `told as ${modality}`;

/** One annotation an event, whole: its one column holds it as JSON. */
export const WEB_ANNOTATION: Codebook<EventEntry> = {
  id: "webannotation",
  title: "W3C Web Annotation, JSON-LD",
  unit: "event",
  source: "W3C Web Annotation Data Model, Recommendation of 23 February 2017",
  limits: ["Every event is written, whatever its modality: the body says how it is told."],
  excludes: () => undefined,
  columns: [
    {
      name: "annotation",
      from: "event",
      rule: "the clause as target, with its position in code points and as a quotation; type, roles, place and time as body",
      cell: (row, { written }) => cellOf(JSON.stringify(webAnnotation(row, written)), here(row, row.event.evidence)),
    },
  ],
};
