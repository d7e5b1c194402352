import robots from "robots-parser";
import type { LIMITS } from "../limits.ts";
import { PrivateAddressError } from "./guard.ts";
import { type Answer, RequestError, request } from "./request.ts";

export interface FetcherOptions {
  /** Let private and local addresses be fetched: for a server of one's own. */
  allowPrivate?: boolean;
  /** Milliseconds between two requests to one host. */
  pause?: number;
  /** First wait before a try again, milliseconds; each further one is four times as long. */
  backOff?: number;
  tries?: number;
  /** How long a robots.txt holds, milliseconds; a day (RFC 9309, section 2.4). */
  robotsHold?: number;
  limits?: Partial<Pick<typeof LIMITS, "answer" | "time" | "redirects">>;
}

/** What was kept of an earlier answer, to ask only for what is new. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export type Fetched =
  | ({ kind: "answer" } & Answer)
  | { kind: "unchanged"; at: string }
  | { kind: "failed"; message: string; retryAfter?: number };

export interface Fetcher {
  get(url: string, known?: Validators): Promise<Fetched>;
}

const AGENT = "Annalist/0.1 (news reader for research; obeys robots.txt)";
const NAME = "Annalist";
// Its types tell of a default export that the module has not.
const robotsParser = robots as unknown as typeof robots.default;

/** The longest wait that a server may ask for within a run, milliseconds; beyond, the address goes to the retry list. */
const PATIENCE = 120_000;

/** Fetches politely: robots.txt first, one request a host at a time and a pause between two, waits where it is asked to. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowPrivate = false, pause = 1000, backOff = 1000, tries = 3, robotsHold = 86_400_000, limits = {} } = options;
  const queues = new Map<string, Promise<unknown>>();
  const rules = new Map<string, { read: Promise<ReturnType<typeof robotsParser> | string>; until: number }>();
  const last = new Map<string, number>();

  /** Whoever asks a host waits for those before, and for the pause. */
  const inTurn = <T>(host: string, pauseHere: number, work: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(host) ?? Promise.resolve()).then(async () => {
      await sleep((last.get(host) ?? Number.NEGATIVE_INFINITY) + pauseHere - performance.now());
      try {
        return await work();
      } finally {
        last.set(host, performance.now());
      }
    });
    queues.set(
      host,
      turn.catch(() => {}),
    );
    return turn;
  };

  const ask = (url: URL, headers: Record<string, string>, pauseHere: number, before?: (url: URL) => Promise<void>) =>
    inTurn(url.host, pauseHere, () =>
      request(url.href, { userAgent: AGENT, allowPrivate, headers, limits, ...(before && { before }) }),
    );

  const rulesOf = (url: URL) => {
    const known = rules.get(url.origin);
    if (known && performance.now() < known.until) return known.read;
    const place = new URL("/robots.txt", url);
    const read = ask(place, {}, pause).then(
      ({ status, bytes }) => {
        if (status >= 500 || status === 429)
          return `its robots.txt cannot be read (HTTP ${status}), and then nothing may be fetched (RFC 9309)`;
        return robotsParser(place.href, status === 200 ? bytes.subarray(0, 512_000).toString("utf8") : "");
      },
      (error: Error) => {
        if (error instanceof PrivateAddressError) throw error;
        return error.message;
      },
    );
    rules.set(url.origin, { read, until: performance.now() + robotsHold });
    // A host that did not answer is asked again next time.
    read.then((found) => typeof found === "string" && rules.delete(url.origin)).catch(() => rules.delete(url.origin));
    return read;
  };

  const allowed = async (url: URL): Promise<number> => {
    const found = await rulesOf(url);
    if (typeof found === "string") throw new RequestError(found, true);
    if (found.isAllowed(url.href, NAME) === false) throw new RequestError("its robots.txt does not want it fetched", false);
    return Math.max(pause, Math.min(60_000, 1000 * (found.getCrawlDelay(NAME) ?? 0)));
  };

  return {
    async get(address, known = {}) {
      const headers = {
        ...(known.etag && { "if-none-match": known.etag }),
        ...(known.lastModified && { "if-modified-since": known.lastModified }),
      };
      for (let attempt = 1; ; attempt++) {
        let wait = backOff * 4 ** (attempt - 1);
        let message: string;
        try {
          const url = new URL(address);
          const pauseHere = await allowed(url);
          const answer = await ask(url, headers, pauseHere, async (next) => {
            await allowed(next);
          });
          if (answer.status === 304) return { kind: "unchanged", at: answer.at };
          if (answer.status >= 200 && answer.status < 300) return { kind: "answer", ...answer };
          message = `HTTP ${answer.status}`;
          const busy = answer.status === 429 || answer.status >= 500;
          const asked = busy ? secondsOf(answer.headers["retry-after"]) : undefined;
          if (!busy) return { kind: "failed", message };
          if (asked !== undefined) wait = 1000 * asked;
          if (wait > PATIENCE || attempt >= tries) {
            const later = asked === undefined ? "" : `; the server asks to come back in ${asked} s`;
            return { kind: "failed", message: message + later, ...(asked !== undefined && { retryAfter: asked }) };
          }
        } catch (error) {
          if (!(error instanceof RequestError) || !error.again || attempt >= tries)
            return { kind: "failed", message: (error as Error).message };
        }
        await sleep(wait);
      }
    },
  };
}

/** Retry-After: seconds, or a date (RFC 9110, section 10.2.3). */
function secondsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

const sleep = (ms: number) => new Promise<void>((resolve) => (ms > 0 ? setTimeout(resolve, ms) : resolve()));
