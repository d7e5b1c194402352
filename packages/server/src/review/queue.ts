import type { Incident, PloverType } from "@annalist/core";
import type { EventRow, Store } from "@annalist/store";
import { createJudges, keyOf } from "./judges.ts";

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
}

/** Before its words were looked up. */
type Candidate = Omit<QueueItem, "title" | "words"> & { trigger: EventRow["trigger"] };

/** How many incidents are looked at for the queue, each way. */
const LOOKED_AT = 150;
/** Members of an incident that may stand in it. */
const MEMBERS = 4;
/** Below this the coder itself is in doubt. */
const DOUBT = 0.6;

export interface Queue {
  items(coder: string, options: { blind: boolean; limit: number }): Promise<{ total: number; items: QueueItem[] }>;
}

/** The queue of a store; its candidates are worked out again when more than decisions has changed. */
export function createQueue(store: Store): Queue {
  const judges = createJudges(store);
  let seq = -1;
  let found: Promise<Candidate[]> | undefined;
  return {
    async items(coder, { blind, limit }) {
      const changes = seq < 0 ? [] : await store.changes(seq, 1000);
      if (!found || changes.some(({ kind }) => kind !== "decision")) found = worthALook(store);
      seq = await store.lastChange();
      const by = await judges.now();
      const open = (await found)
        .map((item) => ({ item, judged: by.get(keyOf(item)) }))
        .filter(({ judged }) => (blind ? !judged?.has(coder) && (judged?.size ?? 0) < 2 : !judged?.size))
        .map(({ item, judged }) => ({ ...item, score: item.score + (blind && judged?.size ? 100 : 0) }))
        .sort((a, b) => b.score - a.score || (keyOf(a) < keyOf(b) ? -1 : 1));
      return { total: open.length, items: await told(store, open.slice(0, limit)) };
    },
  };
}

/** The incidents in dispute, the deadliest and the newest, by their events. */
async function worthALook(store: Store): Promise<Candidate[]> {
  const lists = await Promise.all([
    store.listIncidents({ status: ["disputed", "denied"] }, { limit: LOOKED_AT, order: "killed" }),
    store.listIncidents({}, { limit: LOOKED_AT, order: "killed" }),
    store.listIncidents({}, { limit: LOOKED_AT, order: "-date" }),
  ]);
  const ids = [...new Set(lists.flatMap(({ items }) => items.map(({ id }) => id)))];
  const incidents: Incident[] = [];
  for await (const incident of store.incidents({ ids })) incidents.push(incident);
  const events = await eventsOf(store, new Set(incidents.flatMap((incident) => membersOf(incident).map(({ report }) => report))));
  return incidents.flatMap((incident) =>
    membersOf(incident).flatMap((member) => {
      const event = member.event === undefined ? undefined : events.get(keyOf({ report: member.report, event: member.event }));
      return event ? candidate(incident, event) : [];
    }),
  );
}

const membersOf = ({ members }: Incident) => members.slice(0, MEMBERS);

/** The events of some reports, a hundred reports at a time. */
async function eventsOf(store: Store, reports: ReadonlySet<string>): Promise<Map<string, EventRow>> {
  const found = new Map<string, EventRow>();
  const all = [...reports];
  for (let from = 0; from < all.length; from += 100) {
    for (let after: string | undefined; ; ) {
      const some = { reports: all.slice(from, from + 100) };
      const page = await store.listEvents(some, { limit: 1000, order: "report", ...(after !== undefined && { after }) });
      for (const row of page.items) found.set(keyOf(row), row);
      if (page.next === undefined) break;
      after = page.next;
    }
  }
  return found;
}

function candidate(incident: Incident, { report, event, type, mode, confidence, trigger }: EventRow): Candidate[] {
  const dead = Math.max(0, ...incident.tolls.filter(({ outcome }) => outcome === "killed").map(({ best }) => best));
  const unknown = incident.actors.find(({ reference, reports }) => reference === undefined && reports === 1);
  const grounds: [string, number][] = [
    [incident.status === "disputed" ? "sources contradict one another" : "", 3],
    [incident.status === "denied" ? "denied" : "", 2.5],
    [confidence < DOUBT ? `low confidence, ${confidence.toFixed(2)}` : "", 4 * (1 - confidence)],
    [dead > 0 ? `${dead} dead` : "", Math.log2(1 + dead)],
    [dead >= 5 && incident.origins === 1 ? "a high toll from one origin" : "", 1.5],
    [unknown ? `an actor the lexicon does not know: ${unknown.name}` : "", 1],
  ];
  const reasons = grounds.filter(([words]) => words !== "");
  if (reasons.length === 0) return [];
  return [
    {
      report,
      event,
      incident: incident.id,
      type,
      ...(mode !== undefined && { mode }),
      confidence,
      score: reasons.reduce((sum, [, weight]) => sum + weight, 0),
      reasons: reasons.map(([words]) => words),
      trigger,
    },
  ];
}

/** What is shown, with its words: each report is read once. */
async function told(store: Store, candidates: readonly Candidate[]): Promise<QueueItem[]> {
  const ids = [...new Set(candidates.map(({ report }) => report))];
  const reports = new Map(await Promise.all(ids.map(async (id) => [id, await store.getReport(id)] as const)));
  return candidates.flatMap(({ trigger, ...item }) => {
    const report = reports.get(item.report);
    if (!report) return [];
    const { text, headline } = report;
    const title = headline ? text.slice(headline.start, headline.end) : text.slice(0, 100);
    return [{ ...item, title, words: sentenceAround(text, trigger) }];
  });
}

/** From the end of the sentence before to the end of this one, 240 characters at most. */
function sentenceAround(text: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(Math.max(0, start - 160), start);
  // "U.S. " ends no sentence: a stop behind a single letter does not.
  const from = start - before.length + (/^[\s\S]*(?:[^\s.][^\s.][.!?]["”’]?\s|\n)/.exec(before)?.[0].length ?? 0);
  const behind = /[.!?]["”’]?(?:\s|$)|\n/.exec(text.slice(end));
  return text.slice(from, Math.min(behind ? end + behind.index + 1 : text.length, from + 240)).trim();
}
