import { type Cell, cellOf, type IncidentEntry } from "../codebook.ts";
import { claimsOf, evidenceOf } from "../reading.ts";

/**
 * The most conservative figure that any source gives, 0 where none gives one. Vague counts come as the record holds them
 * ("dozens" 12, "several" 3: `casualties/vague`). Running totals are no toll of an incident and are not among these.
 */
export function fatalities(row: IncidentEntry): Cell {
  const killed = row.incident.tolls.filter(({ outcome }) => outcome === "killed");
  if (killed.length === 0) return cellOf(0, []);
  const lowest = Math.min(...killed.map(({ low }) => low));
  return cellOf(lowest, evidenceOf(claimsOf(row, "killed", ({ low }) => low === lowest)));
}
