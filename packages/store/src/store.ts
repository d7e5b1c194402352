import type {
  Analysis,
  Claim,
  EntityKind,
  Incident,
  IncidentRelation,
  Linked,
  Pin,
  PloverType,
  Precision,
  Producer,
  Report,
  Span,
  Story,
} from "@annalist/core";

/**
 * The record that lasts: reports and their versions, what each producer read in them, incidents with their claims, and
 * what people decided. One interface; an embedded file (SQLite) or a server (PostgreSQL) stands behind it.
 *
 * Nothing is overwritten. Every write takes a number from one sequence (`Change.seq`), and the record of any past moment
 * is what had been written up to that number: `at` gives it as a store that only reads. Lists are in a stable order and
 * paged. What cannot be done throws a `StoreError` that says why and what to do.
 */
export interface Store {
  /** Where it lies, as a person may see it: no password in it. */
  readonly location: string;
  /** The moment that this view shows; undefined for the record as it is now. */
  readonly asOf: string | undefined;
  /** The record as it was at a moment (ISO 8601; a day means its end). The view only reads, and needs no closing. */
  at(moment: string): Promise<Store>;
  close(): Promise<void>;

  // — reports —

  /**
   * Stores a batch in one transaction. A report is known again by `identity`,
   * else by its words (same text, outlet and given id, where it has no URL): unchanged, it is left as it is; with other words it
   * becomes a new version, and the old one stays. An id that another report has gets "~2", "~3" behind it.
   */
  putReports(batch: readonly IncomingReport[]): Promise<PutReport[]>;
  /** One version of a report, the latest unless `version` says which (from 1). */
  getReport(id: string, version?: number): Promise<StoredReport | undefined>;
  /** All versions of a report, oldest first, without their texts. */
  versionsOf(id: string): Promise<VersionHead[]>;
  /** Newest first by publication, with hits where words are asked for. */
  listReports(filter?: ReportFilter, page?: PageRequest): Promise<Page<ReportRow>>;

  // — analyses —

  /** Stores what one producer read in versions of reports; the same producer's earlier analysis of a version is kept. */
  putAnalyses(batch: readonly NewAnalysis[]): Promise<void>;
  /** The newest analysis of a version (the latest one unless said), of one producer or of any. */
  getAnalysis(report: string, which?: { version?: number; producer?: Producer }): Promise<Analysis | undefined>;
  /** Every analysis of a report, oldest first, without its body. */
  analysesOf(report: string): Promise<AnalysisHead[]>;
  /** The current analyses of all reports in the order of report ids, with the texts that they count into. */
  analyses(options?: { from?: string }): AsyncGenerator<{ report: StoredReport; analysis: Analysis }>;
  /** Latest versions that `producer` (undefined: anybody) has not read yet, as they arrived; `after` is the last `seq` seen. */
  uncoded(producer: Producer | undefined, limit: number, after?: number): Promise<(StoredReport & { seq: number })[]>;
  /** Events of the current analyses; for a queue of what is worth a person's look. */
  listEvents(filter?: EventFilter, page?: PageRequest<EventOrder>): Promise<Page<EventRow>>;

  // — incidents, stories, claims —

  /** Makes these the incidents and stories of the record, in one transaction. What is the same as before is left alone. */
  replaceLinked(linked: Iterable<LinkedItem> | AsyncIterable<LinkedItem>): Promise<Replaced>;
  getIncident(id: string): Promise<Incident | undefined>;
  /** The ledger of an incident, in the order it was written in. */
  claimsOf(incident: string): Promise<Claim[]>;
  listIncidents(filter?: IncidentFilter, page?: PageRequest<IncidentOrder>): Promise<Page<IncidentRow>>;
  /** All incidents in the order of their ids, whole. */
  incidents(filter?: IncidentFilter): AsyncGenerator<Incident>;
  countIncidents(filter?: IncidentFilter): Promise<number>;
  facets(filter?: IncidentFilter): Promise<Facets>;
  /** Incidents and deaths a period, in order of time; periods without any are left out. */
  timeline(filter: IncidentFilter, period: Period): Promise<Bucket[]>;
  /** Incidents by precision and cell of a grid of `degrees`, most first; a cell of one incident names it. */
  mapCells(filter: IncidentFilter, degrees: number): Promise<Cell[]>;
  /** What sources tie any of these incidents to, or to them: answers, causes, parts. */
  tiesOf(incidents: readonly string[]): Promise<IncidentTie[]>;
  stories(page?: PageRequest): Promise<Page<Story>>;

  // — actors —

  listActors(filter?: ActorFilter, page?: PageRequest): Promise<Page<ActorRow>>;
  getActor(key: string): Promise<Actor | undefined>;
  /** In how many incidents each of these actors acts upon each other one, most first. */
  tiesBetween(actors: readonly string[]): Promise<ActorTie[]>;

  // — what people decide —

  /** Appends to the log, which nothing can change; returns it with its number and time. */
  decide(decision: NewDecision): Promise<Decision>;
  /** Oldest first. */
  decisions(filter?: DecisionFilter, page?: PageRequest): Promise<Page<Decision>>;
  /** What people pinned together or apart and have not undone, for linking. */
  pins(): Promise<Pin[]>;

  // — what has happened —

  /** What was written after `seq`, oldest first: enough for a server to tell its readers. */
  changes(after: number, limit?: number): Promise<Change[]>;
  /** The number of the last change; 0 for an empty store. */
  lastChange(): Promise<number>;
  stats(): Promise<Stats>;

  // — what could not be read —

  /** Notes what could not be read; the same place noted again counts up and keeps the newest reason. */
  noteFaults(faults: readonly StoredFault[]): Promise<void>;
  /** What could not be read, and has not been since. */
  faults(page?: PageRequest): Promise<Page<StoredFault & { times: number; at: string }>>;
  clearFaults(where: readonly string[]): Promise<void>;

  // — small documents of other rooms: users, saved views, state of feeds —

  putDocument(kind: string, key: string, value: unknown): Promise<void>;
  getDocument<T>(kind: string, key: string): Promise<T | undefined>;
  documents<T>(kind: string): Promise<{ key: string; value: T }[]>;
  deleteDocument(kind: string, key: string): Promise<boolean>;

  /** Asks the database to check itself and what must hold between tables; one line a fault, none when all is well. */
  check(): Promise<string[]>;
}

/** `after` is the `next` of the page before; `offset` jumps. `limit` is 50 unless said, 1000 at most. */
export interface PageRequest<Order extends string = never> {
  limit?: number;
  after?: string;
  offset?: number;
  order?: Order;
}

export interface Page<Item> {
  items: Item[];
  /** Asks for the page behind this one; undefined on the last. */
  next?: string;
}

/** Where a report came from, kept beside each version. */
export interface Provenance {
  /** The file, feed or address that was named: "march.warc.gz", "https://…/feed.xml". */
  source: string;
  /** Its place in there: a line, an entry, a record. */
  place?: string;
  /** SHA-256 of the bytes as they came, before any conversion. */
  original: string;
  charset?: string;
  fetchedUrl?: string;
  fetchedAt?: string;
  headers?: Record<string, string>;
  byline?: string;
}

export interface IncomingReport {
  report: Report;
  provenance: Provenance;
  /** What makes it the same report when its words change: "url:https://…", "file:march.jsonl#r17". */
  identity?: string;
  /** The report's id was made from where it stood and not given with it. */
  unnamed?: boolean;
}

export interface PutReport {
  id: string;
  version: number;
  outcome: "new" | "changed" | "unchanged";
}

export interface StoredReport extends Report {
  version: number;
  /** SHA-256 of the text in UTF-8. */
  sha256: string;
  /** When this version was stored, ISO 8601. */
  stored: string;
  provenance: Provenance;
}

export type VersionHead = Omit<StoredReport, "text"> & { length: number };

export interface ReportFilter {
  /** Words as people type them: drone "Abu Kamal" -exercise strik* ; all must be there, "or" between two lets either do. */
  words?: string;
  outlets?: readonly string[];
  /** ISO days, both inclusive, of publication. */
  from?: string;
  to?: string;
  /** Reports that tell of any of these actors: their keys. */
  actors?: readonly string[];
  ids?: readonly string[];
}

export interface ReportRow {
  id: string;
  version: number;
  published?: string;
  outlet?: string;
  url?: string;
  language?: string;
  /** The headline, or the first words of the text. */
  title: string;
  /** Code units of the text. */
  length: number;
  /** Events of the current analysis; undefined while it has none. */
  events?: number;
  hit?: Hit;
}

/** A stretch of text around what was searched for; `marks` are offsets into `text` here. */
export interface Hit {
  text: string;
  marks: Span[];
}

export interface NewAnalysis {
  report: string;
  version: number;
  analysis: Analysis;
}

export interface AnalysisHead {
  version: number;
  producer: Producer;
  stored: string;
  events: number;
  seq: number;
}

export type EventOrder = "confidence" | "report";

export interface EventFilter {
  types?: readonly PloverType[];
  report?: string;
  reports?: readonly string[];
  maxConfidence?: number;
  /** Only those about which nobody has decided yet. */
  undecided?: boolean;
}

export interface EventRow {
  report: string;
  version: number;
  event: string;
  type: PloverType;
  mode?: string;
  polarity: "affirmed" | "negated";
  modality: string;
  confidence: number;
  trigger: Span;
}

export type IncidentOrder = "date" | "-date" | "origins" | "killed" | "relevance" | "id";

/** All that is given must hold; a list means any of it. */
export interface IncidentFilter {
  words?: string;
  types?: readonly PloverType[];
  modes?: readonly string[];
  status?: readonly Incident["status"][];
  /** Actor keys; in either role unless `role` says which. */
  actors?: readonly string[];
  role?: "actor" | "recipient";
  /** ISO 3166-1 alpha-3. */
  countries?: readonly string[];
  /** Degrees; `west` above `east` crosses the 180th meridian. */
  box?: { west: number; south: number; east: number; north: number };
  near?: { latitude: number; longitude: number; km: number };
  /** ISO days, both inclusive: incidents whose dates may fall into them. */
  from?: string;
  to?: string;
  /** On the most conservative figure told of an outcome. */
  toll?: {
    outcome: Claim["attribute"] & ("killed" | "injured" | "missing" | "captured" | "abducted" | "displaced");
    min?: number;
    max?: number;
  };
  origins?: { min?: number; max?: number };
  report?: string;
  ids?: readonly string[];
}

/** An incident as a table shows it. */
export interface IncidentRow {
  id: string;
  type: PloverType;
  mode?: string;
  status: Incident["status"];
  earliest?: string;
  latest?: string;
  place?: string;
  country?: string;
  latitude?: number;
  longitude?: number;
  precision?: Precision;
  actors: string[];
  recipients: string[];
  /** Lowest and highest number of dead that any source gives. */
  killed?: { low: number; high: number };
  injured?: { low: number; high: number };
  origins: number;
  reports: number;
  hit?: Hit;
}

/** An incident with its ledger, or a story. */
export interface LinkedItem {
  item: Linked;
  claims?: readonly Claim[];
}

export interface Replaced {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

export interface Count {
  value: string;
  label?: string;
  count: number;
}

/** For each attribute its values, most first. Each is counted under the whole filter. */
export interface Facets {
  total: number;
  types: Count[];
  modes: Count[];
  status: Count[];
  countries: Count[];
  actors: Count[];
  recipients: Count[];
}

export type Period = "day" | "month" | "year";

export interface Bucket {
  /** "2021-06-28", "2021-06", "2021" */
  period: string;
  incidents: number;
  /** Sum of the most conservative figures. */
  killed: number;
}

export interface Cell {
  /** Mean of the incidents in it, degrees. */
  latitude: number;
  longitude: number;
  precision: Precision | "unknown";
  incidents: number;
  killed: number;
  /** The one incident, where it is one. */
  incident?: string;
}

/** From the later incident to the one that it answers, follows from or is part of. */
export interface IncidentTie {
  from: string;
  to: string;
  type: IncidentRelation["type"];
  /** How many reports say so. */
  said: number;
}

export interface ActorTie {
  from: string;
  to: string;
  incidents: number;
}

export interface ActorFilter {
  /** The beginning of a word of a name or alias. */
  words?: string;
  kinds?: readonly EntityKind[];
  countries?: readonly string[];
  sectors?: readonly string[];
}

/** `key` is the lexicon's reference, else "name:" and the name in lower case. */
export interface ActorRow {
  key: string;
  name: string;
  kind: EntityKind;
  country?: string;
  sector?: string;
  /** Reports that name it. */
  reports: number;
}

export interface Actor extends ActorRow {
  aliases: Count[];
  /** With whom, in which role of this actor's, in how many incidents. */
  dyads: { other: string; name: string; role: "actor" | "recipient"; incidents: number }[];
  /** Incidents a month in either role. */
  activity: { period: string; incidents: number }[];
}

export type DecisionKind = "accept" | "correct" | "reject" | "merge" | "split" | "pin" | "undo";

/** What is decided about. For an event the store notes its words too, so that the decision finds it in a later analysis. */
export interface Subject {
  incident?: string;
  report?: string;
  version?: number;
  event?: string;
  /** "type", "actor", "place", "date", "killed" … */
  field?: string;
  /** The event's trigger in that version's text. */
  trigger?: Span;
}

export interface NewDecision {
  who: string;
  kind: DecisionKind;
  subject: Subject;
  why?: string;
  before?: unknown;
  after?: unknown;
  /** For merge, split and pin: what linking must hold to. */
  pins?: readonly Pin[];
  /** For undo: the number of the decision that is taken back. */
  undoes?: number;
  /** The decision counts only where this is still the last one about its subject. */
  ifLast?: number;
}

export interface Decision extends Omit<NewDecision, "ifLast"> {
  seq: number;
  at: string;
  /** Set where a later decision took it back. */
  undone?: number;
}

export interface DecisionFilter {
  incident?: string;
  report?: string;
  event?: string;
  who?: string;
  kinds?: readonly DecisionKind[];
  /** Only those behind this number. */
  since?: number;
}

export interface Change {
  seq: number;
  at: string;
  kind: "report" | "version" | "analysis" | "incidents" | "decision";
  /** The report's id, or for incidents how many changed. */
  subject: string;
}

export interface Stats {
  reports: number;
  versions: number;
  analyses: number;
  events: number;
  entities: number;
  actors: number;
  incidents: number;
  stories: number;
  claims: number;
  decisions: number;
  faults: number;
  outlets: number;
  /** ISO days of publication. */
  first?: string;
  last?: string;
  producers: { producer: Producer; analyses: number }[];
}

export interface StoredFault {
  /** "march.csv:17", "https://…" */
  where: string;
  message: string;
  /** What to read again for it: a file or an address. */
  source: string;
}

/** What cannot be done with a store, with the remedy; `code` is for programs. */
export class StoreError extends Error {
  constructor(
    readonly code:
      | "newer"
      | "not-a-store"
      | "read-only"
      | "full"
      | "busy"
      | "unreachable"
      | "conflict"
      | "wrong"
      | "missing"
      | "damaged",
    message: string,
  ) {
    super(message);
  }
}

export const noStore = (location: string): StoreError =>
  new StoreError("missing", `${location}: no such store; make one with annalist ingest, or name another with --store`);
