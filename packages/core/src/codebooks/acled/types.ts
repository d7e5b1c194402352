import type { IncidentActor } from "../../model/index.ts";
import type { Exclusion, IncidentEntry } from "../codebook.ts";
import { partiesOf } from "../reading.ts";
import { isArmed, isParty, isState } from "../sectors.ts";

export interface AcledType {
  disorder: string;
  type: string;
  sub: string;
}

const VIOLENCE = "Political violence";
const DEMONSTRATION = "Demonstrations";
const STRATEGIC = "Strategic developments";

/** Assaults from afar, by PLOVER mode: they are told by the weapon, whoever is hit. */
const REMOTE: Record<string, string> = {
  aerial: "Air/drone strike",
  drone: "Air/drone strike",
  "suicide-attack": "Suicide bomb",
  "heavy-weapons": "Shelling/artillery/missile attack",
  explosives: "Remote explosive/landmine/IED",
  unconventional: "Chemical weapon",
};

const battle = (sub: string): AcledType => ({ disorder: VIOLENCE, type: "Battles", sub });
const remote = (sub: string): AcledType => ({ disorder: VIOLENCE, type: "Explosions/Remote violence", sub });
const against = (sub: string): AcledType => ({ disorder: VIOLENCE, type: "Violence against civilians", sub });
const riot = (sub: string): AcledType => ({
  disorder: sub === "Mob violence" ? VIOLENCE : DEMONSTRATION,
  type: "Riots",
  sub,
});
const protest = (sub: string): AcledType => ({
  disorder: sub.startsWith("Excessive") ? `${VIOLENCE}; ${DEMONSTRATION}` : DEMONSTRATION,
  type: "Protests",
  sub,
});
const strategic = (sub: string): AcledType => ({ disorder: STRATEGIC, type: "Strategic developments", sub });

const PROTESTER = /\b(protest|demonstrat|march|strik)ers?\b|\bdemonstrators?\b/i;
const RIOTER = /\b(rioters?|mobs?|looters?|vigilantes?)\b/i;
const GRENADE = /\bgrenades?\b/i;

export const isProtester = ({ name, reference }: IncidentActor): boolean => !reference && PROTESTER.test(name);
export const isRioter = ({ name, reference }: IncidentActor): boolean => !reference && RIOTER.test(name);

/**
 * ACLED's event and sub-event type of an incident, by its PLOVER type and mode and by who stands on either side; else the
 * rule that leaves it out. Source of the types: ACLED's codebook as `docs/codebooks/acled.md` cites it.
 */
export function acledType(row: IncidentEntry): AcledType | Exclusion {
  const { type, mode } = row.incident;
  const [actors, recipients] = [partiesOf(row, "actor"), partiesOf(row, "recipient")];
  switch (type) {
    case "ASSAULT":
      return assault(row);
    case "PROTEST":
      if (mode === "riot" || mode === "vandalize") return riot("Violent demonstration");
      if (mode === "strike" || mode === "boycott" || mode === "hunger")
        return leave(
          "acled.no-gathering",
          "a strike, boycott or fast is no demonstration of three or more people in a public place",
        );
      return protest("Peaceful protest");
    case "COERCE":
      if (mode === "arrest") return strategic("Arrests");
      if (mode === "seize") return strategic("Looting/property destruction");
      if (recipients.some(isProtester) && actors.some(isState)) return protest("Protest with intervention");
      return leave("acled.no-act", "coercion without an arrest or a seizure is no physical act that ACLED codes");
    case "AGREE":
      return [...actors, ...recipients].some(isArmed)
        ? strategic("Agreement")
        : leave("acled.agreement", "only agreements between parties to a conflict are coded");
    case "RETREAT":
      if (mode === "ceasefire") return strategic("Agreement");
      if (mode === "withdraw" && actors.some(isArmed)) return strategic("Non-violent transfer of territory");
      if (mode === "disarm") return strategic("Disrupted weapons use");
      return leave("acled.no-act", "a retreat that leaves no ground and no arms behind is not coded");
    case "MOBILIZE":
      return leave(
        "acled.mobilize",
        "a deployment is coded only where a base is set up or ground is taken, which we do not read",
      );
    default:
      return leave(
        "acled.no-act",
        `ACLED codes no words and no diplomacy: ${type} is neither violence, demonstration nor strategic act`,
      );
  }
}

function assault(row: IncidentEntry): AcledType | Exclusion {
  const { incident, claims } = row;
  const { mode = "" } = incident;
  const [actors, recipients] = [partiesOf(row, "actor"), partiesOf(row, "recipient")];
  const weapon = claims.filter(({ attribute }) => attribute === "instrument").map(({ label }) => label);
  if (recipients.some(isProtester) && actors.some(isState)) return protest("Excessive force against protesters");
  if (mode === "crowd-control") return protest("Protest with intervention");
  if (REMOTE[mode])
    return remote(mode === "explosives" && weapon.some((label) => GRENADE.test(label)) ? "Grenade" : REMOTE[mode]);
  if (mode === "sexual") return against("Sexual violence");
  if (mode === "abduct") return against("Abduction/forced disappearance");
  if (actors.some(isRioter)) return riot("Mob violence");
  if (actors.some(isProtester)) return riot("Violent demonstration");
  if (mode === "destroy" && !recipients.some(isArmed))
    return actors.length === 0 || actors.some(isParty)
      ? strategic("Looting/property destruction")
      : leave("acled.property", "things destroyed by people who are neither armed nor rioting are part of no event of ACLED’s");
  if (recipients.some(isArmed)) return actors.length === 0 || actors.some(isParty) ? battle("Armed clash") : riot("Mob violence");
  if (recipients.length > 0 || incident.tolls.length > 0) return against("Attack");
  return leave(
    "acled.target",
    "neither who was attacked nor with what is told, so it is neither a battle nor violence against civilians",
  );
}

const leave = (rule: string, words: string): Exclusion => ({ rule, words });
