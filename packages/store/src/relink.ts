import { type Analysis, createLinker, decided, type Judgement, type Linked, ledger } from "@annalist/core";
import type { Decision, LinkedItem, Replaced, Store } from "./store.ts";

/** Analyses kept at hand while ledgers are written: incidents of one report mostly have days near each other. */
const KEPT = 512;

/**
 * Links anew what the store holds, as people decided it: their corrections and rejections are in the analyses that are
 * linked, and what they pinned holds. The same record and decisions give the same incidents. Analyses are read one by one,
 * first to be compared, then again for the ledgers; of each only what is compared stays in memory meanwhile.
 */
export async function relink(store: Store): Promise<Replaced> {
  // The record as it is now, whatever is written meanwhile: the ledgers must be of the analyses that were linked.
  const now = await store.at("9999-12-31");
  const judgements = await judgementsOf(now);
  const asDecided = (analysis: Analysis) => decided(analysis, judgements.get(analysis.report.id) ?? []);
  const linker = createLinker({ pins: await now.pins() });
  for await (const { analysis } of now.analyses()) linker.add(asDecided(analysis));
  return store.replaceLinked(
    withLedgers(linker.linked(), async (report) => {
      const analysis = await now.getAnalysis(report);
      return analysis && asDecided(analysis);
    }),
  );
}

/** Incidents with their ledgers, and stories. */
async function* withLedgers(
  linked: Iterable<Linked>,
  read: (report: string) => Promise<Analysis | undefined>,
): AsyncGenerator<LinkedItem> {
  const kept = new Map<string, Analysis | undefined>();
  for (const item of linked) {
    if (item.kind === "story") {
      yield { item };
      continue;
    }
    const analyses = new Map<string, Analysis>();
    for (const report of new Set([...item.members, ...item.tolls].map(({ report }) => report))) {
      const analysis = kept.has(report) ? kept.get(report) : await read(report);
      kept.delete(report);
      kept.set(report, analysis);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
      if (analysis) analyses.set(report, analysis);
    }
    yield { item, claims: ledger(item, analyses) };
  }
}

const JUDGES = ["accept", "correct", "reject"] as const;

/** What people decided of events and have not taken back, by report, in the order of the log. */
export async function judgementsOf(store: Store): Promise<Map<string, Judgement[]>> {
  const found = new Map<string, Judgement[]>();
  for (let after: string | undefined; ; ) {
    const page = await store.decisions({ kinds: JUDGES }, { limit: 1000, ...(after !== undefined && { after }) });
    for (const decision of page.items) {
      const { report, event } = decision.subject;
      if (!report || !event || decision.undone !== undefined) continue;
      const list = found.get(report) ?? [];
      list.push(toJudgement(decision, event));
      found.set(report, list);
    }
    if (page.next === undefined) return found;
    after = page.next;
  }
}

function toJudgement({ kind, subject, after }: Decision, event: string): Judgement {
  return {
    kind: kind as Judgement["kind"],
    event,
    ...(subject.trigger && { trigger: subject.trigger }),
    ...(subject.field && { field: subject.field as NonNullable<Judgement["field"]> }),
    ...(isCorrection(after) && { after }),
  };
}

const isCorrection = (value: unknown): value is NonNullable<Judgement["after"]> =>
  typeof value === "object" && value !== null && typeof (value as { value?: unknown }).value === "string";
