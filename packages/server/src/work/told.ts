import type { Claim } from "@annalist/core";
import type { Hit, Store } from "@annalist/store";

/** How a report tells an incident: the word that was read as the event, with what stands around it. */
export interface Told {
  report: string;
  event: string;
  hit: Hit;
}

/** Members that are quoted; an incident of more is read in its reports. */
const MOST = 60;
/** Characters before and behind the word. */
const ROOM = 70;

/** The words of an incident's members, by which one is told from the other. */
export async function toldBy(store: Store, claims: readonly Claim[]): Promise<Told[]> {
  const told = claims.filter(({ attribute }) => attribute === "type").slice(0, MOST);
  const ids = [...new Set(told.map(({ report }) => report))];
  const texts = new Map(await Promise.all(ids.map(async (id) => [id, (await store.getReport(id))?.text] as const)));
  return told.flatMap(({ report, event, start, end }) => {
    const text = texts.get(report);
    return text === undefined ? [] : [{ report, event, hit: around(text, start, end) }];
  });
}

/** A stretch of a text in whole words. */
function around(text: string, start: number, end: number): Hit {
  const from = start > ROOM ? text.slice(start - ROOM, start).search(/\s/) + 1 + start - ROOM : 0;
  const behind = text.slice(end, end + ROOM);
  const to = end + ROOM < text.length ? end + Math.max(0, behind.lastIndexOf(" ")) : text.length;
  return { text: text.slice(from, to), marks: [{ start: start - from, end: end - from }] };
}
