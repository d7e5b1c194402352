import type { Document, Report } from "../model/index.ts";
import { contains, holdersOf } from "./atlas.ts";
import type { Cues } from "./cues.ts";
import { precisionOf } from "./features.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import { keyOf } from "./keys.ts";
import type { Spot } from "./spot.ts";
import type { Sighting } from "./spotter.ts";
import { type Group, type Sense, shareOut, vote } from "./votes.ts";

/** Meanings of a name that are looked at; "San José" has more. */
const SENSES = 40;

/**
 * Decides which place each spot names. A meaning is likely when it is well known, when the text says so ("Paris,
 * Texas"; "Helmand province"), and when the text's other places lie near it or hold it (`vote`).
 */
export function createResolver(gazetteer: Gazetteer, cues: Cues): (sighting: Sighting, document: Document, report: Report) => Resolution {
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
        group.mentions += worthOf(group.senses, spot);
        if (spot.local) localise(group);
        return group;
      }
      const senses = sensesOf(spot, holder);
      if (senses.length === 0) return undefined;
      const made: Group = { senses, offset: spot.start, mentions: 1, weight: 1 };
      if (spot.local) localise(made);
      groups.set(name, made);
      return made;
    });
    for (const group of groups.values()) group.weight = Math.min(1, group.mentions) + Math.min(group.mentions, 5) * 0.4;
    const peoples = countriesOf(demonyms, document);
    vote([...groups.values()], [...peoples, ...registersOf(document), ...outletOf(report)]);
    const countries = inPlay([...groups.values(), ...peoples]);
    const most = countries[0]?.weight ?? 0;
    const weights = new Map(countries.map(({ country, weight }) => [country, most > 3 ? weight / most : 1]));
    const senses = groupOf.map((group, i) => {
      const sense = group?.senses[0];
      return group && sense && (spots[i]?.within !== undefined || isBacked(sense, weights.get(sense.entry.country) ?? 1)) ? group.senses : undefined;
    });
    return { senses, countries: countries.map(({ country }) => country) };
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
    const senses = indices.slice(0, SENSES).map((index) => {
      const entry = gazetteer.entry(index);
      let prior = priorOf(entry);
      if (wanted.length > 0) prior *= wanted.includes(precisionOf(entry.feature)) ? 8 : 1;
      return { entry, prior, share: 0, backing: 1 };
    });
    // A province that is called after its city is meant when the text says "province".
    for (const sense of senses) {
      if (sense.entry.feature !== "ADM1" || wanted.includes("province")) continue;
      if (senses.some(({ entry }) => entry.admin1 === sense.entry.index && entry.feature.startsWith("PPL") && entry.population > 100000)) sense.prior *= 0.1;
    }
    senses.sort((a, b) => b.prior - a.prior || a.entry.index - b.entry.index);
    for (const sense of senses) sense.share = sense.prior;
    shareOut(senses);
    return senses;
  }

  /** "Syrian" speaks of Syria, though it is no place. */
  function countriesOf(demonyms: Sighting["demonyms"], document: Document): Group[] {
    const groups = new Map<string, Group>();
    for (const { word, country } of demonyms) {
      const group = groups.get(country);
      if (group) group.weight = Math.min(group.weight + 0.4, 2.4);
      else {
        const entry = countryEntry(country);
        if (entry) groups.set(country, { senses: [{ entry, prior: 1, share: 1, backing: 1 }], offset: document.words[word]?.start ?? 0, mentions: 1, weight: 1 });
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
      return entry && weight >= 0.5 ? [{ senses: [{ entry, prior: 1, share: 1, backing: 1 }], offset: 0, mentions: 1, weight: Math.min(weight, 3) }] : [];
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
        const senses = entries.slice(0, SENSES).map((index) => ({ entry: gazetteer.entry(index), prior: 0, share: 0, backing: 1 }));
        for (const sense of senses) sense.share = sense.prior = priorOf(sense.entry);
        shareOut(senses);
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
      return size * 14;
    case "ADM1":
      return size;
    case "ADM2":
      return size * 0.15;
    case "PPLX":
      return size * 0.3;
    default:
      return feature.startsWith("PPL") ? size : size + (precisionOf(feature) === "region" ? 3000 : 300);
  }
}

/** What a mention counts: countries are mostly named as actors, "U.S. officials", which says little of where things are. */
function worthOf(senses: readonly Sense[], { locative }: Spot): number {
  return locative || senses[0]?.entry.feature !== "PCLI" ? 1 : 0.3;
}

/** What the resolver says of a report. */
export interface Resolution {
  /** For each spot its meanings, likeliest first; undefined where none is good enough. */
  senses: (Sense[] | undefined)[];
  /** Countries (alpha-3) that the text is about, by weight. */
  countries: string[];
}

/**
 * A village that nothing else speaks for, in a text full of other places, is a mere namesake. `weight`: how much the
 * text speaks of its country, of what it speaks of the one most in play.
 */
function isBacked({ entry, backing }: Sense, weight: number): boolean {
  const known = entry.population >= 20000 || entry.feature === "PCLI" || entry.feature === "ADM1" || precisionOf(entry.feature) === "region";
  return known || (backing >= 0.015 && weight >= 0.6) || (backing >= 0.06 && weight >= 0.2);
}

function inPlay(groups: readonly Group[]): { country: string; weight: number }[] {
  const weights = new Map<string, number>();
  for (const { senses, weight } of groups) {
    const country = senses[0]?.entry.country ?? "";
    if (country !== "") weights.set(country, (weights.get(country) ?? 0) + weight);
  }
  return [...weights].map(([country, weight]) => ({ country, weight })).sort((a, b) => b.weight - a.weight || (a.country < b.country ? -1 : 1));
}

/** The name stands for a town somewhere ("a Jordan resident"), hardly for the country. */
function localise(group: Group): void {
  for (const sense of group.senses) {
    if (sense.entry.feature === "PCLI" || sense.entry.feature === "CONT") sense.prior = Math.min(sense.prior, 40);
    sense.share = sense.prior;
  }
  shareOut(group.senses);
}
