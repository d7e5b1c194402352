import type { Span } from "./span.ts";

/**
 * The public format, version 1: what `annalist code` prints for one report. Offsets are UTF-16 code units, half-open;
 * lists are in text order; ids are unique within one analysis. It may be added to; nothing is renamed or dropped
 * without a new `schema` number.
 */
export interface Analysis {
  schema: "annalist/1";
  report: ReportHead;
  producer: Producer;
  sentences: Span[];
  tokens?: Token[];
  entities: Entity[];
  places: Place[];
  times: Time[];
  events: Event[];
  attributions: Attribution[];
  casualties: Casualty[];
  relations: Relation[];
  /** What relations run from or to that is no event of the record; absent where there is none. */
  happenings?: OtherHappening[];
  problems?: Problem[];
}

export interface ReportHead {
  id: string;
  sha256: string;
  published?: string;
  outlet?: string;
  url?: string;
  language?: string;
  headline?: Span;
  /** The outlets that the report gives as its source, in text order. */
  credits?: Credit[];
  /**
   * What tells a reprint: the 96 smallest 32-bit hashes of the body's runs of four words, ascending, eight hex digits each.
   * Texts that share half of these share about half of their words in a row.
   */
  signature?: string;
  /** What the report is about: its 48 heaviest stems, by how often they stand in it and how rare they are elsewhere. */
  terms?: Record<string, number>;
}

/** `byline`: "(AFP) –", "— Reuters"; `relay`: "according to the AP", "the agency said"; `told`: "told Reuters". */
export interface Credit extends Span {
  /** The lexicon's name, or the name as printed. */
  name: string;
  kind: "byline" | "relay" | "told";
}

/** Enough to reproduce the bytes. */
export interface Producer {
  version: string;
  model: string;
  lexicon: string;
}

/** Printed with `--tokens`. `head` is an index into this analysis's tokens, -1 for a root. */
export interface Token extends Span {
  sentence: number;
  lemma: string;
  upos: string;
  xpos?: string;
  head: number;
  deprel: string;
}

export type EntityKind =
  | "state"
  | "government"
  | "military"
  | "police"
  | "armed-group"
  | "party"
  | "organisation"
  | "intergovernmental"
  | "media"
  | "judiciary"
  | "business"
  | "civilians"
  | "protesters"
  | "person"
  | "population"
  | "unknown";

export interface Mention extends Span {
  form: "name" | "nominal" | "pronoun";
  head: Span;
}

/** An actor in the widest sense, one entry per entity of the report. */
export interface Entity {
  id: string;
  /** The fullest name found, or the lexicon's canonical name. */
  name: string;
  kind: EntityKind;
  /** ISO 3166-1 alpha-3. */
  country?: string;
  /** PLOVER sector: GOV MIL COP JUD LEG PTY REB CVL UNC OPP MED EDU BUS IGO NGO CRM … */
  sector?: string;
  /** Another entity's id: Kirby -> Pentagon. */
  affiliation?: string;
  title?: string;
  /** The lexicon's own key, stable across reports. */
  reference?: string;
  mentions: Mention[];
}

export type Precision = "site" | "settlement" | "district" | "province" | "country" | "region";

/** One mention of a place name and what it was resolved to; no coordinates when it was not. */
export interface Place extends Span {
  id: string;
  name: string;
  /** "geonames:98182" */
  gazetteer?: string;
  latitude?: number;
  longitude?: number;
  /** ISO 3166-1 alpha-3. */
  country?: string;
  admin1?: string;
  feature?: string;
  precision?: Precision;
  candidates?: number;
}

/** TIMEX3: `value` as in the TimeML guidelines, resolved against `published` and the text. */
export interface Time extends Span {
  id: string;
  type: "DATE" | "TIME" | "DURATION" | "SET";
  value: string;
  mod?: string;
  /** The interval it stands for, ISO days, both inclusive. */
  earliest?: string;
  latest?: string;
  anchor?: "explicit" | "published" | "text";
}

/** Who or what fills a role. `entity` is an id; `implied`: taken from another clause. */
export interface Argument extends Span {
  entity?: string;
  head: Span;
  /** The lemma of its head, lower case: "contractor". */
  lemma?: string;
  implied?: boolean;
}

export type PloverType =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "COOPERATE"
  | "AID"
  | "CONCEDE"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT";

export type Polarity = "affirmed" | "negated";
export type Modality = "actual" | "planned" | "threatened" | "demanded" | "possible" | "hypothetical" | "general";

export interface Event {
  id: string;
  /** The word or words that tell the event. */
  trigger: Span;
  /** The lemma of the trigger's head, lower case: "kill". */
  lemma?: string;
  /** The clause that it was read from. */
  evidence: Span;
  type: PloverType;
  mode?: string;
  contexts: string[];
  /** The CAMEO code where one is unambiguous. */
  cameo?: string;
  actors: Argument[];
  recipients: Argument[];
  instruments: Argument[];
  /** Ids; the nearest that hold of this event. */
  places: string[];
  times: string[];
  polarity: Polarity;
  modality: Modality;
  casualties: string[];
  /** Ids, innermost voice first; the narrator's own assertions have none. */
  attributions: string[];
  /** 0..1, calibrated. */
  confidence: number;
  /** Which rule or model decided, for audit. */
  rule: string;
}

export type Stance = "asserts" | "denies" | "questions" | "promises" | "threatens" | "demands" | "believes" | "other";

/** PolNeAR's three parts. A source chain is nested by `within`: AP <- two officials <- … */
export interface Attribution {
  id: string;
  sources: Argument[];
  cue: Span[];
  content: Span[];
  kind: "direct" | "indirect" | "mixed";
  stance: Stance;
  anonymity: "named" | "unnamed" | "institution" | "none";
  /** The outlet it was said to: "told The Associated Press". */
  via?: Argument[];
  within?: string;
  /** Ids of the events that stand on this voice. */
  events: string[];
}

/** How many came to what harm. Its span holds the count and, where it stands near, the word that tells the outcome. */
export interface Casualty extends Span {
  id: string;
  outcome: "killed" | "injured" | "missing" | "captured" | "abducted" | "displaced";
  /** "at least four": 4, 4, null. */
  low: number;
  best: number;
  high: number | null;
  exact: boolean;
  /** A running total ("since April") and not this incident's toll. */
  cumulative: boolean;
  group: "civilian" | "combatant" | "official" | "journalist" | "aid-worker" | "unknown";
  who?: Argument;
  event?: string;
  attributions: string[];
}

/**
 * Something that a report names as cause or effect and that is no event of the record: "higher wages" in "a strike for
 * higher wages". The words that tell it, and the one that they hang on.
 */
export interface OtherHappening extends Span {
  id: string;
  head: Span;
}

/**
 * `from` and `to` are ids of events; of a `cause`, also ids of `happenings`.
 * `retaliation` and `cause` run from the later event to the one that it answers or follows from, `part` from the part
 * to the whole, `same` from a later mention to the first mention of one happening.
 */
export interface Relation extends Span {
  id: string;
  type: "retaliation" | "cause" | "part" | "same" | "before";
  from: string;
  to: string;
  attributions: string[];
  /** How likely a cause is by the learnt judge, 0..1; absent where the words of the report alone decided. */
  confidence?: number;
  /** Of a cause that is only a condition: "will march if the price rises". */
  conditional?: true;
}

/** What was dropped or left unresolved, and why. */
export interface Problem {
  code: string;
  message: string;
  start?: number;
  end?: number;
}
