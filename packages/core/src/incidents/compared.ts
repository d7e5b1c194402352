import type { Analysis, Attribution, Event, Mention } from "../model/index.ts";
import type { Happening } from "./happenings.ts";

/**
 * What linking still asks of an analysis once its happenings are read: who is cited for them and for their tolls, what the
 * report is about, whom it credits. The rest, nine tenths of it, need not be held for all reports at once.
 */
export function comparedOf(analysis: Analysis, happenings: readonly Happening[]): Analysis {
  const { report } = analysis;
  const told = new Set(happenings.flatMap(({ events }) => events));
  const counted = new Set(happenings.flatMap(({ casualties }) => casualties));
  const events = analysis.events.filter(({ id }) => told.has(id)).map(bare);
  const casualties = analysis.casualties.filter(({ id }) => counted.has(id)).map(({ who: _, ...toll }) => toll);
  const heard = new Set([...events, ...casualties].flatMap(({ attributions }) => attributions.slice(0, 1)));
  const attributions = analysis.attributions.filter(({ id }) => heard.has(id)).map(voice);
  const speakers = new Set(attributions.flatMap(({ sources }) => sources.flatMap(({ entity }) => entity ?? [])));
  const body = report.headline?.end ?? 0;
  return {
    schema: analysis.schema,
    report,
    producer: analysis.producer,
    // Those in which an outlet that is relayed counts as the report's origin.
    sentences: analysis.sentences.filter(({ end }) => end > body).slice(0, 2),
    entities: analysis.entities
      .filter(({ id }) => speakers.has(id))
      .map((entity) => ({ ...entity, mentions: entity.mentions.filter(isName).slice(0, 1) })),
    places: [],
    times: [],
    events,
    attributions,
    casualties,
    relations: analysis.relations.filter(({ type, from, to }) => type !== "same" && told.has(from) && told.has(to)),
  };
}

const isName = ({ form }: Mention): boolean => form === "name";

const NONE: never[] = [];

const bare = (event: Event): Event => ({
  ...event,
  evidence: event.trigger,
  contexts: NONE,
  actors: NONE,
  recipients: NONE,
  instruments: NONE,
  places: NONE,
  times: NONE,
  casualties: NONE,
});

const voice = ({ via: _, ...attribution }: Attribution): Attribution => ({ ...attribution, cue: NONE, events: NONE });
