export { type Fault, fault, type Item, type ReportItem } from "./item.ts";
export { readJsonl } from "./jsonl.ts";
export { MAX_LENGTH } from "./limits.ts";
export { isDate } from "./published.ts";
export { readText } from "./text.ts";
