import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import { agreementOf } from "../review/agreement.ts";
import { createQueue } from "../review/queue.ts";
import { suggestionsOf } from "../review/suggestions.ts";
import type { Context } from "./context.ts";

export const review: FastifyPluginAsyncTypebox<Context> = async (app, { store, local }) => {
  const tags = ["review"];
  const queue = createQueue(store);
  app.get(
    "/review",
    {
      config: { role: "coder" },
      schema: {
        tags,
        summary: "Events worth a person’s look, the most worth first",
        querystring: Type.Object({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
          blind: Type.Optional(
            Type.Boolean({ description: "For double coding: events that fewer than two have judged, and not what they said" }),
          ),
          as: Type.Optional(Type.String({ description: "The coder’s name, where no account is needed" })),
        }),
        response: {
          200: Type.Object({
            total: Type.Integer(),
            items: Type.Array(
              Type.Object(
                {
                  report: Type.String(),
                  event: Type.String(),
                  incident: Type.String(),
                  title: Type.String(),
                  type: Type.String(),
                  words: Type.String(),
                  confidence: Type.Number(),
                  score: Type.Number(),
                  reasons: Type.Array(Type.String()),
                },
                { additionalProperties: true },
              ),
            ),
          }),
        },
      },
    },
    ({ query: { limit = 100, blind = false, as }, user }) => queue.items((local && as) || user!.name, { blind, limit }),
  );
  app.get(
    "/review/agreement",
    {
      config: { role: "coder", record: true },
      schema: {
        tags,
        summary: "Krippendorff’s α by field, and where coders differ",
        response: {
          200: Type.Object({
            coders: Type.Array(Type.String()),
            fields: Type.Array(
              Type.Object({
                field: Type.String(),
                units: Type.Integer(),
                agreed: Type.Integer(),
                alpha: Type.Optional(Type.Number()),
              }),
            ),
            disagreements: Type.Array(
              Type.Object({
                report: Type.String(),
                event: Type.String(),
                field: Type.String(),
                values: Type.Array(Type.Object({ who: Type.String(), value: Type.String() })),
                settled: Type.Optional(Type.String()),
              }),
            ),
          }),
        },
      },
    },
    () => agreementOf(store),
  );
  app.get(
    "/review/suggestions",
    {
      config: { role: "coder", record: true },
      schema: {
        tags,
        summary: "What corrections say about the lexicon",
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                file: Type.String(),
                what: Type.String(),
                count: Type.Integer(),
                examples: Type.Array(Type.Object({ report: Type.String(), event: Type.String() })),
              }),
            ),
          }),
        },
      },
    },
    async () => ({ items: await suggestionsOf(store) }),
  );
};
