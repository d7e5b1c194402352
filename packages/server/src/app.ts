import { VERSION } from "@annalist/core";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyInstance } from "fastify";
import { guard } from "./auth/guard.ts";
import { freshness } from "./http/fresh.ts";
import { ownOriginOnly, secureHeaders } from "./http/headers.ts";
import { type Files, indexOf, servePages } from "./http/pages.ts";
import { ErrorShape, shapeErrors } from "./http/problem.ts";
import { actors } from "./routes/actors.ts";
import type { Context } from "./routes/context.ts";
import { decisions } from "./routes/decisions.ts";
import { exports } from "./routes/export.ts";
import { health } from "./routes/health.ts";
import { incidents } from "./routes/incidents.ts";
import { places } from "./routes/places.ts";
import { reports } from "./routes/reports.ts";
import { review } from "./routes/review.ts";
import { session } from "./routes/session.ts";
import { stream } from "./routes/stream.ts";

export interface AppOptions extends Context {
  /** Where the app's files lie; none serves the API alone. */
  files?: Files;
  /** Requests a minute from one address, beyond loopback. */
  rate?: number;
}

/** The whole server but its port: what stands in front of every request, then the API, then the pages. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, local, files, rate = 1200 } = options;
  const app = fastify({
    logger: { level: "error" },
    bodyLimit: 16 * 2 ** 20,
    // Shapes describe what is sent; nothing is cut out of it.
    serializerOpts: { rounding: "trunc" },
    ajv: { customOptions: { coerceTypes: "array", removeAdditional: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.addSchema(ErrorShape);
  shapeErrors(app, { page: files && (await indexOf(files.web)) });
  secureHeaders(app);
  ownOriginOnly(app, { local });
  if (!local) await app.register(rateLimit, { max: rate, timeWindow: "1 minute" });
  guard(app, store, { local });
  freshness(app, store);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Annalist",
        version: VERSION,
        description:
          "Reports, incidents and who says so. Errors have one shape; lists are paged; ETags are the number of the record’s last change.",
      },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "annalist_session" } } },
    },
  });
  // Every answer of the API may be an error, and all errors have one shape.
  app.addHook("onRoute", (route) => {
    const schema = route.schema as { hide?: boolean; response?: Record<string, unknown> } | undefined;
    if (schema && !schema.hide)
      schema.response = { ...schema.response, "4xx": { $ref: "Error#", description: "What was wrong" } };
  });
  await app.register(health, options);
  await app.register(
    async (api) => {
      for (const routes of [reports, incidents, exports, actors, places, decisions, review, stream, session])
        await api.register(routes, options);
      api.get("/openapi.json", { config: { role: "anyone" }, schema: { hide: true } }, async () => app.swagger());
      api.get("/stats", { config: { record: true }, schema: { tags: ["health"], summary: "How much the record holds" } }, () =>
        store.stats(),
      );
    },
    { prefix: "/api/v1" },
  );
  if (files) await servePages(app, files);
  return app;
}
