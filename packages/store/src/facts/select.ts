import { sql } from "kysely";
import type { Database } from "../database.ts";
import { conditionsOf, day, number } from "../filter.ts";
import type { Moment } from "../moment.ts";
import { where } from "../page.ts";
import type { IncidentFilter } from "../store.ts";
import { parseQuery } from "../words.ts";
import { type Coded, dayNumber, type Facts } from "./facts.ts";

/** Selections kept: a page asks for the same one in four ways, and goes back to earlier ones. */
const KEPT = 48;
/** Words whose incidents are kept: what is searched for is narrowed by other things next. */
const WORDS = 16;

/** The incidents that a filter leaves, as places in the columns, ascending. */
export type Select = (facts: Facts, filter?: IncidentFilter) => Promise<Int32Array>;

/** Selects among one state of the facts after the other; what the columns do not hold the database answers. */
export function createSelect(db: Database, moment: Moment): Select {
  let of: Facts | undefined;
  const kept = latest<Int32Array>(KEPT);
  const found = latest<ReadonlySet<number>>(WORDS);
  const told = (words: string) => {
    const query = parseQuery(words);
    return query && found.get(words, () => keysOf(db, sql`select * from ${db.vocabulary.matching("incidents", query)} m`));
  };
  return (facts, filter = {}) => {
    if (of !== facts) {
      kept.clear();
      found.clear();
    }
    of = facts;
    return kept.get(JSON.stringify(filter, numbersToo), () => select(db, moment, facts, filter, told));
  };
}

/** The answers that were asked for last. */
function latest<T>(most: number) {
  const answers = new Map<string, Promise<T>>();
  return {
    clear: () => answers.clear(),
    get(key: string, answer: () => Promise<T>): Promise<T> {
      const known = answers.get(key) ?? answer();
      answers.delete(key);
      answers.set(key, known);
      known.catch(() => answers.delete(key));
      if (answers.size > most) answers.delete(answers.keys().next().value as string);
      return known;
    },
  };
}

/** JSON has no word for what is no number; two filters that differ in it must differ in their key. */
const numbersToo = (_key: string, value: unknown) =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;

async function select(
  db: Database,
  moment: Moment,
  facts: Facts,
  filter: IncidentFilter,
  told: (words: string) => Promise<ReadonlySet<number>> | undefined,
): Promise<Int32Array> {
  let found = narrowed(facts.all, testsOf(facts, filter));
  const { words, ids, report, near, toll } = filter;
  const tellers = words === undefined ? undefined : await told(words);
  if (tellers) found = among(facts, found, tellers);
  const rest = {
    ...(ids && { ids }),
    ...(report !== undefined && { report }),
    ...(near && { near }),
    ...(toll && !isHeld(toll) && { toll }),
  };
  if (Object.keys(rest).length > 0)
    found = among(facts, found, await keysOf(db, sql`select i.key from incidents i ${where(conditionsOf(db, moment, rest))}`));
  return found;
}

async function keysOf(db: Database, query: ReturnType<typeof sql>): Promise<Set<number>> {
  const rows = await db.read<Record<string, number>>(query);
  return new Set(rows.map((row) => Object.values(row)[0]!));
}

const among = ({ key }: Facts, found: Int32Array, keys: ReadonlySet<number>) => narrowed(found, [(i) => keys.has(key[i]!)]);

type Test = (i: number) => boolean;

/** Where a selection is written before its length is known; one for all, since no selection waits in the midst of it. */
let scratch = new Int32Array(0);
function narrowed(found: Int32Array, tests: readonly Test[]): Int32Array {
  if (tests.length === 0) return found;
  if (scratch.length < found.length) scratch = new Int32Array(found.length);
  let n = 0;
  next: for (let at = 0; at < found.length; at++) {
    const i = found[at]!;
    for (let t = 0; t < tests.length; t++) if (!tests[t]!(i)) continue next;
    scratch[n++] = i;
  }
  return scratch.slice(0, n);
}

/** Conditions on columns that the facts hold, as `conditionsOf` puts them to the database; those that leave least first. */
function testsOf(facts: Facts, filter: IncidentFilter): Test[] {
  const { types, modes, status, countries, actors, role, from, to, origins, toll, box } = filter;
  const tests: Test[] = [];
  if (actors) {
    const [acts, suffers] = [takesPart(facts, "actor", actors), takesPart(facts, "recipient", actors)];
    tests.push(role === "actor" ? acts : role === "recipient" ? suffers : (i) => acts(i) || suffers(i));
  }
  const oneOf = ({ codes, values }: Coded, wanted: readonly string[] | undefined) => {
    if (!wanted) return;
    const allowed = new Uint8Array(values.length);
    for (const value of wanted) if (values.indexOf(value) > 0) allowed[values.indexOf(value)] = 1;
    tests.push((i) => allowed[codes[i]!] === 1);
  };
  oneOf(facts.country, countries);
  oneOf(facts.mode, modes);
  oneOf(facts.type, types);
  oneOf(facts.status, status);
  if (from !== undefined) {
    const first = dayNumber(day(from));
    tests.push((i) => facts.lastDay[i]! >= first && facts.lastDay[i] !== 0);
  }
  if (to !== undefined) {
    const last = dayNumber(day(to));
    tests.push((i) => facts.day[i]! <= last && facts.day[i] !== 0);
  }
  const within = (column: Int32Array, min: number | undefined, max: number | undefined) => {
    const [low, high] = [min === undefined ? undefined : number(min), max === undefined ? undefined : number(max)];
    if (low !== undefined) tests.push((i) => column[i]! >= low);
    if (high !== undefined) tests.push((i) => column[i]! <= high);
  };
  within(facts.origins, origins?.min, origins?.max);
  if (toll && isHeld(toll)) within(facts[toll.outcome as "killed" | "injured"], toll.min ?? 0, toll.max);
  if (box) {
    const [west, south, east, north] = [box.west, box.south, box.east, box.north].map(number) as [number, number, number, number];
    tests.push((i) => {
      const [x, y] = [facts.longitude[i]!, facts.latitude[i]!];
      return y >= south && y <= north && (west <= east ? x >= west && x <= east : x >= west || x <= east);
    });
  }
  return tests;
}

function takesPart(facts: Facts, role: "actor" | "recipient", actors: readonly string[]): Test {
  const { starts, actors: there, numbers } = facts[role];
  const wanted = new Set(actors.flatMap((key) => numbers.get(key) ?? []));
  return (i) => {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) if (wanted.has(there[at]!)) return true;
    return false;
  };
}

/** Deaths and injuries stand in the columns, other outcomes in a table of their own. */
const isHeld = ({ outcome }: NonNullable<IncidentFilter["toll"]>) => outcome === "killed" || outcome === "injured";
