export { describeCodebook } from "./describe.ts";
export { type PartSinks, type Summary, writePart } from "./export.ts";
export { FORMATS, type FormatOptions, type Part } from "./formats.ts";
export { type Comparison, compare } from "./import/compare.ts";
export { type BadRow, type DatasetRow, type Layout, readDataset } from "./import/dataset.ts";
export { LAYOUTS } from "./import/layouts.ts";
export type { RecordSource, Sink } from "./source.ts";
export { storeSource, storeTexts } from "./store-source.ts";
export { type Failure, sidecarOf, type TextSource, type Verification, verify } from "./verify.ts";
