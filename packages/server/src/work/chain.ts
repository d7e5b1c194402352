import type { IncidentRow, IncidentTie, Store } from "@annalist/store";

export interface Chain {
  nodes: IncidentRow[];
  links: IncidentTie[];
}

/** A chain longer than this is cut: more would not be read. */
const LONGEST = 24;

/** What an incident answers or follows from, what answers it, and so on in both directions, the nearest first. */
export async function chainOf(store: Store, id: string): Promise<Chain> {
  const found = new Set([id]);
  const links = new Set<IncidentTie>();
  for (let edge = [id]; edge.length > 0; ) {
    const ends = (await store.tiesOf(edge)).flatMap((tie) => {
      links.add(tie);
      return [tie.from, tie.to];
    });
    edge = [...new Set(ends)].filter((end) => !found.has(end)).slice(0, LONGEST - found.size);
    for (const end of edge) found.add(end);
  }
  const { items } = await store.listIncidents({ ids: [...found] }, { limit: LONGEST });
  const there = new Set(items.map((each) => each.id));
  return { nodes: items, links: [...links].filter(({ from, to }) => there.has(from) && there.has(to)) };
}
