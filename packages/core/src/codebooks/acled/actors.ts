import type { IncidentActor } from "../../model/index.ts";
import { isArmed, isInternational, isMilitia, isRebel, isState } from "../sectors.ts";
import type { World } from "../world.ts";
import { isProtester, isRioter } from "./types.ts";

/** Where an actor stands in an incident: in which country, on which side, and what was done there. */
export interface Standing {
  country: string | undefined;
  role: "actor" | "recipient";
  deed: "protest" | "riot" | "violence" | "other";
}

/**
 * ACLED's interaction code of one side: 1 state forces, 2 rebel group, 3 political militia, 4 identity militia, 5 rioters,
 * 6 protesters, 7 civilians, 8 external or other forces; 0 where nobody is named. A state's forces abroad are external.
 * An official who is attacked is a civilian. Identity militias (4) are never given: our record does not say on which ground
 * a militia stands.
 */
export function interOf(actor: IncidentActor | undefined, { country, role, deed }: Standing): number {
  if (!actor) return 0;
  if (isRioter(actor) || (role === "actor" && deed === "riot")) return 5;
  if (isProtester(actor) || (role === "actor" && deed === "protest")) return 6;
  if (isInternational(actor)) return 8;
  if (role === "recipient" ? isArmed(actor) && isState(actor) : isState(actor))
    return country !== undefined && actor.country !== undefined && actor.country !== country ? 8 : 1;
  if (isRebel(actor)) return 2;
  // Who attacks and is neither state, rebel nor crowd is an armed group that nobody names.
  if (isMilitia(actor) || (role === "actor" && deed === "violence" && actor.sector === undefined)) return 3;
  return 7;
}

/** Both codes, the lower first; one side alone is followed by 0: "12", "10", "17". */
export const interaction = (one: number, two: number): number =>
  one === 0 || two === 0 ? Math.max(one, two) * 10 : Math.min(one, two) * 10 + Math.max(one, two);

const FORCES: Record<string, string> = { MIL: "Military Forces of", COP: "Police Forces of", GOV: "Government of" };

/**
 * An actor's name as ACLED writes it: named groups by name, a state's bodies by their kind and country, people who are no
 * group by kind with the country in brackets: "Protesters (Iraq)".
 */
export function acledName(actor: IncidentActor, standing: Standing, { countries }: World): string {
  const { country } = standing;
  const inter = interOf(actor, standing);
  const own = countries.get(actor.country ?? country ?? "")?.name;
  const where = countries.get(country ?? actor.country ?? "")?.name;
  const crowd = (name: string) => (where ? `${name} (${where})` : name);
  if (inter === 5) return crowd("Rioters");
  if (inter === 6) return crowd("Protesters");
  if (inter === 7 && !actor.reference) return crowd("Civilians");
  const forces = FORCES[actor.sector ?? ""];
  if (forces && actor.country && own) return `${forces} ${own}`;
  if (inter === 2 || inter === 3)
    return actor.reference || actor.sector === undefined ? actor.name : crowd("Unidentified Armed Group");
  return actor.name;
}
