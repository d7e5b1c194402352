import { basename } from "node:path";
import { Readable } from "node:stream";
import { charsetOf, declaredIn, decodeAny } from "./charset.ts";
import { readEmail } from "./email.ts";
import { type Entry, readFeed } from "./feed.ts";
import { toFound } from "./found.ts";
import { type Fault, type Found, fault, type Provenance } from "./item.ts";
import { readJsonl } from "./jsonl.ts";
import { LIMITS } from "./limits.ts";
import { readPage } from "./page.ts";
import { type Format, formatOf, isGzip } from "./sniff.ts";
import { type Columns, readTable } from "./table.ts";
import { headlineOf } from "./text.ts";
import { collect, gunzip, UnpackError } from "./unpack.ts";
import { readWarc } from "./warc.ts";
import { numericDay, toIso } from "./when.ts";
import { readZip } from "./zip.ts";

export interface ReadOptions {
  /** Read as this, whatever it looks like. */
  from?: Format;
  columns?: Columns;
  delimiter?: string;
  /** Which comes first in "06/07/2021". */
  dates?: "dmy" | "mdy";
  charset?: string;
}

export type SourceItem = Found | Fault;

/** What was named, and what is known of it from outside: of a page its address, when it came and with which headers. */
export interface Source {
  name: string;
  /** How faults and places call it; the name unless it lies within another. */
  where?: string;
  url?: string;
  also?: Partial<Provenance>;
  depth?: number;
}

/** All reports of one source, whatever it is; archives within archives too. What cannot be read is named, the rest goes on. */
export async function* readSource(
  stream: AsyncIterable<Uint8Array>,
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<SourceItem> {
  const { where = source.name, depth = 0 } = source;
  if (depth > LIMITS.nesting) {
    yield fault(where, `an archive within ${LIMITS.nesting} others; unpack it yourself, and give what is in it`);
    return;
  }
  try {
    const { head, whole } = await peek(stream);
    if (head.length === 0) yield fault(where, "empty: no report in it");
    else if (isGzip(head)) {
      const inner = { ...source, where, depth: depth + 1, name: source.name.replace(/\.gz$/i, "") };
      yield* readSource(gunzip(whole), inner, options);
    } else yield* readAs(options.from ?? formatOf(source.name, head), whole, { ...source, where, depth }, options);
  } catch (error) {
    yield fault(where, reasonOf(error));
  }
}

type Placed = Source & { where: string; depth: number };

async function* readAs(
  format: Format,
  stream: AsyncIterable<Uint8Array>,
  source: Placed,
  options: ReadOptions,
): AsyncGenerator<SourceItem> {
  const { where } = source;
  if (format === "jsonl") yield* fromJsonl(stream, source);
  else if (format === "csv" || format === "tsv")
    yield* fromTable(stream, source, format === "tsv" ? { delimiter: "\t", ...options } : options);
  else if (format === "warc") yield* fromWarc(stream, source, options);
  else {
    const bytes = await collect(stream);
    if (format === "zip") {
      for await (const entry of readZip(bytes, where)) {
        if (entry.kind === "fault") yield entry;
        else yield* within(entry, source, options);
      }
    } else if (format === "eml") yield* fromEmail(bytes, source, options);
    else if (format === "feed") yield* fromFeed(bytes, source, options);
    else if (format === "html") yield pageOf(bytes, source, options);
    else yield textOf(bytes, source, options);
  }
}

/** A file that lies in another. It is not read as `from` says: that was said of what it lies in. */
function within(
  { name, bytes }: { name: string; bytes: Buffer },
  source: Placed,
  { from: _, ...options }: ReadOptions,
): AsyncGenerator<SourceItem> {
  return readSource(
    Readable.from([bytes]),
    { ...source, name: `${source.name}!${name}`, where: `${source.where}!${name}`, depth: source.depth + 1 },
    options,
  );
}

async function* fromJsonl(stream: AsyncIterable<Uint8Array>, { name, where, also }: Placed): AsyncGenerator<SourceItem> {
  for await (const item of readJsonl(stream, where)) {
    if (item.kind === "fault") yield item;
    else {
      const { id, ...rest } = item.report;
      const at = /:(\d+)$/.exec(id)?.[0];
      const place = at && id === `${where}${at}` ? at.slice(1) : undefined;
      yield toFound({
        report: place === undefined ? { id, ...rest } : rest,
        where: place === undefined ? `${where}#${id}` : id,
        source: name,
        place: place ?? id,
        raw: item.raw ?? item.report.text,
        within: basename(name),
        faults: item.faults,
        also: also ?? {},
      });
    }
  }
}

async function* fromTable(
  stream: AsyncIterable<Uint8Array>,
  { name, where, also }: Placed,
  options: ReadOptions,
): AsyncGenerator<SourceItem> {
  for await (const row of readTable(stream, where, options.columns ?? {}, options.delimiter)) {
    if (row.kind === "fault") {
      yield row;
      continue;
    }
    const { id, headline, text = "", published, url, outlet, language, byline } = row.fields;
    const at = `${where}:${row.line}`;
    const faults: Fault[] = [];
    const date = toIso(published) ?? (options.dates && published ? numericDay(published, options.dates) : undefined);
    if (published && !date) {
      const remedy = /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}/.test(published) ? "; say which comes first: --dates dmy or mdy" : "";
      faults.push(fault(at, `"${published.slice(0, 40)}" is no date that is one day only; read without it${remedy}`));
    }
    const body = headline && !text.startsWith(headline) ? `${headline}\n\n${text}` : text;
    yield toFound({
      report: {
        ...(id !== undefined && { id }),
        text: text === "" ? "" : body,
        ...(headline !== undefined && { headline: { start: 0, end: headline.length } }),
        ...(date !== undefined && { published: date }),
        ...(url !== undefined && { url }),
        ...(outlet !== undefined && { outlet }),
        ...(language !== undefined && { language }),
      },
      where: at,
      source: name,
      place: String(row.line),
      raw: row.raw,
      within: basename(name),
      faults,
      also: { ...also, ...(byline !== undefined && { byline }) },
    });
  }
}

async function* fromWarc(stream: AsyncIterable<Uint8Array>, source: Placed, options: ReadOptions): AsyncGenerator<SourceItem> {
  for await (const page of readWarc(stream, source.where)) {
    if (page.kind === "fault") yield page;
    else {
      const where = `${source.where}#${page.record}`;
      const also = { fetchedUrl: page.url, headers: page.headers, ...(page.date !== undefined && { fetchedAt: page.date }) };
      const placed = { name: source.name, where, url: page.url, also, depth: source.depth };
      const charset = options.charset ?? charsetOf(page.type);
      const given = { ...options, ...(charset !== undefined && { charset }) };
      if (/html/.test(page.type)) yield pageOf(page.bytes, placed, given);
      else if (/xml/.test(page.type)) yield* fromFeed(page.bytes, placed, given);
      else yield textOf(page.bytes, placed, given);
    }
  }
}

async function* fromEmail(bytes: Buffer, source: Placed, options: ReadOptions): AsyncGenerator<SourceItem> {
  const { name, where, also } = source;
  const { subject, text, from, published, id, attachments } = await readEmail(bytes);
  if (text.trim() !== "") {
    const body = subject ? `${subject}\n\n${text}` : text;
    yield toFound({
      report: {
        ...(id !== undefined && { id }),
        text: body,
        ...(subject && { headline: { start: 0, end: subject.length } }),
        ...(published && { published }),
        ...(from && { outlet: from }),
      },
      where,
      source: name,
      raw: bytes,
      within: "mail",
      also: also ?? {},
    });
  } else if (attachments.length === 0) yield fault(where, "a message without text");
  for (const attached of attachments) {
    if (/\.(eml|html?|txt|zip|jsonl|csv|tsv|warc|gz|xml|rss)$/i.test(attached.name)) yield* within(attached, source, options);
    else yield fault(`${where}!${attached.name}`, "an attachment that is not read; take the text out of it, and give that");
  }
}

async function* fromFeed(bytes: Buffer, { name, where, url, also }: Placed, options: ReadOptions): AsyncGenerator<SourceItem> {
  const { text, charset } = decodeAny(bytes, options.charset ?? declaredIn(bytes));
  const feed = readFeed(text, url);
  if (typeof feed === "string") {
    yield fault(where, feed);
    return;
  }
  for (const [n, entry] of feed.entries.entries())
    yield entryOf(entry, {
      where: `${where}#${n + 1}`,
      source: name,
      also: { ...also, charset },
      ...(feed.title && { outlet: feed.title }),
    });
  if (feed.fault) yield fault(where, feed.fault);
}

/** What a feed itself has of an entry, as a report. */
export function entryOf(
  { title, text, url, guid, published, byline }: Entry,
  { where, source, outlet, also }: { where: string; source: string; outlet?: string; also: Partial<Provenance> },
): SourceItem {
  const body = title && !text.startsWith(title) ? `${title}\n\n${text}` : text;
  if (text.trim() === "") return fault(where, `an entry without text (${title?.slice(0, 80) ?? url ?? "no title"})`);
  return toFound({
    report: {
      ...(url === undefined && guid !== undefined && { id: guid }),
      text: body,
      ...(title && { headline: { start: 0, end: title.length } }),
      ...(published !== undefined && { published }),
      ...(url !== undefined && { url }),
      ...(outlet !== undefined && { outlet }),
    },
    where,
    source,
    place: guid ?? url ?? where,
    raw: body,
    within: source,
    also: { ...also, ...(byline !== undefined && { byline }) },
  });
}

/** A page's article as a report, or why there is none. */
export function pageOf(bytes: Buffer, { name, where, url, also }: Placed, options: ReadOptions): SourceItem {
  const { text, charset } = decodeAny(bytes, options.charset ?? declaredIn(bytes));
  const article = readPage(text, url);
  if (typeof article === "string") return fault(where, article);
  const { report, byline } = article;
  return toFound({
    report,
    where,
    source: name,
    ...(where !== name && { place: where }),
    raw: bytes,
    file: name,
    also: { charset, ...also, ...(byline !== undefined && { byline }) },
  });
}

function textOf(bytes: Buffer, { name, where, url, also }: Placed, options: ReadOptions): SourceItem {
  const nul = bytes.indexOf(0);
  const { text, charset } = decodeAny(bytes, options.charset);
  if (nul >= 0 && !charset.startsWith("utf-16"))
    return fault(where, `binary, not text (a zero byte at byte ${nul}); give the text that was taken from it`);
  const headline = headlineOf(text);
  return toFound({
    report: { text, ...(headline && { headline }), ...(url !== undefined && { url }) },
    where,
    source: name,
    raw: bytes,
    // Standard input is no place where a report stays.
    ...(name !== "stdin" && { file: name }),
    also: { charset, ...also },
  });
}

/** The first bytes, and the whole stream with them. */
async function peek(stream: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  let done = false;
  let failure: unknown;
  while (length < 4096 && !done) {
    try {
      const next = await iterator.next();
      if (next.done) done = true;
      else {
        parts.push(next.value);
        length += next.value.length;
      }
    } catch (error) {
      // What came before it is read first; then it is thrown where it belongs.
      failure = error;
      done = true;
    }
  }
  if (failure && length === 0) throw failure;
  const whole = (async function* () {
    try {
      yield* parts;
      if (failure) throw failure;
      while (!done) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  })();
  return { head: Buffer.concat(parts.map((part) => part.subarray(0, 4096))), whole };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof UnpackError) return message;
  if (code === "ENOENT") return "no such file; check the name";
  if (code === "EACCES" || code === "EPERM") return "not allowed to read it; check its permissions";
  return `cannot be read: ${String(message).replace(/\s+/g, " ").slice(0, 200)}`;
}
