export { type AnalyseOptions, type Analyst, createAnalyst } from "./analyse.ts";
export type * from "./model/index.ts";
export { VERSION } from "./version.ts";
