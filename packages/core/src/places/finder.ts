import type { Document, Knowledge, Place, Problem, Report } from "../model/index.ts";
import { readCues } from "./cues.ts";
import { precisionOf } from "./features.ts";
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
  return {
    find(document, report) {
      const sighting = spot(document);
      const senses = resolve(sighting, document, report);
      return sighting.spots.map((found, i) => placeOf(gazetteer, document, found, `p${i + 1}`, senses[i]));
    },
  };
}

function placeOf(gazetteer: Gazetteer, document: Document, spot: Spot, id: string, senses: readonly Sense[] | undefined): Place {
  const { start, end } = spot;
  const entry = senses?.[0]?.entry;
  if (!senses || !entry) return { id, start, end, name: document.text.slice(start, end) };
  const admin1 = entry.feature === "ADM1" ? entry.name : entry.admin1 >= 0 ? gazetteer.entry(entry.admin1).name : undefined;
  return {
    id,
    start,
    end,
    name: entry.name,
    ...(entry.id > 0 && { gazetteer: `geonames:${entry.id}` }),
    latitude: entry.latitude,
    longitude: entry.longitude,
    ...(entry.country !== "" && { country: entry.country }),
    ...(admin1 !== undefined && { admin1 }),
    feature: entry.feature,
    precision: precisionOf(entry.feature),
    candidates: senses.length,
  };
}
