import type { PloverType } from "@annalist/core";
import type { IncidentFilter } from "@annalist/store";
import Type, { type Static } from "typebox";
import { given } from "./given.ts";
import { invalid } from "./problem.ts";
import { StatusShape } from "./shapes.ts";

const many = (what: string) => Type.Optional(Type.Array(Type.String(), { description: `${what}; repeat for any of several` }));
const atLeast = (what: string) => Type.Optional(Type.Integer({ minimum: 0, description: `At least so many ${what}` }));

/** What a list of incidents can be narrowed by; all that is given must hold. */
export const incidentQuery = {
  q: Type.Optional(Type.String({ description: 'Words: drone "Abu Kamal" -exercise strik*' })),
  type: many("PLOVER type"),
  mode: many("PLOVER mode"),
  status: Type.Optional(Type.Array(StatusShape)),
  actor: many("Actor key, in either role"),
  role: Type.Optional(Type.Enum(["actor", "recipient"])),
  country: many("ISO 3166-1 alpha-3"),
  bbox: Type.Optional(Type.String({ description: "west,south,east,north in degrees" })),
  from: Type.Optional(Type.String({ description: "ISO day, inclusive" })),
  to: Type.Optional(Type.String({ description: "ISO day, inclusive" })),
  killed: atLeast("dead, by the most conservative figure"),
  injured: atLeast("injured, by the most conservative figure"),
  origins: atLeast("independent origins"),
  report: Type.Optional(Type.String({ description: "Incidents that this report tells of" })),
};
const IncidentQuery = Type.Object(incidentQuery);
export type IncidentQuery = Static<typeof IncidentQuery>;

/** A query as the store's filter. Throws a `Problem` that names what cannot be read. */
export function filterOf(query: IncidentQuery): IncidentFilter {
  if (query.killed !== undefined && query.injured !== undefined)
    throw invalid("killed and injured: one of the two can be asked for at a time");
  const toll =
    query.killed !== undefined
      ? { outcome: "killed" as const, min: query.killed }
      : query.injured !== undefined
        ? { outcome: "injured" as const, min: query.injured }
        : undefined;
  return given({
    words: query.q?.trim() ? query.q : undefined,
    types: query.type as PloverType[] | undefined,
    modes: query.mode,
    status: query.status,
    actors: query.actor,
    role: query.role,
    countries: query.country,
    box: query.bbox === undefined ? undefined : boxOf(query.bbox),
    from: dayOf("from", query.from),
    to: dayOf("to", query.to),
    toll,
    origins: query.origins === undefined ? undefined : { min: query.origins },
    report: query.report,
  }) as IncidentFilter;
}

function boxOf(words: string): NonNullable<IncidentFilter["box"]> {
  const [west, south, east, north, ...rest] = words.split(",").map(Number);
  if ([west, south, east, north].some((each) => each === undefined || Number.isNaN(each)) || rest.length > 0)
    throw invalid(`bbox=${words}: four numbers are wanted, west,south,east,north`);
  return { west: west!, south: south!, east: east!, north: north! };
}

function dayOf(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^\d{4}-\d\d-\d\d$/.test(value))
    throw invalid(`${name}=${value}: a day is wanted, like 2021-06-28`);
  return value;
}
