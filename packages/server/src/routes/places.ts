import { createPlaceLookup, type PlaceLookup } from "@annalist/core";
import { loadEnglish } from "@annalist/english";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import type { Context } from "./context.ts";

/** What a place name may mean, for who corrects one. */
export const places: FastifyPluginAsyncTypebox<Context> = async (app) => {
  let lookup: PlaceLookup | undefined;
  app.get(
    "/places",
    {
      schema: {
        tags: ["places"],
        summary: "What a place name may mean, the likeliest first",
        querystring: Type.Object({ q: Type.String({ minLength: 1, maxLength: 200 }) }),
        response: {
          200: Type.Object({ items: Type.Array(Type.Object({ name: Type.String() }, { additionalProperties: true })) }),
        },
      },
    },
    async ({ query: { q } }) => {
      lookup ??= createPlaceLookup(loadEnglish());
      return { items: lookup.candidates(q).slice(0, 20) as never };
    },
  );
};
