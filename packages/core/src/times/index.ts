export { createTimeFinder, type TimeFinder } from "./finder.ts";
