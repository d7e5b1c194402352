import { type Codebook, type Column, cellOf, empty, type IncidentEntry } from "../codebook.ts";
import { claimsOf, claimsOfDate, dateOf, evidenceOf, numberOf } from "../reading.ts";
import { cameoOf, goldstein, quadClass } from "../scales.ts";
import { actorColumns } from "./actor.ts";
import { actionGeo, actorGeo } from "./geo.ts";

type Row = IncidentEntry;

/** CAMEO's codes of force by the PLOVER mode, where a rule knew no more than that force was used ("190"). */
const BY_MODE: Record<string, string> = { firearms: "193", "heavy-weapons": "194", aerial: "195", drone: "195" };

/** The code of most member events, of their root the most specific; else the root of the type. */
function code({ incident, sources }: Row): string {
  const votes = new Map<string, number>();
  for (const { report, event } of incident.members) {
    const found = sources.get(report)?.analysis.events.find(({ id }) => id === event);
    if (found?.cameo) votes.set(found.cameo, (votes.get(found.cameo) ?? 0) + 1);
  }
  const [most] = [...votes].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1));
  if (!most) return cameoOf({ type: incident.type });
  // "190" says only that force was used: one member that tells how outdoes many that do not.
  const root = most[0].slice(0, 2);
  const [best] = [...votes]
    .filter(([cameo]) => cameo.startsWith(root))
    .sort(
      ([a, x], [b, y]) => Number(b !== `${root}0`) - Number(a !== `${root}0`) || y - x || b.length - a.length || (a < b ? -1 : 1),
    );
  return best?.[0] === "190" ? (BY_MODE[incident.mode ?? ""] ?? "190") : (best?.[0] ?? root);
}

/** GDELT dates what tells no day by the day it was published. */
const dayOf = ({ incident, sources }: Row): string | undefined =>
  dateOf(incident)?.earliest ??
  incident.members.flatMap(({ report }) => sources.get(report)?.analysis.report.published?.slice(0, 10) ?? []).sort()[0];
const byDate = (name: string, rule: string, value: (iso: string) => number): Column<Row> => ({
  name,
  from: "incident.dates[0].earliest, report.published",
  rule: `${rule}; the day of publication where none is told`,
  cell: (row) => {
    const day = dayOf(row);
    return day ? cellOf(value(day), evidenceOf(claimsOfDate(row))) : null;
  },
});
const byCode = (name: string, rule: string, value: (cameo: string) => string | number): Column<Row> => ({
  name,
  from: "event.cameo of the members, incident.type",
  rule,
  cell: (row) => cellOf(value(code(row)), evidenceOf(claimsOf(row, "type"))),
});
const count = (name: string, rule: string, value: (row: Row) => number): Column<Row> => ({
  name,
  from: "incident.members, .originGroups",
  rule,
  cell: value,
});

/** Day of the year over the days of that year, as GDELT's FractionDate, to four places. */
function fraction(iso: string): number {
  const year = Number(iso.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const whole = Date.UTC(year + 1, 0, 1) - start;
  return Number((year + (Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - start) / whole).toFixed(4));
}

export const GDELT: Codebook<Row> = {
  id: "gdelt",
  title: "GDELT 2.0 events, 61 columns without a header",
  unit: "incident",
  source: "GDELT 2.0 Event Database codebook, as programs that load its files print the columns",
  limits: [
    "A row is an incident, not a sentence: NumMentions counts its member events, NumSources independent origins.",
    "Ethnic, religious and group codes, tone, the actors’ own places and feature numbers are not in the record and stay empty.",
  ],
  excludes: (row) =>
    dayOf(row)
      ? undefined
      : { rule: "gdelt.date", words: "neither its date nor a day of publication is known, and GDELT's rows are keyed by day" },
  columns: [
    {
      name: "GLOBALEVENTID",
      from: "incident.id",
      rule: "a number made from the incident's id",
      cell: ({ incident }) => numberOf(incident.id),
    },
    byDate("SQLDATE", "YYYYMMDD", (iso) => Number(iso.slice(0, 10).replaceAll("-", ""))),
    byDate("MonthYear", "YYYYMM", (iso) => Number(iso.slice(0, 7).replace("-", ""))),
    byDate("Year", "YYYY", (iso) => Number(iso.slice(0, 4))),
    byDate("FractionDate", "year and the part of it that has passed", fraction),
    ...actorColumns("Actor1"),
    ...actorColumns("Actor2"),
    count("IsRootEvent", "1 where a member stands in a headline or a first sentence", ({ incident, sources }) =>
      incident.members.some(({ report, event }) => {
        const analysis = sources.get(report)?.analysis;
        const trigger = analysis?.events.find(({ id }) => id === event)?.trigger;
        const head = analysis?.report.headline ?? analysis?.sentences[0];
        const lead = analysis?.sentences.find(({ start }) => start >= (head?.end ?? 0));
        return trigger && [head, lead].some((span) => span && trigger.start >= span.start && trigger.start < span.end);
      })
        ? 1
        : 0,
    ),
    byCode(
      "EventCode",
      "CAMEO code of most members, of one root the most specific; force of no told kind by its mode (aerial 195); else the root of the PLOVER type",
      (cameo) => cameo,
    ),
    byCode("EventBaseCode", "its first three digits", (cameo) => cameo.slice(0, 3)),
    byCode("EventRootCode", "its first two digits", (cameo) => cameo.slice(0, 2)),
    byCode("QuadClass", "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict", quadClass),
    byCode("GoldsteinScale", "score of the root code", goldstein),
    count("NumMentions", "member events", ({ incident }) => incident.members.length),
    count("NumSources", "independent origins: a reprint adds none", ({ incident }) => incident.origins),
    count("NumArticles", "member reports", ({ incident }) => new Set(incident.members.map(({ report }) => report)).size),
    empty("AvgTone", "the tone of a report is not measured"),
    ...actorGeo("Actor1"),
    ...actorGeo("Actor2"),
    ...actionGeo(),
    {
      name: "DATEADDED",
      from: "when the file was written",
      rule: "YYYYMMDDHHMMSS, UTC",
      cell: (_row, { written }) => Number(new Date(written).toISOString().replace(/\D/g, "").slice(0, 14)),
    },
    {
      name: "SOURCEURL",
      from: "report.url of the members",
      rule: "the first that has one, else the report's id",
      cell: ({ incident, sources }) => {
        const ids = incident.members.map(({ report }) => report);
        return ids.map((id) => sources.get(id)?.analysis.report.url).find((url) => url !== undefined) ?? ids[0] ?? null;
      },
    },
  ],
};
