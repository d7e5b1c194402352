import Papa from "papaparse";
import { decodeAny } from "./charset.ts";
import { type Fault, fault } from "./item.ts";
import { linesOf } from "./lines.ts";

/** Which column holds what; a column is named as in the file's first row. */
export interface Columns {
  id?: string;
  headline?: string;
  text?: string;
  published?: string;
  url?: string;
  outlet?: string;
  language?: string;
  byline?: string;
}

/** Names that columns often have, tried in this order where nothing else was said. */
const USUAL: Record<keyof Columns, readonly string[]> = {
  id: ["id", "report_id", "article_id", "story_id", "uid", "guid"],
  headline: ["headline", "title"],
  text: ["text", "body", "content", "article", "story", "full_text", "maintext"],
  published: ["published", "date", "published_at", "pub_date", "publish_date", "publication_date", "date_publish", "created"],
  url: ["url", "link", "source_url"],
  outlet: ["outlet", "source", "publisher", "publication", "source_domain", "newspaper", "site"],
  language: ["language", "lang"],
  byline: ["byline", "author", "authors"],
};

export interface Row {
  kind: "row";
  line: number;
  fields: { [K in keyof Columns]?: string };
  raw: Uint8Array;
}

/** A record may run over this many lines and bytes; beyond, its quotation mark was never closed. */
const MOST_LINES = 5000;
const MOST_BYTES = 8 * 1024 * 1024;

/** Rows of CSV or TSV with a heading. A broken row is named, and the next line is read as if it had not been there. */
export async function* readTable(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  columns: Columns,
  delimiter?: string,
): AsyncGenerator<Row | Fault> {
  let split = delimiter;
  let places: Map<keyof Columns, number> | undefined;
  let width = 0;
  for await (const record of recordsOf(stream, name)) {
    if (record.kind === "fault") {
      yield record;
      continue;
    }
    const text = decodeAny(record.raw).text.replace(/[\r\n]+$/, "");
    if (text.trim() === "") continue;
    split ??= delimiterOf(text);
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: split, newline: text.includes("\r\n") ? "\r\n" : "\n" });
    const cells = data[0] ?? [];
    const where = `${name}:${record.line}`;
    if (!places) {
      const found = placesOf(cells, columns);
      if (typeof found === "string") {
        yield fault(where, found);
        return;
      }
      places = found;
      width = cells.length;
      continue;
    }
    const broken = errors.find(({ type }) => type === "Quotes");
    if (broken) yield fault(where, `a broken row (${broken.message.toLowerCase()}); mend it, the rows after it were read`);
    else if (cells.length !== width)
      yield fault(where, `${cells.length} columns where the heading has ${width}; mend the row, those after it were read`);
    else {
      const fields = Object.fromEntries(
        [...places].map(([field, at]) => [field, cells[at]?.trim()]).filter(([, value]) => value),
      );
      yield { kind: "row", line: record.line, fields, raw: record.raw };
    }
  }
}

function placesOf(heading: string[], columns: Columns): Map<keyof Columns, number> | string {
  const names = heading.map((cell) => cell.trim().replace(/^\ufeff/, ""));
  const lower = names.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, "_"));
  const places = new Map<keyof Columns, number>();
  for (const field of Object.keys(USUAL) as (keyof Columns)[]) {
    const given = columns[field];
    const at =
      given !== undefined
        ? names.findIndex((cell) => cell.toLowerCase() === given.toLowerCase())
        : USUAL[field].map((usual) => lower.indexOf(usual)).find((i) => i >= 0);
    if (given !== undefined && at === -1) return `no column "${given}" for ${field}; there are: ${names.slice(0, 40).join(", ")}`;
    if (at !== undefined && at >= 0) places.set(field, at);
  }
  if (!places.has("text"))
    return `no column for the text; say which: --map text=NAME (there are: ${names.slice(0, 40).join(", ")})`;
  return places;
}

const delimiterOf = (heading: string): string =>
  [",", "\t", ";", "|"].map((one) => ({ one, n: heading.split(one).length })).reduce((a, b) => (b.n > a.n ? b : a)).one;

interface Raw {
  kind: "raw";
  line: number;
  raw: Uint8Array;
}

/** Lines put together while a quotation mark is open. */
async function* recordsOf(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Raw | Fault> {
  let open: { line: number; parts: Uint8Array[]; bytes: number } | undefined;
  const giveUp = function* (): Generator<Raw | Fault> {
    if (!open) return;
    const { line, parts } = open;
    open = undefined;
    yield fault(
      `${name}:${line}`,
      "a broken row (a quotation mark is opened and never closed); mend it, the lines after it were read",
    );
    // What followed was swallowed by the open quotation: each of its lines is tried by itself.
    for (const [i, raw] of parts.slice(1).entries()) {
      if (quotes(raw) % 2 === 0) yield { kind: "raw", line: line + 1 + i, raw };
      else yield fault(`${name}:${line + 1 + i}`, "a broken row (a quotation mark without its pair)");
    }
  };
  for await (const { number, bytes, length } of linesOf(stream, MOST_BYTES)) {
    if (!bytes) {
      yield* giveUp();
      yield fault(`${name}:${number}`, `a line of ${length} bytes; at most ${MOST_BYTES} are read as one`);
      continue;
    }
    const closes = quotes(bytes) % 2 === 1;
    if (!open && !closes) yield { kind: "raw", line: number, raw: bytes };
    else if (!open) open = { line: number, parts: [bytes], bytes: bytes.length };
    else {
      open.parts.push(bytes);
      open.bytes += bytes.length;
      if (closes) {
        const raw = Buffer.concat(open.parts.flatMap((part, i) => (i === 0 ? [part] : [NEWLINE, part])));
        yield { kind: "raw", line: open.line, raw };
        open = undefined;
      } else if (open.parts.length > MOST_LINES || open.bytes > MOST_BYTES) yield* giveUp();
    }
  }
  yield* giveUp();
}

const NEWLINE = Buffer.from("\n");
const quotes = (bytes: Uint8Array): number => {
  let n = 0;
  for (let at = bytes.indexOf(34); at >= 0; at = bytes.indexOf(34, at + 1)) n++;
  return n;
};
