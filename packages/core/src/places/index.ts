export { createPlaceFinder, type PlaceFinder } from "./finder.ts";
