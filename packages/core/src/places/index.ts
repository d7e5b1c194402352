export { createPlaceFinder, type PlaceFinder } from "./finder.ts";
export { createPlaceLookup, type PlaceCandidate, type PlaceLookup } from "./lookup.ts";
