import type { Entry } from "./gazetteer.ts";
import { kilometres } from "./geometry.ts";

/** One meaning that a name may have, and how likely it is among the others; they sum to 1. */
export interface Sense {
  entry: Entry;
  /** How likely without the rest of the text; only ratios count. */
  prior: number;
  share: number;
  /** What the text's other places lend it, of what they could at most, 0 to 1. */
  backing: number;
}

/** All mentions of one name that mean one place: one sense a report, but "Paris, Texas" is its own name. */
export interface Group {
  senses: Sense[];
  /** Where it stands first, in UTF-16 code units. */
  offset: number;
  mentions: number;
  /** How much it is worth as a neighbour of others. */
  weight: number;
}

/** Meanings weighed to the end per name, and neighbours per name: what keeps the cost linear. */
const KEPT = 8;
const NEIGHBOURS = 24;
const ROUNDS = 4;

// Chosen on the development half of local and world news by coarse steps; half or double moves accuracy by under a point.
/** A meaning's support that needs no neighbour. */
const ALONE = 0.25;
/** What a place lends to another of its country, of its region, and to the region that holds it or that it holds. */
const SAME_COUNTRY = 0.06;
const SAME_REGION = 0.4;
const HOLDS = 0.8;
/** What a country lends to a place in it. */
const IN_COUNTRY = 0.35;
/** What a sea or a continent and any place lend each other. */
const IN_NONE = 0.12;
/** Kilometres between the middles of two countries at which they lend each other half of what neighbours do. */
const BETWEEN = 500;
/** Kilometres at which nearness lends half. */
const HALF = 70;

/**
 * Decides between the meanings of names: every name's meanings vote for every other's, each by its own share, in a few
 * rounds, so that one sure place settles its unsure neighbours. `hints` vote but are not voted on.
 */
export function vote(groups: readonly Group[], hints: readonly Group[]): void {
  prune(groups, [...groups, ...hints]);
  const neighbours = groups.map((_, i) => neighboursOf(groups, i, hints));
  const ties = groups.map((group, i) => (neighbours[i] as Group[]).map((other) => tiesOf(group, other)));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, group] of groups.entries())
      if (group.senses.length > 1) weigh(group, neighbours[i] as Group[], ties[i] as Float64Array[]);
  }
  for (const { senses } of groups) senses.sort((a, b) => b.share - a.share || a.entry.index - b.entry.index);
}

/** Makes the shares sum to 1. */
export function shareOut(senses: readonly Sense[]): void {
  let sum = 0;
  for (const { share } of senses) sum += share;
  for (const sense of senses) sense.share = sum > 0 ? sense.share / sum : 1 / senses.length;
}

/** Leaves each name the few meanings that its prior and the countries and regions of the whole text favour. */
function prune(groups: readonly Group[], all: readonly Group[]): void {
  let total = 0;
  const countries = new Map<string, number>();
  const regions = new Map<number, number>();
  for (const { senses, weight } of all) {
    total += weight;
    for (const { entry, share } of senses) {
      const worth = share * weight;
      countries.set(
        entry.country,
        (countries.get(entry.country) ?? 0) + worth * (entry.feature === "PCLI" ? IN_COUNTRY : SAME_COUNTRY),
      );
      const region = entry.feature === "ADM1" ? entry.index : entry.admin1;
      if (region >= 0) regions.set(region, (regions.get(region) ?? 0) + worth * SAME_REGION);
    }
  }
  for (const group of groups) {
    if (group.senses.length <= KEPT) continue;
    const worth = new Map<Sense, number>();
    for (const sense of group.senses) {
      const { country, admin1, index, feature } = sense.entry;
      const backing =
        ALONE +
        (country === "" ? total * IN_NONE : (countries.get(country) ?? 0)) +
        (regions.get(feature === "ADM1" ? index : admin1) ?? 0);
      worth.set(sense, sense.prior * backing * backing);
    }
    group.senses = [...group.senses]
      .sort((a, b) => (worth.get(b) as number) - (worth.get(a) as number) || a.entry.index - b.entry.index)
      .slice(0, KEPT);
    shareOut(group.senses);
  }
}

/** The groups that stand nearest in the text, and the hints. */
function neighboursOf(groups: readonly Group[], i: number, hints: readonly Group[]): Group[] {
  const from = Math.max(0, Math.min(i - NEIGHBOURS / 2, groups.length - NEIGHBOURS - 1));
  const near = groups.slice(from, from + NEIGHBOURS + 1).filter((group) => group !== groups[i]);
  return [...near, ...hints.slice(0, 8)];
}

/** What each meaning of one name gets from each of another's, row by row. */
function tiesOf(group: Group, other: Group): Float64Array {
  const ties = new Float64Array(group.senses.length * other.senses.length);
  const gap = Math.abs(other.offset - group.offset);
  const closeness = gap < 120 ? 1.6 : gap < 600 ? 1.2 : 1;
  let i = 0;
  for (const { entry } of group.senses)
    for (const sense of other.senses) ties[i++] = tie(entry, sense.entry) * closeness * other.weight;
  return ties;
}

/** One round for one name: each meaning's prior times what the neighbours' meanings lend it. */
function weigh(group: Group, others: readonly Group[], ties: readonly Float64Array[]): void {
  let most = 0;
  for (const { weight } of others) most += weight;
  for (const [i, sense] of group.senses.entries()) {
    let backing = ALONE;
    for (const [o, other] of others.entries()) {
      const row = ties[o] as Float64Array;
      const { senses } = other;
      for (let k = 0; k < senses.length; k++) backing += (senses[k] as Sense).share * (row[i * senses.length + k] as number);
    }
    sense.share = sense.prior * backing * backing * backing;
    sense.backing = most > 0 ? (backing - ALONE) / most : 1;
  }
  shareOut(group.senses);
}

/** How much one place makes another likely, 0 to 1: near by, one within the other, or of one country. */
function tie(a: Entry, b: Entry): number {
  if (a.index === b.index) return 1;
  // The Pacific and the Sahel lie in no country: any place may stand beside them.
  if (a.country === "" || b.country === "") return IN_NONE;
  const sameCountry = a.country !== "" && a.country === b.country;
  if (b.feature === "PCLI" && a.feature === "PCLI") {
    // Countries are named together, neighbours more so.
    const distance = kilometres(a, b) / BETWEEN;
    return IN_NONE + 0.3 / (1 + distance * distance);
  }
  if (b.feature === "PCLI" || a.feature === "PCLI") return sameCountry ? IN_COUNTRY : 0;
  let worth = 0;
  if (sameCountry) {
    if (b.index === a.admin1 || a.index === b.admin1) return HOLDS;
    worth = SAME_COUNTRY;
  }
  if (Math.abs(a.latitude - b.latitude) > 6) return worth;
  const distance = kilometres(a, b);
  // England is one region to the gazetteer: being in it says little of two towns at its ends.
  if (sameCountry && a.admin1 >= 0 && a.admin1 === b.admin1) worth = distance < 250 ? SAME_REGION : SAME_REGION / 2;
  return Math.max(worth, 1 / (1 + (distance * distance) / (HALF * HALF)));
}
