import type { Knowledge, Precision } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import type { Point } from "./geometry.ts";
import { keyOf } from "./keys.ts";

/** The words around a name that say whether it is a place, and what kind. Keys are lower case. */
export interface Cues {
  /** "in" -> 2: how much a preposition speaks for a place. */
  prepositions: ReadonlyMap<string, number>;
  kinds: ReadonlyMap<string, { precision: readonly Precision[]; before: boolean; after: boolean }>;
  institutions: ReadonlySet<string>;
  /** Lower-case words that may end the name of a site. */
  tails: ReadonlySet<string>;
  /** Buildings and the like that bear a name of their own. */
  buildings: ReadonlySet<string>;
  /** Countries whose places bear an Arabic article, alpha-3. */
  articles: ReadonlySet<string>;
  streets: ReadonlySet<string>;
  titles: ReadonlySet<string>;
  speech: ReadonlySet<string>;
  /** Keys of gazetteer names that are ordinary words. */
  common: ReadonlySet<string>;
  givenNames: ReadonlySet<string>;
  /** Key of a demonym -> alpha-3. */
  demonyms: ReadonlyMap<string, string>;
  /** Key of a country's name -> alpha-3, for outlets. */
  countries: ReadonlyMap<string, string>;
  /** "IRQ SYR", in alphabetical order -> a middle point of their border. */
  borders: ReadonlyMap<string, Point>;
  /** Words of one country's news, lower case. */
  registers: ReadonlyMap<string, { country: string; weight: number }>;
  /** "Va." -> the region that it abbreviates; `alone`: it may stand without a place before it. */
  abbreviations: ReadonlyMap<string, { region: string; country: string; alone: boolean }>;
}

export function readCues(knowledge: Knowledge): Cues {
  const words = (table: string) => new Set(rowsOf(knowledge, `places/${table}`, ["word"]).map(({ word }) => word));
  const demonyms = new Map<string, string>();
  const countries = new Map<string, string>();
  for (const row of rowsOf(knowledge, "places/countries", ["alpha3", "name", "aliases", "demonyms"])) {
    for (const demonym of listOf(row.demonyms)) if (!demonyms.has(keyOf(demonym))) demonyms.set(keyOf(demonym), row.alpha3);
    for (const name of [row.name, ...listOf(row.aliases)])
      if (!countries.has(keyOf(name))) countries.set(keyOf(name), row.alpha3);
  }
  return {
    prepositions: new Map(
      rowsOf(knowledge, "places/prepositions", ["word", "weight"]).map(({ word, weight }) => [word, Number(weight)]),
    ),
    kinds: new Map(
      rowsOf(knowledge, "places/kinds", ["word", "precision", "side"]).map(({ word, precision, side }) => [
        word,
        { precision: listOf(precision) as Precision[], before: side !== "after", after: side !== "before" },
      ]),
    ),
    institutions: words("institutions"),
    tails: words("tails"),
    buildings: words("buildings"),
    articles: new Set(rowsOf(knowledge, "places/articles", ["country"]).map(({ country }) => country)),
    streets: words("streets"),
    titles: words("titles"),
    speech: words("speech"),
    common: words("common"),
    givenNames: new Set(rowsOf(knowledge, "actors/given-names", ["name"]).map(({ name }) => keyOf(name))),
    demonyms,
    countries,
    borders: new Map(
      rowsOf(knowledge, "places/borders", ["a", "b", "latitude", "longitude"]).map(({ a, b, latitude, longitude }) => [
        borderKey(a, b),
        { latitude: Number(latitude), longitude: Number(longitude) },
      ]),
    ),
    registers: new Map(
      rowsOf(knowledge, "places/registers", ["word", "country", "weight"]).map(({ word, country, weight }) => [
        word,
        { country, weight: Number(weight) },
      ]),
    ),
    abbreviations: new Map(
      rowsOf(knowledge, "places/abbreviations", ["abbreviation", "region", "country", "alone"]).map((row) => [
        row.abbreviation,
        { region: row.region, country: row.country, alone: row.alone === "yes" },
      ]),
    ),
  };
}

/** Two countries in alphabetical order, as `Cues.borders` is keyed. */
export const borderKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
