import type { Document, Name, Sentence, Word } from "../model/index.ts";
import { abbreviationAt } from "./abbreviations.ts";
import { contains, holdersOf } from "./atlas.ts";
import type { Cues } from "./cues.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import { keyOf } from "./keys.ts";
import { type Match, matches } from "./matcher.ts";
import { findRelational, type Relational } from "./relational.ts";
import { ENOUGH, type Spot } from "./spot.ts";

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
  return (document) => {
    const { words } = document;
    const shouted = document.sentences.map((sentence) => isShouted(document, sentence));
    const names = namesByWord(document);
    const demonyms: Sighting["demonyms"] = [];
    const spots: Spot[] = [];
    const people = wordsOfPeople(document);
    let open = 0;
    for (const match of matches(document, gazetteer, cues)) {
      for (; open < match.first; open++) abbreviation(open);
      open = match.last;
      const demonym = match.last - match.first === 1 ? cues.demonyms.get(match.key) : undefined;
      if (demonym !== undefined) {
        demonyms.push({ word: match.first, country: demonym });
        continue;
      }
      const spot = toSpot(match);
      if (abbreviation(match.first)) continue;
      if (isStreet(match)) continue;
      spots.push(spot);
      extend(spot);
    }
    for (; open < words.length; open++) abbreviation(open);
    const known = new Map<number, Spot>();
    for (const spot of spots) for (let i = spot.first; i < spot.last; i++) known.set(i, spot);
    for (const name of document.names)
      if (name.kind === "place" && name.score >= (isLed(name) ? 0.6 : 0.8)) addUnknown(name, known);
    for (const word of words) if (cues.kinds.has(word.lower)) namedByKind(word, known);
    spots.sort((a, b) => a.first - b.first || b.last - a.last);
    const single = dropOverlaps(spots);
    for (const [i, spot] of single.entries()) chain(spot, single[i + 1], i + 1);
    for (let i = single.length - 2; i >= 0; i--) inherit(single[i] as Spot, single[i + 1] as Spot);
    establish(single);
    const relational = findRelational(document, single, cues);
    const covered = new Set<number>();
    for (const { first, last } of relational) for (let i = first; i < last; i++) covered.add(i);
    const inside = (spot: Spot) => covered.has(spot.first) && covered.has(spot.last - 1);
    return { spots: settle(relational.length > 0 ? single.filter((spot) => !inside(spot)) : single), demonyms, relational };

    function toSpot(match: Match): Spot {
      const spot: Spot = {
        start: startOf(match.first),
        end: endOf(match.last),
        first: match.first,
        last: match.last,
        sentence: (words[match.first] as Word).sentence,
        key: match.key,
        entries: match.entries,
        loose: match.loose,
        belief: 0,
      };
      spot.belief = fame(spot) + (shouted[spot.sentence] ? -1.5 : modelSays(spot)) + besides(spot);
      if (isDateline(document, spot)) {
        spot.dateline = true;
        spot.locative = true;
        spot.belief += 3;
      }
      if (match.last - match.first === 1 && people.has(match.key) && names[match.first]?.kind !== "place") spot.belief -= 1.5;
      return spot;
    }

    function startOf(word: number): number {
      return (words[word] as Word).start;
    }
    function endOf(word: number): number {
      return (words[word - 1] as Word).end;
    }
    function at(i: number, sentence: number): Word | undefined {
      const word = words[i];
      return word && word.sentence === sentence ? word : undefined;
    }

    /** How likely any mention of the name is one of the place: a country, a large city, a hamlet, an ordinary word. */
    function fame(spot: Spot): number {
      // Of the likeliest meanings the best known: "Georgia" is a country too.
      let weight = 0;
      let country = false;
      for (const index of spot.entries.slice(0, 3)) {
        const entry = gazetteer.entry(index);
        weight = Math.max(weight, fameOf(entry));
        country ||= entry.feature === "PCLI";
      }
      if (spot.key.includes(" ")) weight += 0.6;
      if (spot.loose) weight -= 1;
      if (cues.common.has(spot.key) && (!country || shouted[spot.sentence])) weight -= shouted[spot.sentence] ? 6 : 3.5;
      else if (cues.givenNames.has(spot.key) && !country) weight -= 1.5;
      if (spot.key.length <= 3 && !country) weight -= 1.5;
      const text = document.text.slice(spot.start, spot.end);
      // "Car" is no Central African Republic.
      if (spot.key.length <= 3 && country && text !== text.toUpperCase()) weight -= 6;
      // In capitals "US" may be the pronoun.
      if (spot.key === "us" && shouted[spot.sentence] && !text.includes(".")) weight -= 4;
      return weight;
    }

    /** The model errs on foreign names, so that it weighs less against what everybody knows. */
    function modelSays(spot: Spot): number {
      const name = names[spot.first] ?? names[spot.last - 1];
      if (!name) return document.names.length === 0 ? -0.3 : -0.9;
      const { kind, score } = name;
      const same = name.first >= spot.first && name.last <= spot.last;
      if (kind === "place") {
        if (same || isKind(name.last - 1)) return 1 + 1.5 * score;
        // The model's name goes on where the gazetteer's ends: "Shawnee" of "Shawnee Park".
        if (isRenowned(spot)) return 1;
        return name.last > spot.last || name.first < spot.first ? -1.5 : 1;
      }
      // Nobody is in a person: "near Rajouri".
      const before = at(spot.first - 1, spot.sentence)?.lower ?? "";
      const doubt = isRenowned(spot)
        ? 0.4
        : /^(?:in|near|at|around|outside)$/.test(before) && !cues.common.has(spot.key) && !cues.givenNames.has(spot.key)
          ? 0.6
          : 1;
      if (kind === "person") return same ? doubt * (-0.5 - 2.5 * score) : -1 - 4 * score;
      if (kind === "organisation") {
        if (same) return doubt * (-0.5 - 2 * score);
        return name.first === spot.first || isThe(name.first, spot.first)
          ? -1 - 1.5 * score
          : afterOf(spot)
            ? -2
            : -1 - 3.5 * score;
      }
      return same ? doubt * (-0.5 - 2 * score) : -1 - 2.5 * score;
    }

    /** Countries, capitals and great cities that no person is likely to be called after. */
    function isRenowned(spot: Spot): boolean {
      if (cues.common.has(spot.key) || cues.givenNames.has(spot.key)) return false;
      const { feature, population } = gazetteer.entry(spot.entries[0] as number);
      return (
        feature === "PCLI" || feature === "PPLC" || population > 500000 || (spot.key.includes(" ") && !feature.startsWith("PPL"))
      );
    }

    function isThe(a: number, b: number): boolean {
      return a + 1 === b && (words[a] as Word).lower === "the";
    }
    function isKind(i: number): boolean {
      return cues.kinds.has((words[i] as Word).lower);
    }
    function afterOf(spot: Spot): boolean {
      return at(spot.first - 1, spot.sentence)?.lower === "of";
    }

    /** The words before and after. */
    function besides(spot: Spot): number {
      const { sentence, first, last } = spot;
      let before = at(first - 1, sentence);
      let from = first - 1;
      let belief = 0;
      if (before?.lower === "the") {
        from--;
        before = at(from, sentence);
      }
      // "in northern Mali", "near the western Homs"
      if (before && DIRECTIONS.has(before.lower)) {
        belief += 1;
        const toward = towardOf(before.lower);
        if (toward) spot.toward = toward;
        from--;
        before = at(from, sentence);
      }
      const after = at(last, sentence);
      if (before) {
        const preposition = cues.prepositions.get(before.lower);
        if (preposition !== undefined) belief += preposition;
        if (preposition === 2) spot.locative = true;
        if (
          NEAR.has(before.lower) ||
          (before.lower === "of" && DIRECTIONS.has(at(from - 1, sentence)?.lower ?? "") && isDistance(at(from - 2, sentence)))
        )
          spot.relation = "near";
        const kind = cues.kinds.get(before.lower);
        if (kind?.before && !shouted[sentence]) belief += 0.7;
        const beforeThat = at(from - 1, sentence);
        if (before.lower === "of" && beforeThat && cues.kinds.get(beforeThat.lower)?.before) {
          belief += 2.5;
          spot.kind = beforeThat.lower;
        }
        if (from === first - 1 && !shouted[sentence]) {
          if (cues.titles.has(before.lower)) belief -= 4;
          else if (cues.givenNames.has(keyOf(before.text)) && isCapital(before)) belief -= 3;
          else if (
            isCapital(before) &&
            before.upos === "PROPN" &&
            !cues.demonyms.has(keyOf(before.text)) &&
            !DIRECTIONS.has(before.lower) &&
            !kind &&
            before.start > 0
          ) {
            // Half of a longer name, "Lashkar" "Gar", or merely after one.
            belief -=
              names[first - 1] !== undefined && names[first - 1] === names[first]
                ? 3
                : names[first - 1]?.kind === "place"
                  ? 0
                  : 1.2;
          }
        }
        if (before.text === "(" || before.text === "/") belief += 0.3;
        // "Sen. X, D-Toledo"
        if (before.text === "-" && /^[A-Z]{1,4}$/.test(at(from - 1, sentence)?.text ?? "")) belief += 2.5;
      }
      if (after) {
        // "Ain al-Asad air base"
        const far = FORCES.has(after.lower) ? at(last + 1, sentence) : undefined;
        const kind = cues.kinds.get((far ?? after).lower);
        if (kind?.after) {
          belief += 2;
          spot.kind ??= (far ?? after).lower;
        }
        if (cues.institutions.has(after.lower)) {
          belief += 1.2;
          spot.modifier = true;
          spot.local = LOCAL.has(after.lower) && !shouted[sentence];
        } else if (
          isCapital(after) &&
          !shouted[sentence] &&
          after.upos === "PROPN" &&
          names[last]?.kind !== "place" &&
          !cues.titles.has(after.lower) &&
          !cues.kinds.has(after.lower)
        )
          belief -= names[last] !== undefined && names[last] === names[first] ? 2.5 : 1;
        if (after.text === "-" && at(last + 1, sentence)?.lower === "based") belief += 2;
        if (speaksForGovernment(spot, before)) belief -= 6;
        if (spot.key.split(" ").length === 1 && cues.common.has(spot.key) && /^[0-9]/.test(after.text)) belief -= 2;
      }
      return belief;
    }

    /** "Washington said", "Moscow has denied": the government and not the town. */
    function speaksForGovernment(spot: Spot, before: Word | undefined): boolean {
      if (before && cues.prepositions.has(before.lower) && !/^(?:and|or|but|that)$/.test(before.lower)) return false;
      if (gazetteer.entry(spot.entries[0] as number).feature !== "PPLC") return false;
      for (let i = spot.last; i < spot.last + 3; i++) {
        const word = at(i, spot.sentence);
        if (!word) return false;
        if (cues.speech.has(word.lower)) return word.upos === "VERB" || i === spot.last;
        if (word.upos !== "AUX" && word.upos !== "ADV") return false;
      }
      return false;
    }

    /** "Kanawha River", "Shawnee Park": a feature the gazetteer lacks is not the town it is named after. */
    function extend(spot: Spot): void {
      const after = at(spot.last, spot.sentence);
      if (!after || shouted[spot.sentence] || !isCapital(after) || spot.belief < 0) return;
      if (ADMINISTRATIVE.has(after.lower) && !isCapital(at(spot.last + 1, spot.sentence) ?? after, true)) {
        // "Kandahar City", "Helmand Province": the kind is part of the name as written.
        spot.end = after.end;
        spot.last++;
        return;
      }
      if (!NATURAL.has(after.lower)) return;
      const known = gazetteer.entry(spot.entries[0] as number);
      if (known.feature === "PCLI" || known.feature === "ADM1") return;
      spot.end = after.end;
      spot.last++;
      spot.key = `${spot.key} ${after.lower}`;
      spot.entries = [];
      spot.belief = Math.max(spot.belief, names[spot.first]?.kind === "place" ? ENOUGH : 0);
    }

    /** "Clay, Boone and Platte counties": what the last is, the ones before it are. */
    function inherit(spot: Spot, next: Spot): void {
      if (next.sentence !== spot.sentence || !/^\s*(?:,|,?\s*(?:and|or|&))\s*$/i.test(document.text.slice(spot.end, next.start)))
        return;
      const after = at(next.last, next.sentence)?.lower;
      const kind =
        next.kind !== undefined && PLURAL.has(next.kind)
          ? next.kind
          : after !== undefined && PLURAL.has(after)
            ? after
            : undefined;
      if (kind === undefined) return;
      next.kind = kind;
      spot.kind ??= kind;
      if (kind !== "counties") return;
      for (const member of [spot, next]) {
        if (member.key.endsWith(" county")) continue;
        const counties = gazetteer.find(`${member.key} county`);
        if (counties.length === 0) continue;
        member.entries = counties;
        member.key += " county";
        member.belief = Math.max(member.belief, ENOUGH + 0.5);
      }
    }

    /** A name that is surely a place once is so again, where nothing else is sure: "Palmyra", then "Palmyra Fire Department". */
    function establish(list: readonly Spot[]): void {
      const sure = new Set<string>();
      for (const spot of list) if (spot.belief >= ENOUGH + 0.5 && spot.entries.length > 0) sure.add(spot.key);
      for (const spot of list) if (spot.belief < ENOUGH && spot.belief > -2.5 && sure.has(spot.key)) spot.belief += 1.5;
    }

    /** "North Nokomis Street", "Highway 19": the name of a way. */
    function isStreet(match: Match): boolean {
      const { sentence } = words[match.first] as Word;
      const after = at(match.last, sentence);
      const later = at(match.last + 1, sentence);
      const capital = (word: Word | undefined) => word !== undefined && isCapital(word) && cues.streets.has(word.lower);
      if (cues.streets.has((words[match.last - 1] as Word).lower) && match.last - match.first > 1) return true;
      return capital(after) || (after !== undefined && isCapital(after) && !shouted[sentence] && capital(later));
    }

    /** "Va." after a comma, or one that stands alone. */
    function abbreviation(i: number): boolean {
      const word = words[i] as Word;
      if (!isCapital(word)) return false;
      const found = abbreviationAt(document, i, cues);
      if (!found) return false;
      const comma = at(i - 1, word.sentence)?.text === ",";
      const dotted =
        document.text.slice(word.start, endOf(found.last)).includes(".") || document.text.charAt(endOf(found.last)) === ".";
      if (shouted[word.sentence] && !dotted) return false;
      if (!comma && !(found.alone && dotted) && !names[i]?.kind.startsWith("place")) return false;
      if (comma && !dotted && names[i]?.kind !== "place" && !isCapital(at(i - 2, word.sentence) ?? word)) return false;
      const entries = gazetteer.find(keyOf(found.region)).filter((entry) => {
        const { feature, country } = gazetteer.entry(entry);
        return feature === "ADM1" && country === found.country;
      });
      if (entries.length === 0) return false;
      const end =
        document.text.charAt(endOf(found.last)) === "." &&
        !document.text.slice(word.start, endOf(found.last)).endsWith(".") &&
        dotted
          ? endOf(found.last) + 1
          : endOf(found.last);
      spots.push({
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
      });
      return true;
    }

    /** A word before the name says that it is a place. */
    function isLed(name: Name): boolean {
      const before = words[(words[name.first - 1]?.lower === "the" ? name.first - 1 : name.first) - 1];
      return before !== undefined && ((cues.prepositions.get(before.lower) ?? 0) >= 1 || cues.kinds.has(before.lower));
    }

    /** A name that only the model takes for a place: it stays without coordinates, unless the gazetteer knows all of its words. */
    function addUnknown(name: Name, known: ReadonlyMap<number, Spot>): void {
      const last =
        isKind(name.last - 1) && name.last - name.first > 1 && !isCapital(words[name.last - 1] as Word)
          ? name.last - 1
          : name.last;
      let first = name.first;
      while (first < last && (DIRECTIONS.has((words[first] as Word).lower) || (words[first] as Word).lower === "the")) first++;
      if (last <= first || cues.streets.has((words[last - 1] as Word).lower)) return;
      let unknown = false;
      for (let i = first; i < last; i++) unknown ||= !known.has(i) && isCapital(words[i] as Word);
      if (!unknown) {
        for (let i = first; i < last; i++) {
          const spot = known.get(i);
          if (
            spot &&
            spot.first >= first &&
            spot.last <= last &&
            (cues.common.has(spot.key)
              ? name.score > 0.9 && spot.locative && words[spot.first - 1]?.lower !== "the"
              : name.score > 0.8)
          )
            spot.belief = Math.max(spot.belief, ENOUGH);
        }
        return;
      }
      const key = keyOf(document.text.slice(startOf(first), endOf(last)));
      if (key === "" || cues.demonyms.has(key)) return;
      spots.push({
        start: startOf(first),
        end: endOf(last),
        first,
        last,
        sentence: (words[first] as Word).sentence,
        key,
        entries: [],
        loose: false,
        belief: 1.2 + name.score,
      });
    }

    /** "the village of Yusof Kheyl", "Ab Band district": a place by what it is called, known or not. */
    function namedByKind(noun: Word, known: ReadonlyMap<number, Spot>): void {
      const kind = cues.kinds.get(noun.lower);
      if (!kind || kind.precision.length === 0 || shouted[noun.sentence]) return;
      const proper = (i: number) => {
        const word = at(i, noun.sentence);
        return (
          word !== undefined &&
          ((word.upos === "PROPN" && isCapital(word)) || word.text === "-" || /^['’‘`]$/.test(word.text)) &&
          !known.has(i)
        );
      };
      let first = noun.index + 2;
      let last = first;
      if (kind.before && at(noun.index + 1, noun.sentence)?.lower === "of") while (last < first + 4 && proper(last)) last++;
      else if (kind.after && noun.text === noun.lower && FIRM.has(noun.lower)) {
        last = noun.index;
        first = last;
        while (first > last - 4 && proper(first - 1)) first--;
        if (known.has(first - 1) || first === 0) return;
      }
      const word = words[first];
      if (
        last <= first ||
        !word ||
        !isCapital(word) ||
        names[first]?.kind === "person" ||
        cues.demonyms.has(keyOf(word.text)) ||
        cues.common.has(keyOf(word.text)) ||
        cues.titles.has(word.lower)
      )
        return;
      const key = keyOf(document.text.slice(startOf(first), endOf(last)));
      if (key !== "")
        spots.push({
          start: startOf(first),
          end: endOf(last),
          first,
          last,
          sentence: noun.sentence,
          key,
          entries: [],
          loose: false,
          belief: ENOUGH,
          kind: noun.lower,
        });
    }

    /** "Paris, Texas": each makes the other likelier, when the gazetteer knows such a pair. */
    function chain(spot: Spot, next: Spot | undefined, index: number): void {
      if (!next || next.sentence !== spot.sentence) return;
      const between = document.text.slice(spot.end, next.start);
      const comma = /^\s*,\s*$/.test(between);
      if (!comma && between.length < 60 && INTO.test(between)) {
        enclose(spot, next, index);
        return;
      }
      if (!comma) {
        // A list: "Columbus, Dayton and Toledo".
        if (/^\s*(?:,?\s*(?:and|or|&)|\/|-|–)\s*$/i.test(between) && (spot.belief >= ENOUGH || next.belief >= ENOUGH)) {
          spot.belief += 0.6;
          next.belief += 0.6;
        }
        return;
      }
      const holders = holdersOf(gazetteer, next.entries);
      if (holders.length === 0) return;
      if (spot.entries.length === 0 && !next.abbreviated) spot.anchor = index;
      if (spot.entries.some((entry) => holders.some((holder) => contains(gazetteer, holder, entry)))) {
        spot.belief += 3;
        next.belief += 2;
        spot.within = index;
      } else if (next.belief >= ENOUGH && !cues.common.has(spot.key)) {
        spot.belief += 0.5;
        const first = gazetteer.entry(next.entries[0] as number);
        if (next.abbreviated && (spot.entries.length === 0 || gazetteer.entry(spot.entries[0] as number).feature !== "PCLI")) {
          spot.entries = [];
          spot.outer = first.index;
        }
      }
    }
  };

  /**
   * "Mut Kheyl in Sabari district", "Ab Band district of Ghazni": a small place must lie in what the text puts it in, or
   * it is one that the gazetteer does not know, somewhere in there.
   */
  function enclose(spot: Spot, next: Spot, index: number): void {
    const holders = holdersOf(gazetteer, next.entries);
    if (next.belief < ENOUGH || holders.length === 0) return;
    const first = spot.entries[0] === undefined ? undefined : gazetteer.entry(spot.entries[0]);
    if (spot.entries.some((entry) => holders.some((holder) => contains(gazetteer, holder, entry)))) {
      spot.belief += 1;
      spot.within = index;
      return;
    }
    const top = holders[0];
    if (
      first === undefined ||
      (top &&
        top.feature !== "PCLI" &&
        first.population < 50_000 &&
        (first.feature.startsWith("PPL") || first.feature === "ADM2"))
    ) {
      spot.entries = [];
      spot.anchor = index;
    }
  }

  /** Leaves those that are places, and mends the indices of `within`. */
  function settle(spots: Spot[]): Spot[] {
    const kept = new Map<number, number>();
    for (const [i, spot] of spots.entries()) if (spot.belief >= ENOUGH) kept.set(i, kept.size);
    return spots
      .filter((spot) => spot.belief >= ENOUGH)
      .map(({ within, anchor, ...spot }) => {
        const outer = within === undefined ? undefined : kept.get(within);
        const around = anchor === undefined ? undefined : kept.get(anchor);
        return { ...spot, ...(outer !== undefined && { within: outer }), ...(around !== undefined && { anchor: around }) };
      });
  }
}

/** What stands between a place and the one that it lies in. */
const INTO =
  /^(?:\s*(?:district|province|county|village|town|city|area|region|valley|department|municipality|subdistrict|governorate|state))?\s*(?:,|,?\s+in|,?\s+of)\s+(?:the\s+)?(?:(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?\s+)?(?:(?:district|province|county|village|town|city|region|department|state)\s+of\s+)?$/i;

/** "southern", "north-west": degrees north and east; none for "central". */
function towardOf(word: string): { north: number; east: number } | undefined {
  const north = word.startsWith("north") ? 1 : word.startsWith("south") ? -1 : 0;
  const east = /^(?:(?:north|south)-?)?east/.test(word) ? 1 : /^(?:(?:north|south)-?)?west/.test(word) ? -1 : 0;
  return north !== 0 || east !== 0 ? { north, east } : undefined;
}

/** Words that end the name of a river, a park, a mountain. */
const NATURAL = new Set(
  "river lake creek park mountain mountains bay beach valley forest canyon falls bridge dam peak hill hills ridge springs spring canal trail reservoir pond canyon glacier reserve".split(
    " ",
  ),
);
const ADMINISTRATIVE = new Set("city province district governorate oblast township parish town village county".split(" "));
/** Kinds that stand after names of places only. */
const FIRM = new Set(
  "province provinces district districts governorate oblast village villages town county prefecture raion canton neighborhood neighbourhood hamlet subdistrict".split(
    " ",
  ),
);
const FORCES = new Set(["air", "military", "naval", "army", "refugee", "prison", "border"]);
const NEAR = new Set(["near", "outside", "around", "nearby", "beyond"]);
const isDistance = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:km|kms|kilometers?|kilometres?|miles?|mi|mile|yards|metres|meters|just|far)$/.test(word.lower);
const PLURAL = new Set("counties provinces districts departments governorates regions states cities towns villages".split(" "));

/** Of a town and not of a country, whose adjective would be used: "a Jordan woman" is of Jordan, Minnesota. */
const LOCAL = new Set(
  "resident residents man men woman women boy girl teen teenager couple mayor sheriff city town township high elementary middle native school schools library fire chamber city-based police hospital".split(
    " ",
  ),
);

const DIRECTIONS = new Set(
  "far mid north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-east north-west south-east south-west north-eastern north-western south-eastern south-western upper lower downtown mainland rural greater eastern-most".split(
    " ",
  ),
);

/** `proper`: as the model tags it, too, so that a headline's "Province Calm" is not one name. */
const isCapital = (word: Word, proper = false): boolean => {
  const letter = word.text.charAt(0);
  return letter !== letter.toLowerCase() && (!proper || (word.upos === "PROPN" && !/^[A-Z]+$/.test(word.text)));
};

function fameOf({ feature, population, id }: Entry): number {
  if (feature === "PCLI" || feature === "CONT") return 3;
  if (feature === "ADM1") return population > 3e6 ? 2.2 : 1.6;
  if (feature === "ADM2") return 0.8;
  if (feature.startsWith("PPL")) {
    if (population > 1e6) return 2.4;
    if (population > 2e5) return 1.8;
    if (population >= 3e4) return 1.3;
    if (population > 3e3) return 0.8;
    return id === 0 ? 0.2 : 0.5;
  }
  // A site is in the gazetteer because the news speaks of it.
  return 2.2;
}

/** Whether a sentence is set in capitals, so that they say nothing of names. */
function isShouted(document: Document, sentence: Sentence): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    const { text, lower: small } = document.words[i] as Word;
    if (small.length < 2) continue;
    if (text === small) lower++;
    else if (text.toUpperCase() === text) upper++;
    else lower++;
  }
  return upper > 4 * lower && upper + lower >= 3;
}

function namesByWord(document: Document): (Name | undefined)[] {
  const of: (Name | undefined)[] = [];
  for (const name of document.names) for (let i = name.first; i < name.last; i++) of[i] = name;
  return of;
}

/** The words of the names of people, in whom "Georgia" may be a girl. */
function wordsOfPeople(document: Document): Set<string> {
  const found = new Set<string>();
  for (const { kind, score, first, last } of document.names) {
    if (kind !== "person" || score < 0.5 || last - first < 2) continue;
    for (let i = first; i < last; i++) found.add(keyOf((document.words[i] as Word).text));
  }
  return found;
}

/** A place that opens a line, an agency or a dash soon after it: "KABUL, Afghanistan (AP) —", "SAN SALVADOR, 3 JAN 90 --". */
function isDateline(document: Document, spot: Spot): boolean {
  const { text, headline } = document;
  let start = spot.start;
  // Whatever stands before it on its line must be no more than another place or a mark.
  for (let back = 0; back < 40 && start > 0 && text.charAt(start - 1) !== "\n" && start !== headline?.end; back++) start--;
  if (
    start > 0 &&
    text.charAt(start - 1) !== "\n" &&
    start !== headline?.end &&
    !/[.!?]\s*$/.test(text.slice(Math.max(0, spot.start - 3), spot.start))
  )
    return false;
  const name = text.slice(spot.start, spot.end);
  const ahead = text.slice(spot.end, spot.end + 60);
  if (
    !/^(?:,[^.\n]{1,40}|,?\s*[A-Z][a-z]{2,4}\.? \d{1,2})?(?:\.[^.\n]{1,24})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:--|—|–|-\s|\()/.test(
      ahead,
    )
  )
    return false;
  const before = text.slice(start, spot.start);
  return name === name.toUpperCase()
    ? !/[a-z]{3}/.test(before) || /[.!?]\s*$/.test(before)
    : before.trim() === "" || /^[A-Z ,.'-]+,\s*$/.test(before.trimStart());
}

/** Of spots that overlap, the one that more speaks for. */
function dropOverlaps(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const spot of spots) {
    const last = kept[kept.length - 1];
    if (!last || last.last <= spot.first) kept.push(spot);
    else if (
      last.entries.length === 0 &&
      spot.entries.length > 0 &&
      spot.first === last.first &&
      !NATURAL.has(last.key.slice(last.key.lastIndexOf(" ") + 1))
    ) {
      // "Madison County Detention Center" is where Madison County is, as far as is known.
      kept[kept.length - 1] = {
        ...last,
        key: spot.key,
        entries: spot.entries,
        belief: Math.max(spot.belief, last.belief),
        facility: true,
      };
    } else if (spot.belief > last.belief && (spot.entries.length > 0 || last.belief < ENOUGH)) kept[kept.length - 1] = spot;
  }
  return kept;
}
