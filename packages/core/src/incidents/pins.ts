import type { Analysis, Member, Pin } from "../model/index.ts";
import type { Happening } from "./happenings.ts";

export interface Bindings {
  together: [number, number][];
  apart: [number, number][];
}

/**
 * Pins as pairs of happenings. A member without an event means the report's main happenings. Whom a pin names and nobody
 * knows is passed over: the report may come later. Where pins contradict one another, directly or by way of others, "must" holds.
 */
export function bindings(pins: readonly Pin[], happenings: readonly Happening[], analyses: readonly Analysis[]): Bindings {
  const holding = new Map<string, number[]>();
  happenings.forEach(({ report, events, main }, i) => {
    const id = (analyses[report] as Analysis).report.id;
    for (const event of events) holding.set(JSON.stringify([id, event]), [i]);
    if (main) holding.set(JSON.stringify([id]), [...(holding.get(JSON.stringify([id])) ?? []), i]);
  });
  const of = ({ report, event }: Member) => holding.get(JSON.stringify(event === undefined ? [report] : [report, event])) ?? [];
  const found: Bindings = { together: [], apart: [] };
  for (const { a, b, decision } of pins) {
    const [x, y] = [of(a), of(b)];
    if (decision === "cannot") {
      for (const i of x) for (const j of y) if (i !== j) found.apart.push([i, j]);
    } else if (x[0] !== undefined && y[0] !== undefined) found.together.push([x[0], y[0]]);
  }
  return found;
}
