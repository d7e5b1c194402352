import { createAttributor } from "./attributions/index.ts";
import { createCasualtyCounter } from "./casualties/index.ts";
import { createSettler } from "./circumstances/index.ts";
import { createEventCoder } from "./events/index.ts";
import { createLanguage } from "./language/index.ts";
import { createEntityFinder } from "./mentions/index.ts";
import type { Analysis, Knowledge, Problem, Report, Span } from "./model/index.ts";
import { createPlaceFinder } from "./places/index.ts";
import { createProvenance } from "./provenance/index.ts";
import { compose } from "./record.ts";
import { createRelater } from "./relations/index.ts";
import { filingOf } from "./shared/dateline.ts";
import { contains } from "./shared/spans.ts";
import { createTimeFinder } from "./times/index.ts";

export interface AnalyseOptions {
  /** Print words, tags and trees too. */
  tokens?: boolean;
}

export interface Analyst {
  /**
   * Reads one report. Pure: the same report gives the same analysis, nothing is read or written, the text is not
   * changed. Any string is accepted; cost is linear in its length.
   */
  analyse(report: Report, options?: AnalyseOptions): Analysis;
}

/** Prepares every stage once, from the data of a language; afterwards `analyse` does no set-up work. */
export function createAnalyst(knowledge: Knowledge): Analyst {
  const language = createLanguage(knowledge);
  const times = createTimeFinder(knowledge);
  const places = createPlaceFinder(knowledge);
  const entities = createEntityFinder(knowledge);
  const events = createEventCoder(knowledge);
  const attributions = createAttributor(knowledge);
  const casualties = createCasualtyCounter(knowledge);
  const relations = createRelater(knowledge);
  const provenance = createProvenance(knowledge);
  const circumstances = createSettler(knowledge);

  return {
    analyse(report, options = {}) {
      const problems: Problem[] = [];
      // Words, sentences, trees and names: all that follows stands on them.
      const document = events.readHeadline(language.read(report));
      // When and where need words alone; a place may then be an actor too ("Washington said"), so places come before actors.
      const when = times.find(document, report, problems);
      // "Easter Sunday" is a day, and no island.
      const where = places.find(document, report, problems).filter((place) => !when.some((time) => contains(time, place)));
      const who = entities.find(document, report, where);
      // An event's roles point at actors, places and times, so it comes after them.
      // The day of a dateline says when the report was filed, not when anything in it happened; "now" says nothing.
      const filing = filingOf(document);
      const isFiled = (span: Span) => filing.some((head) => contains(head, span));
      const told = when.filter((time) => !time.value.endsWith("_REF") && !isFiled(time));
      const what = events.code(document, report, { entities: who, places: where, times: told }, problems);
      // Voices are found over the events that they assert, tolls and relations over events.
      const voices = attributions.attribute(document, report, who, what);
      const tolls = casualties.count(document, who, what);
      const { relations: links, happenings } = relations.relate(document, who, what, when, where);
      // A happening told twice is one: what one mention says of when and where holds of the other.
      const settled = circumstances.settle(document, report, {
        entities: who,
        events: what,
        relations: links,
        times: when,
        filed: when.filter(isFiled),
        places: where.filter((place) => !isFiled(place)),
        from: where.filter(isFiled),
      });
      return compose({
        knowledge,
        report,
        document,
        withTokens: options.tokens ?? false,
        problems,
        times: settled.times,
        places: where,
        entities: who,
        events: settled.events,
        attributions: voices,
        casualties: tolls,
        relations: links,
        happenings,
        // By these, reports are compared with one another when they are linked.
        provenance: provenance.read(document),
      });
    },
  };
}
