import type { Attribute, Claim, Incident, IncidentActor, IncidentDate, IncidentPlace } from "../model/index.ts";
import type { Evidence, IncidentEntry } from "./codebook.ts";

/** The characters that claims stand on. */
export const evidenceOf = (claims: readonly Claim[]): Evidence[] =>
  claims.map(({ report, start, end }) => ({ report, start, end }));

/** The claims of one attribute, or of one value of it. */
export function claimsOf({ claims }: IncidentEntry, attribute: Attribute, value?: (claim: Claim) => boolean): Claim[] {
  return claims.filter((claim) => claim.attribute === attribute && (!value || value(claim)));
}

/** Claims that name one actor of the incident, by key or by name. */
export function claimsOfActor(row: IncidentEntry, role: "actor" | "recipient", actor: IncidentActor): Claim[] {
  return claimsOf(row, role, ({ value, label }) => value === actor.reference || value === actor.name || label === actor.name);
}

/**
 * Who stands on a side. Whoever acts does; of what was acted on, persons, groups and bodies do: buildings, vehicles and words
 * that were resolved to nobody may be what was hit, but are no party to anything.
 */
export const partiesOf = ({ incident }: IncidentEntry, role: "actor" | "recipient"): IncidentActor[] =>
  role === "actor"
    ? incident.actors
    : incident.recipients.filter(({ sector, reference }) => sector !== undefined || reference !== undefined);

/** The first place, date and toll are the best: the linker orders them so. */
export const placeOf = ({ places }: Incident): IncidentPlace | undefined => places[0];
export const dateOf = ({ dates }: Incident): IncidentDate | undefined => dates[0];

export function claimsOfPlace(row: IncidentEntry): Claim[] {
  const place = placeOf(row.incident);
  if (!place) return [];
  return claimsOf(row, "place", ({ value, label }) => value === place.gazetteer || value === place.name || label === place.name);
}

export function claimsOfDate(row: IncidentEntry): Claim[] {
  const date = dateOf(row.incident);
  if (!date) return [];
  const all = claimsOf(row, "date");
  const exact = all.filter(({ value }) => value === `${date.earliest}/${date.latest}`);
  // A day that follows from two wider intervals is read from both.
  return exact.length > 0 ? exact : all;
}

/** Days of an interval, both ends counted. */
export const days = ({ earliest, latest }: IncidentDate): number =>
  Math.round((Date.parse(`${latest.slice(0, 10)}T00:00:00Z`) - Date.parse(`${earliest.slice(0, 10)}T00:00:00Z`)) / 86_400_000) +
  1;

/** A whole number that stands for an incident's id wherever a data set wants digits: 48 bits of FNV-1a. */
export function numberOf(id: string): number {
  let high = 0x811c;
  let low = 0x9dc5;
  for (let i = 0; i < id.length; i++) {
    low ^= id.charCodeAt(i);
    // (high · 2^16 + low) · 16777619 modulo 2^32, in parts that a double holds exactly.
    const product = low * 0x0193;
    high = (high * 0x0193 + low * 0x0100 + (product >>> 16)) & 0xffff;
    low = product & 0xffff;
  }
  let second = 7;
  for (let i = id.length - 1; i >= 0; i--) second = (second * 31 + id.charCodeAt(i)) & 0xffff;
  return (high * 0x10000 + low) * 0x10000 + second;
}

/** Outlets of the members' reports, each once, in the members' order. */
export function outletsOf({ incident, sources }: IncidentEntry): string[] {
  const reports = [...new Set(incident.members.map(({ report }) => report))];
  return [...new Set(reports.map((id) => sources.get(id)?.analysis.report.outlet ?? id))];
}

/** What the incident's earliest report says of it, as a quotation with its span. */
export function quotationOf({ incident, sources }: IncidentEntry): { text: string; evidence: Evidence } | undefined {
  const members = incident.members.flatMap(({ report, event }) => {
    const source = sources.get(report);
    const found = source?.analysis.events.find(({ id }) => id === event);
    return source && found ? [{ source, found, report }] : [];
  });
  const published = (report: string) => sources.get(report)?.analysis.report.published ?? "9999";
  const [first] = members.sort(
    (a, b) => published(a.report).localeCompare(published(b.report)) || (a.report < b.report ? -1 : a.report > b.report ? 1 : 0),
  );
  if (!first) return undefined;
  const { start, end } = first.found.evidence;
  return { text: first.source.text.slice(start, end).replace(/\s+/g, " "), evidence: { report: first.report, start, end } };
}
