export { inherit } from "./inherit.ts";
