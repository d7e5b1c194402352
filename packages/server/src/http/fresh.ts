import type { Store } from "@annalist/store";
import type { FastifyInstance } from "fastify";

/** How many bytes of answers are kept for readers who ask the same of the same record. */
const KEPT = 32 * 2 ** 20;

/**
 * Whatever the API tells of the record changes only when the store does, so the number of the store's last change is the
 * ETag of it all: who has the newest answer is told so before anything is asked of the store, and an answer worked out
 * once is given to everybody until the next change.
 */
export function freshness(app: FastifyInstance, store: Store): void {
  let seq = -1;
  let size = 0;
  const answers = new Map<string, string>();
  app.addHook("onRequest", async (request, reply) => {
    if (request.method !== "GET" || !request.routeOptions.config.record) return;
    const now = await store.lastChange();
    if (now !== seq) {
      answers.clear();
      size = 0;
      seq = now;
    }
    const tag = `"${now}"`;
    reply.headers({ etag: tag, "cache-control": "private, no-cache" });
    if (request.headers["if-none-match"] === tag) return reply.status(304).send();
    const kept = answers.get(request.url);
    if (kept !== undefined) return reply.header("content-type", "application/json; charset=utf-8").send(kept);
  });
  app.addHook("onSend", async (request, reply, payload) => {
    if (
      request.method === "GET" &&
      request.routeOptions.config.record &&
      typeof payload === "string" &&
      !answers.has(request.url)
    ) {
      // Errors may pass; a change in the meantime leaves the answer out.
      if (reply.statusCode === 200 && reply.getHeader("etag") === `"${seq}"` && size + payload.length < KEPT) {
        answers.set(request.url, payload);
        size += payload.length;
      }
      if (reply.statusCode >= 400) reply.removeHeader("etag");
    }
    return payload;
  });
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** The answer depends on the record alone. */
    record?: boolean;
    /** The least role that may ask; viewer unless said. */
    role?: "viewer" | "coder" | "admin" | "anyone";
  }
}
