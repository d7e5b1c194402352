import type { Casualty, PloverType, Precision } from "../model/index.ts";

/** Days as numbers since 1970-01-01, both inclusive. */
export interface Days {
  first: number;
  last: number;
  /** Said of this event, and not taken over from another sentence. */
  own: boolean;
  /** The event whose clause says it. */
  owner?: string;
}

export interface Where {
  name: string;
  /** The name without case, accents, blanks: what unresolved names are compared by. */
  folded: string;
  gazetteer?: string;
  latitude?: number;
  longitude?: number;
  country?: string;
  admin1?: string;
  precision?: Precision;
  /** Named of this event, and not taken over from another. */
  own: boolean;
  /** The event whose clause names it. */
  owner?: string;
}

/** Who acts or suffers, as far as two reports can be compared by it. */
export interface Party {
  name: string;
  /** The lexicon's key, or the folded name where it is a proper name. */
  key?: string;
  reference?: string;
  country?: string;
  sector?: string;
  /** The head noun, unless it says no more than "people". */
  noun?: string;
  /** A country, its government, or a capital that stands for it: too common to tell incidents apart. */
  state: boolean;
}

export type Toll = Pick<Casualty, "outcome" | "low" | "best" | "high">;

/** What is known of a happening when it is compared with another. */
export interface Facts {
  type: PloverType;
  /** Somebody says that it has happened. */
  actual: boolean;
  modes: string[];
  /** The lemmas of what it was done with: "rocket". */
  instruments: string[];
  lemmas: string[];
  days: Days[];
  /** It happened on this day or before: the report's publication, or the day on which somebody said so. */
  bound?: number;
  where: Where[];
  actors: Party[];
  recipients: Party[];
  tolls: Toll[];
}

/**
 * What several mentions of one happening say together. `events` are its ids: what belongs to another happening of the report
 * is left out.
 */
export function together(all: readonly Facts[], events: readonly string[]): Facts {
  const [one] = all as [Facts, ...Facts[]];
  const ours = ({ owner }: { owner?: string }) => owner === undefined || events.includes(owner);
  const bounds = all.flatMap(({ bound }) => bound ?? []);
  return {
    type: one.type,
    actual: all.some(({ actual }) => actual),
    modes: [...new Set(all.flatMap(({ modes }) => modes))],
    instruments: [...new Set(all.flatMap(({ instruments }) => instruments))],
    lemmas: [...new Set(all.flatMap(({ lemmas }) => lemmas))],
    days: unique(
      all.flatMap(({ days }) => days.filter(ours)).sort((a, b) => Number(b.own) - Number(a.own)),
      ({ first, last }) => `${first} ${last}`,
    ),
    ...(bounds.length > 0 && { bound: Math.min(...bounds) }),
    where: unique(
      all.flatMap(({ where }) => where.filter(ours)).sort((a, b) => Number(b.own) - Number(a.own)),
      ({ gazetteer, folded, precision }) => `${gazetteer ?? folded} ${precision ?? ""}`,
    ),
    actors: unique(
      all.flatMap(({ actors }) => actors),
      partyKey,
    ),
    recipients: unique(
      all.flatMap(({ recipients }) => recipients),
      partyKey,
    ),
    tolls: all.flatMap(({ tolls }) => tolls),
  };
}

const partyKey = ({ key, name }: Party): string => key ?? name;

export function unique<T>(list: readonly T[], key: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of list) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}

/** A name without case, accents, blanks and the spellings that transliterations differ in least: "Al-Qa’im" is "alqaim". */
export const fold = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The consonants of a folded name: transliterations differ in vowels and doubled letters, "Ketaib Hizbullah" and "Kata'ib
 * Hezbollah". Short names are left as they are, since they would fall together.
 */
export function skeleton(name: string): string {
  const folded = fold(name);
  const bare = folded.replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");
  return bare.length >= 5 ? bare : folded;
}
