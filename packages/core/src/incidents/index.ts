export { ledger } from "./ledger.ts";
export { createLinker, type Linker, type LinkOptions, link } from "./link.ts";
export { type RuledToll, type TollOptions, type TollRule, toll } from "./toll.ts";
