import { decided, type EventEntry, type Incident, type IncidentEntry, type Source } from "@annalist/core";
import { type IncidentFilter, judgementsOf, type Store } from "@annalist/store";
import type { RecordSource } from "./source.ts";
import type { TextSource } from "./verify.ts";

/** Reports kept at hand: members of one incident, and of those beside it, are asked for again and again. */
const KEPT = 256;

/** The record of a store as people decided it, or the part of it that a filter names. Reads row by row. */
export function storeSource(store: Store, filter?: IncidentFilter): RecordSource {
  let judgements: ReturnType<typeof judgementsOf> | undefined;
  const judged = async (id: string) => {
    judgements ??= judgementsOf(store);
    return (await judgements).get(id) ?? [];
  };
  const source = kept(async (id: string): Promise<Source | undefined> => {
    const [report, analysis] = await Promise.all([store.getReport(id), store.getAnalysis(id)]);
    return report && analysis && { text: report.text, analysis: decided(analysis, await judged(id)) };
  });
  return {
    async *incidents(): AsyncGenerator<IncidentEntry> {
      for await (const incident of store.incidents(filter)) {
        const sources = new Map<string, Source>();
        for (const id of new Set(incident.members.map(({ report }) => report))) {
          const found = await source(id);
          if (found) sources.set(id, found);
        }
        yield { incident, claims: await store.claimsOf(incident.id), sources };
      }
    },
    async *events(): AsyncGenerator<EventEntry> {
      // Which incident an event belongs to is small beside the texts, and asked of every event: it is read once.
      const incidents = new Map<string, Pick<Incident, "id" | "dates">>();
      for await (const { id, dates, members } of store.incidents(filter))
        for (const { report, event } of members) incidents.set(`${report}\0${event}`, { id, dates });
      for await (const found of filter ? named(incidents.keys()) : all()) {
        for (const event of found.analysis.events) {
          const incident = incidents.get(`${found.analysis.report.id}\0${event.id}`);
          if (filter && !incident) continue;
          yield { event, source: found, ...(incident && { incident }) };
        }
      }
    },
  };
  async function* all(): AsyncGenerator<Source> {
    for await (const { report, analysis } of store.analyses())
      yield { text: report.text, analysis: decided(analysis, await judged(report.id)) };
  }
  /** A part of the record: its reports alone, in the order of all. */
  async function* named(members: Iterable<string>): AsyncGenerator<Source> {
    for (const id of [...new Set([...members].map((member) => member.slice(0, member.indexOf("\0"))))].sort()) {
      const found = await source(id);
      if (found) yield found;
    }
  }
}

/** Texts of a store in the version that has a hash; where none has it, the latest. */
export function storeTexts(store: Store): TextSource {
  const found = kept(async (key: string): Promise<string | undefined> => {
    const [report, sha256] = key.split("\0") as [string, string];
    const version = (await store.versionsOf(report)).find((head) => head.sha256 === sha256)?.version;
    return (await store.getReport(report, version))?.text;
  });
  return { text: (report, sha256) => found(`${report}\0${sha256}`) };
}

/** The last few answers of a look-up. */
function kept<T>(look: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const cache = new Map<string, Promise<T>>();
  return (key) => {
    const known = cache.get(key) ?? look(key);
    cache.delete(key);
    cache.set(key, known);
    if (cache.size > KEPT) cache.delete(cache.keys().next().value as string);
    return known;
  };
}
