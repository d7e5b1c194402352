import type { Rule } from "../pattern.ts";
import { CLOCKS } from "./clock.ts";
import { DATES } from "./dates.ts";
import { DURATIONS } from "./durations.ts";
import { REFERENCES } from "./references.ts";
import { RELATIVE } from "./relative.ts";
import { SETS } from "./sets.ts";

/** Simple expressions. Of two that read the same words the earlier wins. */
export const ATOMS: readonly Rule[] = [...DATES, ...SETS, ...RELATIVE, ...REFERENCES, ...CLOCKS, ...DURATIONS];

export { COMPOSED, JOINED } from "./compose.ts";
