import { StoreError } from "@annalist/store";
import type { FastifyError, FastifyInstance } from "fastify";
import Type from "typebox";

/** The one shape in which the API says that something went wrong. */
export const ErrorShape = Type.Object(
  {
    error: Type.Object({
      code: Type.String({ description: "A word for programs: not_found, invalid, conflict, signed_out, forbidden …" }),
      message: Type.String({ description: "What was wrong, where, and what to do, for people." }),
    }),
  },
  { $id: "Error", title: "Error" },
);

/** An error that is the caller's to mend; everything else is a fault of ours and told as such. */
export class Problem extends Error {
  readonly statusCode: number;
  readonly code: string;
  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}
export const notFound = (what: string, id: string): Problem => new Problem(404, "not_found", `There is no ${what} “${id}”.`);
export const invalid = (message: string): Problem => new Problem(400, "invalid", message);

const CODES: Record<number, string> = {
  400: "invalid",
  401: "signed_out",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "too_large",
  415: "unsupported_media_type",
  429: "too_many_requests",
  503: "store",
};
const REFUSALS: Partial<Record<StoreError["code"], number>> = { conflict: 409, wrong: 400, missing: 404, "read-only": 403 };

/** Every error of the server leaves through here. What a stranger's request broke is logged, not shown. */
export function shapeErrors(app: FastifyInstance, { page }: { page?: Buffer | undefined } = {}): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    // A StoreError says what cannot be done and why: the caller's to mend, unless the store itself is in trouble.
    const status = error instanceof StoreError ? (REFUSALS[error.code] ?? 503) : (error.statusCode ?? 500);
    if (status >= 500) request.log.error(error);
    const code = error instanceof Problem ? error.code : (CODES[status] ?? "internal");
    const message =
      status >= 500 && !(error instanceof StoreError) ? "A fault of the server; its log has the details." : error.message;
    void reply.status(status).send({ error: { code, message } });
  });
  app.setNotFoundHandler((request, reply) => {
    // A person with a browser is told by the desk itself, which knows the address for none of its pages.
    if (page && request.method === "GET" && !request.url.startsWith("/api/") && /text\/html/.test(request.headers.accept ?? ""))
      return void reply.status(404).header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
    void reply
      .status(404)
      .send({ error: { code: "not_found", message: `There is nothing at ${request.method} ${request.url}.` } });
  });
}
