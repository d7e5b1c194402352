import { type Bucket, type Cell, type Count, type Facets, type Period, StoreError } from "../store.ts";
import type { Coded, Facts, Parties } from "./facts.ts";

/** Values of a facet that are listed. */
const MOST = 100;
/** Cells of a map that are drawn. */
const CELLS = 5000;

export function facetsOf(facts: Facts, chosen: Int32Array): Facets {
  return {
    total: chosen.length,
    types: counted(facts.type, chosen),
    modes: counted(facts.mode, chosen),
    status: counted(facts.status, chosen),
    countries: counted(facts.country, chosen),
    actors: partiesOf(facts.actor, chosen),
    recipients: partiesOf(facts.recipient, chosen),
  };
}

function counted({ codes, values }: Coded, chosen: Int32Array): Count[] {
  const counts = new Int32Array(values.length);
  for (const i of chosen) counts[codes[i]!]!++;
  return most(counts, 1, (code) => ({ value: values[code]!, count: counts[code]! }));
}

function partiesOf({ starts, actors, keys, names }: Parties, chosen: Int32Array): Count[] {
  const counts = new Int32Array(keys.length);
  for (const i of chosen) for (let at = starts[i]!; at < starts[i + 1]!; at++) counts[actors[at]!]!++;
  return most(counts, 0, (number) => ({ value: keys[number]!, label: names[number]!, count: counts[number]! }));
}

function most(counts: Int32Array, from: number, toCount: (code: number) => Count): Count[] {
  const found: Count[] = [];
  for (let code = from; code < counts.length; code++) if (counts[code]! > 0) found.push(toCount(code));
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST);
}

/** What a day's number is divided by to give its period's, and how that is written. */
const PERIODS: Record<Period, { by: number; write(number: number): string }> = {
  day: { by: 1, write: (n) => `${four(n / 10_000)}-${two((n / 100) % 100)}-${two(n % 100)}` },
  month: { by: 100, write: (n) => `${four(n / 100)}-${two(n % 100)}` },
  year: { by: 10_000, write: (n) => four(n) },
};
const four = (n: number) => String(Math.floor(n)).padStart(4, "0");
const two = (n: number) => String(Math.floor(n)).padStart(2, "0");

export function timelineOf(facts: Facts, chosen: Int32Array, period: Period): Bucket[] {
  const { by, write } = PERIODS[period] ?? {};
  if (!by || !write) throw new StoreError("wrong", `a period of ${period}: one of ${Object.keys(PERIODS).join(", ")} is wanted`);
  const found = new Map<number, Bucket>();
  let number = -1;
  let bucket: Bucket | undefined;
  for (const i of chosen) {
    if (facts.day[i] === 0) continue;
    const next = Math.floor(facts.day[i]! / by);
    // Incidents of one day often stand together.
    if (next !== number || !bucket) {
      number = next;
      bucket = found.get(number) ?? { period: write(number), incidents: 0, killed: 0 };
      found.set(number, bucket);
    }
    bucket.incidents++;
    bucket.killed += Math.max(0, facts.killed[i]!);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, bucket]) => bucket);
}

export function cellsOf(facts: Facts, chosen: Int32Array, degrees: number): Cell[] {
  if (!(degrees > 0 && degrees <= 180))
    throw new StoreError("wrong", `a grid of ${degrees} degrees: more than 0 and at most 180 are wanted`);
  const { cellOf, precisions } = gridOf(facts, degrees);
  const { latitude, longitude, killed, id } = facts;
  const sums = precisions.map(() => ({ incidents: 0, north: 0, east: 0, killed: 0, first: "" }));
  for (const i of chosen) {
    if (cellOf[i]! < 0) continue;
    const sum = sums[cellOf[i]!]!;
    if (sum.incidents === 0 || id[i]! < sum.first) sum.first = id[i]!;
    sum.incidents++;
    sum.north += latitude[i]!;
    sum.east += longitude[i]!;
    sum.killed += Math.max(0, killed[i]!);
  }
  return sums
    .map((sum, cell) => ({ ...sum, precision: precisions[cell]! }))
    .filter(({ incidents }) => incidents > 0)
    .sort((a, b) => b.incidents - a.incidents || (a.first < b.first ? -1 : 1))
    .slice(0, CELLS)
    .map(({ incidents, north, east, killed, precision, first }) => ({
      latitude: north / incidents,
      longitude: east / incidents,
      precision,
      incidents,
      killed,
      ...(incidents === 1 && { incident: first }),
    }));
}

/** The cell of each incident in a grid, by precision; -1 where it has no place. */
interface Grid {
  cellOf: Int32Array;
  precisions: Cell["precision"][];
}
const grids = new WeakMap<Facts, Map<number, Grid>>();
/** Grids kept: maps are drawn in steps of two. */
const GRIDS = 6;

function gridOf(facts: Facts, degrees: number): Grid {
  const known = grids.get(facts) ?? new Map<number, Grid>();
  grids.set(facts, known);
  const grid = known.get(degrees) ?? makeGrid(facts, degrees);
  known.delete(degrees);
  known.set(degrees, grid);
  if (known.size > GRIDS) known.delete(known.keys().next().value as number);
  return grid;
}

function makeGrid({ count, latitude, longitude, precision }: Facts, degrees: number): Grid {
  const across = Math.ceil(360 / degrees) + 2;
  const numbers = new Map<number, number>();
  const precisions: Grid["precisions"] = [];
  const cellOf = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const [x, y] = [longitude[i]!, latitude[i]!];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const place = Math.floor((y + 90) / degrees) * across + Math.floor((x + 180) / degrees);
    const key = place * precision.values.length + precision.codes[i]!;
    let cell = numbers.get(key);
    if (cell === undefined) {
      cell = precisions.push((precision.values[precision.codes[i]!] || "unknown") as Cell["precision"]) - 1;
      numbers.set(key, cell);
    }
    cellOf[i] = cell;
  }
  return { cellOf, precisions };
}
