import type { IncidentActor } from "../../model/index.ts";
import { ownName } from "../reading.ts";
import { isArmed, isInternational, isMilitia, isRebel, isState } from "../sectors.ts";
import type { World } from "../world.ts";
import { isProtester, isRioter } from "./types.ts";

/** Where an actor stands in an incident: in which country, on which side, and what was done there. */
export interface Standing {
  country: string | undefined;
  role: "actor" | "recipient";
  deed: "protest" | "riot" | "violence" | "other";
  /** Struck from aircraft, which armies have: who flew them is never an "armed group". */
  from?: "air";
}

/**
 * ACLED's interaction code of one side: 1 state forces, 2 rebel group, 3 political militia, 4 identity militia, 5 rioters,
 * 6 protesters, 7 civilians, 8 external or other forces; 0 where nobody stands on that side. A state's forces abroad are
 * external. An official who is attacked is a civilian. Armed men whose group nobody names are 3, as ACLED has them. Identity
 * militias (4) are never given: our record does not say on which ground a militia stands.
 */
export function interOf(actor: IncidentActor | undefined, { country, role, deed, from }: Standing): number {
  if (!actor)
    return role === "actor" && deed === "violence" ? (from === "air" ? 8 : 3) : role === "actor" && deed === "protest" ? 6 : 0;
  if (isRioter(actor) || (role === "actor" && deed === "riot")) return 5;
  if (isProtester(actor) || (role === "actor" && deed === "protest")) return 6;
  if (isInternational(actor)) return 8;
  if (role === "recipient" ? isArmed(actor) && isState(actor) : isState(actor))
    return country !== undefined && actor.country !== undefined && actor.country !== country ? 8 : 1;
  if (isRebel(actor)) return actor.reference || ownName(actor) !== actor.name ? 2 : 3;
  // Who attacks and is neither state, rebel nor crowd is an armed group that nobody names.
  if (isMilitia(actor) || (role === "actor" && deed === "violence" && actor.sector === undefined)) return 3;
  return 7;
}

/** Both codes, the lower first; one side alone is followed by 0: "12", "10", "17". */
export const interaction = (one: number, two: number): number =>
  one === 0 || two === 0 ? Math.max(one, two) * 10 : Math.min(one, two) * 10 + Math.max(one, two);

const FORCES: Record<string, string> = { MIL: "Military Forces of", COP: "Police Forces of", GOV: "Government of" };
/** Names of countries that take the article in a sentence, as ACLED writes them: "Military Forces of the United States". */
const ARTICLE =
  /^(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Solomon|Marshall|Central African|Dominican|Czech Republic|Republic|Democratic)/;
const inText = (name: string) => (ARTICLE.test(name) ? `the ${name}` : name);

/**
 * An actor's name as ACLED writes it: named groups by name, a state's bodies by their kind and country, people who are no
 * group by kind with the country in brackets: "Protesters (Iraq)". A government that uses force does so by its military.
 * Whoever attacked unseen is an "Unidentified Armed Group"; null where nobody stands on that side.
 */
export function acledName(actor: IncidentActor | undefined, standing: Standing, { countries }: World): string | null {
  const { country, deed, role } = standing;
  const inter = interOf(actor, standing);
  if (inter === 0) return null;
  const home = countries.get(actor?.country ?? country ?? "")?.name;
  const where = countries.get(country ?? actor?.country ?? "")?.name;
  const crowd = (name: string) => (where ? `${name} (${where})` : name);
  if (inter === 5) return crowd("Rioters");
  if (inter === 6) return crowd("Protesters");
  if (!actor) return crowd(inter === 8 ? "Unidentified Military Forces" : "Unidentified Armed Group");
  if (inter === 7 && !(actor.reference && actor.sector === "NGO"))
    return actor.country && country && actor.country !== country ? "Civilians (International)" : crowd("Civilians");
  const forceful = deed === "violence" && (role === "actor" || isArmed(actor));
  const forces = FORCES[actor.sector === "GOV" && forceful ? "MIL" : (actor.sector ?? "")];
  if (forces && actor.country && home) return `${forces} ${inText(home)}`;
  if (inter === 2 || inter === 3)
    return actor.reference || actor.sector === undefined || ownName(actor) !== actor.name
      ? ownName(actor)
      : crowd("Unidentified Armed Group");
  return actor.name;
}
