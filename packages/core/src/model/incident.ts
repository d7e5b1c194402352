import type { Attribution, Casualty, PloverType, Precision, Relation, Stance } from "./analysis.ts";
import type { Span } from "./span.ts";

/**
 * What `annalist link` prints, one object a line: incidents, the same happening told by one report or by many, and
 * stories, the reports that tell one story. The same set of analyses gives the same incidents in any order.
 */
export type Linked = Incident | Story;

/** A report, or one event of it. */
export interface Member {
  report: string;
  event?: string;
}

export interface Story {
  id: string;
  kind: "story";
  members: Member[];
}

export interface Incident {
  /** Made from its earliest member, so that it stays while reports are added behind it. */
  id: string;
  kind: "incident";
  type: PloverType;
  mode?: string;
  /** Given where nobody says that it has happened: what most of its reports say. */
  modality?: "planned" | "possible";
  /** By report, then event. */
  members: Member[];
  /** Most precise and most told first. */
  places: IncidentPlace[];
  dates: IncidentDate[];
  actors: IncidentActor[];
  recipients: IncidentActor[];
  /** One a source and outcome; nothing is averaged. */
  tolls: IncidentToll[];
  /** The number of independent origins: reprints of one text, and reports that only relay one agency, are one. */
  origins: number;
  /** Report ids by origin; a report that only recalls the incident in passing is in none, unless nobody else tells it. */
  originGroups: string[][];
  /** From this incident to the one that it answers, follows from, or is part of. */
  relations: IncidentRelation[];
  /** Why its members are held to be one happening, and what was kept apart, in words and weights. */
  why: Reason[];
  status: "single-source" | "corroborated" | "disputed" | "denied";
  /** Why it has that status, in words. */
  statusWhy?: string;
  /** Whoever is cited for it, each once: two papers that cite one official are one voice heard twice. */
  voices?: IncidentVoice[];
}

export interface IncidentVoice {
  name: string;
  anonymity: Attribution["anonymity"];
  stance: Stance;
  /** Ids of the reports that cite it. */
  reports: string[];
}

export interface IncidentPlace {
  name: string;
  gazetteer?: string;
  latitude?: number;
  longitude?: number;
  /** ISO 3166-1 alpha-3. */
  country?: string;
  admin1?: string;
  precision?: Precision;
  /** How many reports say so. */
  reports: number;
}

/** An interval of ISO days, both inclusive. */
export interface IncidentDate {
  earliest: string;
  latest: string;
  reports: number;
}

export interface IncidentActor {
  name: string;
  /** The lexicon's key, where there is one. */
  reference?: string;
  country?: string;
  sector?: string;
  reports: number;
}

export interface IncidentToll {
  outcome: Casualty["outcome"];
  low: number;
  best: number;
  high: number | null;
  /** Whose figure it is: the innermost voice's name, or the outlet where the report itself says so. */
  source: string;
  report: string;
  group?: Casualty["group"];
  /** The casualty's id in that report's analysis. */
  casualty?: string;
  attribution?: string;
}

export interface IncidentRelation {
  type: Exclude<Relation["type"], "same">;
  to: string;
  /** The reports that say so, each with its relation's id and the voice that says it. */
  said: { report: string; relation?: string; attribution?: string }[];
}

/** `weight` is in log-odds: above 0 it speaks for one happening, below 0 against it. */
export interface Reason {
  between: [Member, Member];
  decision: "linked" | "kept-apart" | "pinned-together" | "pinned-apart";
  weight: number;
  /** "same place (Abu Kamal, 0 km)": +1.8 */
  grounds: { words: string; weight: number }[];
}

/** What a person decided of two members; it holds through every later run. */
export interface Pin {
  a: Member;
  b: Member;
  decision: "must" | "cannot";
  why?: string;
}

export type Attribute = "type" | "actor" | "recipient" | "instrument" | "place" | "date" | Casualty["outcome"];

/** One cell of the ledger: what one source says of one attribute of an incident, and the characters that say it. */
export interface Claim extends Span {
  incident: string;
  attribute: Attribute;
  /** What is compared for agreement: a reference or name, a gazetteer key, "2021-06-28/2021-06-28", a number. */
  value: string;
  /** As a person reads it. */
  label: string;
  /** For tolls. */
  low?: number;
  best?: number;
  high?: number | null;
  report: string;
  event: string;
  outlet?: string;
  published?: string;
  /** Innermost first; none where the report says it itself. */
  voices: { name: string; attribution: string; anonymity: Attribution["anonymity"]; stance: Stance }[];
  /** Index into the incident's `originGroups`; -1 for a report that only recalls the incident in passing. */
  origin: number;
}
