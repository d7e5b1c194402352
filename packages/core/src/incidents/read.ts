import type { Analysis, Argument, Entity, Event, Place, Span, Time } from "../model/index.ts";
import { contains } from "../shared/spans.ts";
import { dayOf } from "./days.ts";
import { type Days, type Facts, fold, type Party, type Where } from "./facts.ts";

/** The longest interval that says when something happened, in days: "last year" does, "since the war" does not. */
const LONGEST = 366;

/** Nouns that say no more than that there were people, or a thing; two of these are no likeness. */
const EMPTY =
  /^(?:people|person|man|woman|child|member|other|one|some|many|several|group|force|source|official|victim|it|he|she|they|them|him|her|that|this|who|which|those|all|number|dozen|site|target|place|thing|mostly|city|town|village|country|area|region)$/;

/** Reads the facts of every event of a report. */
export function factsOf(analysis: Analysis): Map<string, Facts> {
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const places = new Map(analysis.places.map((place) => [place.id, place]));
  const times = new Map(analysis.times.map((time) => [time.id, time]));
  const tolls = new Map(analysis.casualties.map((toll) => [toll.id, toll]));
  const published = dayOf(analysis.report.published);
  return new Map(
    analysis.events.map((event) => {
      const { days, bound } = whenOf(event, times, analysis, published);
      return [
        event.id,
        {
          type: event.type,
          modes: event.mode ? [event.mode] : [],
          lemmas: event.lemma ? [event.lemma] : [],
          days,
          ...(bound !== undefined && { bound }),
          where: whereOf(event, places),
          actors: event.actors.flatMap((argument) => partyOf(argument, entities) ?? []),
          recipients: event.recipients.flatMap((argument) => partyOf(argument, entities) ?? []),
          tolls: event.casualties.flatMap((id) => {
            const toll = tolls.get(id);
            return toll && !toll.cumulative ? [{ outcome: toll.outcome, low: toll.low, best: toll.best, high: toll.high }] : [];
          }),
        },
      ];
    }),
  );
}

/**
 * When it happened. The day of a saying ("the minister said on Monday that …") is the last on which it can have, and so is
 * the day of publication; what is set later than that was misread and is left out.
 */
function whenOf(
  event: Event,
  times: ReadonlyMap<string, Time>,
  analysis: Analysis,
  published: number | undefined,
): { days: Days[]; bound?: number } {
  const days: Days[] = [];
  // A day's grace, for the time zones between the place and the paper.
  let bound = published === undefined || event.modality !== "actual" ? Number.POSITIVE_INFINITY : published + 1;
  for (const id of event.times) {
    const time = times.get(id);
    const first = dayOf(time?.earliest);
    const last = dayOf(time?.latest);
    if (!time || first === undefined || last === undefined || last - first > LONGEST || time.type === "DURATION") continue;
    if (first > bound) continue;
    if (isSaying(time, event, analysis)) bound = Math.min(bound, last);
    else days.push({ first, last: Math.min(last, Math.max(first, bound)) });
  }
  return { days: days.filter(({ first }) => first <= bound), ...(Number.isFinite(bound) && { bound }) };
}

/** Whether a time stands with the voice and not with what the voice says. */
function isSaying(time: Span, event: Event, analysis: Analysis): boolean {
  return event.attributions.some((id) => {
    const voice = analysis.attributions.find((one) => one.id === id);
    if (!voice?.content.some((part) => contains(part, event.trigger))) return false;
    if (voice.content.some((part) => contains(part, time))) return false;
    return voice.cue.some((cue) => Math.min(Math.abs(time.start - cue.end), Math.abs(cue.start - time.end)) < NEAR);
  });
}
/** How near to its cue the day of a saying stands, in UTF-16 code units. */
const NEAR = 40;

function whereOf(event: Event, places: ReadonlyMap<string, Place>): Where[] {
  return event.places.flatMap((id) => {
    const place = places.get(id);
    if (!place) return [];
    const { name, gazetteer, latitude, longitude, country, admin1, precision } = place;
    return [
      {
        name,
        folded: fold(name),
        ...(gazetteer !== undefined && { gazetteer }),
        ...(latitude !== undefined && { latitude }),
        ...(longitude !== undefined && { longitude }),
        ...(country !== undefined && { country }),
        ...(admin1 !== undefined && { admin1 }),
        ...(precision !== undefined && { precision }),
        own: contains(event.evidence, place),
      },
    ];
  });
}

function partyOf({ entity: id, lemma }: Argument, entities: ReadonlyMap<string, Entity>): Party | undefined {
  const entity = id === undefined ? undefined : entities.get(id);
  const noun = lemma && /^\p{L}{3,}$/u.test(lemma) && !EMPTY.test(lemma) ? lemma : undefined;
  if (!entity) return noun ? { name: noun, noun, state: false } : undefined;
  const named = entity.mentions.some(({ form }) => form === "name");
  const key = entity.reference ?? (named ? fold(entity.name) : undefined);
  return {
    name: entity.name,
    ...(key && { key }),
    ...(entity.reference && { reference: entity.reference }),
    ...(entity.country && { country: entity.country }),
    ...(entity.sector && { sector: entity.sector }),
    ...(noun && { noun }),
    state: entity.kind === "state" || entity.kind === "government",
  };
}
