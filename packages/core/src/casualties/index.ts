export { type CasualtyCounter, createCasualtyCounter } from "./counter.ts";
