import type { IncidentActor } from "../model/index.ts";
import type { IncidentEntry } from "./codebook.ts";
import { partiesOf } from "./reading.ts";
import { isArmed, isState } from "./sectors.ts";

/** A state's bodies are one side; a group is its own. */
export const sideKey = (actor: IncidentActor): string =>
  isState(actor) && actor.country ? actor.country : (actor.reference ?? actor.name);

/** Who stands first on either side. */
export interface Leads {
  actor: IncidentActor | undefined;
  recipient: IncidentActor | undefined;
}

/**
 * Whom a data set names that has one column a side: of those who acted the first, of those acted upon the first who bears arms,
 * for a base and its guards are struck before the passer-by. Nobody fights himself: where an exchange of fire puts one side on
 * both, the other side is looked for among those named with it.
 */
export function leadsOf(row: IncidentEntry): Leads {
  const [actors, recipients] = [partiesOf(row, "actor"), partiesOf(row, "recipient")];
  const violent = row.incident.type === "ASSAULT";
  const struck = violent ? [...recipients.filter(isArmed), ...recipients.filter((one) => !isArmed(one))] : recipients;
  const [actor, recipient] = [actors[0], struck[0]];
  if (!violent || !actor || !recipient || sideKey(actor) !== sideKey(recipient)) return { actor, recipient };
  const otherwise = struck.find((one) => sideKey(one) !== sideKey(actor));
  if (otherwise) return { actor, recipient: otherwise };
  return { actor: actors.find((one) => sideKey(one) !== sideKey(recipient)) ?? actor, recipient };
}
