import type { Document } from "../model/index.ts";
import type { Cues } from "./cues.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import { keyOf } from "./keys.ts";
import { sensesOf } from "./senses.ts";
import type { Sighting } from "./spotter.ts";
import type { Group } from "./votes.ts";

/** What says where a text is at home without naming a place in it. */
export interface Hints {
  /** "Syrian" speaks of Syria, though it is no place. */
  peoples(demonyms: Sighting["demonyms"], document: Document): Group[];
  /** "sheriff", "councillor": where such words are used. */
  registers(document: Document): Group[];
  /** "The Toledo Blade" writes of Ohio. */
  outlet(name: string | undefined): Group[];
}

export function createHints(gazetteer: Gazetteer, cues: Cues): Hints {
  const countries = new Map<string, Entry>();
  for (const [key, alpha3] of cues.countries) {
    for (const index of countries.has(alpha3) ? [] : gazetteer.find(key)) {
      const entry = gazetteer.entry(index);
      if (entry.feature === "PCLI" && entry.country === alpha3) countries.set(alpha3, entry);
    }
  }
  const country = (alpha3: string, offset: number, weight: number): Group[] => {
    const entry = countries.get(alpha3);
    return entry ? [{ senses: [{ entry, prior: 1, share: 1, backing: 1 }], offset, mentions: 1, weight }] : [];
  };

  return {
    peoples(demonyms, document) {
      const groups = new Map<string, Group>();
      for (const { word, country: alpha3 } of demonyms) {
        const group = groups.get(alpha3);
        if (group) group.weight = Math.min(group.weight + 0.4, 2.4);
        else for (const made of country(alpha3, document.words[word]?.start ?? 0, 1)) groups.set(alpha3, made);
      }
      return [...groups.values()];
    },
    registers(document) {
      const weights = new Map<string, number>();
      const seen = new Set<string>();
      for (const { lower } of document.words) {
        const register = cues.registers.get(lower);
        if (!register || seen.has(lower)) continue;
        seen.add(lower);
        weights.set(register.country, (weights.get(register.country) ?? 0) + register.weight);
      }
      return [...weights].flatMap(([alpha3, weight]) => (weight >= 0.5 ? country(alpha3, 0, Math.min(weight, 3)) : []));
    },
    outlet(name) {
      const words = (name ?? "").split(/[\s,.]+/).slice(0, 12);
      for (let from = 0; from < words.length; from++) {
        for (let to = Math.min(words.length, from + 3); to > from; to--) {
          const key = keyOf(words.slice(from, to).join(" "));
          const entries = cues.common.has(key) ? [] : gazetteer.find(key);
          if (entries.length > 0) return [{ senses: sensesOf(gazetteer, entries, []), offset: 0, mentions: 1, weight: 1.5 }];
        }
      }
      return [];
    },
  };
}
