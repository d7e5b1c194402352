import type { Facts } from "./facts.ts";

/** By which column a list goes, and where it begins: behind the incident with this value and id. */
export interface Ordered {
  by: "day" | "origins" | "killed_low" | "id";
  descending: boolean;
  after: readonly (string | number)[] | undefined;
  /** How many are wanted. */
  limit: number;
}

/** A place in a list, by the row's key. */
export interface Listed {
  key: number;
}

/** The first few of the chosen in an order, in one pass: a list shows a hundred of a hundred thousand. */
export function listed(facts: Facts, chosen: Int32Array, { by, descending, after, limit }: Ordered): Listed[] {
  const sign = descending ? -1 : 1;
  const value = valuesOf(facts, by);
  const compare = (v: number, id: string, w: number, other: string) =>
    v !== w ? sign * (v - w) : id === other ? 0 : id < other ? -1 : 1;
  const [mark, id] = after === undefined ? [] : by === "id" ? [0, String(after[0])] : [markOf(by, after[0]!), String(after[1])];
  const best: number[] = [];
  for (const i of chosen) {
    const [v, name] = [value(i), facts.id[i]!];
    if (mark !== undefined && compare(v, name, mark, id!) <= 0) continue;
    const last = best.at(-1);
    if (best.length === limit && compare(v, name, value(last!), facts.id[last!]!) >= 0) continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = best[middle]!;
      if (compare(v, name, value(there), facts.id[there]!) < 0) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, i);
    if (best.length > limit) best.pop();
  }
  return best.map((i) => ({ key: facts.key[i]! }));
}

function valuesOf(facts: Facts, by: Ordered["by"]): (i: number) => number {
  if (by === "id") return () => 0;
  const column = by === "day" ? facts.day : by === "origins" ? facts.origins : facts.killed;
  return (i) => column[i]!;
}

/** The value in a page's mark, as the columns hold it. */
const markOf = (by: Ordered["by"], mark: string | number): number =>
  by === "day" ? Number(String(mark).replaceAll("-", "")) : Number(mark);
