import type { IncidentActor } from "../../model/index.ts";
import { type Column, cellOf, empty, type IncidentEntry } from "../codebook.ts";
import { claimsOfActor, evidenceOf, nameOf } from "../reading.ts";
import { leadsOf } from "../sides.ts";

type Row = IncidentEntry;

/** CAMEO role codes that PLOVER kept; its other sectors have none. */
const ROLES = new Set([
  "GOV",
  "MIL",
  "COP",
  "JUD",
  "LEG",
  "REB",
  "OPP",
  "CVL",
  "EDU",
  "BUS",
  "MED",
  "IGO",
  "NGO",
  "CRM",
  "LAB",
  "REF",
  "SPY",
]);

/** The ten columns of one side: CAMEO's code is the country's and the role's, three letters each. */
export function actorColumns(side: "Actor1" | "Actor2"): Column<Row>[] {
  const role = side === "Actor1" ? "actor" : "recipient";
  const from = `incident.${role}s`;
  const column = (name: string, rule: string, value: (actor: IncidentActor, row: Row) => string | undefined): Column<Row> => ({
    name: `${side}${name}`,
    from,
    rule,
    cell: (row) => {
      // A thing that was hit stands here where no person, group or body was.
      const actor = leadsOf(row)[role] ?? row.incident[`${role}s`][0];
      return actor ? cellOf(value(actor, row) || null, evidenceOf(claimsOfActor(row, role, actor))) : null;
    },
  });
  const typeOf = ({ sector }: IncidentActor) => (sector === "JRN" ? "MED" : sector && ROLES.has(sector) ? sector : undefined);
  const none = (name: string, why: string) => empty<Row>(`${side}${name}`, why);
  return [
    column("Code", "country and role code", (actor) => `${actor.country ?? ""}${typeOf(actor) ?? ""}`),
    column("Name", "in capitals", (actor, row) => nameOf(row, role, actor).toUpperCase()),
    column("CountryCode", "ISO 3166-1 alpha-3, which CAMEO's codes follow but for a few", ({ country }) => country),
    none("KnownGroupCode", "CAMEO's three-letter codes of groups are not kept; the name stands in its column"),
    none("EthnicCode", "peoples are not coded"),
    none("Religion1Code", "faiths are not coded"),
    none("Religion2Code", "faiths are not coded"),
    column("Type1Code", "CAMEO role of the PLOVER sector", typeOf),
    none("Type2Code", "one role each"),
    none("Type3Code", "one role each"),
  ];
}
