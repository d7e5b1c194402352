import type { Facts, Where } from "./facts.ts";
import type { Happening } from "./happenings.ts";
import { isArea } from "./nearness.ts";
import type { Subjects } from "./subjects.ts";

/** A block this large is not compared pair by pair. */
const SMALL = 48;
/** Neighbours within a large block, in canonical order. */
const WINDOW = 12;
/** A day named by an interval of at most so many days is blocked by its days, a longer one by its months. */
const SHORT = 4;

/**
 * Pairs of happenings worth comparing: of one type, and near in time and place, or in time and party, or told by reports
 * of like subject. What neither has a day, a place nor a subject in common with another is compared with none.
 */
export function candidates(happenings: readonly Happening[], subjects: Subjects): [number, number][] {
  const pairs = new Map<number, [number, number]>();
  const add = (a: number, b: number) => {
    if (happenings[a]?.report === happenings[b]?.report) return;
    const [i, j] = a < b ? [a, b] : [b, a];
    pairs.set(i * happenings.length + j, [i, j]);
  };
  const blocks = new Map<string, number[]>();
  happenings.forEach(({ facts }, i) => {
    for (const key of keysOf(facts)) {
      const block = blocks.get(key);
      if (block) block.push(i);
      else blocks.set(key, [i]);
    }
  });
  for (const [key, block] of blocks) {
    if (block.length <= SMALL) {
      for (let i = 0; i < block.length; i++)
        for (let j = i + 1; j < block.length; j++) add(block[i] as number, block[j] as number);
    } else if (!key.startsWith("month")) {
      // A month with many incidents at one place does not tell which of them a passing mention means.
      for (let i = 0; i < block.length; i++)
        for (let j = i + 1; j < Math.min(block.length, i + WINDOW); j++) add(block[i] as number, block[j] as number);
    }
  }
  const byReport = new Map<number, number[]>();
  happenings.forEach(({ report }, i) => {
    const list = byReport.get(report);
    if (list) list.push(i);
    else byReport.set(report, [i]);
  });
  for (const [x, y] of subjects.pairs)
    for (const i of byReport.get(x) ?? [])
      for (const j of byReport.get(y) ?? []) if (worth(happenings[i] as Happening, happenings[j] as Happening)) add(i, j);
  return [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair);
}

function worth(a: Happening, b: Happening): boolean {
  if (a.facts.type !== b.facts.type) return false;
  if (a.main && b.main) return true;
  return (
    a.facts.lemmas.some((lemma) => b.facts.lemmas.includes(lemma)) ||
    a.facts.modes.some((mode) => b.facts.modes.includes(mode)) ||
    [...a.facts.actors, ...a.facts.recipients].some(
      ({ key, state }) =>
        key !== undefined && !state && [...b.facts.actors, ...b.facts.recipients].some((other) => other.key === key),
    )
  );
}

function keysOf({ type, days, where, actors, recipients }: Facts): Set<string> {
  const keys = new Set<string>();
  const spots = new Set(where.flatMap(cellsOf));
  const parties = [...actors, ...recipients].flatMap(({ key, state }) => (key !== undefined && !state ? key : []));
  for (const { first, last } of days) {
    if (last - first < SHORT)
      for (let day = first; day <= last; day++) {
        for (const spot of spots) keys.add(`day ${type} ${day} ${spot}`);
        for (const party of parties) keys.add(`day ${type} ${day} ${party}`);
      }
    if (last - first < 100)
      for (let month = Math.floor(first / 30.44); month <= Math.floor(last / 30.44); month++)
        for (const spot of spots) keys.add(`month ${type} ${month} ${spot}`);
  }
  return keys;
}

/** The degree squares that a place lies in or near the edge of; an unresolved place stands for its name. */
function cellsOf(place: Where): string[] {
  const { latitude, longitude, folded } = place;
  if (isArea(place)) return [];
  if (latitude === undefined || longitude === undefined) return [folded];
  const cells = new Set<string>();
  for (const dLat of [-EDGE, EDGE])
    for (const dLon of [-EDGE, EDGE]) cells.add(`${Math.floor(latitude + dLat)},${Math.floor(longitude + dLon)}`);
  return [...cells];
}
const EDGE = 0.2;
