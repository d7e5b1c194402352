import { type Cell, type Codebook, type Column, cellOf, empty, type IncidentEntry } from "../codebook.ts";
import {
  claimsOf,
  claimsOfActor,
  claimsOfDate,
  claimsOfPlace,
  dateOf,
  days,
  evidenceOf,
  numberOf,
  outletsOf,
  partiesOf,
  placeOf,
  quotationOf,
} from "../reading.ts";
import { isCivilian } from "../sectors.ts";
import type { World } from "../world.ts";
import { acledName, interaction, interOf, type Standing } from "./actors.ts";
import { fatalities } from "./fatalities.ts";
import { acledType } from "./types.ts";

type Row = IncidentEntry;
type Role = "actor" | "recipient";

const country = ({ incident }: Row, { countries }: World) => countries.get(placeOf(incident)?.country ?? "");
const first = (row: Row, role: Role) => partiesOf(row, role)[0];
const standing = (row: Row, role: Role, world: World): Standing => {
  const { type, mode } = row.incident;
  const rioting = mode === "riot" || mode === "vandalize";
  const deed = type === "PROTEST" ? (rioting ? "riot" : "protest") : type === "ASSAULT" ? "violence" : "other";
  return { country: country(row, world)?.alpha3, role, deed };
};
const typed = (row: Row) => {
  const found = acledType(row);
  return "rule" in found ? undefined : found;
};
const typeEvidence = (row: Row) => evidenceOf(claimsOf(row, "type"));
const atPlace = (row: Row, value: string | number | null | undefined): Cell =>
  cellOf(value ?? null, evidenceOf(claimsOfPlace(row)));

const name = (column: string, role: Role): Column<Row> => ({
  name: column,
  from: `incident.${role}s[0]`,
  rule: "a group by its name, a state's forces as “Military Forces of …”, people who are no group as “Civilians (country)”",
  cell: (row, world) => {
    const actor = first(row, role);
    return actor
      ? cellOf(acledName(actor, standing(row, role, world), world), evidenceOf(claimsOfActor(row, role, actor)))
      : null;
  },
});
const associated = (column: string, role: Role): Column<Row> => ({
  name: column,
  from: `incident.${role}s[1…]`,
  rule: "the others on that side, and the name as reported where the actor's own column has a general one",
  cell: (row, world) => {
    const all = partiesOf(row, role);
    const here = standing(row, role, world);
    const names = all
      .map((actor, i) => (i === 0 && acledName(actor, here, world) === actor.name ? "" : actor.name))
      .filter((text) => text !== "");
    return cellOf(names.join("; ") || null, evidenceOf(all.flatMap((actor) => claimsOfActor(row, role, actor))));
  },
});
const inter = (column: string, role: Role): Column<Row> => ({
  name: column,
  from: `incident.${role}s[0].sector, .country`,
  rule: "1 state forces, 2 rebels, 3 political militia, 5 rioters, 6 protesters, 7 civilians, 8 external; 0 nobody named; 4 is never given",
  cell: (row, world) => interOf(first(row, role), standing(row, role, world)),
});

/** Precisions that name a point or a town; a district is a small area; the rest is a region. */
const GEO: Record<string, number> = { site: 1, settlement: 1, district: 2, province: 3, country: 3, region: 3 };

export const ACLED: Codebook<Row> = {
  id: "acled",
  title: "ACLED, 31 columns",
  unit: "incident",
  source: "ACLED Codebook (acleddata.com), as programs that load its files print the columns",
  limits: [
    "Only what is reported to have happened: threats, plans and denied events are left out, with the rule.",
    "Words and diplomacy are no ACLED events: accusations, talks, sanctions and aid are listed as not codeable.",
    "A militia that stands for a people or a faith (interaction code 4) cannot be told from a political one (3).",
    "ACLED researchers merge a day’s fighting in one place into one event; incidents here are merged as the linker’s reasons say.",
  ],
  excludes(row) {
    const { incident } = row;
    const found = acledType(row);
    if ("rule" in found) return found;
    if (incident.status === "denied") return { rule: "acled.denied", words: "every source that speaks of it denies it" };
    const date = dateOf(incident);
    if (!date) return { rule: "acled.date", words: "no day, week or month is known" };
    if (days(date) > 31)
      return { rule: "acled.date", words: `known only to ${days(date)} days: ACLED's least precise date is a month` };
    const place = placeOf(incident);
    if (place?.latitude === undefined) return { rule: "acled.place", words: "no place with coordinates is known" };
    return undefined;
  },
  columns: [
    {
      name: "event_id_cnty",
      from: "incident.id",
      rule: "country code and a number made from the incident's id",
      cell: (row, world) => `${country(row, world)?.alpha3 ?? "XXX"}${numberOf(row.incident.id)}`,
    },
    {
      name: "event_date",
      from: "incident.dates[0].earliest",
      rule: "the first day of the interval, ISO 8601",
      cell: (row) => cellOf(dateOf(row.incident)?.earliest ?? null, evidenceOf(claimsOfDate(row))),
    },
    {
      name: "year",
      from: "incident.dates[0].earliest",
      rule: "its year",
      cell: (row) => cellOf(Number(dateOf(row.incident)?.earliest.slice(0, 4)), evidenceOf(claimsOfDate(row))),
    },
    {
      name: "time_precision",
      from: "incident.dates[0]",
      rule: "1 a day, 2 up to a week, 3 up to a month",
      cell: (row) => {
        const date = dateOf(row.incident);
        const count = date ? days(date) : 0;
        return cellOf(count <= 1 ? 1 : count <= 7 ? 2 : 3, evidenceOf(claimsOfDate(row)));
      },
    },
    {
      name: "disorder_type",
      from: "incident.type",
      rule: "follows from the event type",
      cell: (row) => cellOf(typed(row)?.disorder ?? null, typeEvidence(row)),
    },
    {
      name: "event_type",
      from: "incident.type, .mode, .actors, .recipients",
      rule: "by PLOVER type and mode and who stands on either side",
      cell: (row) => cellOf(typed(row)?.type ?? null, typeEvidence(row)),
    },
    {
      name: "sub_event_type",
      from: "incident.type, .mode, .actors, .recipients",
      rule: "as event_type",
      cell: (row) => cellOf(typed(row)?.sub ?? null, typeEvidence(row)),
    },
    name("actor1", "actor"),
    associated("assoc_actor_1", "actor"),
    inter("inter1", "actor"),
    name("actor2", "recipient"),
    associated("assoc_actor_2", "recipient"),
    inter("inter2", "recipient"),
    {
      name: "interaction",
      from: "inter1, inter2",
      rule: "both codes, the lower first; one side alone is followed by 0",
      cell: (row, world) =>
        interaction(
          interOf(first(row, "actor"), standing(row, "actor", world)),
          interOf(first(row, "recipient"), standing(row, "recipient", world)),
        ),
    },
    {
      name: "civilian_targeting",
      from: "incident.recipients",
      rule: "“Civilian targeting” where the first recipient is a civilian or a protester and the event is violent",
      cell: (row) => {
        const target = first(row, "recipient");
        const violent = typed(row)?.disorder.startsWith("Political violence");
        return violent && target && isCivilian(target)
          ? cellOf("Civilian targeting", evidenceOf(claimsOfActor(row, "recipient", target)))
          : null;
      },
    },
    {
      name: "iso",
      from: "incident.places[0].country",
      rule: "ISO 3166-1 numeric",
      cell: (row, world) => atPlace(row, country(row, world)?.numeric),
    },
    {
      name: "region",
      from: "incident.places[0].country",
      rule: "ACLED's region of the country",
      cell: (row, world) => atPlace(row, country(row, world)?.acledRegion),
    },
    {
      name: "country",
      from: "incident.places[0].country",
      rule: "its English name",
      cell: (row, world) => atPlace(row, country(row, world)?.name),
    },
    {
      name: "admin1",
      from: "incident.places[0].admin1",
      rule: "the gazetteer's first-level region",
      cell: (row) => atPlace(row, placeOf(row.incident)?.admin1),
    },
    empty("admin2", "the gazetteer holds first-level regions only"),
    empty("admin3", "the gazetteer holds first-level regions only"),
    {
      name: "location",
      from: "incident.places[0].name",
      rule: "the most precise place told",
      cell: (row) => atPlace(row, placeOf(row.incident)?.name),
    },
    {
      name: "latitude",
      from: "incident.places[0].latitude",
      rule: "degrees, WGS 84",
      cell: (row) => atPlace(row, placeOf(row.incident)?.latitude),
    },
    {
      name: "longitude",
      from: "incident.places[0].longitude",
      rule: "degrees, WGS 84",
      cell: (row) => atPlace(row, placeOf(row.incident)?.longitude),
    },
    {
      name: "geo_precision",
      from: "incident.places[0].precision",
      rule: "1 a site or settlement, 2 a district, 3 a province or more",
      cell: (row) => atPlace(row, GEO[placeOf(row.incident)?.precision ?? "region"] ?? 3),
    },
    {
      name: "source",
      from: "report.outlet of the members",
      rule: "outlets, each once, joined by “; ”",
      cell: (row) => outletsOf(row).join("; "),
    },
    empty("source_scale", "how far an outlet reaches is not in the record"),
    {
      name: "notes",
      from: "the earliest member's evidence",
      rule: "quoted as printed, not retold",
      cell: (row) => {
        const quotation = quotationOf(row);
        return quotation ? cellOf(quotation.text, [quotation.evidence]) : null;
      },
    },
    {
      name: "fatalities",
      from: "incident.tolls",
      rule: "the most conservative figure that any source gives; 0 where none does",
      cell: fatalities,
    },
    {
      name: "tags",
      from: "incident.status, .origins",
      rule: "“status=…; origins=…”: how well it stands",
      cell: ({ incident }) => `status=${incident.status}; origins=${incident.origins}`,
    },
    {
      name: "timestamp",
      from: "when the file was written",
      rule: "Unix seconds",
      cell: (_row, world) => Math.floor(Date.parse(world.written) / 1000),
    },
  ],
};
