import type { Casualty } from "@annalist/core";
import type { Lookup } from "./lookup.ts";

/** "4 killed (combatants)", "at least 5 injured", "12–15 killed, so far". */
export function toll(lookup: Lookup, { low, best, high, exact, outcome, group, cumulative, who }: Casualty): string {
  const number = exact ? String(best) : high === null ? `at least ${low}` : low !== high ? `${low}–${high}` : `about ${best}`;
  const whom = who ? ` “${lookup.words(who)}”` : "";
  return `${number} ${outcome}${whom}${group === "unknown" ? "" : ` (${group}s)`.replace("aid-workers", "aid workers")}${cumulative ? ", a running total" : ""}`;
}
