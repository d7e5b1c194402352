export { loadEnglish } from "./node.ts";
