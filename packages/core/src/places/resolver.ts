import type { Document, Report } from "../model/index.ts";
import type { Cues } from "./cues.ts";
import { precisionOf } from "./features.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { createHints } from "./hints.ts";
import { sensesOf } from "./senses.ts";
import type { Spot } from "./spot.ts";
import type { Sighting } from "./spotter.ts";
import { type Group, type Sense, shareOut, vote } from "./votes.ts";

/** What the resolver says of a report. */
export interface Resolution {
  /** For each spot its meanings, likeliest first; undefined where none is good enough. */
  senses: (Sense[] | undefined)[];
  /** Countries (alpha-3) that the text is about, by weight. */
  countries: string[];
}

/**
 * Decides which place each spot names. A meaning is likely when it is well known, when the text says so ("Paris,
 * Texas"; "Helmand province"), and when the text's other places lie near it or hold it (`vote`).
 */
export function createResolver(
  gazetteer: Gazetteer,
  cues: Cues,
): (sighting: Sighting, document: Document, report: Report) => Resolution {
  const hints = createHints(gazetteer, cues);

  return ({ spots, demonyms }, document, report) => {
    const groups = new Map<string, Group>();
    const groupOf = spots.map((spot) => {
      if (spot.entries.length === 0) return undefined;
      const holder = spot.within === undefined ? undefined : spots[spot.within];
      const wanted = (spot.kind === undefined ? undefined : cues.kinds.get(spot.kind))?.precision ?? [];
      const name = `${spot.key}|${holder?.key ?? ""}|${wanted.join("|")}`;
      let group = groups.get(name);
      if (group) group.mentions += worthOf(group.senses, spot);
      else {
        group = {
          senses: sensesOf(gazetteer, spot.entries, wanted, holder?.entries),
          offset: spot.start,
          mentions: 1,
          weight: 1,
        };
        groups.set(name, group);
      }
      if (spot.local) localise(group);
      return group;
    });
    const list = [...groups.values()];
    for (const group of list) group.weight = Math.min(1, group.mentions) + Math.min(group.mentions, 5) * 0.4;
    const peoples = hints.peoples(demonyms, document);
    vote(list, [...peoples, ...hints.registers(document), ...hints.outlet(report.outlet)]);
    const countries = inPlay([...list, ...peoples]);
    const most = countries[0]?.weight ?? 0;
    const weights = new Map(countries.map(({ country, weight }) => [country, most > 3 ? weight / most : 1]));
    const senses = groupOf.map((group, i) => {
      const sense = group?.senses[0];
      if (!group || !sense) return undefined;
      return spots[i]?.within !== undefined ||
        isBacked(sense, weights.get(sense.entry.country) ?? 1, spots[i]?.loose === true || spots[i]?.facility === true)
        ? group.senses
        : undefined;
    });
    return { senses, countries: countries.map(({ country }) => country) };
  };
}

/** What one more mention counts: countries are mostly named as actors, "U.S. officials", which says little of where things are. */
function worthOf(senses: readonly Sense[], { locative }: Spot): number {
  return locative || senses[0]?.entry.feature !== "PCLI" ? 1 : 0.3;
}

/** The name stands for a town somewhere ("a Jordan resident"), hardly for the country. */
function localise(group: Group): void {
  for (const sense of group.senses) {
    if (sense.entry.feature === "PCLI" || sense.entry.feature === "CONT") sense.prior = Math.min(sense.prior, 40);
    sense.share = sense.prior;
  }
  shareOut(group.senses);
}

/**
 * A village that nothing else speaks for, in a text full of other places, is a mere namesake. `weight`: how much the
 * text speaks of its country, of what it speaks of the one most in play.
 */
function isBacked({ entry, backing }: Sense, weight: number, far: boolean): boolean {
  // A transliteration, and a hotel that is called after a place, are trusted only at home.
  if (far) return weight >= 0.6;
  const known =
    entry.population >= 20_000 || entry.feature === "PCLI" || entry.feature === "ADM1" || precisionOf(entry.feature) === "region";
  return known || (backing >= 0.015 && weight >= 0.6) || (backing >= 0.06 && weight >= 0.2);
}

function inPlay(groups: readonly Group[]): { country: string; weight: number }[] {
  const weights = new Map<string, number>();
  for (const { senses, weight } of groups) {
    const country = senses[0]?.entry.country ?? "";
    if (country !== "") weights.set(country, (weights.get(country) ?? 0) + weight);
  }
  return [...weights]
    .map(([country, weight]) => ({ country, weight }))
    .sort((a, b) => b.weight - a.weight || (a.country < b.country ? -1 : 1));
}
