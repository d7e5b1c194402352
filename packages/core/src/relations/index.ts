export { createRelater, type Relater } from "./relater.ts";
