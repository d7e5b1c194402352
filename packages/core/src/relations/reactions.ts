import type { Document } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import { isReal } from "./causes.ts";
import type { Happening, Happenings } from "./clauses.ts";
import type { Sides } from "./sides.ts";

/** How many events back a threat may look for what it answers. */
const LOOK_BACK = 12;
/** Threats that answer something by their own words. */
const ANSWERING = /\b(?:aveng|reveng|vengeance|retaliat|retribut|reprisal|respon|answer|punish|pay\b)/i;

/**
 * What a word against somebody speaks of: the deed that is condemned ("condemned the strike"), or the one that a threat
 * answers ("vowed revenge": the nearest deed told before that was done to those who vow).
 */
export function reactionOf(document: Document, happenings: Happenings, sides: Sides, one: Happening): Happening | undefined {
  const { event, head, order } = one;
  if (!isReal(event)) return undefined;
  if (event.type === "ACCUSE") {
    const objects = childrenOf(document, head, "obj", "obl", "nmod", "nsubj:pass");
    return happenings
      .near(head)
      .find((other) => other !== one && isDeed(other) && objects.some(({ index }) => index === other.head.index));
  }
  if (event.type !== "THREATEN" || !ANSWERING.test(document.text.slice(event.evidence.start, event.evidence.end)))
    return undefined;
  for (let i = order - 1; i >= 0 && i > order - LOOK_BACK; i--) {
    const earlier = happenings.at(i);
    if (earlier && isDeed(earlier) && sides.reversed(event, earlier.event)) return earlier;
  }
  return undefined;
}

const isDeed = ({ event }: Happening): boolean =>
  (event.type === "ASSAULT" || event.type === "COERCE" || event.type === "SANCTION") &&
  event.polarity === "affirmed" &&
  event.modality !== "hypothetical";
