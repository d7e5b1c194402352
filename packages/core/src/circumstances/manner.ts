import type { Event } from "../model/index.ts";

/** Modes that say why or with what effect, and not how: any mention of the happening may tell how as well. */
const AIMS = new Set<string | undefined>([undefined, "targeted", "destroy"]);

/** Modes that are deeds of their own: a kidnapping in which somebody was hurt stays two things. */
const APART = new Set<string | undefined>(["abduct", "sexual", "torture"]);

/**
 * How a happening was done holds of all its mentions: "A car bomb went off … The attack wounded nine." Mentions of an
 * assault that leave the mode open, or name only its aim or effect, take that of the first which tells it.
 */
export function shareManner(cluster: readonly Event[]): void {
  // "The bombing of the camps … the air strikes": which bombs they were, the air strikes say.
  const air = cluster.find(({ type, mode }) => type === "ASSAULT" && (mode === "aerial" || mode === "drone"));
  if (air?.mode) for (const event of cluster) if (event.type === "ASSAULT" && event.mode === "explosives") event.mode = air.mode;
  const told = cluster.find(({ type, mode }) => type === "ASSAULT" && !AIMS.has(mode) && !APART.has(mode));
  if (!told?.mode) return;
  for (const event of cluster) if (event.type === "ASSAULT" && event.mode === undefined) event.mode = told.mode;
}
