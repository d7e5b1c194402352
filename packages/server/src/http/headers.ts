import type { FastifyInstance } from "fastify";

/**
 * What a page of the desk may do: run our own files, and talk to its own server. No inline script, no other origin.
 * Styles that scripts set on elements are not inline styles in the eyes of a CSP.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
};

export function secureHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(HEADERS);
  });
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;
export const isLoopback = (host: string): boolean =>
  LOOPBACK.test(host.includes(":") && !host.startsWith("[") && host.split(":").length > 2 ? `[${host}]` : host);

/**
 * A page of another site must not reach a desk that needs no account: a name that was pointed at 127.0.0.1 (DNS
 * rebinding) is told by the Host header, a foreign page that posts by its Origin.
 */
export function ownOriginOnly(app: FastifyInstance, { local }: { local: boolean }): void {
  app.addHook("onRequest", async (request, reply) => {
    const host = request.headers.host ?? "";
    const { origin } = request.headers;
    const foreignHost = local && !isLoopback(host);
    const foreignOrigin = origin !== undefined && origin.replace(/^https?:\/\//, "") !== host;
    if (foreignHost || (foreignOrigin && request.method !== "GET" && request.method !== "HEAD"))
      return reply.status(403).send({
        error: {
          code: "forbidden",
          message: `A request from ${origin ?? host} is not taken: this desk answers its own pages only.`,
        },
      });
  });
}
