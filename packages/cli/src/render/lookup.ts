import type { Analysis, Argument, Attribution, Casualty, Entity, Event, Place, Span, Time } from "@annalist/core";
import { plain } from "./plain.ts";

/** An analysis with its text, by id: what every line of the printed record asks. */
export interface Lookup {
  analysis: Analysis;
  text: string;
  words(span: Span): string;
  entity(id: string | undefined): Entity | undefined;
  place(id: string): Place | undefined;
  time(id: string): Time | undefined;
  event(id: string): Event | undefined;
  attribution(id: string | undefined): Attribution | undefined;
  tolls(event: Event): Casualty[];
  /** An event's number in the print, from 1. */
  number(id: string): number;
  /** The words of what is no event of the record, in quotation marks. */
  happening(id: string): string | undefined;
}

export function createLookup(analysis: Analysis, text: string): Lookup {
  const index = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));
  const entities = index(analysis.entities);
  const places = index(analysis.places);
  const times = index(analysis.times);
  const events = index(analysis.events);
  const attributions = index(analysis.attributions);
  const others = new Map((analysis.happenings ?? []).map((one) => [one.id, `“${plain(text.slice(one.start, one.end))}”`]));
  const numbers = new Map(analysis.events.map(({ id }, i) => [id, i + 1]));
  return {
    analysis,
    text,
    words: (span) => plain(text.slice(span.start, span.end)),
    entity: (id) => (id === undefined ? undefined : entities.get(id)),
    place: (id) => places.get(id),
    time: (id) => times.get(id),
    event: (id) => events.get(id),
    attribution: (id) => (id === undefined ? undefined : attributions.get(id)),
    tolls: (event) => analysis.casualties.filter((toll) => toll.event === event.id),
    number: (id) => numbers.get(id) ?? 0,
    happening: (id) => others.get(id),
  };
}

/** How a participant is printed: the report's words, and behind a pronoun or a short form whom it stands for. */
export function participant(lookup: Lookup, argument: Argument): { words: string; note: string } {
  const words = short(lookup.words(argument));
  const entity = lookup.entity(argument.entity);
  const said = words.toLowerCase();
  const name =
    entity && !said.includes(entity.name.toLowerCase()) && !entity.name.toLowerCase().includes(said)
      ? plain(entity.name)
      : undefined;
  const mention = entity?.mentions.find(({ start, end }) => start === argument.start && end === argument.end);
  const full = mention?.form === "pronoun" && entity ? plain(entity.name) : name;
  const note = [
    full && full.toLowerCase() !== said ? full : undefined,
    entity?.country,
    entity?.sector,
    argument.implied ? "implied" : undefined,
  ].filter(Boolean);
  return { words, note: note.length > 0 ? ` (${note.join(", ")})` : "" };
}

/** A long noun phrase is cut behind a whole word; the quotation below it has the rest. */
const short = (words: string, limit = 90) =>
  words.length <= limit ? words : `${words.slice(0, words.lastIndexOf(" ", limit))} …`;
