import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import Type from "typebox";
import { auditLog, note } from "../auth/audit.ts";
import { CSRF_COOKIE, SESSION_COOKIE } from "../auth/guard.ts";
import { closeSession, cookie, LASTS, openSession } from "../auth/sessions.ts";
import { authenticate, listUsers, putUser, ROLES, removeUser } from "../auth/users.ts";
import { invalid, notFound, Problem } from "../http/problem.ts";
import type { Context } from "./context.ts";

const RoleShape = Type.Enum(ROLES);
const UserShape = Type.Object({ name: Type.String(), role: RoleShape });
const SessionShape = Type.Object({ user: Type.Optional(UserShape), local: Type.Boolean() });

/** Signing in and out, and the users. */
export const session: FastifyPluginAsyncTypebox<Context> = async (app, { store, local }) => {
  const tags = ["session"];
  app.get(
    "/session",
    { config: { role: "anyone" }, schema: { tags, summary: "Who is signed in", response: { 200: SessionShape } } },
    async ({ user }) => ({ ...(user && { user }), local }),
  );
  app.post(
    "/session",
    {
      config: { role: "anyone", rateLimit: { max: 10, timeWindow: "1 minute" } },
      schema: {
        tags,
        summary: "Signs in",
        body: Type.Object({ name: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 1000 }) }),
        response: { 200: SessionShape },
      },
    },
    async ({ body: { name, password }, ip, protocol }, reply) => {
      const user = await authenticate(store, name, password);
      await note(store, { what: user ? "signed-in" : "refused", who: name, from: ip });
      if (!user) throw new Problem(401, "refused", "No user has this name and password.");
      const { token, csrf } = await openSession(store, user.name, Date.now());
      const rest = `Path=/; SameSite=Strict; Max-Age=${LASTS / 1000}${protocol === "https" ? "; Secure" : ""}`;
      void reply.header("set-cookie", [`${SESSION_COOKIE}=${token}; HttpOnly; ${rest}`, `${CSRF_COOKIE}=${csrf}; ${rest}`]);
      return { user, local };
    },
  );
  app.delete("/session", { schema: { tags, summary: "Signs out", response: { 204: Type.Null() } } }, async (request, reply) => {
    const token = cookie(request.headers.cookie, SESSION_COOKIE);
    if (token) await closeSession(store, token);
    await note(store, { what: "signed-out", who: request.user!.name, from: request.ip });
    void reply.header(
      "set-cookie",
      [SESSION_COOKIE, CSRF_COOKIE].map((name) => `${name}=; Path=/; Max-Age=0; SameSite=Strict`),
    );
    return reply.status(204).send(null);
  });
  app.get(
    "/users",
    {
      config: { role: "admin" },
      schema: { tags, summary: "The users", response: { 200: Type.Object({ items: Type.Array(UserShape) }) } },
    },
    async () => ({ items: await listUsers(store) }),
  );
  app.put(
    "/users/:name",
    {
      config: { role: "admin" },
      schema: {
        tags,
        summary: "Makes a user, or gives one another role or password",
        params: Type.Object({ name: Type.String() }),
        body: Type.Object({ role: RoleShape, password: Type.String({ maxLength: 1000 }) }),
        response: { 200: UserShape },
      },
    },
    async ({ params: { name }, body: { role, password }, user, ip }) => {
      try {
        await putUser(store, { name, role }, password);
      } catch (error) {
        throw error instanceof RangeError ? invalid(error.message) : error;
      }
      await note(store, { what: "user-put", who: user!.name, from: ip, note: `${name}: ${role}` });
      return { name, role };
    },
  );
  app.delete(
    "/users/:name",
    {
      config: { role: "admin" },
      schema: {
        tags,
        summary: "Removes a user and ends their sessions",
        params: Type.Object({ name: Type.String() }),
        response: { 204: Type.Null() },
      },
    },
    async ({ params: { name }, user, ip }, reply) => {
      const admins = (await listUsers(store)).filter((each) => each.role === "admin");
      if (admins.length === 1 && admins[0]!.name === name)
        throw new Problem(409, "conflict", `${name} is the last admin; make another first, or nobody could keep the users.`);
      if (!(await removeUser(store, name))) throw notFound("user", name);
      await note(store, { what: "user-removed", who: user!.name, from: ip, note: name });
      return reply.status(204).send(null);
    },
  );
  app.get(
    "/audit",
    {
      config: { role: "admin" },
      schema: {
        tags,
        summary: "Who signed in, was refused, changed users or added reports; the newest thousand",
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                at: Type.String(),
                what: Type.String(),
                who: Type.String(),
                from: Type.String(),
                note: Type.Optional(Type.String()),
              }),
            ),
          }),
        },
      },
    },
    async () => ({ items: await auditLog(store) }),
  );
};
