import http from "node:http";
import https from "node:https";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { LIMITS } from "../limits.ts";
import { collect, UnpackError, watchRatio } from "../unpack.ts";
import { checkHost, guardedLookup, PrivateAddressError } from "./guard.ts";

export interface Answer {
  /** After all redirects. */
  url: string;
  /** Set where every redirect was permanent: the address to ask next time. */
  moved?: string;
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  at: string;
}

export interface RequestOptions {
  userAgent: string;
  allowPrivate: boolean;
  headers?: Record<string, string>;
  limits?: Partial<Pick<typeof LIMITS, "answer" | "time" | "redirects">>;
  /** Asked before a redirect is followed; throws to refuse. */
  before?(url: URL): Promise<void>;
}

/** Nothing came that could be used; `again`: it may be otherwise later. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly again: boolean,
  ) {
    super(message);
  }
}

/** GETs an address. Follows redirects, each checked like the first; every answer is limited in size and time. */
export async function request(address: string, options: RequestOptions): Promise<Answer> {
  const { redirects, time, answer } = { ...LIMITS, ...options.limits };
  const until = performance.now() + time;
  let url = new URL(address);
  url.hash = "";
  let permanent = true;
  for (let hop = 0; ; hop++) {
    const got = await once(url, options, answer, until);
    const location = got.headers.location;
    if (![301, 302, 303, 307, 308].includes(got.status) || location === undefined) {
      return { ...got, url: url.href, ...(hop > 0 && permanent && { moved: url.href }) };
    }
    if (hop >= redirects) throw new RequestError(`more than ${redirects} redirects`, false);
    permanent &&= got.status === 301 || got.status === 308;
    const next = URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
    if (!next || !/^https?:$/.test(next.protocol))
      throw new RequestError(`a redirect to ${location.slice(0, 100)}, which is no address of the web`, false);
    if (url.protocol === "https:" && next.protocol === "http:")
      throw new RequestError(`a redirect from https to http (${next.href.slice(0, 100)}); not followed`, false);
    url = next;
    await options.before?.(url);
  }
}

function once(
  url: URL,
  { userAgent, allowPrivate, headers = {} }: RequestOptions,
  limit: number,
  until: number,
): Promise<Omit<Answer, "url">> {
  return new Promise((resolve, reject) => {
    const left = Math.max(1, until - performance.now());
    const late = new RequestError(`no whole answer within ${Math.round(left / 1000)} s`, true);
    const sent = (url.protocol === "https:" ? https : http).request(url, {
      headers: {
        "user-agent": userAgent,
        accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "accept-encoding": "gzip, deflate, br",
        ...headers,
      },
      lookup: guardedLookup(allowPrivate),
      agent: false,
    });
    const timer = setTimeout(() => sent.destroy(late), left);
    const done = (work: () => void) => {
      clearTimeout(timer);
      work();
    };
    sent.on("error", (error) => done(() => reject(asRequestError(error))));
    sent.on("response", (response) => {
      const status = response.statusCode ?? 0;
      const flat = Object.fromEntries(
        Object.entries(response.headers).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
      );
      const at = new Date().toISOString();
      if (status >= 300 && status < 400) {
        response.destroy();
        done(() => resolve({ status, headers: flat, bytes: Buffer.alloc(0), at }));
        return;
      }
      body(response, flat["content-encoding"], limit).then(
        (bytes) => done(() => resolve({ status, headers: flat, bytes, at })),
        (error) =>
          done(() => {
            sent.destroy();
            reject(asRequestError(error));
          }),
      );
    });
    try {
      checkHost(url.hostname, allowPrivate);
      sent.end();
    } catch (error) {
      sent.destroy();
      done(() => reject(error));
    }
  });
}

async function body(response: http.IncomingMessage, encoding: string | undefined, limit: number): Promise<Buffer> {
  const watch = watchRatio();
  let received = 0;
  response.on("data", (chunk: Buffer) => {
    received += chunk.length;
    watch.packed(chunk.length);
    if (received > limit) response.destroy(new UnpackError(`an answer of more than ${limit} bytes; the rest was not read`));
  });
  const unzip = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    encoding?.trim().toLowerCase() ?? ""
  ];
  if (encoding && encoding !== "identity" && !unzip)
    throw new RequestError(`an answer packed with ${encoding.slice(0, 40)}, which is not read`, false);
  if (!unzip) return collect(response, limit);
  const unpacked = unzip();
  response.on("error", (error) => unpacked.destroy(error));
  response.pipe(unpacked);
  const watched = (async function* () {
    for await (const chunk of unpacked) {
      watch.unpacked(chunk.length);
      yield chunk as Buffer;
    }
  })();
  return collect(watched, limit);
}

function asRequestError(error: unknown): Error {
  if (error instanceof RequestError || error instanceof PrivateAddressError) return error;
  if (error instanceof UnpackError) return new RequestError(error.message, false);
  const { code = "", message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOTFOUND: "no such host",
    EAI_AGAIN: "the name cannot be looked up just now",
    ECONNREFUSED: "nothing answers there",
    ECONNRESET: "the connection broke",
    ETIMEDOUT: "no answer in time",
    CERT_HAS_EXPIRED: "its certificate has expired",
    DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  };
  return new RequestError(known[code] ?? message.replace(/\s+/g, " ").slice(0, 160), !/CERT|ENOTFOUND/.test(code));
}
