import { toll } from "../../incidents/index.ts";
import { type Cell, cellOf, type IncidentEntry } from "../codebook.ts";
import { evidenceOf } from "../reading.ts";

/**
 * The most conservative figure that any report gives, 0 where none gives one. Vague counts come as the record holds them
 * ("dozens" 12, "several" 3: `casualties/vague`). Running totals are no toll of an incident and are not among these.
 */
export function fatalities({ claims }: IncidentEntry): Cell {
  const killed = toll(claims, "killed", "acled");
  return killed ? cellOf(killed.best, evidenceOf(killed.claims)) : cellOf(0, []);
}
