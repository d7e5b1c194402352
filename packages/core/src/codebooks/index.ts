import { ACLED } from "./acled/codebook.ts";
import { GDELT } from "./gdelt/events.ts";
import { MENTIONS } from "./gdelt/mentions.ts";
import { INCIDENTS } from "./incidents.ts";
import { NATIVE } from "./native.ts";
import { PLOVER } from "./plover.ts";
import { POLECAT } from "./polecat.ts";
import { TIMEMAP } from "./timemap.ts";
import { UCDP } from "./ucdp/codebook.ts";
import { WEB_ANNOTATION } from "./webannotation.ts";

export {
  type Cell,
  type Codebook,
  type Coded,
  type Column,
  code,
  type EventEntry,
  type Evidence,
  type Exclusion,
  type IncidentEntry,
  type Source,
  type Value,
} from "./codebook.ts";
export { createWorld, type World } from "./world.ts";

/** Every codebook by its id. */
export const CODEBOOKS = {
  acled: ACLED,
  ucdp: UCDP,
  plover: PLOVER,
  polecat: POLECAT,
  gdelt: GDELT,
  mentions: MENTIONS,
  timemap: TIMEMAP,
  webannotation: WEB_ANNOTATION,
  incidents: INCIDENTS,
  jsonl: NATIVE,
} as const;
