import type { IncidentActor } from "../../model/index.ts";
import type { Exclusion, IncidentEntry } from "../codebook.ts";
import { ownName, partiesOf } from "../reading.ts";
import { isArmed, isCivilian, isParty, isState } from "../sectors.ts";
import { sideKey } from "../sides.ts";
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
  const able = partiesOf(row, "actor").filter(isParty);
  const struck = partiesOf(row, "recipient").filter(isArmed);
  // Nobody fights himself: where an exchange of fire puts one side on both, the pair that differs is looked for.
  const pairs = able.flatMap((one) => struck.filter((other) => sideKey(other) !== sideKey(one)).map((other) => ({ one, other })));
  const a = pairs[0]?.one ?? able[0];
  if (!a) return { rule: "ucdp.side-a", words: "no organised actor is named, and UCDP codes no violence by unknown hands" };
  if (!isNamed(a))
    return { rule: "ucdp.unnamed", words: `“${a.name}” is no named group, and UCDP asks for the name of an organisation` };
  const against = pairs.filter(({ one }) => one === a).map(({ other }) => other);
  const [b] = [...against].sort((x, y) => rank(x) - rank(y) || (isNamed(x) ? 0 : x.name.length - y.name.length));
  if (b) return { violence: isState(a) || isState(b) ? 1 : 2, a, b };
  if (partiesOf(row, "recipient").some(isCivilian)) return { violence: 3, a };
  return { rule: "ucdp.side-b", words: "it is not told whether armed men or civilians were attacked" };
}

/** A state, or a group that the lexicon knows or whose name is a proper one. */
const isNamed = (actor: IncidentActor): boolean =>
  actor.reference !== undefined || isState(actor) || ownName(actor) !== actor.name;
const COUNTED =
  /^(?:(?:a|an|at|least|some|several|many|few|dozens|scores|hundreds|one|two|three|four|five|six|seven|eight|nine|ten|the|other|others)\b|\d)/i;
/** What a side is called by: a name, else a description with a name in it ("militias backed by Iran"), else any; never a count. */
const rank = (actor: IncidentActor): number =>
  isNamed(actor) ? 0 : COUNTED.test(actor.name) ? 3 : /\p{Lu}/u.test(actor.name) ? 1 : 2;

/** "Government of Iraq" for a state and its bodies, a group by its name; null for men who are counted but not called anything. */
export function sideName(actor: IncidentActor, { countries }: World): string | null {
  const country = countries.get(actor.country ?? "");
  if (isState(actor) && country) return `Government of ${country.name}`;
  return rank(actor) === 3 ? null : ownName(actor);
}

/** Whether both sides are known by name, as UCDP's dyads are. */
export const isDyad = ({ a, b }: Sides): boolean => isNamed(a) && (b === undefined || isNamed(b));

/** The Gleditsch-Ward number of a state's side; null for a group. */
export const sideNumber = (actor: IncidentActor | undefined, { countries }: World): number | null =>
  actor && isState(actor) ? (countries.get(actor.country ?? "")?.gw ?? null) : null;
