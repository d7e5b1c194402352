import type { IncidentActor } from "../../model/index.ts";
import { type Cell, type Codebook, type Column, cellOf, empty, type IncidentEntry } from "../codebook.ts";
import {
  claimsOf,
  claimsOfActor,
  claimsOfDate,
  claimsOfPlace,
  dateOf,
  days,
  evidenceOf,
  nameOf,
  numberOf,
  outletsOf,
  partiesOf,
  placeOf,
  quotationOf,
} from "../reading.ts";
import { isArmed, isCivilian } from "../sectors.ts";
import { leadsOf } from "../sides.ts";
import type { World } from "../world.ts";
import { acledName, interaction, interOf, type Standing } from "./actors.ts";
import { crowdOf } from "./crowd.ts";
import { fatalities } from "./fatalities.ts";
import { acledType } from "./types.ts";

type Row = IncidentEntry;
type Role = "actor" | "recipient";

const country = ({ incident }: Row, { countries }: World) => countries.get(placeOf(incident)?.country ?? "");
const first = (row: Row, role: Role) => leadsOf(row)[role];
const standing = (row: Row, role: Role, world: World): Standing => {
  const { type, mode } = row.incident;
  const rioting = mode === "riot" || mode === "vandalize";
  const deed = type === "PROTEST" ? (rioting ? "riot" : "protest") : type === "ASSAULT" ? "violence" : "other";
  return { country: country(row, world)?.alpha3, role, deed, ...(mode === "aerial" && { from: "air" as const }) };
};
const typed = (row: Row) => {
  const found = acledType(row);
  return "rule" in found ? undefined : found;
};
const typeEvidence = (row: Row) => evidenceOf(claimsOf(row, "type"));
const atPlace = (row: Row, value: string | number | null | undefined): Cell =>
  cellOf(value ?? null, evidenceOf(claimsOfPlace(row)));

/** Whose side stands first: who acted, but the protesters in every event of theirs, as ACLED has it. */
const roleOf = (row: Row, side: 1 | 2): Role => {
  const turned = typed(row)?.type === "Protests" && row.incident.type !== "PROTEST";
  return (side === 1) === turned ? "recipient" : "actor";
};
const FROM = { 1: "incident.actors", 2: "incident.recipients" } as const;

const name = (side: 1 | 2): Column<Row> => ({
  name: `actor${side}`,
  from: FROM[side],
  rule:
    "a group by its name, a state's forces as “Military Forces of …”, people who are no group as “Civilians (country)”, " +
    "foreigners among them as “Civilians (International)”; " +
    (side === 1
      ? "an attacker whom nobody names as “Unidentified Armed Group (country)”, from aircraft “Unidentified Military Forces”; protesters always stand here"
      : "of several the first who bears arms"),
  cell: (row, world) => {
    const role = roleOf(row, side);
    const actor = first(row, role);
    const written = acledName(actor, standing(row, role, world), world);
    return cellOf(written, actor ? evidenceOf(claimsOfActor(row, role, actor)) : []);
  },
});
const associated = (side: 1 | 2): Column<Row> => ({
  name: `assoc_actor_${side}`,
  from: FROM[side],
  rule: "the others on that side as ACLED names them, each once, and unarmed people as reported where their own name is general",
  cell: (row, world) => {
    const role = roleOf(row, side);
    const here = standing(row, role, world);
    const lead = first(row, role);
    const own = acledName(lead, here, world);
    const others = new Map<string, IncidentActor>();
    for (const actor of partiesOf(row, role)) {
      const general = acledName(actor, here, world) ?? actor.name;
      // "Two farmers" tell more than "Civilians"; "four fighters" tell no more than "Unidentified Armed Group".
      const people = /^(?:Civilians|Protesters|Rioters) /.test(general) && isPeople(actor);
      const written = people ? nameOf(row, role, actor) : general;
      if (written !== own && !others.has(written) && !(people && isGeneral(row, written))) others.set(written, actor);
    }
    // "Contractor" of the headline and "a civilian contractor" of the text are one.
    const names = [...others.keys()].filter(
      (one, _, all) => !all.some((more) => more.toLowerCase().endsWith(` ${one.toLowerCase()}`)),
    );
    return cellOf(
      names.join("; ") || null,
      evidenceOf(
        [...others]
          .filter(([one]) => names.includes(one))
          .map(([, actor]) => actor)
          .flatMap((actor) => claimsOfActor(row, role, actor)),
      ),
    );
  },
});
const isPeople = (actor: IncidentActor): boolean => !isArmed(actor);
const VAGUE = new Set(
  (
    "a an the at least most about around some several few many other others more than over up to of people person persons ones " +
    "one two three four five six seven eight nine ten dozens scores hundreds thousands"
  ).split(" "),
);
/** "Several others" say no more than "Civilians", and a town that was hit is where it happened. */
const isGeneral = ({ sources }: Row, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => VAGUE.has(word) || /^\d/.test(word)) ||
  [...sources.values()].some(({ analysis }) => analysis.places.some(({ name }) => name === words));
const codeOf = (row: Row, side: 1 | 2, world: World) => {
  const role = roleOf(row, side);
  return interOf(first(row, role), standing(row, role, world));
};
const inter = (side: 1 | 2): Column<Row> => ({
  name: `inter${side}`,
  from: `${FROM[side]}, their sector and country`,
  rule: "1 state forces, 2 rebels, 3 political militia or armed men of no named group, 5 rioters, 6 protesters, 7 civilians, 8 external; 0 nobody; 4 is never given",
  cell: (row, world) => {
    const role = roleOf(row, side);
    const actor = first(row, role);
    return cellOf(codeOf(row, side, world), actor ? evidenceOf(claimsOfActor(row, role, actor)) : []);
  },
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
    name(1),
    associated(1),
    inter(1),
    name(2),
    associated(2),
    inter(2),
    {
      name: "interaction",
      from: "inter1, inter2",
      rule: "both codes, the lower first; one side alone is followed by 0",
      cell: (row, world) => interaction(codeOf(row, 1, world), codeOf(row, 2, world)),
    },
    {
      name: "civilian_targeting",
      from: "incident.recipients",
      rule: "“Civilian targeting” where those acted upon are civilians or protesters alone and the event is violent",
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
      rule: "1 a site or settlement, 2 near one or a district, 3 a province or more",
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
      from: "the earliest report's sentence",
      rule: "the sentence that tells it, quoted as printed, not retold",
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
      from: "incident.status, .origins, .actors",
      rule: "“crowd size=…” of a demonstration as printed, “no report” where none is told; “status=…; origins=…”: how well it stands",
      cell: (row) => {
        const { status, origins } = row.incident;
        const stands = `status=${status}; origins=${origins}`;
        if (!typed(row)?.disorder.endsWith("Demonstrations")) return stands;
        const { words, evidence } = crowdOf(row);
        return cellOf(`crowd size=${words}; ${stands}`, evidence);
      },
    },
    {
      name: "timestamp",
      from: "when the file was written",
      rule: "Unix seconds",
      cell: (_row, world) => Math.floor(Date.parse(world.written) / 1000),
    },
  ],
};
