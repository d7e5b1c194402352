import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { canonical } from "./address.ts";
import { charsetOf, declaredIn, decodeAny } from "./charset.ts";
import { type Entry, readFeed } from "./feed.ts";
import { fault, type Provenance } from "./item.ts";
import type { Fetched, Fetcher, Validators } from "./net/fetcher.ts";
import { formatOf } from "./sniff.ts";
import { entryOf, pageOf, type ReadOptions, readSource, type SourceItem } from "./source.ts";

/** What is remembered of an address between runs. */
export interface Remembered extends Validators {
  at?: string;
  /** Where it has moved for good. */
  moved?: string;
  /** Of a feed: its entries as they were read last. */
  seen?: Record<string, string>;
  /** Failures in a row, and when it may be asked again. */
  failures?: number;
  notBefore?: string;
}

export interface Memory {
  get(url: string): Promise<Remembered | undefined>;
  set(url: string, state: Remembered): Promise<void>;
}

/** Something to do once all before it is stored: what is noted as read must not get lost. */
export interface Afterwards {
  kind: "afterwards";
  run(): Promise<void>;
}

export type WebItem = SourceItem | Afterwards;

/** A feed's own text is the article where it is at least this long, code units; shorter ones are its first lines. */
const WHOLE = 1200;

/** Reports at an address: the article of a page, the entries of a feed, or a file of any other kind that is read. */
export async function* readUrl(
  address: string,
  fetcher: Fetcher,
  memory: Memory,
  options: ReadOptions = {},
): AsyncGenerator<WebItem> {
  const known = (await memory.get(address)) ?? {};
  const fetched = await fetcher.get(known.moved ?? address, known);
  if (fetched.kind === "failed") {
    const failures = (known.failures ?? 0) + 1;
    yield fault(address, fetched.message);
    yield {
      kind: "afterwards",
      run: () => memory.set(address, { ...known, at: new Date().toISOString(), failures, ...laterOf(fetched) }),
    };
    return;
  }
  const { failures: _, notBefore: __, ...calm } = known;
  if (fetched.kind === "unchanged") {
    yield { kind: "afterwards", run: () => memory.set(address, { ...calm, at: fetched.at }) };
    return;
  }
  const next: Remembered = { ...calm, ...validatorsOf(fetched), at: fetched.at, ...(fetched.moved && { moved: fetched.moved }) };
  const also = alsoOf(fetched);
  const charset = options.charset ?? charsetOf(fetched.headers["content-type"]);
  const given = { ...options, ...(charset !== undefined && { charset }) };
  const type = fetched.headers["content-type"] ?? "";
  const format = options.from ?? (/html/i.test(type) ? "html" : formatOf(new URL(fetched.url).pathname, fetched.bytes));
  if (format === "feed") {
    const { text } = decodeAny(fetched.bytes, charset ?? declaredIn(fetched.bytes));
    const feed = readFeed(text, fetched.url);
    if (typeof feed === "string") yield fault(address, feed);
    else {
      const seen: Record<string, string> = {};
      let failed = false;
      for (const [n, entry] of feed.entries.entries()) {
        const key = entry.guid ?? entry.url ?? entry.title ?? String(n);
        const mark = createHash("sha256").update(JSON.stringify(entry)).digest("base64url").slice(0, 16);
        if (known.seen?.[key] === mark) seen[key] = mark;
        else {
          const item = await entryItem(
            entry,
            { where: `${address}#${n + 1}`, source: address, also, ...(feed.title && { outlet: feed.title }) },
            fetcher,
            memory,
            options,
          );
          // What failed is asked for again next time.
          if (item.kind === "found") seen[key] = mark;
          else failed = true;
          yield item;
        }
      }
      if (feed.fault) yield fault(address, feed.fault);
      next.seen = seen;
      // An unchanged feed would not come again, and its entry that failed neither.
      if (failed) {
        delete next.etag;
        delete next.lastModified;
      }
    }
  } else if (format === "html")
    yield pageOf(fetched.bytes, { name: address, where: address, url: fetched.url, also, depth: 0 }, given);
  else
    yield* readSource(
      Readable.from([fetched.bytes]),
      { name: new URL(fetched.url).pathname.split("/").pop() || address, where: address, url: fetched.url, also },
      given,
    );
  yield { kind: "afterwards", run: () => memory.set(address, next) };
}

/** The article that an entry links to, or the entry's own text where that is the whole, or all that can be had. */
async function entryItem(
  entry: Entry,
  place: { where: string; source: string; outlet?: string; also: Partial<Provenance> },
  fetcher: Fetcher,
  memory: Memory,
  options: ReadOptions,
): Promise<SourceItem> {
  const own = () => entryOf(entry, place);
  if (entry.url === undefined || entry.text.length >= WHOLE) return own();
  const { notBefore } = (await memory.get(entry.url)) ?? {};
  if (notBefore !== undefined && Date.now() < Date.parse(notBefore))
    return fault(entry.url, `its server wants it asked for after ${notBefore} (an entry of ${place.source})`);
  const fetched = await fetcher.get(entry.url);
  const later = laterOf(fetched);
  if (later) await memory.set(entry.url, later);
  if (fetched.kind !== "answer") {
    const item = own();
    const message = fetched.kind === "failed" ? fetched.message : "nothing came";
    // A line or two of a feed are no report: better to come again than to store them in its stead.
    return item.kind === "fault" || fetched.kind === "failed"
      ? fault(entry.url, `${message} (an entry of ${place.source})`)
      : item;
  }
  const charset = options.charset ?? charsetOf(fetched.headers["content-type"]);
  const page = pageOf(
    fetched.bytes,
    { name: place.source, where: entry.url, url: fetched.url, also: alsoOf(fetched), depth: 0 },
    { ...options, ...(charset !== undefined && { charset }) },
  );
  if (page.kind === "fault") {
    const item = own();
    return item.kind === "found"
      ? { ...item, faults: [fault(entry.url, `${page.message}; the feed's own words were taken`)] }
      : page;
  }
  // The feed knows its entries' dates better than some pages do.
  const { published = entry.published, ...report } = page.report;
  const byline = page.provenance.byline ?? entry.byline;
  return {
    ...page,
    report: { ...report, ...(published !== undefined && { published }) },
    provenance: { ...page.provenance, ...(byline !== undefined && { byline }) },
  };
}

/** Until when its server wants to be left alone. */
const laterOf = (fetched: Fetched): Pick<Remembered, "notBefore"> | undefined =>
  fetched.kind === "failed" && fetched.retryAfter !== undefined
    ? { notBefore: new Date(Date.now() + 1000 * fetched.retryAfter).toISOString() }
    : undefined;

const validatorsOf = ({ headers }: Extract<Fetched, { kind: "answer" }>): Validators => ({
  ...(headers.etag && { etag: headers.etag }),
  ...(headers["last-modified"] && { lastModified: headers["last-modified"] }),
});

/** Headers that say something of the text; cookies and the like are nobody's business later. */
const KEPT = ["content-type", "content-language", "date", "etag", "last-modified", "server"];

const alsoOf = ({ url, at, headers }: Extract<Fetched, { kind: "answer" }>): Partial<Provenance> => ({
  fetchedUrl: url,
  fetchedAt: at,
  headers: Object.fromEntries(KEPT.flatMap((name) => (headers[name] ? [[name, headers[name] as string]] : []))),
});

export const isUrl = (source: string): boolean => /^https?:\/\//i.test(source) && canonical(source) !== undefined;
