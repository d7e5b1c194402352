import type { Document, Report } from "../model/index.ts";
import { contains, holdersOf } from "./atlas.ts";
import type { Cues } from "./cues.ts";
import { precisionOf } from "./features.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import { kilometres } from "./geometry.ts";
import { keyOf } from "./keys.ts";
import type { Spot } from "./spot.ts";
import type { Sighting } from "./spotter.ts";

/** One meaning that a name may have, and how likely it is among the others; they sum to 1. */
export interface Sense {
  entry: Entry;
  prior: number;
  share: number;
}

/** All mentions of one name that mean one place: one sense a report, but "Paris, Texas" is its own name. */
interface Group {
  senses: Sense[];
  /** Where it stands, in characters from the start; the first mention. */
  offset: number;
  mentions: number;
  /** How much it is worth as a neighbour of others. */
  weight: number;
}

/** Meanings weighed per name, and neighbours per name: what keeps the cost linear. */
const SENSES = 24;
const NEIGHBOURS = 24;
const ROUNDS = 4;

/**
 * Decides which place each spot names. A meaning is likely when it is well known, when the text's other places lie
 * near it or hold it, and when the text says so ("Paris, Texas"; "Helmand province"). Every name's meanings vote on
 * every other's in a few rounds, each by its own share, so that one sure place settles its unsure neighbours.
 */
export function createResolver(gazetteer: Gazetteer, cues: Cues): (sighting: Sighting, document: Document, report: Report) => (Sense[] | undefined)[] {
  const countries = new Map<string, Entry>();
  for (const [key, alpha3] of cues.countries) {
    for (const index of countries.has(alpha3) ? [] : gazetteer.find(key)) {
      const entry = gazetteer.entry(index);
      if (entry.feature === "PCLI" && entry.country === alpha3) countries.set(alpha3, entry);
    }
  }

  return ({ spots, demonyms }, document, report) => {
    const groups = new Map<string, Group>();
    const groupOf = spots.map((spot) => {
      if (spot.entries.length === 0) return undefined;
      const holder = spot.within === undefined ? undefined : spots[spot.within];
      const name = `${spot.key}|${holder?.key ?? ""}|${kindOf(spot)}`;
      const group = groups.get(name);
      if (group) {
        group.mentions++;
        return group;
      }
      const senses = sensesOf(spot, holder);
      if (senses.length === 0) return undefined;
      const made: Group = { senses, offset: spot.start, mentions: 1, weight: 1 };
      groups.set(name, made);
      return made;
    });
    const list = [...groups.values()];
    const context = [...list, ...countriesOf(demonyms, document), ...registersOf(document), ...outletOf(report)];
    for (const group of list) group.weight = 1 + Math.min(group.mentions, 5) * 0.4;
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, group] of list.entries()) if (group.senses.length > 1) weigh(group, neighbours(context, list.length, i));
    }
    return groupOf.map((group) => group?.senses);
  };

  function kindOf(spot: Spot): string {
    const kind = spot.kind === undefined ? undefined : cues.kinds.get(spot.kind);
    return kind?.precision.join("|") ?? "";
  }

  function sensesOf(spot: Spot, holder: Spot | undefined): Sense[] {
    const wanted = spot.kind === undefined ? [] : (cues.kinds.get(spot.kind)?.precision ?? []);
    let indices = spot.entries;
    if (holder) {
      const holders = holdersOf(gazetteer, holder.entries);
      const inside = indices.filter((index) => holders.some((outer) => contains(gazetteer, outer, index)));
      if (inside.length > 0) indices = inside;
    }
    const senses = indices.slice(0, SENSES * 2).map((index) => {
      const entry = gazetteer.entry(index);
      let prior = priorOf(entry);
      if (wanted.length > 0) prior *= wanted.includes(precisionOf(entry.feature)) ? 8 : 1;
      return { entry, prior, share: 0 };
    });
    // A province that is called after its city is meant when the text says "province".
    for (const sense of senses) {
      if (sense.entry.feature !== "ADM1" || wanted.includes("province")) continue;
      if (senses.some(({ entry }) => entry.admin1 === sense.entry.index && entry.feature.startsWith("PPL") && entry.population > 100000)) sense.prior *= 0.1;
    }
    senses.sort((a, b) => b.prior - a.prior || a.entry.index - b.entry.index);
    const kept = senses.slice(0, SENSES);
    shareOut(kept, (sense) => sense.prior);
    return kept;
  }

  /** "Syrian" speaks of Syria, though it is no place. */
  function countriesOf(demonyms: Sighting["demonyms"], document: Document): Group[] {
    const groups = new Map<string, Group>();
    for (const { word, country } of demonyms) {
      const group = groups.get(country);
      if (group) group.weight = Math.min(group.weight + 0.4, 2.4);
      else {
        const entry = countryEntry(country);
        if (entry) groups.set(country, { senses: [{ entry, prior: 1, share: 1 }], offset: document.words[word]?.start ?? 0, mentions: 1, weight: 1 });
      }
    }
    return [...groups.values()];
  }

  /** "sheriff", "councillor": where such words are at home. */
  function registersOf(document: Document): Group[] {
    const weights = new Map<string, number>();
    const seen = new Set<string>();
    for (const { lower } of document.words) {
      const register = cues.registers.get(lower);
      if (!register || seen.has(lower)) continue;
      seen.add(lower);
      weights.set(register.country, (weights.get(register.country) ?? 0) + register.weight);
    }
    return [...weights].flatMap(([country, weight]) => {
      const entry = countryEntry(country);
      return entry && weight >= 0.5 ? [{ senses: [{ entry, prior: 1, share: 1 }], offset: 0, mentions: 1, weight: Math.min(weight, 3) }] : [];
    });
  }

  function countryEntry(alpha3: string): Entry | undefined {
    return countries.get(alpha3);
  }

  /** Places in the name of the outlet: "The Toledo Blade" writes of Ohio. */
  function outletOf(report: Report): Group[] {
    if (report.outlet === undefined) return [];
    const words = report.outlet.split(/[\s,.]+/).slice(0, 12);
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + 3); to > from; to--) {
        const key = keyOf(words.slice(from, to).join(" "));
        if (cues.common.has(key)) continue;
        const entries = gazetteer.find(key);
        if (entries.length === 0) continue;
        const senses = entries.slice(0, SENSES).map((index) => ({ entry: gazetteer.entry(index), prior: 0, share: 0 }));
        for (const sense of senses) sense.prior = priorOf(sense.entry);
        shareOut(senses, (sense) => sense.prior);
        return [{ senses, offset: 0, mentions: 1, weight: 1.5 }];
      }
    }
    return [];
  }
}

/** How likely a place is meant by its name when nothing else is known: by its people, in their square root. */
function priorOf({ feature, population, id }: Entry): number {
  const size = Math.sqrt(population + (id === 0 ? 200 : 600));
  switch (feature) {
    case "PCLI":
      return size * 8;
    case "CONT":
      return size * 2;
    case "PPLC":
      return size * 8;
    case "ADM1":
      return size * 1.5;
    case "ADM2":
      return size * 0.15;
    case "PPLX":
      return size * 0.3;
    default:
      return feature.startsWith("PPL") ? size : size + (precisionOf(feature) === "region" ? 3000 : 300);
  }
}

function shareOut(senses: Sense[], worth: (sense: Sense) => number): void {
  let sum = 0;
  for (const sense of senses) sum += worth(sense);
  for (const sense of senses) sense.share = sum > 0 ? worth(sense) / sum : 1 / senses.length;
}

/** The groups that stand nearest in the text, and those that speak of countries and the outlet. */
function neighbours(context: readonly Group[], count: number, i: number): Group[] {
  const from = Math.max(0, Math.min(i - NEIGHBOURS / 2, count - NEIGHBOURS - 1));
  const near = context.slice(from, Math.min(count, from + NEIGHBOURS + 1)).filter((group) => group !== context[i]);
  return [...near, ...context.slice(count, count + 8)];
}

/** One round for one name: each meaning's prior times the support of the neighbours' meanings. */
function weigh(group: Group, others: readonly Group[]): void {
  const support = group.senses.map(({ entry }) => {
    let sum = 0;
    for (const other of others) {
      let best = 0;
      const senses = other.senses.length > 4 ? other.senses.slice(0, 4) : other.senses;
      for (const { entry: neighbour, share } of senses) best += share * tie(entry, neighbour);
      const gap = Math.abs(other.offset - group.offset);
      sum += best * other.weight * (gap < 120 ? 1.6 : gap < 600 ? 1.2 : 1);
    }
    return sum;
  });
  for (const [i, sense] of group.senses.entries()) {
    const backing = 0.25 + (support[i] as number);
    sense.share = sense.prior * backing * backing;
  }
  shareOut(group.senses, (sense) => sense.share);
  group.senses.sort((a, b) => b.share - a.share || a.entry.index - b.entry.index);
}

/** How much one place makes another likely, 0 to 1: near by, one within the other, or of one country. */
function tie(a: Entry, b: Entry): number {
  if (a.index === b.index) return 1;
  const sameCountry = a.country !== "" && a.country === b.country;
  if (b.feature === "PCLI" || a.feature === "PCLI") return sameCountry ? 0.35 : 0;
  let worth = sameCountry ? 0.15 : 0;
  if (sameCountry && (b.index === a.admin1 || a.index === b.admin1)) worth = 0.8;
  else if (sameCountry && a.admin1 >= 0 && a.admin1 === b.admin1) worth = 0.45;
  const distance = kilometres(a, b) / 60;
  return Math.max(worth, 1 / (1 + distance * distance));
}
