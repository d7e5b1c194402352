import * as actors from "./actors.ts";
import * as analyses from "./analyses.ts";
import { createCache } from "./cache.ts";
import type { Database } from "./database.ts";
import * as decisions from "./decisions.ts";
import { createCounting } from "./facts/index.ts";
import * as housekeeping from "./housekeeping.ts";
import * as incidents from "./incidents.ts";
import { replaceLinked } from "./linked.ts";
import { type Moment, momentOf, NOW } from "./moment.ts";
import * as reports from "./reports.ts";
import { type Store, StoreError } from "./store.ts";

/** The store over a database, as of a moment. */
export function viewOf(db: Database, moment: Moment = NOW): Store {
  const past = moment.seq !== undefined;
  const cached = createCache(() => housekeeping.lastChange(db, moment));
  const counting = createCounting(db, moment, () => housekeeping.lastChange(db, moment));
  const write = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    if (!past) return work;
    return async (..._: A): Promise<R> => {
      throw new StoreError("read-only", `the record as of ${moment.asOf} can only be read; leave --as-of out to write`);
    };
  };
  return {
    location: db.location,
    asOf: moment.asOf,
    at: async (given) => viewOf(db, await momentOf(db, given)),
    // A view of the past shares the connections of the store that it is a view of.
    close: async () => (past ? undefined : db.close()),

    putReports: write((batch) => reports.putReports(db, batch)),
    getReport: (id, version) => reports.getReport(db, moment, id, version),
    versionsOf: (id) => reports.versionsOf(db, moment, id),
    listReports: (filter, page) => reports.listReports(db, moment, filter, page),

    putAnalyses: write((batch) => analyses.putAnalyses(db, batch)),
    getAnalysis: (report, which) => analyses.getAnalysis(db, moment, report, which),
    analysesOf: (report) => analyses.analysesOf(db, moment, report),
    analyses: (options) => analyses.analyses(db, moment, options?.from),
    uncoded: (producer, limit, after) => analyses.uncoded(db, producer, limit, after),
    listEvents: (filter, page) => analyses.listEvents(db, moment, filter, page),

    replaceLinked: write((linked) => replaceLinked(db, linked)),
    getIncident: (id) => incidents.getIncident(db, moment, id),
    claimsOf: (incident) => incidents.claimsOf(db, moment, incident),
    listIncidents: (filter, page) => incidents.listIncidents(db, moment, counting, filter, page),
    incidents: (filter) => incidents.incidents(db, moment, filter),
    countIncidents: (filter) => cached("count", filter, () => counting.countIncidents(filter)),
    facets: (filter) => cached("facets", filter, () => counting.facets(filter)),
    timeline: (filter, period) => cached("timeline", [filter, period], () => counting.timeline(filter, period)),
    mapCells: (filter, degrees) => cached("map", [filter, degrees], () => counting.mapCells(filter, degrees)),
    tiesOf: (ids) => counting.tiesOf(ids),
    stories: (page) => incidents.stories(db, moment, page),

    listActors: (filter, page) => actors.listActors(db, moment, filter, page),
    getActor: (key) => actors.getActor(db, moment, key),
    tiesBetween: (keys) => cached("ties", keys, () => counting.tiesBetween(keys)),

    decide: write((decision) => decisions.decide(db, decision)),
    decisions: (filter, page) => decisions.decisions(db, moment, filter, page),
    pins: () => decisions.pins(db, moment),

    changes: (after, limit) => housekeeping.changes(db, moment, after, limit),
    lastChange: () => housekeeping.lastChange(db, moment),
    stats: () => cached("stats", undefined, () => housekeeping.stats(db, moment)),

    noteFaults: write((faults) => housekeeping.noteFaults(db, faults)),
    faults: (page) => housekeeping.faults(db, page),
    clearFaults: write((places) => housekeeping.clearFaults(db, places)),

    putDocument: write((kind, key, value) => housekeeping.putDocument(db, kind, key, value)),
    getDocument: (kind, key) => housekeeping.getDocument(db, kind, key),
    documents: (kind) => housekeeping.documents(db, kind),
    deleteDocument: write((kind, key) => housekeeping.deleteDocument(db, kind, key)),

    check: () => housekeeping.check(db),
  };
}
