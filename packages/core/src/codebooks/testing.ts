import type { Analysis, Attribute, Casualty, Claim, Event, Incident, IncidentActor, PloverType } from "../model/index.ts";
import type { IncidentEntry, Source } from "./codebook.ts";
import type { World } from "./world.ts";

/** A small world for tests. */
export const WORLD: World = {
  written: "2026-01-02T03:04:05Z",
  countries: new Map(
    [
      {
        alpha3: "IRQ",
        name: "Iraq",
        numeric: 368,
        fips: "IZ",
        cow: 645,
        gw: 645,
        ucdpRegion: "Middle East",
        acledRegion: "Middle East",
      },
      {
        alpha3: "USA",
        name: "United States",
        numeric: 840,
        fips: "US",
        cow: 2,
        gw: 2,
        ucdpRegion: "Americas",
        acledRegion: "North America",
      },
    ].map((country) => [country.alpha3, country]),
  ),
};

export const TEXT = "Gunmen of the Red Hand killed two farmers in Mosul on Monday, police said.";

export const GROUP: IncidentActor = { name: "Red Hand", reference: "group:red-hand", country: "IRQ", sector: "REB", reports: 1 };
export const FARMERS: IncidentActor = { name: "two farmers", sector: "CVL", reports: 1 };
export const ARMY: IncidentActor = { name: "Iraqi army", country: "IRQ", sector: "MIL", reports: 1 };
export const AMERICANS: IncidentActor = { name: "U.S. troops", country: "USA", sector: "MIL", reports: 1 };
export const CROWD: IncidentActor = { name: "demonstrators", sector: "CVL", reports: 1 };
export const MAYOR: IncidentActor = { name: "the mayor", country: "IRQ", sector: "GOV", reports: 1 };

interface Wanted extends Partial<Incident> {
  event?: Partial<Event>;
  killed?: { low: number; best: number; high: number | null; report?: string; group?: Casualty["group"] }[];
}

/** An incident told by one report of our own, with what a test wants to be otherwise. */
export function entry({ event: wanted, killed = [], ...incident }: Wanted = {}): IncidentEntry {
  const type: PloverType = incident.type ?? "ASSAULT";
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const event: Event = {
    id: "e1",
    trigger: at("killed"),
    evidence: { start: 0, end: TEXT.length },
    type,
    contexts: ["military"],
    actors: [{ ...at("Gunmen of the Red Hand"), head: at("Gunmen"), entity: "n1" }],
    recipients: [{ ...at("two farmers"), head: at("farmers"), entity: "n2" }],
    instruments: [],
    places: ["p1"],
    times: ["t1"],
    polarity: "affirmed",
    modality: "actual",
    casualties: [],
    attributions: [],
    confidence: 0.87,
    rule: "assault.kill",
    ...wanted,
  };
  const figures = killed.map((figure, i) => ({ report: "r1", group: "unknown" as const, ...figure, id: `k${i + 1}` }));
  const analysisOf = (report: string): Analysis => ({
    schema: "annalist/1",
    report: {
      id: report,
      sha256: "0".repeat(64),
      published: "2021-06-29",
      outlet: `Outlet ${report}`,
      url: `https://example.org/${report}`,
    },
    producer: { version: "0", model: "m", lexicon: "l" },
    sentences: [{ start: 0, end: TEXT.length }],
    entities: [
      {
        id: "n1",
        name: "Red Hand",
        kind: "armed-group",
        country: "IRQ",
        sector: "REB",
        reference: "group:red-hand",
        mentions: [{ ...at("Red Hand"), form: "name", head: at("Hand") }],
      },
      { id: "n2", name: "two farmers", kind: "civilians", sector: "CVL", mentions: [] },
    ],
    places: [
      {
        id: "p1",
        ...at("Mosul"),
        name: "Mosul",
        gazetteer: "geonames:99072",
        latitude: 36.34,
        longitude: 43.12,
        country: "IRQ",
        admin1: "Nineveh",
        precision: "settlement",
      },
    ],
    times: [{ id: "t1", ...at("Monday"), type: "DATE", value: "2021-06-28", earliest: "2021-06-28", latest: "2021-06-28" }],
    events: [event],
    attributions: [],
    casualties: figures
      .filter((figure) => figure.report === report)
      .map(({ id, low, best, high, group }) => ({
        id,
        ...at("two farmers"),
        outcome: "killed" as const,
        low,
        best,
        high,
        exact: low === high,
        cumulative: false,
        group,
        event: "e1",
        attributions: [],
      })),
    relations: [],
  });
  const reports = [...new Set(["r1", ...figures.map(({ report }) => report)])];
  const claim = (attribute: Attribute, value: string, label: string, words: string, more: Partial<Claim> = {}): Claim => ({
    incident: "i1",
    attribute,
    value,
    label,
    report: "r1",
    event: "e1",
    voices: [],
    origin: 0,
    ...at(words),
    ...more,
  });
  const whole: Incident = {
    id: "i1",
    kind: "incident",
    type,
    members: reports.map((report) => ({ report, event: "e1" })),
    places: [
      {
        name: "Mosul",
        gazetteer: "geonames:99072",
        latitude: 36.34,
        longitude: 43.12,
        country: "IRQ",
        admin1: "Nineveh",
        precision: "settlement",
        reports: 1,
      },
    ],
    dates: [{ earliest: "2021-06-28", latest: "2021-06-28", reports: 1 }],
    actors: [GROUP],
    recipients: [FARMERS],
    tolls: figures.map(({ low, best, high, report, id }) => ({
      outcome: "killed",
      low,
      best,
      high,
      source: "police",
      report,
      casualty: id,
    })),
    origins: reports.length,
    originGroups: reports.map((report) => [report]),
    relations: [],
    why: [],
    status: "single-source",
    ...incident,
  };
  return {
    incident: whole,
    claims: [
      claim("type", type, type, "killed"),
      claim("actor", "group:red-hand", "Red Hand", "Red Hand"),
      claim("recipient", "two farmers", "two farmers", "two farmers"),
      claim("place", "geonames:99072", "Mosul", "Mosul"),
      claim("date", "2021-06-28/2021-06-28", "2021-06-28", "Monday"),
      ...figures.map(({ low, best, high, report }) =>
        claim("killed", String(best), String(best), "two farmers", { low, best, high, report, origin: reports.indexOf(report) }),
      ),
    ],
    sources: new Map(reports.map((report): [string, Source] => [report, { text: TEXT, analysis: analysisOf(report) }])),
  };
}
