import type { Analysis, Argument, Attribution, Casualty, Entity, Event, Place, Span, Time } from "@annalist/core";
import { plain, short } from "../design/words.ts";

/** An analysis with its text, by id: what every card asks. */
export interface Lookup {
  analysis: Analysis;
  text: string;
  words(span: Span): string;
  entity(id: string | undefined): Entity | undefined;
  place(id: string): Place | undefined;
  time(id: string): Time | undefined;
  event(id: string | undefined): Event | undefined;
  attribution(id: string | undefined): Attribution | undefined;
  toll(id: string): Casualty | undefined;
  tollsOf(event: Event): Casualty[];
  /** An event's number among the cards, from 1. */
  number(id: string): number;
}

export function createLookup(analysis: Analysis, text: string): Lookup {
  const index = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));
  const entities = index(analysis.entities);
  const places = index(analysis.places);
  const times = index(analysis.times);
  const events = index(analysis.events);
  const attributions = index(analysis.attributions);
  const tolls = index(analysis.casualties);
  const numbers = new Map(analysis.events.map(({ id }, i) => [id, i + 1]));
  return {
    analysis,
    text,
    words: (span) => plain(text.slice(span.start, span.end)),
    entity: (id) => (id === undefined ? undefined : entities.get(id)),
    place: (id) => places.get(id),
    time: (id) => times.get(id),
    event: (id) => (id === undefined ? undefined : events.get(id)),
    attribution: (id) => (id === undefined ? undefined : attributions.get(id)),
    toll: (id) => tolls.get(id),
    tollsOf: (event) => event.casualties.flatMap((id) => tolls.get(id) ?? []),
    number: (id) => numbers.get(id) ?? 0,
  };
}

/** A participant as a card shows it: the report's words, behind a pronoun or a short form whom they stand for, and the kind. */
export function participant(lookup: Lookup, argument: Argument): { words: string; full?: string; note: string } {
  const words = short(lookup.words(argument));
  const entity = lookup.entity(argument.entity);
  const said = words.toLowerCase();
  const name = entity ? plain(entity.name) : "";
  const mention = entity?.mentions.find(({ start, end }) => start === argument.start && end === argument.end);
  const told = said.includes(name.toLowerCase()) || name.toLowerCase().includes(said);
  const full = name && name.toLowerCase() !== said && (mention?.form === "pronoun" || !told) ? name : undefined;
  const note = [entity?.country, entity?.sector, argument.implied ? "implied" : undefined].filter(Boolean).join(" ");
  return { words, ...(full && { full }), note };
}

/** "4", "at least 5", "12–15". */
export const figure = ({
  low,
  best,
  high,
  exact,
}: {
  low: number;
  best: number;
  high: number | null;
  exact?: boolean;
}): string =>
  (exact ?? (low === best && high === best))
    ? `${best}`
    : high === null
      ? `at least ${low}`
      : low !== high
        ? `${low}–${high}`
        : `about ${best}`;

const STANCES: Partial<Record<Attribution["stance"], string>> = {
  denies: "denied by",
  questions: "questioned by",
  promises: "promised by",
  threatens: "threatened by",
  demands: "demanded by",
  believes: "believed by",
};

/** One link of a chain of voices, in words. */
export interface Voice {
  id: string;
  how: string;
  who: string;
  note: string;
  unnamed: boolean;
}

/** The voices that something stands on, each chain from the innermost outwards. */
export function chainsOf(lookup: Lookup, ids: readonly string[]): Voice[][] {
  const chains: Voice[][] = [];
  const placed = new Set<string>();
  for (const id of ids) {
    const chain: Voice[] = [];
    for (let voice = lookup.attribution(id); voice && !placed.has(voice.id); voice = lookup.attribution(voice.within)) {
      placed.add(voice.id);
      chain.push(voiceOf(lookup, voice, chain.length === 0));
    }
    if (chain.length > 0) chains.push(chain);
  }
  return chains;
}

export function voiceOf(lookup: Lookup, voice: Attribution, innermost: boolean): Voice {
  const sources = voice.sources.map((source) => participant(lookup, source));
  const via = voice.via?.map((outlet) => lookup.words(outlet)).join(" and ");
  return {
    id: voice.id,
    how: innermost ? (STANCES[voice.stance] ?? "according to") : "per",
    who: sources.map(({ words, full }) => (full ? `${words} (${full})` : words)).join(" and ") || "a source not named",
    note: [voice.kind === "direct" ? "quoted" : "", via ? `told ${via}` : ""].filter(Boolean).join(", "),
    unnamed: voice.anonymity === "unnamed" || voice.anonymity === "none",
  };
}
