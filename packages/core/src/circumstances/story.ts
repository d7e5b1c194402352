import type { Document, Event, Place, PloverType, Relation, Time, Word } from "../model/index.ts";
import { overlaps } from "../shared/spans.ts";
import { wordFrom } from "../shared/words.ts";

/** When and where an event happened, as far as its own clause tells. */
export type Circumstance = "times" | "places";

/** What a report tells, while times and places are passed from one mention to another: the events are copies, and are written to. */
export interface Story {
  document: Document;
  events: readonly Event[];
  /** Times that may be when something happened: days and hours, not durations, and not the day of filing. */
  times: readonly Time[];
  /** Places that may be where something happened. */
  places: readonly Place[];
  timeOf(id: string): Time | undefined;
  placeOf(id: string): Place | undefined;
  /** Adds or replaces a time that was counted from others. */
  learn(time: Time): void;
  /** The times that were learnt. */
  learnt: ReadonlyMap<string, Time>;
  /** The verb of an event's trigger, else its first word. */
  wordOf(event: Event): Word | undefined;
  eventAt(word: Word): Event | undefined;
  /** Groups of mentions of one happening, in text order. */
  clusters: readonly (readonly Event[])[];
  /** What others in the report answer or follow from: it came before them, and not where they were. */
  answered: ReadonlySet<Event>;
  /** From words said against somebody to the deed that they speak of. */
  reactions: ReadonlyMap<Event, Event>;
}

/** Deeds: what goes on from sentence to sentence in one place and time. Words said do not. */
const DEEDS: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID", "SANCTION"]);
export const isDeed = (event: Event): boolean => DEEDS.has(event.type);
export const happened = (event: Event): boolean => event.polarity === "affirmed" && event.modality === "actual";
export const isDay = ({ earliest, latest }: Time): boolean => earliest !== undefined && earliest === latest;
export const isSpot = ({ precision }: Place): boolean =>
  precision !== undefined && precision !== "country" && precision !== "region";

/** What sets one happening before or after another. */
export const ASIDE: ReadonlySet<string> = new Set(["after", "before", "since", "until", "following"]);

export function storyOf(
  document: Document,
  events: readonly Event[],
  relations: readonly Relation[],
  times: readonly Time[],
  places: readonly Place[],
): Story {
  const byId = new Map(places.map((place) => [place.id, place]));
  // A place that acts is not where it acts: "U.S. air strikes".
  const acts = (event: Event, id: string) =>
    event.actors.some(({ head }) => overlaps(head, byId.get(id) ?? { start: 0, end: 0 }));
  const told = events.map((event) => ({ ...event, places: event.places.filter((id) => !acts(event, id)) }));
  const words = new Map(told.map((event) => [event, verbOf(document, event)]));
  const at = new Map<number, Event>();
  for (const [event, word] of words) if (word && !at.has(word.index)) at.set(word.index, event);
  const learnt = new Map<string, Time>();
  const timeOf = new Map(times.map((time) => [time.id, time]));
  return {
    document,
    events: told,
    times,
    places,
    timeOf: (id) => timeOf.get(id),
    placeOf: (id) => byId.get(id),
    learn: (time) => {
      timeOf.set(time.id, time);
      learnt.set(time.id, time);
    },
    learnt,
    wordOf: (event) => words.get(event),
    eventAt: (word) => at.get(word.index),
    clusters: clusters(told, relations),
    reactions: reactionsOf(told, relations),
    answered: answeredOf(told, relations),
  };
}

function reactionsOf(events: readonly Event[], relations: readonly Relation[]): Map<Event, Event> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const found = new Map<Event, Event>();
  for (const { type, from, to, start } of relations) {
    const [deed, said] = type === "before" ? [byId.get(from), byId.get(to)] : [];
    // The relation's words are those of the saying itself.
    if (deed && said && said.trigger.start === start && (said.type === "ACCUSE" || said.type === "THREATEN"))
      found.set(said, deed);
  }
  return found;
}

/** What another event answers; what is only a reason of something untold may well be of its time and place. */
function answeredOf(events: readonly Event[], relations: readonly Relation[]): Set<Event> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const found = new Set<Event>();
  for (const { type, from, to } of relations) {
    const event = ANSWERS.has(type) && byId.has(from) ? byId.get(to) : undefined;
    if (event) found.add(event);
  }
  return found;
}

const ANSWERS: ReadonlySet<string> = new Set(["retaliation", "cause"]);

function verbOf(document: Document, { trigger }: Event): Word | undefined {
  const from = wordFrom(document.words, trigger.start);
  let last: Word | undefined;
  for (let i = from; i < document.words.length && (document.words[i] as Word).start < trigger.end; i++) {
    last = document.words[i] as Word;
    if (last.upos === "VERB") return last;
  }
  // "car bombing": the noun that the compound hangs on.
  return last;
}

function clusters(events: readonly Event[], relations: readonly Relation[]): Event[][] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const group = new Map<string, Event[]>();
  for (const { type, from, to } of relations) {
    if (type !== "same") continue;
    const [later, first] = [byId.get(from), byId.get(to)];
    if (!later || !first) continue;
    const members = group.get(to) ?? [first];
    members.push(later);
    group.set(to, members);
    group.set(from, members);
  }
  return [...new Set(group.values())];
}

/**
 * Of places told in steps ("in Union Street, Lyon, France") the first that is on a map, which says what those around it are;
 * and any beside it that do not hold it ("in Lyon and Paris").
 */
export function finest(story: Story, ids: readonly string[]): string[] {
  const known = ids.map((id) => story.placeOf(id)).filter((place) => place?.country !== undefined);
  const first = known[0];
  if (!first) return [...ids];
  const beside = known.filter((place) => place && (place.country !== first.country || place.precision === first.precision));
  return [...new Set([first, ...beside])].flatMap((place) => place?.id ?? []);
}
