import type { Knowledge, Precision } from "../model/index.ts";
import { contains, holdersOf } from "./atlas.ts";
import { precisionOf } from "./features.ts";
import { openGazetteer } from "./gazetteer.ts";
import { sensesOf } from "./senses.ts";
import { type Group, vote } from "./votes.ts";

/** One place that a name may mean, and what speaks for it. */
export interface PlaceCandidate {
  name: string;
  /** "geonames:98182" */
  gazetteer?: string;
  latitude: number;
  longitude: number;
  /** ISO 3166-1 alpha-3. */
  country?: string;
  admin1?: string;
  feature: string;
  precision: Precision;
  population: number;
  /** Its share of the likelihood among the candidates before and after the context was asked; each sums to 1. */
  prior: number;
  share: number;
  /** Why it stands where it stands, for a reader: "2,103,000 people", "lies in Texas". */
  why: string[];
}

export interface PlaceLookup {
  /**
   * What a name may mean, likeliest first; `context` names other places of the text ("Texas", "Dallas"). Empty when the
   * gazetteer does not know the name.
   */
  candidates(name: string, context?: readonly string[]): PlaceCandidate[];
}

/** Looks names up in the gazetteer and weighs their meanings as the analysis of a report does. */
export function createPlaceLookup(knowledge: Knowledge): PlaceLookup {
  const gazetteer = openGazetteer(knowledge.gazetteer);
  const groupOf = (name: string): Group | undefined => {
    const { entries } = gazetteer.search(name);
    return entries.length === 0 ? undefined : { senses: sensesOf(gazetteer, entries, []), offset: 0, mentions: 1, weight: 1.4 };
  };
  return {
    candidates(name, context = []) {
      const found = gazetteer.search(name);
      const group = groupOf(name);
      if (!group) return [];
      const priors = new Map(group.senses.map(({ entry, share }) => [entry.index, share]));
      const others = context.flatMap((other) => groupOf(other) ?? []);
      if (others.length > 0) vote([group, ...others], []);
      const holders = context.flatMap((other) =>
        holdersOf(gazetteer, gazetteer.search(other).entries).map((holder) => ({ other, holder })),
      );
      return group.senses.map(({ entry, share, backing }) => {
        const admin1 = entry.admin1 >= 0 ? gazetteer.entry(entry.admin1).name : undefined;
        const within = holders.find(({ holder }) => contains(gazetteer, holder, entry.index));
        const precision = precisionOf(entry.feature);
        return {
          name: entry.name,
          ...(entry.id > 0 && { gazetteer: `geonames:${entry.id}` }),
          latitude: entry.latitude,
          longitude: entry.longitude,
          ...(entry.country !== "" && { country: entry.country }),
          ...(admin1 !== undefined && { admin1 }),
          feature: entry.feature,
          precision,
          population: entry.population,
          prior: priors.get(entry.index) ?? 0,
          share,
          why: [
            entry.feature === "PPLC" ? "a capital" : entry.feature === "PCLI" ? "a country" : "",
            entry.population > 0 ? `${thousands(entry.population)} people` : "no population known",
            within ? `lies in ${within.other}` : others.length > 0 && backing > 0.05 ? "the other places speak for it" : "",
            found.loose ? "by transliteration" : "",
          ].filter((reason) => reason !== ""),
        };
      });
    },
  };
}

/** 2103000 -> "2,103,000"; the same everywhere, unlike toLocaleString. */
const thousands = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
