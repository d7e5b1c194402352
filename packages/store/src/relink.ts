import { type Analysis, decided, type Judgement, ledger, link } from "@annalist/core";
import type { Decision, LinkedItem, Replaced, Store } from "./store.ts";

/**
 * Links anew what the store holds, as people decided it: their corrections and rejections are in the analyses that are
 * linked, and what they pinned holds. The same record and decisions give the same incidents.
 */
export async function relink(store: Store): Promise<Replaced> {
  const analyses = new Map<string, Analysis>();
  for await (const analysis of decidedAnalyses(store)) analyses.set(analysis.report.id, analysis);
  const items = link([...analyses.values()], { pins: await store.pins() }).map(
    (item): LinkedItem => (item.kind === "incident" ? { item, claims: ledger(item, analyses) } : { item }),
  );
  return store.replaceLinked(items);
}

/** The current analysis of every report, as people decided it, in the order of report ids. */
export async function* decidedAnalyses(store: Store): AsyncGenerator<Analysis> {
  const judgements = await judgementsOf(store);
  for await (const { analysis } of store.analyses()) yield decided(analysis, judgements.get(analysis.report.id) ?? []);
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
