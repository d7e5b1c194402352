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

/**
 * What the incident's earliest report says of it, as a quotation with its span: the sentence that tells it, and of the text
 * rather than of the headline, where both do.
 */
export function quotationOf({ incident, sources }: IncidentEntry): { text: string; evidence: Evidence } | undefined {
  const told = incident.members.flatMap(({ report, event }) => {
    const source = sources.get(report);
    const span = source?.analysis.events.find(({ id }) => id === event)?.evidence;
    if (!source || !span) return [];
    const { published = "9999", headline } = source.analysis.report;
    return [{ source, span, report, published, titled: headline !== undefined && span.start < headline.end }];
  });
  const [first] = told.sort(
    (a, b) =>
      a.published.localeCompare(b.published) ||
      (a.report < b.report ? -1 : a.report > b.report ? 1 : 0) ||
      Number(a.titled) - Number(b.titled) ||
      a.span.start - b.span.start,
  );
  if (!first) return undefined;
  const { source, span, report } = first;
  const around = source.analysis.sentences.filter((one) => one.start < span.end && one.end > span.start);
  const start = Math.min(span.start, ...around.map((one) => one.start));
  const end = Math.max(span.end, ...around.map((one) => one.end));
  return { text: source.text.slice(start, end).replace(/\s+/g, " "), evidence: { report, start, end } };
}

/**
 * A party's name; where the record has but a noun for it ("thousand", "building"), the words that were printed ("Thousands",
 * "a building near the river").
 */
export function nameOf(row: IncidentEntry, role: "actor" | "recipient", actor: IncidentActor): string {
  if (actor.reference || !/^\p{Ll}+$/u.test(actor.name)) return ownName(actor);
  const [claim] = claimsOfActor(row, role, actor);
  const printed = claim && row.sources.get(claim.report)?.text.slice(claim.start, claim.end).replace(/\s+/g, " ");
  return printed && printed.length <= LONGEST ? printed : actor.name;
}

/** What a group is called by: of "A little-known group that calls itself the Wolves" the name. */
export const ownName = ({ name }: IncidentActor): string =>
  /^an? (?:[\p{L}-]+ ){0,3}(?:group|faction|militia|organi[sz]ation|cell) (?:that calls|which calls|calling|that called|styling) itself (\p{Lu}.*|the \p{Lu}.*)$/iu.exec(
    name,
  )?.[1] ?? name;

/** A name of more characters is a description with clauses of its own. */
const LONGEST = 80;

/** Whether an incident is only known to be near its place: a town or a site whose precision is no better than a district's. */
export function isNear({ incident, sources }: IncidentEntry): boolean {
  const place = placeOf(incident);
  if (place?.precision !== "district") return false;
  return [...sources.values()].some(({ analysis }) =>
    analysis.places.some(
      ({ name, gazetteer, feature }) =>
        (place.gazetteer ? gazetteer === place.gazetteer : name === place.name) &&
        feature !== undefined &&
        !feature.startsWith("ADM"),
    ),
  );
}
