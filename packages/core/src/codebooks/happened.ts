import type { Event } from "../model/index.ts";
import type { Exclusion } from "./codebook.ts";

/** Data sets of events hold what is reported to have happened: a threat counts as its own THREATEN, not as the deed. */
export function notHappened({ modality, polarity }: Event, codebook: string): Exclusion | undefined {
  if (polarity === "negated") return { rule: `${codebook}.negated`, words: "it is told that this did not happen" };
  if (modality !== "actual") return { rule: `${codebook}.modality`, words: `it is told as ${modality}, not as having happened` };
  return undefined;
}
