import type { IncidentActor } from "../../model/index.ts";
import { type Cell, type Codebook, type Column, cellOf, empty, type IncidentEntry, type Value } from "../codebook.ts";
import {
  claimsOf,
  claimsOfActor,
  claimsOfDate,
  claimsOfPlace,
  dateOf,
  evidenceOf,
  isNear,
  numberOf,
  outletsOf,
  placeOf,
  quotationOf,
} from "../reading.ts";
import type { World } from "../world.ts";
import { deathsOf } from "./deaths.ts";
import { datePrecision, priogrid, wherePrecision } from "./precision.ts";
import { isDyad, type Sides, sideName, sideNumber, sidesOf } from "./sides.ts";

type Row = IncidentEntry;

const sides = (row: Row): Sides | undefined => {
  const found = sidesOf(row);
  return "rule" in found ? undefined : found;
};
const deaths = (row: Row) => deathsOf(row, sides(row));
const named = (row: Row, role: "actor" | "recipient", actor: IncidentActor | undefined, value: Value): Cell =>
  cellOf(value, actor ? evidenceOf(claimsOfActor(row, role, actor)) : []);
const atPlace = (row: Row, value: Value | undefined): Cell => cellOf(value ?? null, evidenceOf(claimsOfPlace(row)));
const country = ({ incident }: Row, { countries }: World) => countries.get(placeOf(incident)?.country ?? "");
const sideB = (row: Row, world: World) => {
  const found = sides(row);
  return found ? (found.b ? sideName(found.b, world) : "Civilians") : null;
};
const dyad = (row: Row, world: World) => {
  const found = sides(row);
  const b = sideB(row, world);
  return found && b ? `${sideName(found.a, world)} - ${b}` : null;
};
const sideBCell = (row: Row, world: World) => {
  const b = sides(row)?.b;
  return cellOf(sideB(row, world), b ? evidenceOf(claimsOfActor(row, "recipient", b)) : evidenceOf(claimsOf(row, "recipient")));
};
const issued = (name: string) => empty<Row>(name, "a number that UCDP gives its own conflicts, dyads and actors");
const dead = (name: string, of: "low" | "best" | "high" | "a" | "b" | "civilians" | "unknown", rule: string): Column<Row> => ({
  name,
  from: "incident.tolls, casualties",
  rule,
  cell: (row) => {
    const found = deaths(row);
    return found ? cellOf(found[of], found.evidence[of === "low" || of === "high" ? "all" : "best"]) : 0;
  },
});
const reports = ({ incident, sources }: Row) =>
  [...new Set(incident.members.map(({ report }) => report))].flatMap((id) => sources.get(id)?.analysis.report ?? []);

export const UCDP: Codebook<Row> = {
  id: "ucdp",
  title: "UCDP Georeferenced Event Dataset, 49 columns",
  unit: "incident",
  source: "UCDP GED Codebook (ucdp.uu.se), as programs that load its files print the columns",
  limits: [
    "An incident without a death, without a named organised actor, or with a target that is neither armed nor civilian is left out, with the rule.",
    "UCDP’s threshold of 25 deaths a year and dyad is a judgement over a whole data set and is not applied.",
    "Numbers of conflicts, dyads and actors are UCDP’s own and stay empty.",
  ],
  excludes(row) {
    const { incident } = row;
    if (incident.type !== "ASSAULT") return { rule: "ucdp.force", words: "it is no use of armed force" };
    if (incident.status === "denied") return { rule: "ucdp.denied", words: "every source that speaks of it denies it" };
    const found = deathsOf(row, undefined);
    if (!found || found.best < 1) return { rule: "ucdp.death", words: "no source tells of a death: an event has at least one" };
    const who = sidesOf(row);
    if ("rule" in who) return who;
    const date = dateOf(incident);
    if (!date) return { rule: "ucdp.date", words: "no date is known" };
    if (date.earliest.slice(0, 4) !== date.latest.slice(0, 4))
      return { rule: "ucdp.date", words: "known to no year: an event belongs to one calendar year" };
    if (placeOf(incident)?.latitude === undefined) return { rule: "ucdp.place", words: "no place with coordinates is known" };
    return undefined;
  },
  columns: [
    {
      name: "id",
      from: "incident.id",
      rule: "a number made from the incident's id",
      cell: ({ incident }) => numberOf(incident.id),
    },
    {
      name: "relid",
      from: "incident.id",
      rule: "country code, year, kind of violence and the id's number",
      cell: (row, world) =>
        [
          country(row, world)?.alpha3 ?? "XXX",
          dateOf(row.incident)?.earliest.slice(0, 4),
          sides(row)?.violence,
          numberOf(row.incident.id),
        ].join("-"),
    },
    {
      name: "year",
      from: "incident.dates[0]",
      rule: "the year of its first day",
      cell: (row) => cellOf(Number(dateOf(row.incident)?.earliest.slice(0, 4)), evidenceOf(claimsOfDate(row))),
    },
    empty("active_year", "whether a dyad passes 25 deaths in a year is a judgement over a whole data set"),
    {
      name: "code_status",
      from: "incident.status, .recipients",
      rule: "“Clear”; “Check dyad” where a side is described but not named, else “Check …” where sources disagree or there is one only",
      cell: (row) => {
        const found = sides(row);
        const { status } = row.incident;
        return found && !isDyad(found) ? "Check dyad" : status === "corroborated" ? "Clear" : `Check ${status}`;
      },
    },
    {
      name: "type_of_violence",
      from: "incident.actors, .recipients",
      rule: "1 a state is a side, 2 armed groups without one, 3 an armed side against civilians",
      cell: (row) => cellOf(sides(row)?.violence ?? null, evidenceOf([...claimsOf(row, "actor"), ...claimsOf(row, "recipient")])),
    },
    issued("conflict_dset_id"),
    issued("conflict_new_id"),
    {
      name: "conflict_name",
      from: "side_a, side_b",
      rule: "both sides: UCDP's own names follow the incompatibility, which we do not read",
      cell: dyad,
    },
    issued("dyad_dset_id"),
    issued("dyad_new_id"),
    {
      name: "dyad_name",
      from: "side_a, side_b",
      rule: "both sides",
      cell: dyad,
    },
    issued("side_a_dset_id"),
    issued("side_a_new_id"),
    {
      name: "side_a",
      from: "incident.actors",
      rule: "the first that is a state or an organised armed actor; a state's bodies as “Government of …”",
      cell: (row, world) => {
        const a = sides(row)?.a;
        return named(row, "actor", a, a ? sideName(a, world) : null);
      },
    },
    issued("side_b_dset_id"),
    issued("side_b_new_id"),
    {
      name: "side_b",
      from: "incident.recipients",
      rule: "an armed one, by name if one is named, else as described; empty where men are but counted (“four fighters”); “Civilians” where nobody was armed",
      cell: sideBCell,
    },
    {
      name: "number_of_sources",
      from: "incident.originGroups",
      rule: "independent origins: a reprint adds none",
      cell: ({ incident }) => incident.origins,
    },
    {
      name: "source_article",
      from: "reports of the members",
      rule: "outlet, day and headline of each, joined by “; ”",
      cell: (row) =>
        reports(row)
          .map((report) => {
            const head = report.headline && row.sources.get(report.id)?.text.slice(report.headline.start, report.headline.end);
            return `"${[report.outlet ?? report.id, report.published?.slice(0, 10), head].filter(Boolean).join(", ")}"`;
          })
          .join("; "),
    },
    { name: "source_office", from: "report.outlet", rule: "outlets, each once", cell: (row) => outletsOf(row).join("; ") },
    {
      name: "source_date",
      from: "report.published",
      rule: "days of publication",
      cell: (row) =>
        reports(row)
          .map(({ published }) => published?.slice(0, 10) ?? "")
          .join("; "),
    },
    {
      name: "source_headline",
      from: "report.headline",
      rule: "headlines as printed",
      cell: (row) => {
        const heads = reports(row).flatMap(({ id, headline }) => (headline ? [{ report: id, ...headline }] : []));
        const text = heads.map(({ report, start, end }) => row.sources.get(report)?.text.slice(start, end)).join("; ");
        return cellOf(text || null, heads);
      },
    },
    {
      name: "source_original",
      from: "incident.tolls",
      rule: "whose figures the deaths are",
      cell: ({ incident }) =>
        [...new Set(incident.tolls.filter(({ outcome }) => outcome === "killed").map(({ source }) => source))].join("; ") || null,
    },
    {
      name: "where_prec",
      from: "incident.places[0].precision",
      rule: "1 site or settlement, 2 near one, 3 district, 4 province, 6 country, 7 sea or stretch over borders",
      cell: (row) => {
        const place = placeOf(row.incident);
        return atPlace(row, place && (isNear(row) ? 2 : wherePrecision(place)));
      },
    },
    {
      name: "where_coordinates",
      from: "incident.places[0].name",
      rule: "the place whose coordinates stand here",
      cell: (row) => atPlace(row, placeOf(row.incident)?.name),
    },
    {
      name: "where_description",
      from: "the earliest report's sentence",
      rule: "the sentence that tells it, as printed",
      cell: (row) => {
        const quotation = quotationOf(row);
        return quotation ? cellOf(quotation.text, [quotation.evidence]) : null;
      },
    },
    {
      name: "adm_1",
      from: "incident.places[0].admin1",
      rule: "the gazetteer's first-level region",
      cell: (row) => atPlace(row, placeOf(row.incident)?.admin1),
    },
    empty("adm_2", "the gazetteer holds first-level regions only"),
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
      name: "geom_wkt",
      from: "latitude, longitude",
      rule: "POINT (longitude latitude)",
      cell: (row) => {
        const { latitude, longitude } = placeOf(row.incident) ?? {};
        return latitude === undefined || longitude === undefined ? null : atPlace(row, `POINT (${longitude} ${latitude})`);
      },
    },
    {
      name: "priogrid_gid",
      from: "latitude, longitude",
      rule: "the PRIO-GRID cell that holds the point",
      cell: (row) => {
        const { latitude, longitude } = placeOf(row.incident) ?? {};
        return latitude === undefined || longitude === undefined ? null : atPlace(row, priogrid(latitude, longitude));
      },
    },
    {
      name: "country",
      from: "incident.places[0].country",
      rule: "its English name",
      cell: (row, world) => atPlace(row, country(row, world)?.name),
    },
    {
      name: "country_id",
      from: "incident.places[0].country",
      rule: "Gleditsch-Ward number",
      cell: (row, world) => atPlace(row, country(row, world)?.gw),
    },
    {
      name: "region",
      from: "incident.places[0].country",
      rule: "UCDP's region",
      cell: (row, world) => atPlace(row, country(row, world)?.ucdpRegion),
    },
    {
      name: "event_clarity",
      from: "incident.dates[0]",
      rule: "1 an event that can be told apart; 2 where it is known to more than a week only",
      cell: (row) => {
        const date = dateOf(row.incident);
        return cellOf(date && datePrecision(date) > 3 ? 2 : 1, evidenceOf(claimsOfDate(row)));
      },
    },
    {
      name: "date_prec",
      from: "incident.dates[0]",
      rule: "1 a day, 2 to six days, 3 a week, 4 a month, 5 more",
      cell: (row) => {
        const date = dateOf(row.incident);
        return cellOf(date ? datePrecision(date) : null, evidenceOf(claimsOfDate(row)));
      },
    },
    {
      name: "date_start",
      from: "incident.dates[0].earliest",
      rule: "ISO day",
      cell: (row) => cellOf(dateOf(row.incident)?.earliest ?? null, evidenceOf(claimsOfDate(row))),
    },
    {
      name: "date_end",
      from: "incident.dates[0].latest",
      rule: "ISO day",
      cell: (row) => cellOf(dateOf(row.incident)?.latest ?? null, evidenceOf(claimsOfDate(row))),
    },
    dead("deaths_a", "a", "dead of side A in the report of the best figure"),
    dead("deaths_b", "b", "dead of side B in the report of the best figure"),
    dead("deaths_civilians", "civilians", "civilians, officials, journalists and aid workers in the report of the best figure"),
    dead("deaths_unknown", "unknown", "the best figure less those sorted by side"),
    dead("best", "best", "the figure that most origins give; of equals the one told last"),
    dead("high", "high", "the highest that any source gives"),
    dead("low", "low", "the lowest that any source gives"),
    {
      name: "gwnoa",
      from: "side_a",
      rule: "Gleditsch-Ward number of a state",
      cell: (row, world) => named(row, "actor", sides(row)?.a, sideNumber(sides(row)?.a, world)),
    },
    {
      name: "gwnob",
      from: "side_b",
      rule: "Gleditsch-Ward number of a state",
      cell: (row, world) => named(row, "recipient", sides(row)?.b, sideNumber(sides(row)?.b, world)),
    },
  ],
};
