export { withDictionary } from "./dictionary.ts";
export { loadEnglish } from "./node.ts";
export { readTable } from "./table.ts";
