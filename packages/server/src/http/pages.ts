import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The built app, and the data of English that it codes with. */
export interface Files {
  /** `packages/web/dist` */
  web: string;
  /** `packages/english/data` */
  english: string;
}

/** The one document of the app. */
export async function indexOf(web: string): Promise<Buffer> {
  if (!existsSync(join(web, "index.html"))) throw new Error(`${web} holds no built desk; run npm run build`);
  return readFile(join(web, "index.html"));
}

/** Serves the desk's own files. Paths that no file has are the app's own pages, which it draws itself. */
export async function servePages(app: FastifyInstance, { web, english }: Files): Promise<void> {
  const index = await indexOf(web);
  await app.register(fastifyStatic, {
    root: web,
    index: false,
    wildcard: false,
    // Scripts and styles lie there gzipped too.
    preCompressed: true,
    cacheControl: false,
    // Names of assets hold a hash of what is in them.
    setHeaders: (reply, path) =>
      void reply.setHeader("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  await app.register(fastifyStatic, {
    root: english,
    prefix: "/data/english/",
    decorateReply: false,
    index: false,
    cacheControl: false,
  });
  const page = { config: { role: "anyone" as const }, schema: { hide: true } };
  const send = async (_request: unknown, reply: import("fastify").FastifyReply) =>
    reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(index);
  for (const path of [
    "/",
    "/read",
    "/read/*",
    "/incidents",
    "/incidents/*",
    "/actors",
    "/actors/*",
    "/review",
    "/review/*",
    "/users",
    "/sign-in",
  ])
    app.get(path, page, send);
}
