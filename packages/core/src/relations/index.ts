export { isLikely } from "./likely.ts";
export { createRelater, type Relater } from "./relater.ts";
