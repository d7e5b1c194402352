import type { Incident, PloverType } from "@annalist/core";
import type { Store } from "@annalist/store";
import { allDecisions } from "./agreement.ts";

/** An event that is worth a person's look, and why. */
export interface QueueItem {
  report: string;
  event: string;
  incident: string;
  title: string;
  type: PloverType;
  mode?: string;
  /** The words that tell it. */
  words: string;
  confidence: number;
  /** How much it is worth; the queue's order. */
  score: number;
  reasons: string[];
  /** Who has judged it already, while that may be known. */
  judged: number;
}

/** How many incidents are looked at for the queue, each way. */
const LOOKED_AT = 150;
/** Below this the coder itself is in doubt. */
const DOUBT = 0.6;

/** The queue of a store; worked out again when its incidents have changed, at most. */
export function createQueue(store: Store): { items(coder: string, options: { blind: boolean }): Promise<QueueItem[]> } {
  let seq = -1;
  let found: Promise<QueueItem[]> | undefined;
  return {
    async items(coder, { blind }) {
      const changes = seq < 0 ? [] : await store.changes(seq, 1000);
      if (!found || changes.some(({ kind }) => kind !== "decision")) found = worthALook(store);
      seq = await store.lastChange();
      const judges = new Map<string, Set<string>>();
      for await (const { subject, kind, who, undone } of allDecisions(store)) {
        if (!subject.event || undone !== undefined || !["accept", "reject", "correct"].includes(kind)) continue;
        const key = `${subject.report}\n${subject.event}`;
        judges.set(key, (judges.get(key) ?? new Set()).add(who));
      }
      return (await found)
        .map((item) => ({ item, by: judges.get(`${item.report}\n${item.event}`) }))
        .filter(({ by }) => (blind ? !by?.has(coder) && (by?.size ?? 0) < 2 : !by?.size))
        .map(({ item, by }) => ({
          ...item,
          judged: blind ? 0 : (by?.size ?? 0),
          score: item.score + (blind && by?.size ? 100 : 0),
        }))
        .sort((a, b) => b.score - a.score || (a.report < b.report ? -1 : 1));
    },
  };
}

/** The incidents in dispute, the deadliest and the newest, by their events. */
async function worthALook(store: Store): Promise<QueueItem[]> {
  const lists = await Promise.all([
    store.listIncidents({ status: ["disputed", "denied"] }, { limit: LOOKED_AT, order: "killed" }),
    store.listIncidents({}, { limit: LOOKED_AT, order: "killed" }),
    store.listIncidents({}, { limit: LOOKED_AT, order: "-date" }),
  ]);
  const ids = [...new Set(lists.flatMap(({ items }) => items.map(({ id }) => id)))];
  const items: QueueItem[] = [];
  for (const id of ids) {
    const incident = await store.getIncident(id);
    if (incident) items.push(...(await itemsOf(store, incident)));
  }
  return items;
}

async function itemsOf(store: Store, incident: Incident): Promise<QueueItem[]> {
  const dead = Math.max(0, ...incident.tolls.filter(({ outcome }) => outcome === "killed").map(({ best }) => best));
  const unknown = incident.actors
    .filter(({ reference, reports }) => reference === undefined && reports === 1)
    .map(({ name }) => name);
  const items: QueueItem[] = [];
  for (const { report, event: id } of incident.members.slice(0, 4)) {
    const analysis = await store.getAnalysis(report);
    const event = analysis?.events.find((each) => each.id === id);
    const text = event && (await store.getReport(report))?.text;
    if (!analysis || !event || text === undefined) continue;
    const grounds: [string, number][] = [
      [incident.status === "disputed" ? "sources contradict one another" : "", 3],
      [incident.status === "denied" ? "denied" : "", 2.5],
      [event.confidence < DOUBT ? `low confidence, ${event.confidence.toFixed(2)}` : "", 4 * (1 - event.confidence)],
      [dead > 0 ? `${dead} dead` : "", Math.log2(1 + dead)],
      [dead >= 5 && incident.origins === 1 ? "a high toll from one origin" : "", 1.5],
      [unknown.length > 0 ? `an actor the lexicon does not know: ${unknown[0]}` : "", 1],
    ];
    const reasons = grounds.filter(([words]) => words !== "");
    if (reasons.length === 0) continue;
    const { headline } = analysis.report;
    items.push({
      report,
      event: event.id,
      incident: incident.id,
      title: headline ? text.slice(headline.start, headline.end) : text.slice(0, 100),
      type: event.type,
      ...(event.mode !== undefined && { mode: event.mode }),
      words: text.slice(event.evidence.start, Math.min(event.evidence.end, event.evidence.start + 240)),
      confidence: event.confidence,
      score: reasons.reduce((sum, [, weight]) => sum + weight, 0),
      reasons: reasons.map(([words]) => words),
      judged: 0,
    });
  }
  return items;
}
