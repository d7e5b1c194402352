/** How clusters are compared: a score above `least` joins, the highest first. Both arguments are in ascending order. */
export interface Joining {
  /** Nodes that belong together whatever the score. */
  together: readonly (readonly [number, number])[];
  /** Nodes that stay apart whatever the score. */
  apart: readonly (readonly [number, number])[];
  least: number;
  score(a: readonly number[], b: readonly number[]): number;
}

interface Candidate {
  score: number;
  a: number;
  b: number;
  /** What the clusters were when they were compared: one that has grown since is another. */
  versionA: number;
  versionB: number;
}

/**
 * Agglomerative clustering over a sparse graph: the best pair of neighbouring clusters is joined until none is good enough.
 * Whole clusters are compared, so one bridge between two crowds does not make them one (no single link). The result does
 * not depend on the order of the edges. Nodes must be numbered canonically: ties go to the lower numbers.
 */
export function agglomerate(count: number, edges: Iterable<readonly [number, number]>, joining: Joining): number[][] {
  const members: (number[] | undefined)[] = Array.from({ length: count }, (_, i) => [i]);
  const neighbours: Set<number>[] = Array.from({ length: count }, () => new Set());
  const barred: Set<number>[] = Array.from({ length: count }, () => new Set());
  const where = Array.from({ length: count }, (_, i) => i);
  for (const [a, b] of joining.apart) {
    barred[a]?.add(b);
    barred[b]?.add(a);
  }
  for (const [a, b] of edges) {
    if (a === b) continue;
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  /** A cluster is known by its lowest node. */
  const join = (a: number, b: number): number => {
    const [kept, gone] = a < b ? [a, b] : [b, a];
    const all = merged(members[kept] as number[], members[gone] as number[]);
    for (const node of members[gone] as number[]) where[node] = kept;
    members[kept] = all;
    members[gone] = undefined;
    for (const sets of [neighbours, barred]) {
      const into = sets[kept] as Set<number>;
      for (const other of sets[gone] as Set<number>) {
        if (other !== kept) into.add(other);
        sets[other]?.delete(gone);
        if (other !== kept) sets[other]?.add(kept);
      }
      into.delete(gone);
      sets[gone] = new Set();
    }
    return kept;
  };
  const find = (node: number) => where[node] as number;
  for (const [a, b] of joining.together) if (find(a) !== find(b)) join(find(a), find(b));

  const heap = new Heap();
  const versions = new Map<number, number>();
  const version = (cluster: number) => versions.get(cluster) ?? 0;
  const propose = (x: number, y: number) => {
    const [a, b] = x < y ? [x, y] : [y, x];
    if (barred[a]?.has(b)) return;
    const score = joining.score(members[a] as number[], members[b] as number[]);
    if (score <= joining.least) return;
    heap.push({ score, a, b, versionA: version(a), versionB: version(b) });
  };
  for (let a = 0; a < count; a++) if (members[a]) for (const b of neighbours[a] as Set<number>) if (a < b) propose(a, b);
  for (let best = heap.pop(); best; best = heap.pop()) {
    if (!members[best.a] || !members[best.b] || best.versionA !== version(best.a) || best.versionB !== version(best.b)) continue;
    const kept = join(best.a, best.b);
    versions.set(kept, (versions.get(kept) ?? 0) + 1);
    for (const other of neighbours[kept] as Set<number>) if (members[other]) propose(kept, other);
  }
  return members.filter((cluster): cluster is number[] => cluster !== undefined);
}

function merged(a: readonly number[], b: readonly number[]): number[] {
  const all: number[] = [];
  let j = 0;
  for (const node of a) {
    while (j < b.length && (b[j] as number) < node) all.push(b[j++] as number);
    all.push(node);
  }
  while (j < b.length) all.push(b[j++] as number);
  return all;
}

/** A binary heap, the best first; ties by the lower numbers, so that the order is total. */
class Heap {
  readonly #items: Candidate[] = [];

  push(item: Candidate): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!better(item, items[above] as Candidate)) break;
      items[at] = items[above] as Candidate;
      at = above;
    }
    items[at] = item;
  }

  pop(): Candidate | undefined {
    const items = this.#items;
    const best = items[0];
    const last = items.pop();
    if (!last || items.length === 0) return best;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && better(items[below + 1] as Candidate, items[below] as Candidate)) below++;
      if (!better(items[below] as Candidate, last)) break;
      items[at] = items[below] as Candidate;
      at = below;
    }
    items[at] = last;
    return best;
  }
}

const better = (x: Candidate, y: Candidate): boolean =>
  x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b;
