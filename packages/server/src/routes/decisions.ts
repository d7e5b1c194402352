import type { NewDecision } from "@annalist/store";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import { given } from "../http/given.ts";
import { DecisionShape, NewDecisionShape, PageOf, paging } from "../http/shapes.ts";
import type { Context } from "./context.ts";

export const decisions: FastifyPluginAsyncTypebox<Context> = async (app, { store, keeper, local }) => {
  const tags = ["decisions"];
  app.get(
    "/decisions",
    {
      config: { record: true },
      schema: {
        tags,
        summary: "What people decided, oldest first",
        querystring: Type.Object({
          ...paging,
          incident: Type.Optional(Type.String()),
          report: Type.Optional(Type.String()),
          event: Type.Optional(Type.String()),
          who: Type.Optional(Type.String()),
        }),
        response: { 200: PageOf(DecisionShape) },
      },
    },
    ({ query: { limit, after, offset, ...filter } }) => store.decisions(given(filter), given({ limit, after, offset })) as never,
  );
  app.post(
    "/decisions",
    {
      config: { role: "coder" },
      schema: {
        tags,
        summary: "Decides: accept, correct, reject an event; merge, split, pin incidents; undo a decision",
        body: NewDecisionShape,
        response: { 201: DecisionShape },
      },
    },
    async ({ body: { as, ...body }, user }, reply) => {
      const who = (local && as?.trim()) || user!.name;
      const decision = await store.decide({ ...given(body), who } as NewDecision);
      // What was pinned, or is no longer, changes the incidents.
      if (body.pins || body.undoes !== undefined) await keeper.relink();
      else if (body.kind !== "accept") keeper.relinkSoon();
      return reply.status(201).send(decision as never);
    },
  );
};
