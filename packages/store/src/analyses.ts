import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Analysis, Producer } from "@annalist/core";
import { sql } from "kysely";
import { forgetActors, putActors } from "./actors.ts";
import type { Database, Transaction } from "./database.ts";
import { holds, type Moment, note } from "./moment.ts";
import { among, cutOf, known, limitOf, toPage, where } from "./page.ts";
import { REPORT, toReport } from "./reports.ts";
import {
  type AnalysisHead,
  type EventFilter,
  type EventOrder,
  type EventRow,
  type NewAnalysis,
  type Page,
  type PageRequest,
  type StoredReport,
  StoreError,
} from "./store.ts";

/** An analysis is ten times as long as its report; deflated it is about twice as long. */
const pack = (analysis: Analysis): Buffer => deflateRawSync(JSON.stringify(analysis), { level: 5 });
const unpack = (body: Uint8Array): Analysis => JSON.parse(inflateRawSync(body).toString("utf8"));

export async function putAnalyses(db: Database, batch: readonly NewAnalysis[]): Promise<void> {
  if (batch.length === 0) return;
  // Packed before the lock is taken.
  const packed = batch.map((item) => ({ ...item, body: pack(item.analysis) }));
  await db.write(async (transaction) => {
    for (const item of packed) await putAnalysis(transaction, item);
  });
}

async function putAnalysis(
  transaction: Transaction,
  { report, version, analysis, body }: NewAnalysis & { body: Buffer },
): Promise<void> {
  const { run } = transaction;
  const [row] = await run<{ key: number; text: string; sha256: string; until: number | null }>(
    sql`select v.key, v.text, v.sha256, v.until from versions v join reports r on r.key = v.report where r.id = ${report} and v.n = ${version}`,
  );
  if (!row) throw new StoreError("missing", `report ${report}, version ${version}: not in the store; store the report first`);
  if (row.sha256 !== analysis.report.sha256)
    throw new StoreError(
      "wrong",
      `report ${report}, version ${version}: the analysis was made of another text (${analysis.report.sha256.slice(0, 12)}…)`,
    );
  const producer = await producerKey(transaction, analysis.producer);
  const [before] = await run<{ key: number; producer: number; body: Uint8Array }>(
    sql`select key, producer, body from analyses where version = ${row.key} and until is null`,
  );
  if (before?.producer === producer && Buffer.compare(body, Buffer.from(before.body)) === 0) return;
  const { seq, at } = await note(transaction, "analysis", report);
  if (before) {
    if (row.until === null) await forgetActors(transaction, row.key);
    await run(sql`update analyses set until = ${seq} where key = ${before.key}`);
  }
  const [stored] = await run<{ key: number }>(
    sql`insert into analyses (version, producer, events, body, stored, since)
      values (${row.key}, ${producer}, ${analysis.events.length}, ${body}, ${at}, ${seq}) returning key`,
  );
  const key = stored?.key as number;
  for (const event of analysis.events) {
    await run(
      sql`insert into events (analysis, id, type, mode, polarity, modality, confidence, trigger_start, trigger_end)
        values (${key}, ${event.id}, ${event.type}, ${event.mode ?? null}, ${event.polarity}, ${event.modality}, ${event.confidence},
          ${event.trigger.start}, ${event.trigger.end})`,
    );
  }
  await putActors(transaction, key, analysis, row.text, row.until === null);
}

async function producerKey({ run }: Transaction, { version, model, lexicon }: Producer): Promise<number> {
  const find = sql`select key from producers where version = ${version} and model = ${model} and lexicon = ${lexicon}`;
  const [known] = await run<{ key: number }>(find);
  if (known) return known.key;
  const [made] = await run<{ key: number }>(
    sql`insert into producers (version, model, lexicon) values (${version}, ${model}, ${lexicon}) returning key`,
  );
  return made?.key as number;
}

const ofProducer = ({ version, model, lexicon }: Producer) =>
  sql`p.version = ${version} and p.model = ${model} and p.lexicon = ${lexicon}`;

export async function getAnalysis(
  db: Database,
  moment: Moment,
  report: string,
  { version, producer }: { version?: number; producer?: Producer } = {},
): Promise<Analysis | undefined> {
  const most = moment.seq ?? Number.MAX_SAFE_INTEGER;
  const row = await db.one<{ body: Uint8Array }>(
    sql`select a.body from analyses a join versions v on v.key = a.version join reports r on r.key = v.report join producers p on p.key = a.producer
      where r.id = ${report} and ${version === undefined ? holds(moment, "v") : sql`v.n = ${version}`} and a.since <= ${most}
      ${producer ? sql`and ${ofProducer(producer)}` : sql``} order by a.key desc limit 1`,
  );
  return row && unpack(row.body);
}

export async function analysesOf(db: Database, moment: Moment, report: string): Promise<AnalysisHead[]> {
  const rows = await db.read<{ n: number; events: number; stored: string; since: number } & Producer>(
    sql`select v.n, a.events, a.stored, a.since, p.version, p.model, p.lexicon from analyses a join versions v on v.key = a.version
      join reports r on r.key = v.report join producers p on p.key = a.producer
      where r.id = ${report} and a.since <= ${moment.seq ?? Number.MAX_SAFE_INTEGER} order by a.key`,
  );
  return rows.map(({ n, events, stored, since, version, model, lexicon }) => ({
    version: n,
    producer: { version, model, lexicon },
    stored,
    events,
    seq: since,
  }));
}

/** SQLite joins in the order that `cross join` gives: left to itself it reads every analysis and sorts them all for each page. */
export const pageOfAnalyses = (moment: Moment, after: string) =>
  sql`select ${REPORT}, a.body from reports r cross join versions v cross join analyses a
    where r.id > ${after} and v.report = r.key and a.version = v.key and ${holds(moment, "v")} and ${holds(moment, "a")}
    order by r.id limit 100`;

/** Pages by report id, so that memory stays the same however many there are. */
export async function* analyses(
  db: Database,
  moment: Moment,
  from = "",
): AsyncGenerator<{ report: StoredReport; analysis: Analysis }> {
  for (let after = from; ; ) {
    const rows = await db.read<Parameters<typeof toReport>[0] & { body: Uint8Array }>(pageOfAnalyses(moment, after));
    for (const row of rows) yield { report: toReport(row), analysis: unpack(row.body) };
    if (rows.length < 100) return;
    after = rows.at(-1)?.id as string;
  }
}

export async function uncoded(
  db: Database,
  producer: Producer | undefined,
  limit: number,
  after = 0,
): Promise<(StoredReport & { seq: number })[]> {
  const rows = await db.read<Parameters<typeof toReport>[0]>(
    sql`select ${REPORT} from versions v join reports r on r.key = v.report where v.until is null and v.key > ${after}
      and not exists (select 1 from analyses a join producers p on p.key = a.producer where a.version = v.key ${producer ? sql`and ${ofProducer(producer)}` : sql``})
      order by v.key limit ${limit}`,
  );
  return rows.map((row) => ({ ...toReport(row), seq: row.key }));
}

interface EventTableRow extends Omit<EventRow, "report" | "version" | "event" | "trigger"> {
  report: string;
  n: number;
  id: string;
  trigger_start: number;
  trigger_end: number;
  analysis: number;
}

export async function listEvents(
  db: Database,
  moment: Moment,
  filter: EventFilter = {},
  page?: PageRequest<EventOrder>,
): Promise<Page<EventRow>> {
  const cut = cutOf(page);
  const conditions = [holds(moment, "a"), holds(moment, "v")];
  if (filter.types) conditions.push(among(sql`e.type`, filter.types));
  if (filter.report !== undefined) conditions.push(sql`r.id = ${filter.report}`);
  if (filter.reports) conditions.push(among(sql`r.id`, filter.reports));
  if (filter.maxConfidence !== undefined) conditions.push(sql`e.confidence <= ${filter.maxConfidence}`);
  if (filter.undecided) {
    conditions.push(sql`not exists (select 1 from decisions d where d.report = r.id and d.event = e.id and d.kind <> 'undo'
      and not exists (select 1 from decisions u where u.undoes = d.seq and not exists (select 1 from decisions w where w.undoes = u.seq)))`);
  }
  const byReport = page?.order === "report";
  const [one, two, three] = cut.after ?? [];
  if (cut.after && byReport)
    conditions.push(
      sql`(a.key > ${one} or (a.key = ${one} and e.trigger_start > ${two}) or (a.key = ${one} and e.trigger_start = ${two} and e.id > ${three}))`,
    );
  if (cut.after && !byReport)
    conditions.push(
      sql`(e.confidence > ${one} or (e.confidence = ${one} and (e.analysis > ${two} or (e.analysis = ${two} and e.id > ${three}))))`,
    );
  const order = byReport ? sql`a.key, e.trigger_start, e.id` : sql`e.confidence, e.analysis, e.id`;
  const rows = await db.read<EventTableRow>(
    sql`select r.id as report, v.n, e.* from events e join analyses a on a.key = e.analysis join versions v on v.key = a.version
      join reports r on r.key = v.report ${where(conditions)} order by ${order} ${limitOf(cut)}`,
  );
  return toPage(
    rows,
    cut,
    (row) => ({
      report: row.report,
      version: row.n,
      event: row.id,
      type: row.type,
      ...known({ mode: row.mode }),
      polarity: row.polarity,
      modality: row.modality,
      confidence: row.confidence,
      trigger: { start: row.trigger_start, end: row.trigger_end },
    }),
    (row) => (byReport ? [row.analysis, row.trigger_start, row.id] : [row.confidence, row.analysis, row.id]),
  );
}
