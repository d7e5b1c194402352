export type { Quantity } from "./quantity.ts";
export { ELEMENTS } from "./table.ts";
