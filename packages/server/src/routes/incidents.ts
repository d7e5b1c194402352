import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import { filterOf, incidentQuery } from "../http/filters.ts";
import { given } from "../http/given.ts";
import { notFound } from "../http/problem.ts";
import {
  ClaimShape,
  CountShape,
  DecisionShape,
  HitShape,
  IncidentRowShape,
  IncidentShape,
  PageOf,
  paging,
  ReportRowShape,
} from "../http/shapes.ts";
import { chainOf } from "../work/chain.ts";
import { toldBy } from "../work/told.ts";
import type { Context } from "./context.ts";

const ORDERS = ["date", "-date", "origins", "killed", "relevance", "id"] as const;

export const incidents: FastifyPluginAsyncTypebox<Context> = async (app, { store }) => {
  const tags = ["incidents"];
  const config = { record: true };
  app.get(
    "/incidents",
    {
      config,
      schema: {
        tags,
        summary: "Incidents that match",
        querystring: Type.Object({ ...incidentQuery, ...paging, order: Type.Optional(Type.Enum(ORDERS)) }),
        response: { 200: PageOf(IncidentRowShape) },
      },
    },
    ({ query }) => {
      const { limit, after, offset, order } = query;
      return store.listIncidents(filterOf(query), given({ limit, after, offset, order })) as never;
    },
  );
  app.get(
    "/incidents/facets",
    {
      config,
      schema: {
        tags,
        summary: "How many incidents match, by attribute",
        querystring: Type.Object(incidentQuery),
        response: {
          200: Type.Object(
            {
              total: Type.Integer(),
              types: Type.Array(CountShape),
              status: Type.Array(CountShape),
              countries: Type.Array(CountShape),
              actors: Type.Array(CountShape),
            },
            { additionalProperties: true },
          ),
        },
      },
    },
    ({ query }) => store.facets(filterOf(query)),
  );
  app.get(
    "/incidents/timeline",
    {
      config,
      schema: {
        tags,
        summary: "Incidents and deaths by period",
        querystring: Type.Object({
          ...incidentQuery,
          period: Type.Optional(Type.Enum(["day", "month", "year"])),
        }),
        response: {
          200: Type.Object({
            buckets: Type.Array(Type.Object({ period: Type.String(), incidents: Type.Integer(), killed: Type.Number() })),
          }),
        },
      },
    },
    async ({ query }) => ({ buckets: await store.timeline(filterOf(query), query.period ?? "month") }),
  );
  app.get(
    "/incidents/map",
    {
      config,
      schema: {
        tags,
        summary: "Incidents by cell of a grid; each cell says how precise its places are",
        querystring: Type.Object({ ...incidentQuery, degrees: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 45 })) }),
        response: {
          200: Type.Object({
            cells: Type.Array(
              Type.Object(
                {
                  latitude: Type.Number(),
                  longitude: Type.Number(),
                  precision: Type.String(),
                  incidents: Type.Integer(),
                  killed: Type.Number(),
                  incident: Type.Optional(Type.String()),
                },
                { additionalProperties: true },
              ),
            ),
          }),
        },
      },
    },
    async ({ query }) => ({ cells: await store.mapCells(filterOf(query), query.degrees ?? 2) }),
  );
  app.get(
    "/incidents/:id",
    {
      config,
      schema: {
        tags,
        summary: "An incident with its ledger, its reports and the history of decisions",
        params: Type.Object({ id: Type.String() }),
        response: {
          200: Type.Object({
            incident: IncidentShape,
            claims: Type.Array(ClaimShape),
            reports: Type.Array(ReportRowShape),
            told: Type.Array(Type.Object({ report: Type.String(), event: Type.String(), hit: HitShape })),
            decisions: Type.Array(DecisionShape),
          }),
        },
      },
    },
    async ({ params: { id } }) => {
      const incident = await store.getIncident(id);
      if (!incident) throw notFound("incident", id);
      const ids = [...new Set(incident.members.map(({ report }) => report))];
      const [claims, rows, decisions] = await Promise.all([
        store.claimsOf(id),
        store.listReports({ ids }, { limit: 1000 }),
        store.decisions({ incident: id }, { limit: 1000 }),
      ]);
      const told = await toldBy(store, claims);
      return { incident, claims, reports: rows.items, told, decisions: decisions.items } as never;
    },
  );
  app.get(
    "/incidents/:id/chain",
    {
      config,
      schema: {
        tags,
        summary: "What an incident answers, what answers it, and so on",
        params: Type.Object({ id: Type.String() }),
        response: {
          200: Type.Object({
            nodes: Type.Array(IncidentRowShape),
            links: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), type: Type.String(), said: Type.Integer() })),
          }),
        },
      },
    },
    ({ params: { id } }) => chainOf(store, id) as never,
  );
};
