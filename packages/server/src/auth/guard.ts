import { timingSafeEqual } from "node:crypto";
import type { Store } from "@annalist/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "../http/problem.ts";
import { cookie, findSession } from "./sessions.ts";
import { atLeast, getUser, type Role, type User } from "./users.ts";

export const SESSION_COOKIE = "annalist_session";
export const CSRF_COOKIE = "annalist_csrf";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; undefined where nobody is signed in. */
    user: User | undefined;
  }
}

/** In local mode the person at this machine may do everything. */
const LOCAL: User = { name: "local", role: "admin" };

/** Knows who asks, and lets through what their role may do; changes need the session's token in a header too. */
export function guard(app: FastifyInstance, store: Store, { local }: { local: boolean }): void {
  app.decorateRequest("user", undefined);
  app.addHook("onRequest", async (request) => {
    const { role = "viewer" } = request.routeOptions.config as { role?: Role | "anyone" };
    const guarded = request.url.startsWith("/api/");
    if (local) {
      request.user = LOCAL;
      return;
    }
    const token = cookie(request.headers.cookie, SESSION_COOKIE);
    const session = token ? await findSession(store, token, Date.now()) : undefined;
    request.user = session && (await getUser(store, session.name));
    if (!guarded || role === "anyone") return;
    if (!request.user) throw new Problem(401, "signed_out", "Sign in first.");
    if (!atLeast(request.user.role, role))
      throw new Problem(403, "forbidden", `A ${role} may do this; ${request.user.name} is a ${request.user.role}.`);
    if (changes(request) && !same(request.headers["x-csrf-token"], session!.csrf))
      throw new Problem(403, "forbidden", "The request lacks its page’s token (x-csrf-token); reload the page.");
  });
}

const changes = ({ method }: FastifyRequest) => method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
function same(a: string | string[] | undefined, b: string): boolean {
  if (typeof a !== "string") return false;
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
