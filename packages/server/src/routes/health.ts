import { VERSION } from "@annalist/core";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import type { Context } from "./context.ts";

/** Whether the server and its store answer; needs no account and tells nothing of the record. */
export const health: FastifyPluginAsyncTypebox<Context> = async (app, { store }) => {
  app.get(
    "/healthz",
    {
      config: { role: "anyone" },
      schema: {
        tags: ["health"],
        summary: "Whether the server and its store answer",
        response: { 200: Type.Object({ status: Type.Literal("ok"), version: Type.String() }) },
      },
    },
    async () => {
      await store.lastChange();
      return { status: "ok" as const, version: VERSION };
    },
  );
};
