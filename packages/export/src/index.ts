export { type PartSinks, type Summary, writePart } from "./export.ts";
export { FORMATS, type FormatOptions, type Part } from "./formats.ts";
export type { RecordSource, Sink } from "./source.ts";
