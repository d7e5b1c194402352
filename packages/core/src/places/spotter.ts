import type { Document, Word } from "../model/index.ts";
import { abbreviationAt } from "./abbreviations.ts";
import { createChains, dropOverlaps, settle } from "./chains.ts";
import type { Cues } from "./cues.ts";
import { createEvidence } from "./evidence.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { keyOf } from "./keys.ts";
import { type Match, matches } from "./matcher.ts";
import { type Reading, readingOf } from "./reading.ts";
import { findRelational, type Relational } from "./relational.ts";
import { ENOUGH, type Spot } from "./spot.ts";
import { unknownSpots } from "./unknown.ts";
import { ADMINISTRATIVE, isCapital, NATURAL } from "./vocabulary.ts";

/** What the spotter saw in a text. */
export interface Sighting {
  /** Places, in text order; `within` points into this list. */
  spots: Spot[];
  /** Countries that adjectives speak of, by the word where they do: "Syrian". */
  demonyms: { word: number; country: string }[];
  /** "the Iraqi-Syrian border", "the capital". */
  relational: Relational[];
}

/**
 * Finds the words that name places. Each name of the gazetteer gathers what speaks for and against it: how well known
 * a place it is, what the model takes it for, the words beside it. The weights are in units of one good hint.
 */
export function createSpotter(gazetteer: Gazetteer, cues: Cues): (document: Document) => Sighting {
  const evidence = createEvidence(gazetteer, cues);
  const chains = createChains(gazetteer, cues);

  return (document) => {
    const reading = readingOf(document);
    const { words } = document;
    const demonyms: Sighting["demonyms"] = [];
    const spots: Spot[] = [];
    let open = 0;
    const abbreviation = (i: number) => {
      const spot = abbreviated(reading, i);
      if (spot) spots.push(spot);
      return spot !== undefined;
    };
    for (const match of matches(document, gazetteer, cues)) {
      for (; open < match.first; open++) abbreviation(open);
      open = match.last;
      const demonym = match.last - match.first === 1 ? cues.demonyms.get(match.key) : undefined;
      if (demonym !== undefined) demonyms.push({ word: match.first, country: demonym });
      else if (!abbreviation(match.first) && !isStreet(reading, match)) spots.push(extended(reading, toSpot(reading, match)));
    }
    for (; open < words.length; open++) abbreviation(open);
    const single = dropOverlaps([...spots, ...unknownSpots(reading, cues, spots)]);
    chains(reading, single);
    const relational = findRelational(document, single, cues);
    const covered = new Set<number>();
    for (const { first, last } of relational) for (let i = first; i < last; i++) covered.add(i);
    return {
      spots: settle(single.filter(({ first, last }) => !(covered.has(first) && covered.has(last - 1)))),
      demonyms,
      relational,
    };
  };

  function toSpot(reading: Reading, { first, last, key, entries, loose }: Match): Spot {
    const { words } = reading.document;
    const { start, sentence } = words[first] as Word;
    const spot: Spot = { start, end: (words[last - 1] as Word).end, first, last, sentence, key, entries, loose, belief: 0 };
    spot.belief = evidence(reading, spot);
    return spot;
  }

  /** "Kanawha River", "Shawnee Park": a feature the gazetteer lacks is not the town it is named after. */
  function extended({ at, names, shouted }: Reading, spot: Spot): Spot {
    const after = at(spot.last, spot.sentence);
    if (!after || shouted[spot.sentence] || !isCapital(after) || spot.belief < 0) return spot;
    if (ADMINISTRATIVE.has(after.lower) && !isCapital(at(spot.last + 1, spot.sentence) ?? after, true)) {
      // "Kandahar City", "Helmand Province": the kind is part of the name as written.
      spot.end = after.end;
      spot.last++;
      return spot;
    }
    if (!NATURAL.has(after.lower)) return spot;
    const known = gazetteer.entry(spot.entries[0] as number);
    if (known.feature === "PCLI" || known.feature === "ADM1") return spot;
    spot.end = after.end;
    spot.last++;
    spot.key = `${spot.key} ${after.lower}`;
    spot.entries = [];
    spot.belief = Math.max(spot.belief, names[spot.first]?.kind === "place" ? ENOUGH : 0);
    return spot;
  }

  /** "North Nokomis Street", "Highway 19": the name of a way. */
  function isStreet({ document, at, shouted }: Reading, match: Match): boolean {
    const { words } = document;
    const { sentence } = words[match.first] as Word;
    const after = at(match.last, sentence);
    const later = at(match.last + 1, sentence);
    const capital = (word: Word | undefined) => word !== undefined && isCapital(word) && cues.streets.has(word.lower);
    if (cues.streets.has((words[match.last - 1] as Word).lower) && match.last - match.first > 1) return true;
    return capital(after) || (after !== undefined && isCapital(after) && !shouted[sentence] && capital(later));
  }

  /** "Va." after a comma, or one that stands alone. */
  function abbreviated({ document, names, shouted, at }: Reading, i: number): Spot | undefined {
    const { words } = document;
    const endOf = (last: number) => (words[last - 1] as Word).end;
    const word = words[i] as Word;
    if (!isCapital(word)) return undefined;
    const found = abbreviationAt(document, i, cues);
    if (!found) return undefined;
    const comma = at(i - 1, word.sentence)?.text === ",";
    const dotted =
      document.text.slice(word.start, endOf(found.last)).includes(".") || document.text.charAt(endOf(found.last)) === ".";
    if (shouted[word.sentence] && !dotted) return undefined;
    if (!comma && !(found.alone && dotted) && !names[i]?.kind.startsWith("place")) return undefined;
    if (comma && !dotted && names[i]?.kind !== "place" && !isCapital(at(i - 2, word.sentence) ?? word)) return undefined;
    const entries = gazetteer.find(keyOf(found.region)).filter((entry) => {
      const { feature, country } = gazetteer.entry(entry);
      return feature === "ADM1" && country === found.country;
    });
    if (entries.length === 0) return undefined;
    const end =
      document.text.charAt(endOf(found.last)) === "." &&
      !document.text.slice(word.start, endOf(found.last)).endsWith(".") &&
      dotted
        ? endOf(found.last) + 1
        : endOf(found.last);
    return {
      start: word.start,
      end,
      first: i,
      last: found.last,
      sentence: word.sentence,
      key: keyOf(found.region),
      entries,
      loose: false,
      belief: dotted ? 2.5 : comma ? 2 : 1,
      abbreviated: comma,
    };
  }
}
