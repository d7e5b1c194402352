import type { Document, Word } from "../model/index.ts";
import type { Cues } from "./cues.ts";
import { keyOf } from "./keys.ts";
import { ENOUGH, type Spot } from "./spot.ts";

/** A place that is told by its relation to a country: a capital, a border, a territory. */
export interface Relational {
  start: number;
  end: number;
  first: number;
  last: number;
  what: "capital" | "border" | "territory";
  /** Alpha-3 of the countries named; none when the text leaves them to the context ("the capital"). */
  countries: string[];
}

const WHAT: Readonly<Record<string, Relational["what"]>> = {
  capital: "capital",
  border: "border",
  borders: "border",
  frontier: "border",
  territory: "territory",
  soil: "territory",
  airspace: "territory",
  waters: "territory",
};
const WIDER = new Set(["region", "area", "areas", "zone", "strip", "town", "village", "crossing"]);

/**
 * "inside Syrian territory", "the Iraqi capital", "the Iraq-Syria border region", "the border with Syria", "the border
 * between Chad and Sudan", "the capital". `spots` are the names found so far. Linear: each noun looks at a few words.
 */
export function findRelational(document: Document, spots: readonly Spot[], cues: Cues): Relational[] {
  const { words } = document;
  const countryAt = new Map<number, string>();
  const begins = new Set<number>();
  for (const spot of spots) {
    if (spot.belief >= ENOUGH) begins.add(spot.first);
    const country = spot.belief >= ENOUGH ? cues.countries.get(spot.key) : undefined;
    if (country !== undefined) for (let i = spot.first; i < spot.last; i++) countryAt.set(i, country);
  }
  const countryOf = (i: number): string | undefined => {
    const word = words[i];
    return word && (countryAt.get(i) ?? cues.demonyms.get(keyOf(word.text)));
  };
  const found: Relational[] = [];
  let border: string[] = [];
  for (const word of words) {
    const what = WHAT[word.lower];
    if (what === undefined || word.upos === "VERB" || word.upos === "ADJ") continue;
    const relational = read(word, what);
    if (!relational) continue;
    found.push(relational);
    if (what === "border") border = relational.countries;
  }
  return found;

  function read(noun: Word, what: Relational["what"]): Relational | undefined {
    const at = (i: number) => (words[i]?.sentence === noun.sentence ? words[i] : undefined);
    let first = noun.index;
    let last = noun.index + 1;
    const countries: string[] = [];
    // Before: "Syrian territory", "Iraq-Syria border", "North Korean capital".
    while (first > 0 && at(first - 1) && countries.length < 2) {
      const before = first - 1;
      const dash = /^[-–—/]$/.test((words[before] as Word).text);
      const two =
        !dash && isCapital(at(before - 1))
          ? cues.demonyms.get(keyOf(`${words[before - 1]?.text} ${words[before]?.text}`))
          : undefined;
      const country = dash ? undefined : (two ?? countryOf(before));
      if (dash && countries.length > 0) first = before;
      else if (country !== undefined && (countries.length === 0 || /^[-–—/]$/.test((words[first] as Word).text))) {
        countries.unshift(country);
        first = two === undefined ? before : before - 1;
        while (countryAt.get(first - 1) === country && at(first - 1)) first--;
      } else break;
    }
    if (/^[-–—/]$/.test((words[first] as Word).text)) first++;
    if (what === "border" && at(last) && WIDER.has((words[last] as Word).lower)) last++;
    // "the Syrian border town of Abu Kamal" is that town.
    if (last > noun.index + 1 && at(last)?.lower === "of" && spotAt(last + 1)) return undefined;
    // After: "border with Syria", "border between Chad and Sudan".
    const after = at(last)?.lower;
    if (what === "border" && (after === "with" || after === "between" || after === "of")) {
      for (let i = last + 1; i < last + 7 && at(i) && countries.length < 2; i++) {
        const country = countryOf(i);
        if (country !== undefined && !countries.includes(country)) countries.push(country);
        else if (country === undefined && !/^(?:the|and|neighbou?ring)$/.test((words[i] as Word).lower)) break;
      }
    }
    // "the capital" alone is the country's that the text is about; "the capital, X" and "the capital of X" say it themselves.
    const article = at(first - 1)?.lower;
    // "the border strip" is of the border that was last named.
    if (countries.length === 0 && what === "border" && article === "the" && border.length > 0 && last > noun.index + 1)
      countries.push(...border);
    else if (countries.length === 0) {
      if (
        what !== "capital" ||
        (cues.prepositions.get(at(first - 2)?.lower ?? "") ?? 0) < 1 ||
        article !== "the" ||
        after === "of" ||
        spotAt(last) ||
        (after === "," && spotAt(last + 1)) ||
        isNamed(at(last))
      )
        return undefined;
    } else if (what === "capital" && (spotAt(last) || (after === "," && spotAt(last + 1)))) return undefined;
    if (what === "territory" && countries.length !== 1) return undefined;
    return { start: (words[first] as Word).start, end: (words[last - 1] as Word).end, first, last, what, countries };
  }

  function spotAt(i: number): boolean {
    return begins.has(i);
  }
}

const isCapital = (word: Word | undefined): boolean =>
  word !== undefined && word.lower !== "the" && word.text.charAt(0) !== word.text.charAt(0).toLowerCase();

/** "the capital punishment", "the capital city Bamako": the noun is no place of its own. */
const isNamed = (word: Word | undefined): boolean =>
  word !== undefined && (word.upos === "PROPN" || word.upos === "NOUN" || word.lower === "'s");
