import type { EntityKind, Knowledge } from "../../model/index.ts";
import { listOf, rowsOf } from "../../shared/tables.ts";
import { keysOf } from "./normalise.ts";
import { Trie } from "./trie.ts";

/** What stands behind an alias of the lexicon. */
export interface Actor {
  /** "group:hezbollah": stable across reports. */
  reference: string;
  name: string;
  kind: EntityKind;
  country: string;
  sector: string;
  /** How the alias names it: itself, its adjective ("Iraqi"), its people ("Iraqis"), its capital ("Baghdad"). */
  as: "name" | "adjective" | "people" | "capital";
  gender: "" | "m" | "f";
  title: string;
  /** ISO days of an office; empty: open. */
  from: string;
  until: string;
  /** The alias is written in capitals, so the text must be too. */
  acronym: boolean;
  /** "ECOWAS", which is said as a word and may be written like one: "Ecowas", "Nato", "Unicef". */
  spoken?: boolean;
  /** "LeT", "AfD": only so written. */
  exact?: string;
  /** All of the name is written large: newspapers, companies, charities. */
  proper: boolean;
  /** What decides where others claim the alias: "country" (the one of a country in play), "only" (none but with its country in play), "date" (the one in office), "known" and "" (this one). */
  rule: string;
  /** The alias is a last name alone: it counts only once the full name stands in the report, or its office. */
  short: boolean;
  /** A last name that is hardly anyone else's. */
  famous: boolean;
}

/** The tables whose rows are named bodies with the same columns. */
export const BODY_TABLES = [
  "forces",
  "groups",
  "parties",
  "international",
  "organisations",
  "media",
  "businesses",
  "metonyms",
] as const;
const PREFIX: Readonly<Record<(typeof BODY_TABLES)[number], string>> = {
  forces: "force",
  groups: "group",
  parties: "party",
  international: "igo",
  organisations: "org",
  media: "media",
  businesses: "business",
  metonyms: "government",
};

/** Names that are a common phrase when their last word is small: "an Islamic state". */
const LARGE = /^(?:Islamic State|Direct Action|Southern Front|Right Sector|New Forces|Young Patriots|National Rally)$/;
const PROPER = new Set<string>(["media", "organisations", "businesses", "parties"]);

/** Every alias of the actors' lexicon with what it names. Prepared once. */
export function readActors(knowledge: Knowledge): Trie<Actor> {
  const trie = new Trie<Actor>();
  for (const [alias, actor] of aliases(knowledge)) trie.add(keysOf(alias), actor);
  return trie;
}

/** All pairs of alias and actor, in the order of the files. */
export function* aliases(knowledge: Knowledge): Generator<[string, Actor]> {
  yield* bodies(knowledge);
  yield* states(knowledge);
  yield* peoples(knowledge);
  yield* leaders(knowledge);
}

const plain = {
  gender: "",
  title: "",
  from: "",
  until: "",
  rule: "",
  short: false,
  famous: false,
  proper: false,
  as: "name",
} as const;
/** Without the qualifier in brackets that tells namesakes apart: "Army of Islam (Gaza)". */
const plainName = (name: string): string => name.replace(/ \([^)]*\)$/, "");
/** "LeT": an abbreviation with small letters in it. */
const isMixed = (alias: string): boolean =>
  alias.length <= 4 && /^[A-Za-z]+$/.test(alias) && /[a-z]/.test(alias) && /[A-Z]/.test(alias.slice(1));
/** "FARC", "U.S.", "EU": capitals and no small letter. */
export const isAcronym = (alias: string): boolean => /^[A-Z0-9][A-Z0-9.&/-]*$/.test(alias) && !/^\d+$/.test(alias);

function* bodies(knowledge: Knowledge): Generator<[string, Actor]> {
  for (const table of BODY_TABLES) {
    for (const row of rowsOf(knowledge, `actors/${table}`, ["name", "kind", "country", "sector", "aliases", "rule"])) {
      const shared = {
        ...plain,
        reference: `${PREFIX[table]}:${keysOf(row.name).join("-")}`,
        name: plainName(row.name),
        kind: row.kind as EntityKind,
        country: row.country,
        sector: row.sector,
        rule: row.rule,
        proper: PROPER.has(table),
      };
      const [short, long] = [
        { ...shared, acronym: true },
        { ...shared, acronym: false },
      ];
      const loose = { ...long, proper: false };
      const large = { ...long, proper: true };
      for (const alias of [plainName(row.name), ...listOf(row.aliases)]) {
        yield [
          alias,
          isMixed(alias)
            ? { ...shared, acronym: false, exact: alias }
            : isAcronym(alias)
              ? row.kind === "intergovernmental" && /^[A-Z]{4,}$/.test(alias)
                ? { ...short, spoken: true }
                : short
              : LARGE.test(alias)
                ? large
                : /[A-Z][\w.]*$/.test(alias)
                  ? long
                  : loose,
        ];
      }
    }
  }
}

function* states(knowledge: Knowledge): Generator<[string, Actor]> {
  for (const row of rowsOf(knowledge, "actors/states", ["code", "name", "aliases", "adjectives", "people", "capitals"])) {
    // A state acts through its government, so that is its sector.
    const state = {
      ...plain,
      reference: `state:${row.code}`,
      name: row.name,
      kind: "state" as const,
      country: row.code,
      sector: "GOV",
      acronym: false,
    };
    for (const alias of [row.name, ...listOf(row.aliases)]) yield [alias, { ...state, acronym: isAcronym(alias) }];
    for (const alias of listOf(row.adjectives)) yield [alias, { ...state, as: "adjective", acronym: isAcronym(alias) }];
    const people = {
      ...state,
      reference: `people:${row.code}`,
      kind: "population" as const,
      // A people as such stands for the nation, which has no sector.
      sector: "",
      as: "people" as const,
    };
    for (const alias of listOf(row.people)) yield [alias, { ...people, name: alias }];
    for (const alias of listOf(row.capitals)) yield [alias, { ...state, as: "capital" }];
  }
}

function* peoples(knowledge: Knowledge): Generator<[string, Actor]> {
  for (const row of rowsOf(knowledge, "actors/peoples", ["name", "adjectives", "people", "country"])) {
    const people = {
      ...plain,
      reference: `people:${keysOf(row.name).join("-")}`,
      name: row.name,
      kind: "population" as const,
      country: row.country,
      sector: "CVL",
      acronym: false,
    };
    for (const alias of listOf(row.adjectives)) yield [alias, { ...people, as: "adjective" }];
    for (const alias of listOf(row.people)) yield [alias, { ...people, as: "people" }];
  }
}

function* leaders(knowledge: Knowledge): Generator<[string, Actor]> {
  for (const row of rowsOf(knowledge, "actors/leaders", [
    "name",
    "country",
    "sector",
    "title",
    "gender",
    "from",
    "until",
    "aliases",
    "known",
  ])) {
    const person = {
      ...plain,
      reference: `person:${keysOf(row.name).join("-")}`,
      name: plainName(row.name),
      kind: "person" as const,
      country: row.country,
      sector: row.sector,
      title: row.title,
      gender: row.gender as Actor["gender"],
      from: row.from,
      until: row.until,
      acronym: false,
      rule: "date",
      famous: row.known === "yes",
    };
    const short = { ...person, short: true };
    for (const alias of [plainName(row.name), ...listOf(row.aliases)]) yield [alias, /[ -]/.test(alias) ? person : short];
  }
}
