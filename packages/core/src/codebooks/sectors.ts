import type { IncidentActor } from "../model/index.ts";

/** PLOVER sectors by what they may do in a conflict. */
const STATE = new Set(["GOV", "MIL", "COP", "JUD", "LEG", "SPY"]);
const ARMED_STATE = new Set(["MIL", "COP", "SPY"]);
const INTERNATIONAL = new Set(["IGO"]);
const REBEL = new Set(["REB"]);
/** Armed without fighting the state for power: gangs, parties' men, gunmen nobody names. */
const MILITIA = new Set(["CRM", "UNC", "PTY", "OPP"]);

/** A state's body, armed or not. */
export const isState = ({ sector }: IncidentActor): boolean => STATE.has(sector ?? "");
/** A state itself ("Iran"), which fights through its forces: the lexicon's keys say so. */
const isCountry = ({ reference }: IncidentActor): boolean => reference?.startsWith("state:") ?? false;
export const isInternational = ({ sector }: IncidentActor): boolean => INTERNATIONAL.has(sector ?? "");
export const isRebel = ({ sector }: IncidentActor): boolean => REBEL.has(sector ?? "");
export const isMilitia = ({ sector }: IncidentActor): boolean => MILITIA.has(sector ?? "");
/** Who bears arms, of any kind. Ministers, judges and deputies do not: attacked, they are civilians to these codebooks. */
export const isArmed = (actor: IncidentActor): boolean =>
  ARMED_STATE.has(actor.sector ?? "") || isCountry(actor) || isRebel(actor) || isMilitia(actor);
/** Who orders violence: the armed, and governments, whose forces act in their name. */
export const isParty = (actor: IncidentActor): boolean => isArmed(actor) || isState(actor) || isInternational(actor);
export const isCivilian = (actor: IncidentActor): boolean =>
  actor.sector !== undefined && !isArmed(actor) && !isInternational(actor);
