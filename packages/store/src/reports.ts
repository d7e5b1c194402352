import { createHash } from "node:crypto";
import type { Report } from "@annalist/core";
import { sql } from "kysely";
import { forgetActors } from "./actors.ts";
import type { Database, Transaction } from "./database.ts";
import { holds, type Moment, note } from "./moment.ts";
import { among, cutOf, known, limitOf, toPage, where } from "./page.ts";
import type {
  IncomingReport,
  Page,
  PageRequest,
  Provenance,
  PutReport,
  ReportFilter,
  ReportRow,
  StoredReport,
  VersionHead,
} from "./store.ts";
import { hitOf, indexed, parseQuery } from "./words.ts";

interface VersionRow {
  key: number;
  id: string;
  n: number;
  text: string;
  headline_start: number | null;
  headline_end: number | null;
  title: string;
  length: number;
  published: string | null;
  day: string;
  outlet: string | null;
  url: string | null;
  language: string | null;
  sha256: string;
  provenance: string;
  stored: string;
}

const HEAD = sql`v.key, r.id, v.n, v.headline_start, v.headline_end, v.title, v.length, v.published, v.day, v.outlet, v.url, v.language,
  v.sha256, v.provenance, v.stored`;

export async function putReports(db: Database, batch: readonly IncomingReport[]): Promise<PutReport[]> {
  if (batch.length === 0) return [];
  const clean = batch.map(storable);
  return db.write(async (transaction) => {
    const put: PutReport[] = [];
    for (const incoming of clean) put.push(await putReport(db, transaction, incoming));
    return put;
  });
}

/** NUL and unpaired surrogates are no text to a database: each becomes U+FFFD, and no offset moves. */
const storable = (incoming: IncomingReport): IncomingReport => {
  const fields = Object.entries(incoming.report).map(([key, value]) => [
    key,
    typeof value === "string" ? wellFormed(value) : value,
  ]);
  return {
    ...incoming,
    report: Object.fromEntries(fields) as unknown as Report,
    ...(incoming.identity !== undefined && { identity: wellFormed(incoming.identity) }),
  };
};
const wellFormed = (text: string) => text.replace(UNSTORABLE, "\ufffd");

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for.
const UNSTORABLE = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

interface Known {
  key: number;
  report: number;
  id: string;
  n: number;
  sha256: string;
  published: string | null;
  outlet: string | null;
  language: string | null;
  headline_start: number | null;
  provenance: string;
}

async function putReport(db: Database, transaction: Transaction, incoming: IncomingReport): Promise<PutReport> {
  const { report } = incoming;
  const sha256 = createHash("sha256").update(report.text).digest("hex");
  const same = await find(transaction, incoming, sha256);
  if (same && !differs(same, incoming, sha256)) return { id: same.id, version: same.n, outcome: "unchanged" };
  if (same) {
    const { seq, at } = await note(transaction, "version", same.id);
    await transaction.run(sql`update versions set until = ${seq} where key = ${same.key}`);
    await forgetActors(transaction, same.key);
    await putVersion(db, transaction, incoming, { report: same.report, n: same.n + 1, sha256, seq, at });
    return { id: same.id, version: same.n + 1, outcome: "changed" };
  }
  const id = await freeId(transaction, report.id);
  const { seq, at } = await note(transaction, "report", id);
  const [row] = await transaction.run<{ key: number }>(
    sql`insert into reports (id, given, identity, since)
      values (${id}, ${incoming.unnamed ? null : report.id}, ${await freeIdentity(transaction, incoming)}, ${seq}) returning key`,
  );
  await putVersion(db, transaction, incoming, { report: row?.key as number, n: 1, sha256, seq, at });
  return { id, version: 1, outcome: "new" };
}

/** The report that this one is: by what identifies it, else by its words where neither has an address. */
async function find({ run }: Transaction, incoming: IncomingReport, sha256: string): Promise<Known | undefined> {
  const { report, identity, unnamed } = incoming;
  const columns = sql`select v.key, v.report, r.id, v.n, v.sha256, v.published, v.outlet, v.language, v.headline_start, v.provenance
    from versions v join reports r on r.key = v.report`;
  if (identity !== undefined) {
    for (const one of [toldApart(incoming), identity]) {
      const [found] = await run<Known>(sql`${columns} where r.identity = ${one} and v.until is null`);
      if (found && (one !== identity || (await isSame({ run }, found, incoming, sha256)))) return found;
    }
  }
  if (report.url !== undefined) return undefined;
  const given = unnamed ? null : report.id;
  const [found] = await run<Known>(sql`${columns} where v.sha256 = ${sha256} and v.until is null and v.url is null
    and coalesce(v.outlet, '') = ${report.outlet ?? ""} and coalesce(r.given, '') = ${given ?? ""} order by v.key limit 1`);
  return found;
}

/**
 * A file's name and an id in it are no address: "2021/reports.csv" and "2022/reports.csv" may both begin with 1. From
 * another place it is the same report only where its words are much the same.
 */
async function isSame({ run }: Transaction, known: Known, incoming: IncomingReport, sha256: string): Promise<boolean> {
  const { report, provenance } = incoming;
  if (report.url !== undefined || known.sha256 === sha256) return true;
  if ((JSON.parse(known.provenance) as Provenance).source === provenance.source) return true;
  const [row] = await run<{ text: string }>(sql`select text from versions where key = ${known.key}`);
  return alike(row?.text ?? "", report.text);
}

const toldApart = ({ identity, provenance }: IncomingReport): string => `${identity} in ${provenance.source}`;

async function freeIdentity({ run }: Transaction, incoming: IncomingReport): Promise<string | null> {
  if (incoming.identity === undefined) return null;
  const taken = await run(sql`select 1 from reports where identity = ${incoming.identity}`);
  return taken.length > 0 ? toldApart(incoming) : incoming.identity;
}

/** Whether one text may be the other, corrected: half of the longer words of the shorter one stand in the other. */
function alike(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu))) as [Set<string>, Set<string>];
  const [fewer, more] = x.size < y.size ? [x, y] : [y, x];
  return [...fewer].filter((word) => more.has(word)).length >= fewer.size / 2;
}

/** Other words, or a head that says otherwise; what the newcomer does not say of itself is no difference. */
function differs(same: Known, { report }: IncomingReport, sha256: string): boolean {
  const other = (mine: string | undefined, theirs: string | null) => mine !== undefined && mine !== theirs;
  return (
    same.sha256 !== sha256 ||
    other(report.published, same.published) ||
    other(report.outlet, same.outlet) ||
    other(report.language, same.language)
  );
}

async function freeId({ run }: Transaction, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}~${n}`;
    if ((await run(sql`select 1 from reports where id = ${id}`)).length === 0) return id;
  }
}

async function putVersion(
  db: Database,
  { run }: Transaction,
  { report, provenance }: IncomingReport,
  as: { report: number; n: number; sha256: string; seq: number; at: string },
): Promise<void> {
  const { text, headline, published = null, outlet = null, url = null, language = null } = report;
  const title = titleOf(text, headline);
  const [row] = await run<{ key: number }>(
    sql`insert into versions (report, n, text, headline_start, headline_end, title, length, published, day, outlet, url, language,
        sha256, provenance, stored, since)
      values (${as.report}, ${as.n}, ${text}, ${headline?.start ?? null}, ${headline?.end ?? null}, ${title}, ${text.length}, ${published},
        ${published?.slice(0, 10) ?? ""}, ${outlet}, ${url}, ${language}, ${as.sha256}, ${JSON.stringify(provenance)}, ${as.at}, ${as.seq})
      returning key`,
  );
  await run(db.vocabulary.putWords("versions", row?.key as number, indexed(text)));
}

/** The headline, or how the text begins. */
function titleOf(text: string, headline: { start: number; end: number } | undefined): string {
  const whole = headline ? text.slice(headline.start, headline.end) : text.slice(0, 400);
  const line = whole.replace(/\s+/g, " ").trim();
  return line.length <= 160
    ? line
    : `${line
        .slice(0, 160)
        .replace(/[\uD800-\uDBFF]$/, "")
        .replace(/\s+\S*$/, "")} …`;
}

const toHead = (row: VersionRow): VersionHead => ({
  id: row.id,
  version: row.n,
  length: row.length,
  ...known({ published: row.published, url: row.url, outlet: row.outlet, language: row.language }),
  ...(row.headline_start !== null && { headline: { start: row.headline_start, end: row.headline_end as number } }),
  sha256: row.sha256,
  stored: row.stored,
  provenance: JSON.parse(row.provenance) as Provenance,
});

export function toReport(row: VersionRow): StoredReport {
  const { length: _, ...head } = toHead(row);
  return { ...head, text: row.text };
}

export const REPORT = sql`${HEAD}, v.text`;

export async function getReport(db: Database, moment: Moment, id: string, version?: number): Promise<StoredReport | undefined> {
  const which =
    version === undefined ? holds(moment, "v") : sql`v.n = ${version} and v.since <= ${moment.seq ?? Number.MAX_SAFE_INTEGER}`;
  const row = await db.one<VersionRow>(
    sql`select ${REPORT} from versions v join reports r on r.key = v.report where r.id = ${id} and ${which}`,
  );
  return row && toReport(row);
}

export async function versionsOf(db: Database, moment: Moment, id: string): Promise<VersionHead[]> {
  const rows = await db.read<VersionRow>(sql`select ${HEAD} from versions v join reports r on r.key = v.report
    where r.id = ${id} and v.since <= ${moment.seq ?? Number.MAX_SAFE_INTEGER} order by v.n`);
  return rows.map(toHead);
}

export async function listReports(
  db: Database,
  moment: Moment,
  filter: ReportFilter = {},
  page?: PageRequest,
): Promise<Page<ReportRow>> {
  const cut = cutOf(page);
  const query = filter.words === undefined ? undefined : parseQuery(filter.words);
  const conditions = [holds(moment, "v")];
  // Rows of the past stand in no order that an index holds.
  const key = moment.seq === undefined ? db.vocabulary.inOrder(sql`v.key`) : sql`v.key`;
  if (query) conditions.push(sql`${key} in ${db.vocabulary.matching("versions", query)}`);
  if (filter.outlets) conditions.push(among(sql`v.outlet`, filter.outlets));
  if (filter.ids) conditions.push(among(sql`r.id`, filter.ids));
  if (filter.from) conditions.push(sql`v.day >= ${filter.from}`);
  if (filter.to) conditions.push(sql`v.day <= ${filter.to} and v.day <> ''`);
  if (filter.actors)
    conditions.push(sql`v.key in (select a.version from entities e join analyses a on a.key = e.analysis
      where ${among(sql`e.actor`, filter.actors)} and ${holds(moment, "a")})`);
  if (cut.after) conditions.push(sql`(v.day < ${cut.after[0]} or (v.day = ${cut.after[0]} and v.key < ${cut.after[1]}))`);
  const rows = await db.read<VersionRow & { events: number | null }>(
    sql`select ${query ? REPORT : HEAD}, (select a.events from analyses a where a.version = v.key and ${holds(moment, "a")} order by a.key desc limit 1) as events
      from versions v join reports r on r.key = v.report ${where(conditions)} order by v.day desc, v.key desc ${limitOf(cut)}`,
  );
  return toPage(
    rows,
    cut,
    (row) => ({
      id: row.id,
      version: row.n,
      ...known({ published: row.published, outlet: row.outlet, url: row.url, language: row.language, events: row.events }),
      title: row.title,
      length: row.length,
      ...(query && { hit: hitOf(row.text, query) }),
    }),
    (row) => [row.day, row.key],
  );
}
