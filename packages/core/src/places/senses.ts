import type { Precision } from "../model/index.ts";
import { contains, holdersOf } from "./atlas.ts";
import { precisionOf } from "./features.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import { type Sense, shareOut } from "./votes.ts";

/** Meanings of a name that are looked at; "San José" has more. */
const SENSES = 40;

/**
 * The meanings of a name before the text is asked, likeliest first. `wanted`: what the text says that it is
 * ("Helmand province"); `within`: meanings of the region that the text puts it in ("Paris, Texas"), which decide when
 * any meaning lies in one of them.
 */
export function sensesOf(
  gazetteer: Gazetteer,
  entries: readonly number[],
  wanted: readonly Precision[],
  within: readonly number[] = [],
): Sense[] {
  const holders = holdersOf(gazetteer, within);
  const inside =
    holders.length === 0 ? [] : entries.filter((index) => holders.some((outer) => contains(gazetteer, outer, index)));
  const senses = (inside.length > 0 ? inside : entries).slice(0, SENSES).map((index): Sense => {
    const entry = gazetteer.entry(index);
    const prior = priorOf(entry) * (wanted.includes(precisionOf(entry.feature)) ? 8 : 1);
    return { entry, prior, share: prior, backing: 1 };
  });
  // A province that is called after its city is meant when the text says "province".
  if (!wanted.includes("province")) {
    const cities = new Set(
      senses
        .filter(({ entry }) => entry.feature.startsWith("PPL") && entry.population > 100_000)
        .map(({ entry }) => entry.admin1),
    );
    for (const sense of senses) if (sense.entry.feature === "ADM1" && cities.has(sense.entry.index)) sense.prior *= 0.1;
  }
  for (const sense of senses) sense.share = sense.prior;
  shareOut(senses);
  return senses.sort((a, b) => b.prior - a.prior || a.entry.index - b.entry.index);
}

/** How likely a place is meant by its name when nothing else is known: by its people, in their square root. */
function priorOf({ feature, population, id }: Entry): number {
  const size = Math.sqrt(population + (id === 0 ? 200 : 600));
  switch (feature) {
    case "PCLI":
      return size * 16;
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
      return feature.startsWith("PPL") ? size : size + (precisionOf(feature) === "region" ? 3000 : 600);
  }
}
