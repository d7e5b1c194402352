export { createEntityFinder, type EntityFinder } from "./finder.ts";
