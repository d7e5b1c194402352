import type { Document, Knowledge, Place, Problem, Report } from "../model/index.ts";
import { filingOf } from "../shared/dateline.ts";
import { byPosition, contains } from "../shared/spans.ts";
import { readCues } from "./cues.ts";
import { createRelator, describe, shifted } from "./describe.ts";
import { type Gazetteer, openGazetteer } from "./gazetteer.ts";
import { createResolver } from "./resolver.ts";
import type { Spot } from "./spot.ts";
import { createSpotter } from "./spotter.ts";
import type { Sense } from "./votes.ts";

/** Finds place names and resolves them to gazetteer entries, in the light of the whole report. */
export interface PlaceFinder {
  find(document: Document, report: Report, problems: Problem[]): Place[];
}

export function createPlaceFinder(knowledge: Knowledge): PlaceFinder {
  const gazetteer = openGazetteer(knowledge.gazetteer);
  const cues = readCues(knowledge);
  const spot = createSpotter(gazetteer, cues);
  const resolve = createResolver(gazetteer, cues);
  const relate = createRelator(gazetteer, cues);
  return {
    find(document, report, problems) {
      if (gazetteer.size === 0)
        problems.push({ code: "no-gazetteer", message: "there is no gazetteer, so that places are not resolved" });
      const sighting = spot(document);
      const { senses, countries } = resolve(sighting, document, report);
      const spots = sighting.spots;
      const named = spots.map((found, i) => placeOf(gazetteer, document, found, senses[i]));
      // From the last to the first: an anchor stands after what it holds, and may itself have one.
      for (let i = spots.length - 1; i >= 0; i--) {
        const anchor = spots[i]?.anchor;
        if (anchor !== undefined && anchor > i) named[i] = anchored(named[i] as Place, named[anchor] as Place);
      }
      // But an owner stands before: "Giza's Haram district".
      for (const [i, { anchor }] of spots.entries()) {
        if (anchor !== undefined && anchor < i) named[i] = anchored(named[i] as Place, named[anchor] as Place);
      }
      shareAnchors(spots, named);
      const filing = filingOf(document);
      inOneRegion(spots, named, (place) => filing.some((head) => contains(head, place)));
      const places = [...named, ...sighting.relational.flatMap((found) => relate(found, document, countries))];
      return places.sort(byPosition).map((place, i) => ({ ...place, id: `p${i + 1}` }));
    },
  };
}

/** "Lowy Shar, Andar district … near Lowy Shar": a name that the gazetteer lacks is, told again, where it was told to be. */
function shareAnchors(spots: readonly Spot[], named: Place[]): void {
  const known = new Map<string, Place>();
  for (const [i, { key, entries }] of spots.entries()) {
    const place = named[i] as Place;
    if (entries.length === 0 && place.country !== undefined && !known.has(key)) known.set(key, place);
  }
  for (const [i, { key, entries }] of spots.entries()) {
    const before = entries.length === 0 && named[i]?.country === undefined ? known.get(key) : undefined;
    if (before) named[i] = anchored(named[i] as Place, before);
  }
}

/**
 * "Elders met in Helmand province. Soldiers raided Qorvanak village": where a report knows one first-level region only, a
 * village that the gazetteer lacks lies there. It gets no coordinates. What the dateline names does not count.
 */
function inOneRegion(spots: readonly Spot[], named: Place[], isFiled: (place: Place) => boolean): void {
  const regions = new Map<string, Place>();
  for (const place of named)
    if (place.admin1 !== undefined && !isFiled(place)) regions.set(`${place.country} ${place.admin1}`, place);
  const [region] = [...regions.values()];
  if (!region || regions.size > 1 || region.country === undefined) return;
  for (const [i, { entries, locative, kind }] of spots.entries()) {
    const place = named[i] as Place;
    if (entries.length === 0 && place.country === undefined && (locative || kind !== undefined))
      named[i] = { ...place, country: region.country, admin1: region.admin1 as string };
  }
}

/** A place that the gazetteer lacks, in one that it has: where that is, and no more exact. */
function anchored(place: Place, { country, admin1, latitude, longitude, precision }: Place): Place {
  if (place.latitude !== undefined || country === undefined) return place;
  const within = { ...place, country, ...(admin1 !== undefined && { admin1 }) };
  if (
    latitude === undefined ||
    longitude === undefined ||
    precision === undefined ||
    precision === "country" ||
    precision === "region"
  )
    return within;
  return { ...within, latitude, longitude, precision: precision === "province" ? "province" : "district" };
}

function placeOf(gazetteer: Gazetteer, document: Document, spot: Spot, senses: readonly Sense[] | undefined): Place {
  const { start, end } = spot;
  const entry = senses?.[0]?.entry;
  if (!senses || !entry) {
    const outer = spot.outer === undefined ? undefined : gazetteer.entry(spot.outer);
    return {
      id: "",
      start,
      end,
      name: document.text.slice(start, end),
      ...(outer && { country: outer.country, admin1: outer.name }),
    };
  }
  const named = describe(gazetteer, entry, { start, end });
  const place = spot.toward ? shifted(gazetteer, named, spot.toward) : named;
  if (spot.facility) {
    const { gazetteer: _, feature: __, ...around } = place;
    return {
      ...around,
      name: document.text.slice(start, end),
      ...(around.precision === "settlement" && { precision: "district" as const }),
      candidates: senses.length,
    };
  }
  const exact = place.precision === "settlement" || place.precision === "site";
  return { ...place, ...(spot.relation === "near" && exact && { precision: "district" as const }), candidates: senses.length };
}
