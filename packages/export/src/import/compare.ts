import type { Incident, IncidentActor, IncidentDate, IncidentPlace } from "@annalist/core";
import type { DatasetRow } from "./dataset.ts";

export interface Difference {
  field: "date" | "place" | "type" | "actor" | "recipient" | "killed";
  dataset: string;
  record: string;
}

/** A data set's row beside the incident that it most likely means. */
export type Comparison =
  | { kind: "matched"; row: DatasetRow; incident: string; score: number; why: string[] }
  | { kind: "differing"; row: DatasetRow; incident: string; score: number; why: string[]; differences: Difference[] }
  /** In the data set only. */
  | { kind: "missing"; row: DatasetRow; nearest?: { incident: string; why: string[] } }
  /** In our record only. */
  | { kind: "unlisted"; incident: string };

export type Countries = ReadonlyMap<string, { name: string }>;

const DAY = 86_400_000;
/** From here a row and an incident are held to be one; below, the nearest is named as a hint. */
const ENOUGH = 3;

/**
 * Sets a data set beside the record: one row to one incident, the best pairs first. A pair has to agree on the time and,
 * where both have coordinates, on the place; type, actors and the dead add to it. Cost grows with the rows times the
 * incidents of their weeks. `countries`, by alpha-3 code, lets "Military Forces of the United States" and "U.S. troops" be one.
 */
export function compare(
  rows: readonly DatasetRow[],
  incidents: readonly Incident[],
  countries: Countries = new Map(),
): Comparison[] {
  const byWeek = new Map<number, Incident[]>();
  for (const incident of incidents)
    for (const date of incident.dates.slice(0, 1))
      for (let week = weekOf(date.earliest); week <= Math.min(weekOf(date.latest), weekOf(date.earliest) + 60); week++) {
        const list = byWeek.get(week);
        if (list) list.push(incident);
        else byWeek.set(week, [incident]);
      }
  const pairs = rows.flatMap((row) => {
    const near = new Set<Incident>();
    for (let week = weekOf(row.earliest) - 1; week <= Math.min(weekOf(row.latest), weekOf(row.earliest) + 60) + 1; week++)
      for (const incident of byWeek.get(week) ?? []) near.add(incident);
    return [...near].flatMap((incident) => {
      const match = weigh(row, incident, countries);
      return match ? [{ row, incident, ...match }] : [];
    });
  });
  pairs.sort((a, b) => b.score - a.score || a.row.line - b.row.line || (a.incident.id < b.incident.id ? -1 : 1));
  const ofRow = new Map<DatasetRow, (typeof pairs)[number]>();
  const taken = new Set<Incident>();
  for (const pair of pairs) {
    if (pair.score < ENOUGH || ofRow.has(pair.row) || taken.has(pair.incident)) continue;
    ofRow.set(pair.row, pair);
    taken.add(pair.incident);
  }
  const nearest = new Map<DatasetRow, (typeof pairs)[number]>();
  for (const pair of pairs) if (!nearest.has(pair.row)) nearest.set(pair.row, pair);
  return [
    ...rows.map((row): Comparison => {
      const pair = ofRow.get(row);
      if (!pair) {
        const hint = nearest.get(row);
        return { kind: "missing", row, ...(hint && { nearest: { incident: hint.incident.id, why: hint.why } }) };
      }
      const found = { row, incident: pair.incident.id, score: Number(pair.score.toFixed(2)), why: pair.why };
      const differences = differ(row, pair.incident, countries);
      return differences.length > 0 ? { kind: "differing", ...found, differences } : { kind: "matched", ...found };
    }),
    ...incidents.filter((incident) => !taken.has(incident)).map(({ id }): Comparison => ({ kind: "unlisted", incident: id })),
  ];
}

function weigh(row: DatasetRow, incident: Incident, countries: Countries): { score: number; why: string[] } | undefined {
  const why: string[] = [];
  const date = incident.dates[0];
  const apart = date ? gap(row, date) : undefined;
  if (apart === undefined || apart > 3) return undefined;
  let score = apart === 0 ? 2 : 2 - apart * 0.5;
  why.push(apart === 0 ? "same time" : apart === 1 ? "a day apart" : `${apart} days apart`);
  const place = incident.places[0];
  const distance = place && kilometres(row, place);
  if (distance !== undefined) {
    const reach = row.kilometres + reachOf(place as IncidentPlace);
    if (distance > 2 * reach) return undefined;
    score += distance <= reach ? 1.5 : 0.5;
    why.push(distance < 1 ? "same place" : `${Math.round(distance)} km apart`);
  } else if (row.place && place && like(row.place, place.name)) {
    score += 1;
    why.push("place of the same name");
  }
  if (row.plover.includes(incident.type)) {
    score += 0.5;
    why.push("same kind of event");
  } else if (row.plover.length > 0) score -= 1;
  for (const [role, names, ours] of [
    ["actor", row.actors, incident.actors],
    ["recipient", row.recipients, incident.recipients],
  ] as const)
    if (names.some((name) => ours.some((actor) => isSame(name, actor, countries)))) {
      score += 1;
      why.push(`same ${role}`);
    }
  const killed = tollOf(incident);
  if (row.killed && killed && row.killed.low <= killed.high && killed.low <= row.killed.high && killed.high > 0) {
    score += 1;
    why.push("tolls agree");
  }
  return { score, why };
}

function differ(row: DatasetRow, incident: Incident, countries: Countries): Difference[] {
  const found: Difference[] = [];
  const date = incident.dates[0];
  if (date && gap(row, date) !== 0)
    found.push({
      field: "date",
      dataset: range(row.earliest, row.latest, " to "),
      record: range(date.earliest, date.latest, " to "),
    });
  const place = incident.places[0];
  const distance = place && kilometres(row, place);
  if (place && distance !== undefined && distance > row.kilometres + reachOf(place))
    found.push({ field: "place", dataset: row.place ?? "", record: `${place.name} (${Math.round(distance)} km away)` });
  if (row.plover.length > 0 && !row.plover.includes(incident.type))
    found.push({ field: "type", dataset: row.type, record: incident.type });
  for (const [field, names, ours] of [
    ["actor", row.actors, incident.actors],
    ["recipient", row.recipients, incident.recipients],
  ] as const) {
    // "Civilians (Iraq)" and "two men" name nobody: only names can differ.
    const [theirs, named] = [names.filter((name) => !GENERAL.test(name)), ours.filter(isNamed)];
    if (theirs.length > 0 && named.length > 0 && !theirs.some((name) => named.some((actor) => isSame(name, actor, countries))))
      found.push({ field, dataset: theirs.join("; "), record: named.map(({ name }) => name).join("; ") });
  }
  const killed = tollOf(incident);
  if (row.killed && (row.killed.low > (killed?.high ?? 0) || row.killed.high < (killed?.low ?? 0)))
    found.push({
      field: "killed",
      dataset: range(row.killed.low, row.killed.high, "–"),
      record: killed ? range(killed.low, killed.high, "–") : "no toll",
    });
  return found;
}

/** Days between two intervals; 0 where they meet. */
function gap(row: DatasetRow, date: IncidentDate): number {
  const days = (later: string, earlier: string) => Math.round((Date.parse(later) - Date.parse(earlier)) / DAY);
  return Math.max(0, days(row.earliest, date.latest.slice(0, 10)), days(date.earliest.slice(0, 10), row.latest));
}

const weekOf = (iso: string): number => Math.floor(Date.parse(iso.slice(0, 10)) / (7 * DAY));

/** How far from its coordinates a place of our record may reach, in kilometres. */
const REACH: Record<NonNullable<IncidentPlace["precision"]>, number> = {
  site: 5,
  settlement: 10,
  district: 40,
  province: 150,
  country: 600,
  region: 600,
};
const reachOf = ({ precision }: IncidentPlace): number => REACH[precision ?? "country"];

/** Great-circle distance; undefined where either has no coordinates. */
function kilometres(a: DatasetRow, b: IncidentPlace): number | undefined {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined)
    return undefined;
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

const range = (from: string | number, to: string | number, between: string): string =>
  from === to ? String(from) : `${from}${between}${to}`;

/** What data sets call those who have no name. */
const GENERAL = /^(?:civilians|protesters|rioters|unidentified|unknown)\b/i;
/** With a lexicon's key or a capital letter; a country alone makes "three men" of it no name. */
const isNamed = ({ name, reference }: IncidentActor): boolean => reference !== undefined || /\p{Lu}/u.test(name);

/** The same name, or a body of the same country's state. */
function isSame(name: string, actor: IncidentActor, countries: Countries): boolean {
  if (like(name, actor.name)) return true;
  const country = countries.get(actor.country ?? "")?.name;
  return country !== undefined && ["GOV", "MIL", "COP"].includes(actor.sector ?? "") && like(name, country);
}

const COMMON = new Set([
  "of",
  "the",
  "and",
  "in",
  "forces",
  "force",
  "military",
  "police",
  "government",
  "group",
  "armed",
  "unidentified",
  "unknown",
]);
const words = (name: string): string[] =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’ʻʿ-]/g, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !COMMON.has(word));

/** Whether two names share a word that tells. */
function like(a: string, b: string): boolean {
  const set = new Set(words(a));
  return words(b).some((word) => set.has(word));
}

function tollOf({ tolls }: Incident): { low: number; high: number } | undefined {
  const killed = tolls.filter(({ outcome }) => outcome === "killed");
  if (killed.length === 0) return undefined;
  return { low: Math.min(...killed.map(({ low }) => low)), high: Math.max(...killed.map(({ high, best }) => high ?? best)) };
}
