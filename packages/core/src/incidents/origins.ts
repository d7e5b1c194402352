import type { Analysis, Credit } from "../model/index.ts";
import { fold } from "./facts.ts";

/** How much of the shorter text must stand in the other for it to be a reprint. */
const SHARED = 0.45;
/** Fewer shingles than this say nothing. */
const ENOUGH = 12;

/** How much of the text that is the smaller part stands in the other, 0..1, from two signatures. */
export function overlapOf(a: string | undefined, b: string | undefined): number {
  if (!a || !b) return 0;
  const [x, y] = [hashes(a), hashes(b)];
  // Both sketches are complete only up to the lower of their largest hashes.
  const limit = lastOf(x) < lastOf(y) ? lastOf(x) : lastOf(y);
  const [inX, inY] = [x, y].map((list) => list.filter((hash) => hash <= limit)) as [string[], string[]];
  if (Math.min(inX.length, inY.length) < ENOUGH) return a === b ? 1 : 0;
  const other = new Set(inY);
  const both = inX.filter((hash) => other.has(hash)).length;
  return both / Math.min(inX.length, inY.length);
}

const WIDTH = 8;
const FULL = 96;
const hashes = (signature: string): string[] => signature.match(/.{8}/g) ?? [];
/** A sketch that is not full holds every shingle of its text. */
const lastOf = (list: readonly string[]): string => (list.length < FULL ? "g".repeat(WIDTH) : (list[list.length - 1] as string));

/**
 * Whose account a report gives: the agency of its byline; the outlet that its first sentences relay ("AFP quoted two
 * officials"), or that it names twice or more as its source; otherwise its own.
 */
export function accountOf({ report, sentences }: Analysis): { key: string; words: string } {
  const own = report.outlet ? fold(report.outlet) : `report ${report.id}`;
  const body = report.headline?.end ?? 0;
  const opening = sentences.filter(({ end }) => end > body).slice(0, 2);
  const leadEnd = opening[opening.length - 1]?.end ?? 0;
  const others = (report.credits ?? []).filter(({ name }) => fold(name) !== own);
  const byline = others.find(({ kind }) => kind === "byline");
  if (byline) return { key: fold(byline.name), words: `carries ${byline.name}` };
  const lead = others.find(({ end }) => end <= leadEnd);
  if (lead) return { key: fold(lead.name), words: `relays ${lead.name}` };
  const relays = others.filter(({ kind }) => kind === "relay");
  const often = relays.find(({ name }, i) => relays.slice(i + 1).some((other: Credit) => other.name === name));
  if (often) return { key: fold(often.name), words: `relays ${often.name}` };
  return { key: own, words: "own account" };
}

/** Groups of reports, by number into `analyses`, that have one origin. `members` in canonical order. */
export function originsOf(members: readonly number[], analyses: readonly Analysis[]): number[][] {
  const parent = new Map(members.map((i) => [i, i]));
  const find = (i: number): number => {
    const above = parent.get(i) as number;
    return above === i ? i : find(above);
  };
  const join = (i: number, j: number) => {
    const [a, b] = [find(i), find(j)];
    if (a !== b) parent.set(Math.max(a, b), Math.min(a, b));
  };
  const accounts = new Map(members.map((i) => [i, accountOf(analyses[i] as Analysis).key]));
  const outlets = new Map<string, string>();
  for (const i of members) {
    const outlet = analyses[i]?.report.outlet;
    // A paper that carries an agency passes on the agency's account to those who quote the paper.
    if (!outlet) continue;
    const [name, account] = [fold(outlet), accounts.get(i) as string];
    outlets.set(name, outlets.has(name) && outlets.get(name) !== account ? name : account);
  }
  const first = new Map<string, number>();
  for (const i of members) {
    let key = accounts.get(i) as string;
    for (let step = 0; step < 4; step++) key = outlets.get(key) ?? key;
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    else join(before, i);
  }
  for (const [i, j] of reprints(members, analyses)) join(i, j);
  const groups = new Map<number, number[]>();
  for (const i of members) groups.set(find(i), [...(groups.get(find(i)) ?? []), i]);
  return [...groups.values()];
}

/** Pairs that share much of their text. Only texts with a shingle in common are compared. */
function reprints(members: readonly number[], analyses: readonly Analysis[]): [number, number][] {
  const holders = new Map<string, number[]>();
  const pairs = new Map<string, [number, number]>();
  for (const i of members)
    for (const hash of hashes(analyses[i]?.report.signature ?? "")) {
      const list = holders.get(hash);
      if (!list) holders.set(hash, [i]);
      else if (list.length < 8) {
        for (const j of list) pairs.set(`${j} ${i}`, [j, i]);
        list.push(i);
      }
    }
  return [...pairs.values()].filter(
    ([i, j]) => overlapOf(analyses[i]?.report.signature, analyses[j]?.report.signature) >= SHARED,
  );
}
