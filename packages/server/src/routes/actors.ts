import type { EntityKind } from "@annalist/core";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import { given } from "../http/given.ts";
import { notFound } from "../http/problem.ts";
import { ActorRowShape, CountShape, PageOf, paging } from "../http/shapes.ts";
import type { Context } from "./context.ts";

export const actors: FastifyPluginAsyncTypebox<Context> = async (app, { store }) => {
  const tags = ["actors"];
  const config = { record: true };
  app.get(
    "/actors",
    {
      config,
      schema: {
        tags,
        summary: "Actors, most reported first",
        querystring: Type.Object({
          ...paging,
          q: Type.Optional(Type.String({ description: "The beginning of a word of a name or alias" })),
          kind: Type.Optional(Type.Array(Type.String())),
          country: Type.Optional(Type.Array(Type.String())),
          sector: Type.Optional(Type.Array(Type.String())),
        }),
        response: { 200: PageOf(ActorRowShape) },
      },
    },
    ({ query: { q, kind, country, sector, limit, after, offset } }) =>
      store.listActors(
        given({ words: q?.trim() ? q : undefined, kinds: kind as EntityKind[] | undefined, countries: country, sectors: sector }),
        given({ limit, after, offset }),
      ),
  );
  app.get(
    "/actors/network",
    {
      config,
      schema: {
        tags,
        summary: "Who acts upon whom, among the most reported actors",
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 2, maximum: 80, default: 40 })) }),
        response: {
          200: Type.Object({
            actors: Type.Array(ActorRowShape),
            ties: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), incidents: Type.Integer() })),
          }),
        },
      },
    },
    async ({ query: { limit = 40 } }) => {
      const { items } = await store.listActors({}, { limit });
      return { actors: items, ties: await store.tiesBetween(items.map(({ key }) => key)) };
    },
  );
  app.get(
    "/actors/:key",
    {
      config,
      schema: {
        tags,
        summary: "An actor: aliases, dyads, activity",
        params: Type.Object({ key: Type.String() }),
        response: {
          200: Type.Intersect([
            ActorRowShape,
            Type.Object({
              aliases: Type.Array(CountShape),
              dyads: Type.Array(
                Type.Object({ other: Type.String(), name: Type.String(), role: Type.String(), incidents: Type.Integer() }),
              ),
              activity: Type.Array(Type.Object({ period: Type.String(), incidents: Type.Integer() })),
            }),
          ]),
        },
      },
    },
    async ({ params: { key } }) => {
      const actor = await store.getActor(key);
      if (!actor) throw notFound("actor", key);
      return actor as never;
    },
  );
};
