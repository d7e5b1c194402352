import type { Analysis, Event, Time } from "../model/index.ts";
import { contains } from "../shared/spans.ts";
import { dayOf } from "./days.ts";
import type { Days } from "./facts.ts";
import type { Owners } from "./owners.ts";
import { createSentences } from "./sentences.ts";

/** The longest interval that says when something happened, in days: "last year" does, "since the war" does not. */
const LONGEST = 366;

export interface Clock {
  /** The day of publication; undefined where it is not known. */
  published: number | undefined;
  times: ReadonlyMap<string, Time>;
  /** Ids of the times that stand with a voice and not with what it says: "…, the minister said on Monday". */
  said: ReadonlySet<string>;
}

export function clockOf(analysis: Analysis): Clock {
  return {
    published: dayOf(analysis.report.published),
    times: new Map(analysis.times.map((time) => [time.id, time])),
    said: sayingTimes(analysis),
  };
}

/**
 * When it happened. The day of a saying is the last on which it can have, and so is the day of publication; what is set
 * later than that was misread and is left out.
 */
export function whenOf(event: Event, { published, times, said }: Clock, owners: Owners): { days: Days[]; bound?: number } {
  const days: Days[] = [];
  // A day's grace, for the time zones between the place and the paper.
  let bound = published === undefined || event.modality !== "actual" ? Number.POSITIVE_INFINITY : published + 1;
  for (const id of event.times) {
    const time = times.get(id);
    let first = dayOf(time?.earliest);
    let last = dayOf(time?.latest);
    if (!time || first === undefined || last === undefined || last - first > LONGEST || time.type === "DURATION") continue;
    // What has happened and is told of a day ahead, "the weekend", was a week before.
    if (first > bound && first - bound <= 7 && time.anchor !== "explicit") [first, last] = [first - 7, last - 7];
    if (first > bound) continue;
    const owner = owners.of(event.type, time);
    const own = owner === event.id;
    if (said.has(id) && !(event.attributions.length === 0 && own)) bound = Math.min(bound, last);
    else days.push({ first, last: Math.min(last, Math.max(first, bound)), own, ...(owner !== undefined && { owner }) });
  }
  // "Bombed it on Friday in answer to Wednesday's attack": the day of its own clause is its day.
  const own = days.find((day) => day.own);
  const kept = own ? days.filter((day) => day === own || (day.first <= own.last && own.first <= day.last)) : days;
  return { days: kept.filter(({ first }) => first <= bound), ...(Number.isFinite(bound) && { bound }) };
}

/** How near to its cue the day of a saying stands, in UTF-16 code units. */
const NEAR = 40;

function sayingTimes(analysis: Analysis): Set<string> {
  const { times, attributions } = analysis;
  const sentenceOf = createSentences(analysis);
  const bySentence = new Map<number, Time[]>();
  for (const time of times) bySentence.set(sentenceOf(time), [...(bySentence.get(sentenceOf(time)) ?? []), time]);
  const found = new Set<string>();
  for (const { cue } of attributions)
    for (const { start, end } of cue)
      for (const time of bySentence.get(sentenceOf({ start, end })) ?? []) {
        if (Math.min(Math.abs(time.start - end), Math.abs(start - time.end)) < NEAR) found.add(time.id);
      }
  for (const { content } of attributions)
    for (const part of content) for (const time of times) if (contains(part, time)) found.delete(time.id);
  return found;
}
