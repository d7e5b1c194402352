import type {
  Analysis,
  Casualty,
  Event,
  Incident,
  IncidentActor,
  IncidentDate,
  IncidentPlace,
  IncidentToll,
  Member,
} from "../model/index.ts";
import { isoOf } from "./days.ts";
import { type Facts, type Party, unique } from "./facts.ts";
import type { Happening } from "./happenings.ts";
import { isArea } from "./nearness.ts";
import { originsOf } from "./origins.ts";
import { standingOf } from "./status.ts";
import { sourceOf, voicesOf } from "./voices.ts";

/** An incident from the happenings that are it; relations and reasons are added by `link`, which sees them all. */
export function compose(members: readonly Happening[], analyses: readonly Analysis[]): Omit<Incident, "relations" | "why"> {
  const analysisOf = ({ report }: Happening) => analyses[report] as Analysis;
  const told = members.flatMap((one) =>
    one.events.map((id) => ({
      analysis: analysisOf(one),
      event: analysisOf(one).events.find((event) => event.id === id) as Event,
    })),
  );
  const byReport = new Map<string, Facts[]>();
  for (const one of members) {
    const id = analysisOf(one).report.id;
    byReport.set(id, [...(byReport.get(id) ?? []), one.facts]);
  }
  const reports = [...byReport.values()];
  // Who only recalls an incident in passing repeats what was reported before: that is no origin, unless nobody else tells it.
  const tellers = members.some(({ main }) => main) ? members.filter(({ main }) => main) : members;
  const numbers = [...new Set(tellers.map(({ report }) => report))];
  const origins = originsOf(numbers, analyses).map((group) => group.map((i) => (analyses[i] as Analysis).report.id));
  const voices = voicesOf(told);
  const tolls = tollsOf(members, analyses);
  const mode = mostTold(told.flatMap(({ event }) => event.mode ?? []));
  const first = told[0] as { analysis: Analysis; event: Event };
  const standing = standingOf({ told, origins, tolls });
  return {
    id: `${first.analysis.report.id}/${first.event.id}`,
    kind: "incident",
    type: first.event.type,
    ...(mode !== undefined && { mode }),
    ...(told.every(({ event }) => event.modality !== "actual") && { modality: unreal(told.map(({ event }) => event)) }),
    members: told.map(({ analysis, event }): Member => ({ report: analysis.report.id, event: event.id })),
    places: placesOf(reports),
    dates: datesOf(reports),
    actors: actorsOf(reports, ({ actors }) => actors),
    recipients: actorsOf(reports, ({ recipients }) => recipients),
    tolls,
    origins: origins.length,
    originGroups: origins,
    status: standing.status,
    statusWhy: standing.words,
    ...(voices.length > 0 && { voices }),
  };
}

const unreal = (events: readonly Event[]): "planned" | "possible" =>
  mostTold(events.map(({ modality }) => modality)) === "possible" ? "possible" : "planned";

function mostTold(list: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

const PRECISE = ["site", "settlement", "district", "province", "country", "region"];

function placesOf(reports: readonly Facts[][]): IncidentPlace[] {
  const found = counted(
    reports.map((facts) => facts.flatMap(({ where }) => where)),
    ({ gazetteer, folded }) => gazetteer ?? folded,
  );
  const rank = ({ precision }: { precision?: string | undefined }) => (precision ? PRECISE.indexOf(precision) : PRECISE.length);
  return found
    .sort(
      (a, b) =>
        Number(b.item.own) - Number(a.item.own) ||
        Number(isArea(a.item)) - Number(isArea(b.item)) ||
        b.reports - a.reports ||
        rank(a.item) - rank(b.item),
    )
    .map(({ item: { folded: _, own: __, ...place }, reports }) => ({ ...place, reports }));
}

/** The days that most reports give first, and the shorter interval before the longer. */
function datesOf(reports: readonly Facts[][]): IncidentDate[] {
  return counted(
    reports.map((facts) => facts.flatMap(({ days }) => days)),
    ({ first, last }) => `${first} ${last}`,
  )
    .sort(
      (a, b) => b.reports - a.reports || a.item.last - a.item.first - (b.item.last - b.item.first) || a.item.first - b.item.first,
    )
    .map(({ item, reports }) => ({ earliest: isoOf(item.first), latest: isoOf(item.last), reports }));
}

function actorsOf(reports: readonly Facts[][], role: (facts: Facts) => Party[]): IncidentActor[] {
  return counted(
    reports.map((facts) => facts.flatMap(role)),
    ({ key, name }) => key ?? name,
  )
    .sort((a, b) => Number(b.item.reference !== undefined) - Number(a.item.reference !== undefined) || b.reports - a.reports)
    .map(({ item: { name, reference, country, sector }, reports }) => ({
      name,
      ...(reference && { reference }),
      ...(country && { country }),
      ...(sector && { sector }),
      reports,
    }));
}

/** Each item once, with the number of reports that have it; in order of first appearance. */
function counted<T>(lists: readonly T[][], key: (item: T) => string): { item: T; reports: number }[] {
  const found = new Map<string, { item: T; reports: number }>();
  for (const list of lists)
    for (const item of unique(list, key)) {
      const held = found.get(key(item));
      if (held) held.reports++;
      else found.set(key(item), { item, reports: 1 });
    }
  return [...found.values()];
}

function tollsOf(members: readonly Happening[], analyses: readonly Analysis[]): IncidentToll[] {
  return members.flatMap((one) => {
    const analysis = analyses[one.report] as Analysis;
    return analysis.casualties.filter(({ id }) => one.casualties.includes(id)).map((toll) => tollOf(toll, analysis));
  });
}

function tollOf(toll: Casualty, analysis: Analysis): IncidentToll {
  const { id, outcome, low, best, high, group, attributions } = toll;
  return {
    outcome,
    low,
    best,
    high,
    source: sourceOf(attributions, analysis),
    report: analysis.report.id,
    group,
    casualty: id,
    ...(attributions[0] !== undefined && { attribution: attributions[0] }),
  };
}
