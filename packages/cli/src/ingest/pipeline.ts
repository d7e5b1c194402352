import type { Analysis } from "@annalist/core";
import type { Found, WebItem } from "@annalist/ingest";
import type { Store, StoredReport } from "@annalist/store";
import type { Coder } from "../code/coder.ts";
import type { IngestProgress } from "./progress.ts";

/** Reports that are stored, and coded, in one go: few enough that a stop loses little, many enough that a commit costs little. */
const BATCH = { reports: 64, characters: 400_000 };

export interface Tally {
  new: number;
  changed: number;
  unchanged: number;
  coded: number;
  faults: number;
  stopped: boolean;
}

export const emptyTally = (): Tally => ({ new: 0, changed: 0, unchanged: 0, coded: 0, faults: 0, stopped: false });

export interface PipelineContext {
  store: Store;
  /** Without one, reports are stored and not coded. */
  coder: Coder | undefined;
  progress: IngestProgress;
  tally: Tally;
  /** Set when a person wants to stop: what is under way is finished. */
  stop: { wanted: boolean };
}

/**
 * Stores items as they come, then codes what is new. A report is on the disk before it is coded, so that whatever happens in
 * between, it is there, and the next run codes it. `source` is what was named; its faults of an earlier run that do not
 * happen again are struck from the list. Returns how many of this run there were.
 */
export async function store(
  items: AsyncIterable<WebItem>,
  source: string,
  context: PipelineContext,
): Promise<{ faults: number }> {
  const { progress, tally, stop } = context;
  const before = await faultsOf(context.store, source);
  const faults = new Map<string, string>();
  const batch: Found[] = [];
  let afterwards: (() => Promise<void>)[] = [];
  let characters = 0;
  let found = 0;
  const coding = codingOf(context);
  const complain = (where: string, message: string) => {
    faults.set(where, message);
    tally.faults++;
    progress.complain(where, message);
  };
  const flush = async () => {
    const taken = batch.splice(0);
    characters = 0;
    const put = await context.store.putReports(taken);
    const fresh: StoredReport[] = [];
    for (const [i, { id, version, outcome }] of put.entries()) {
      tally[outcome]++;
      if (outcome !== "unchanged") fresh.push({ ...(taken[i] as Found).report, id, version } as StoredReport);
    }
    progress.add(put.length);
    await coding.add(fresh);
    for (const run of afterwards) await run();
    afterwards = [];
  };
  for await (const item of items) {
    if (item.kind === "fault") complain(item.where, item.message);
    else if (item.kind === "afterwards") afterwards.push(item.run);
    else {
      for (const { where, message } of item.faults) complain(where, message);
      batch.push(item);
      found++;
      characters += item.report.text.length;
      if (batch.length >= BATCH.reports || characters >= BATCH.characters) await flush();
    }
    if (stop.wanted) {
      tally.stopped = true;
      break;
    }
  }
  await flush();
  await coding.end();
  await context.store.noteFaults([...faults].map(([where, message]) => ({ where, message, source })));
  // Where nothing came, nothing was mended either.
  if (found > 0 && !tally.stopped) await context.store.clearFaults(before.filter((where) => !faults.has(where)));
  return { faults: faults.size };
}

/** Codes what an earlier run stored and did not get to. */
export async function codeLeft(context: PipelineContext, producer: Parameters<Store["uncoded"]>[0]): Promise<void> {
  const coding = codingOf(context);
  for (let after = 0; !context.stop.wanted; ) {
    const left = await context.store.uncoded(producer, BATCH.reports, after);
    if (left.length === 0) break;
    after = left.at(-1)?.seq as number;
    await coding.add(left);
  }
  await coding.end();
  if (context.stop.wanted) context.tally.stopped = true;
}

/** At most `coder.width` batches are under way, so that memory does not grow with the input. */
function codingOf({ store, coder, progress, tally }: PipelineContext) {
  const under: Promise<void>[] = [];
  const code = async (reports: StoredReport[]) => {
    const coded = await (coder as Coder).code(
      reports.map(({ version: _, provenance: __, stored: ___, sha256: ____, ...report }) => report),
    );
    const analyses = coded.flatMap((answer, i) => {
      const { id, version } = reports[i] as StoredReport;
      if ("text" in answer) return [{ report: id, version, analysis: JSON.parse(answer.text) as Analysis }];
      tally.faults++;
      progress.complain(id, answer.error);
      return [];
    });
    await store.putAnalyses(analyses);
    tally.coded += analyses.length;
    progress.coded(analyses.length);
  };
  return {
    async add(reports: StoredReport[]) {
      if (!coder || reports.length === 0) return;
      for (let i = 0; i < reports.length; i += 16) {
        const work = code(reports.slice(i, i + 16));
        // It is awaited below; until then a failure is no unhandled one.
        work.catch(() => {});
        under.push(work);
        if (under.length >= coder.width) await under.shift();
      }
    },
    async end() {
      await Promise.all(under.splice(0));
    },
  };
}

/** Where something of a source could not be read. */
export async function faultsOf(store: Store, source: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await store.faults({ limit: 1000, ...(after !== undefined && { after }) });
    found.push(...page.items.filter((fault) => fault.source === source).map(({ where }) => where));
    if (page.next === undefined) return found;
    after = page.next;
  }
}
