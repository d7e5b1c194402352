import type { Entry, Gazetteer } from "./gazetteer.ts";
import { kilometres } from "./geometry.ts";

/** Whether one entry lies in another, as far as the gazetteer can tell: by country, by region, or near a county's middle. */
export function contains(gazetteer: Gazetteer, outer: Entry, inner: number): boolean {
  if (outer.index === inner) return false;
  const entry = gazetteer.entry(inner);
  if (outer.feature === "PCLI") return entry.country === outer.country && entry.feature !== "PCLI";
  if (entry.country !== outer.country) return false;
  if (outer.feature === "ADM1") return entry.admin1 === outer.index;
  return (
    outer.feature === "ADM2" && (entry.feature.startsWith("PPL") || entry.feature.length > 4) && kilometres(outer, entry) < 80
  );
}

/** Of the meanings of a name those that can hold others: countries, regions, counties. A few, likeliest first. */
export function holdersOf(gazetteer: Gazetteer, entries: readonly number[]): Entry[] {
  const holders: Entry[] = [];
  for (const index of entries.slice(0, 60)) {
    const entry = gazetteer.entry(index);
    if (entry.feature === "PCLI" || entry.feature === "ADM1" || entry.feature === "ADM2") holders.push(entry);
    if (holders.length === 12) break;
  }
  return holders;
}
