import type { Incident } from "@annalist/core";
import type { IncidentRow, Store } from "@annalist/store";

export interface ChainLink {
  from: string;
  to: string;
  type: string;
  /** How many reports say so. */
  said: number;
}
export interface Chain {
  nodes: IncidentRow[];
  links: ChainLink[];
}

/** A chain longer than this is cut: more would not be read. */
const LONGEST = 24;

/**
 * What an incident answers or follows from, what answers it, and so on in both directions. An incident knows what it
 * answers; what answers it is looked up in an index of the whole record, made anew when the incidents have changed.
 */
export function createChains(store: Store): (id: string) => Promise<Chain> {
  let seq = -1;
  let index: Promise<Map<string, ChainLink[]>> | undefined;
  return async (id) => {
    const changes = index ? await store.changes(seq, 1000) : [];
    if (!index || changes.some(({ kind }) => kind === "incidents")) index = indexOf(store);
    seq = await store.lastChange();
    const by = await index;
    const found = new Set([id]);
    const links = new Map<string, ChainLink>();
    for (const at of found) {
      for (const link of by.get(at) ?? []) {
        const other = link.from === at ? link.to : link.from;
        if (found.size >= LONGEST && !found.has(other)) continue;
        found.add(other);
        links.set(`${link.from}\n${link.to}\n${link.type}`, link);
      }
    }
    const { items } = await store.listIncidents({ ids: [...found] }, { limit: LONGEST });
    const there = new Set(items.map((each) => each.id));
    return { nodes: items, links: [...links.values()].filter(({ from, to }) => there.has(from) && there.has(to)) };
  };
}

/** Every tie of the record, under both of its ends. */
async function indexOf(store: Store): Promise<Map<string, ChainLink[]>> {
  const by = new Map<string, ChainLink[]>();
  const put = (key: string, link: ChainLink) => {
    const links = by.get(key) ?? [];
    links.push(link);
    by.set(key, links);
  };
  for await (const incident of store.incidents()) {
    for (const link of linksOf(incident)) {
      put(link.from, link);
      put(link.to, link);
    }
  }
  return by;
}

const linksOf = ({ id, relations }: Incident): ChainLink[] =>
  relations.map(({ type, to, said }) => ({ from: id, to, type, said: new Set(said.map(({ report }) => report)).size }));
