export { type AnalyseOptions, type Analyst, createAnalyst } from "./analyse.ts";
export * from "./codebooks/index.ts";
export { type Correction, decided, type Judgement } from "./decisions/index.ts";
export { PLOVER_TYPES } from "./events/frames.ts";
export {
  createLinker,
  type Linker,
  type LinkOptions,
  ledger,
  link,
  type RuledToll,
  type TollOptions,
  type TollRule,
  toll,
} from "./incidents/index.ts";
export type * from "./model/index.ts";
export { createPlaceLookup, type PlaceCandidate, type PlaceLookup } from "./places/index.ts";
export { isLikely } from "./relations/index.ts";
export { VERSION } from "./version.ts";
