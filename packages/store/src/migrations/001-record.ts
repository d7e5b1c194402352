import type { Vocabulary } from "../database.ts";

/**
 * The first layout. `since` and `until` are numbers of changes: a row holds from the one to before the other, and now
 * where `until` is null; so that any past moment can be read. What points at a row by number points within this database;
 * ids are what others may quote.
 */
export const record = ({ key, id, integer, real, blob, words, appendOnly }: Vocabulary): string[] => [
  // The clock: every write takes a number here.
  `create table changes (seq ${key}, at text not null, kind text not null, subject text not null)`,
  "create index changes_at on changes (at, seq)",

  `create table reports (key ${key}, id ${id} not null unique, given text, identity text unique, since ${integer} not null)`,
  `create table versions (
    key ${key}, report ${integer} not null references reports(key), n ${integer} not null,
    text text not null, headline_start ${integer}, headline_end ${integer}, title text not null, length ${integer} not null,
    published text, day text not null, outlet text, url text, language text,
    sha256 text not null, provenance text not null, stored text not null,
    since ${integer} not null, until ${integer}, unique (report, n))`,
  "create index versions_sha256 on versions (sha256)",
  "create index versions_day on versions (day desc, key desc) where until is null",
  "create index versions_outlet on versions (outlet, day desc) where until is null",

  `create table producers (key ${key}, version text not null, model text not null, lexicon text not null, unique (version, model, lexicon))`,
  `create table analyses (
    key ${key}, version ${integer} not null references versions(key), producer ${integer} not null references producers(key),
    events ${integer} not null, body ${blob} not null, stored text not null, since ${integer} not null, until ${integer})`,
  "create index analyses_version on analyses (version, producer)",
  `create table events (
    analysis ${integer} not null references analyses(key), id ${id} not null, type text not null, mode text,
    polarity text not null, modality text not null, confidence ${real} not null,
    trigger_start ${integer} not null, trigger_end ${integer} not null, primary key (analysis, id))`,
  "create index events_confidence on events (confidence, analysis)",
  `create table entities (
    analysis ${integer} not null references analyses(key), actor text not null, name text not null, kind text not null,
    country text, sector text, names text not null, primary key (actor, analysis))`,
  "create index entities_analysis on entities (analysis)",
  // Counts over the current analyses, kept with them: adding up a million rows for a list would take a second.
  `create table actors (key ${id} primary key, name text not null, kind text not null, country text, sector text, reports ${integer} not null)`,
  "create index actors_reports on actors (reports desc, key)",
  `create table actor_names (actor text not null, name text not null, plain text not null, reports ${integer} not null, primary key (actor, name))`,
  "create index actor_names_plain on actor_names (plain)",

  `create table incidents (
    key ${key}, id ${id} not null, hash text not null, body text not null, type text not null, mode text, status text not null,
    origins ${integer} not null, reports ${integer} not null, day text not null, last_day text not null,
    place text, country text, latitude ${real}, longitude ${real}, precision text,
    killed_low ${integer}, killed_high ${integer}, injured_low ${integer}, injured_high ${integer},
    since ${integer} not null, until ${integer})`,
  "create index incidents_id on incidents (id, since)",
  "create index incidents_day on incidents (day desc, id) where until is null",
  "create index incidents_type on incidents (type, day desc, id) where until is null",
  "create index incidents_status on incidents (status, day desc, id) where until is null",
  "create index incidents_country on incidents (country, day desc, id) where until is null",
  "create index incidents_origins on incidents (origins desc, id) where until is null",
  "create index incidents_killed on incidents (killed_low desc, id) where until is null",
  "create index incidents_where on incidents (latitude, longitude) where until is null",
  `create table incident_actors (
    incident ${integer} not null references incidents(key), role text not null, actor text not null, name text not null,
    country text, sector text, reports ${integer} not null, primary key (actor, role, incident))`,
  "create index incident_actors_incident on incident_actors (incident)",
  `create table incident_tolls (incident ${integer} not null references incidents(key), outcome text not null, low ${integer} not null,
    high ${integer} not null, primary key (incident, outcome))`,
  `create table incident_members (incident ${integer} not null references incidents(key), report text not null, event text)`,
  "create index incident_members_report on incident_members (report)",
  "create index incident_members_incident on incident_members (incident)",
  `create table claims (incident ${integer} not null references incidents(key), n ${integer} not null, attribute text not null,
    value text not null, report text not null, body text not null, primary key (incident, n))`,
  `create table stories (key ${key}, id ${id} not null, hash text not null, body text not null, since ${integer} not null, until ${integer})`,
  "create index stories_id on stories (id) where until is null",

  `create table decisions (
    seq ${integer} primary key, at text not null, who text not null, kind text not null, incident text, report text, version ${integer},
    event text, field text, subject text not null, why text, before text, after text, pins text, undoes ${integer})`,
  "create index decisions_report on decisions (report, event)",
  "create index decisions_incident on decisions (incident)",
  "create index decisions_undoes on decisions (undoes)",
  ...appendOnly("decisions"),

  `create table faults (place ${id} primary key, message text not null, source text not null, times ${integer} not null, at text not null)`,
  `create table documents (kind text not null, key ${id} not null, value text not null, primary key (kind, key))`,
  ...words("versions"),
  ...words("incidents"),
];
