import type { Candidate } from "../find/candidate.ts";
import type { Clusters } from "./clusters.ts";
import { initialsOf, skeleton } from "./spelling.ts";

const SUFFIX = new Set(["jr", "sr", "ii", "iii", "iv", "phd", "md"]);
/** Words with which an organisation is called for short only when nothing else could be meant. */
const WEAK = new Set([
  "the",
  "of",
  "and",
  "for",
  "al",
  "el",
  "a",
  "in",
  "united",
  "national",
  "new",
  "north",
  "south",
  "east",
  "west",
  "american",
  "international",
]);

/** Names of one entity: equal ones, those of one key in the lexicon, short forms, acronyms, other spellings. Text order; linear but for a bounded look back. */
export function linkNames(clusters: Clusters): void {
  const { candidates } = clusters;
  const byReference = new Map<string, number>();
  const byName = new Map<string, number>();
  const byWord = new Map<string, number[]>();
  const bySkeleton = new Map<string, number[]>();
  const byInitials = new Map<string, number[]>();
  for (const [i, one] of candidates.entries()) {
    if (one.form !== "name") continue;
    const keys = trimmed(one.keys);
    const name = keys.join(" ");
    const join = (other: number | undefined): boolean => {
      if (other === undefined || !fits(candidates[other] as Candidate, one) || !clusters.compatible(other, i)) return false;
      clusters.join(other, i);
      return true;
    };
    let linked = one.reference ? join(byReference.get(one.reference)) : false;
    linked = join(byName.get(name)) || linked;
    if (!linked && one.kind !== "state" && one.kind !== "population") {
      const isPerson = one.kind === "person";
      const near = new Set<number>();
      for (const key of keys) if (!WEAK.has(key)) for (const other of recent(byWord.get(key))) near.add(other);
      for (const other of [...near].sort((a, b) => b - a)) {
        const before = candidates[other] as Candidate;
        if ((before.kind === "person") !== isPerson) continue;
        if ((isPerson ? samePerson : sameBody)(trimmed(before.keys), keys) && join(other)) {
          linked = true;
          break;
        }
      }
      if (!linked && !isPerson && keys.length === 1) {
        for (const other of recent(byInitials.get(name))) if (!linked) linked = join(other);
      }
      if (!linked && !isPerson && keys.length > 1) {
        const initials = initialsOf(keys);
        const other = byName.get(initials);
        if (initials.length >= 2 && other !== undefined) linked = join(other);
      }
      for (const other of recent(bySkeleton.get(skeleton(keys)))) {
        if (linked) break;
        linked = (candidates[other] as Candidate).kind === one.kind && join(other);
      }
    }
    if (one.reference && !byReference.has(one.reference)) byReference.set(one.reference, i);
    byName.set(name, i);
    for (const key of keys) push(byWord, key, i);
    const bones = skeleton(keys);
    if (bones.length >= 3) push(bySkeleton, bones, i);
    if (keys.length > 1)
      for (const initials of new Set([initialsOf(keys), keys.map((key) => key[0]).join("")])) push(byInitials, initials, i);
  }
}

/** The last few of a list, newest first. */
function recent(list: readonly number[] | undefined): number[] {
  return list ? list.slice(-8).reverse() : [];
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const trimmed = (keys: readonly string[]): readonly string[] => {
  const last = keys[keys.length - 1];
  return keys.length > 1 && last !== undefined && SUFFIX.has(last) ? keys.slice(0, -1) : keys;
};

function fits(a: Candidate, b: Candidate): boolean {
  if ((a.kind === "person") !== (b.kind === "person")) return false;
  if ((a.kind === "population") !== (b.kind === "population")) return false;
  return true;
}

/** "Kirby" and "John Kirby", "J. Kirby" and "John Kirby", "Ahmed" and "Ahmed Mohamed"; not "Joe Biden" and "Hunter Biden". */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const surname = short[short.length - 1] as string;
  if (short.length === 1)
    return (
      long[long.length - 1] === surname ||
      (long[0] === surname && surname.length > 2) ||
      (surname.length > 3 && long.includes(surname))
    );
  if (long[long.length - 1] !== surname) return isPart(long, short);
  const first = short[0] as string;
  return (
    long[0] === first ||
    (first.length === 1 && (long[0] as string).startsWith(first)) ||
    ((long[0] as string).length === 1 && first.startsWith(long[0] as string)) ||
    isPart(long, short)
  );
}

/** "the Guards" and "Revolutionary Guards", "Amnesty" and "Amnesty International". */
export function sameBody(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length === short.length) return false;
  if (short.every((key) => WEAK.has(key))) return false;
  if (short.length === 1 && (short[0] as string).length < 4) return false;
  const ends = short.every((key, i) => long[long.length - short.length + i] === key);
  const begins = short.every((key, i) => long[i] === key);
  return ends || begins;
}

/** Whether all of `short` stand in `long` in the same order. */
function isPart(long: readonly string[], short: readonly string[]): boolean {
  let at = 0;
  for (const key of long) if (key === short[at]) at++;
  return at === short.length;
}
