import type { Analysis, Member, Pin, Reason } from "../model/index.ts";
import { sum } from "./ground.ts";
import type { Happening } from "./happenings.ts";
import type { Likeness } from "./likeness.ts";

interface Linking {
  happenings: readonly Happening[];
  analyses: readonly Analysis[];
  clusters: readonly (readonly number[])[];
  pairs: readonly (readonly [number, number])[];
  likeness: Likeness;
  pins: readonly Pin[];
}

/** Refusals told of one incident: the nearest misses. */
const REFUSALS = 5;
/** Nothing much spoke for these. */
const FAR = -4;

/**
 * For a cluster why its members are held to be one: for each but the first the strongest tie to those before it; then
 * the nearest that were kept apart; then what was pinned.
 */
export function reasonsOf({ happenings, analyses, clusters, pairs, likeness, pins }: Linking): (cluster: number) => Reason[] {
  const clusterOf = new Map(clusters.flatMap((members, c) => members.map((i) => [i, c] as const)));
  const reason = (i: number, j: number, decision: Reason["decision"]): Reason => {
    const grounds = likeness.grounds(Math.min(i, j), Math.max(i, j));
    return {
      between: [member(i), member(j)],
      decision,
      weight: round(sum(grounds)),
      grounds: grounds.map(({ words, weight }) => ({ words: words(), weight: round(weight) })),
    };
  };
  const member = (i: number): Member => {
    const { report, events } = happenings[i] as Happening;
    return { report: (analyses[report] as Analysis).report.id, event: events[0] as string };
  };
  const refusals = new Map<number, { i: number; j: number; odds: number }[]>();
  for (const [i, j] of pairs) {
    const [a, b] = [clusterOf.get(i) as number, clusterOf.get(j) as number];
    if (a === b) continue;
    const odds = likeness.pair(i, j);
    if (odds < FAR) continue;
    for (const c of [a, b]) {
      const list = refusals.get(c) ?? [];
      list.push({ i, j, odds });
      refusals.set(c, list);
    }
  }
  return (c) => {
    const members = clusters[c] as readonly number[];
    const links = members.slice(1).map((j, at) => {
      // The whole crowd is not searched for each of its members.
      const before = members.slice(Math.max(0, at - 7), at + 1);
      const nearest = before.reduce((best, i) => (likeness.pair(i, j) > likeness.pair(best, j) ? i : best));
      return reason(nearest, j, "linked");
    });
    const seen = new Set<number>();
    const apart = (refusals.get(c) ?? [])
      .sort((x, y) => y.odds - x.odds || x.i - y.i || x.j - y.j)
      .filter(({ i, j }) => {
        const other = clusterOf.get(i) === c ? (clusterOf.get(j) as number) : (clusterOf.get(i) as number);
        return !seen.has(other) && seen.add(other);
      })
      .slice(0, REFUSALS)
      .map(({ i, j }) => reason(i, j, "kept-apart"));
    return [...links, ...apart, ...pinned(members)];
  };

  function pinned(members: readonly number[]): Reason[] {
    if (pins.length === 0) return [];
    const holds = ({ report, event }: Member) =>
      members.some((i) => {
        const one = happenings[i] as Happening;
        return (
          (analyses[one.report] as Analysis).report.id === report && (event === undefined ? one.main : one.events.includes(event))
        );
      });
    return pins
      .filter(({ a, b }) => holds(a) || holds(b))
      .map(({ a, b, decision, why }) => ({
        between: [a, b],
        decision: decision === "must" ? "pinned-together" : "pinned-apart",
        weight: 0,
        grounds: [{ words: why ?? "decided by a person", weight: 0 }],
      }));
  }
}

const round = (weight: number): number => Math.round(weight * 100) / 100;
