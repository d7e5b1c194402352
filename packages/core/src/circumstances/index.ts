export { createSettler } from "./settle.ts";
