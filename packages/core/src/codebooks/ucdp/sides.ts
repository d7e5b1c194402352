import type { IncidentActor } from "../../model/index.ts";
import type { Exclusion, IncidentEntry } from "../codebook.ts";
import { partiesOf } from "../reading.ts";
import { isArmed, isCivilian, isParty, isState } from "../sectors.ts";
import type { World } from "../world.ts";

export interface Sides {
  /** 1 state-based, 2 non-state, 3 one-sided. */
  violence: 1 | 2 | 3;
  a: IncidentActor;
  /** Civilians, where one-sided. */
  b?: IncidentActor;
}

/** Who fought whom, in UCDP's three kinds of organised violence; else the rule that leaves the incident out. */
export function sidesOf(row: IncidentEntry): Sides | Exclusion {
  const a = partiesOf(row, "actor").find(isParty);
  if (!a) return { rule: "ucdp.side-a", words: "no organised actor is named, and UCDP codes no violence by unknown hands" };
  if (!a.reference && !isState(a))
    return { rule: "ucdp.unnamed", words: `“${a.name}” is no named group, and UCDP asks for the name of an organisation` };
  const b = partiesOf(row, "recipient").find((actor) => isArmed(actor) && sideKey(actor) !== sideKey(a));
  if (b) return { violence: isState(a) || isState(b) ? 1 : 2, a, b };
  if (partiesOf(row, "recipient").some(isCivilian)) return { violence: 3, a };
  return { rule: "ucdp.side-b", words: "it is not told whether armed men or civilians were attacked" };
}

/** A state's bodies are one side; a group is its own. */
const sideKey = (actor: IncidentActor): string =>
  isState(actor) ? (actor.country ?? actor.name) : (actor.reference ?? actor.name);

/** "Government of Iraq" for a state and its bodies, a group by its name. */
export function sideName(actor: IncidentActor, { countries }: World): string {
  const country = countries.get(actor.country ?? "");
  return isState(actor) && country ? `Government of ${country.name}` : actor.name;
}

/** The Gleditsch-Ward number of a state's side; null for a group. */
export const sideNumber = (actor: IncidentActor | undefined, { countries }: World): number | null =>
  actor && isState(actor) ? (countries.get(actor.country ?? "")?.gw ?? null) : null;
