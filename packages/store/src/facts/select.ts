import { sql } from "kysely";
import type { Database } from "../database.ts";
import { conditionsOf, day } from "../filter.ts";
import type { Moment } from "../moment.ts";
import { where } from "../page.ts";
import type { IncidentFilter } from "../store.ts";
import { type Coded, dayNumber, type Facts } from "./facts.ts";

type Test = (i: number) => boolean;

/** The incidents that a filter leaves, as places in the columns, ascending. What the columns do not hold the database answers. */
export async function select(db: Database, moment: Moment, facts: Facts, filter: IncidentFilter = {}): Promise<Int32Array> {
  const tests = testsOf(facts, filter);
  const asked = beyond(filter);
  if (asked) {
    const rows = await db.read<{ key: number }>(sql`select i.key from incidents i ${where(conditionsOf(db, moment, asked))}`);
    const keys = new Set(rows.map(({ key }) => key));
    tests.push((i) => keys.has(facts.key[i]!));
  }
  const found = new Int32Array(facts.count);
  let n = 0;
  for (let i = 0; i < facts.count; i++) if (tests.every((test) => test(i))) found[n++] = i;
  return found.subarray(0, n);
}

/** Conditions on columns that the facts hold, as `conditionsOf` puts them to the database. */
function testsOf(facts: Facts, filter: IncidentFilter): Test[] {
  const { types, modes, status, countries, actors, role, from, to, origins, toll, box } = filter;
  const tests: Test[] = [];
  const among = ({ codes, values }: Coded, wanted: readonly string[] | undefined) => {
    if (!wanted) return;
    const allowed = new Set(wanted.map((value) => values.indexOf(value)).filter((code) => code > 0));
    tests.push((i) => allowed.has(codes[i]!));
  };
  among(facts.type, types);
  among(facts.mode, modes);
  among(facts.status, status);
  among(facts.country, countries);
  if (from !== undefined) {
    const first = dayNumber(day(from));
    tests.push((i) => facts.lastDay[i]! >= first && facts.lastDay[i] !== 0);
  }
  if (to !== undefined) {
    const last = dayNumber(day(to));
    tests.push((i) => facts.day[i]! <= last && facts.day[i] !== 0);
  }
  const within = (column: Int32Array, min: number | undefined, max: number | undefined) => {
    if (min !== undefined) tests.push((i) => column[i]! >= min);
    if (max !== undefined) tests.push((i) => column[i]! <= max);
  };
  within(facts.origins, origins?.min, origins?.max);
  if (toll && isHeld(toll)) within(facts[toll.outcome as "killed" | "injured"], toll.min ?? 0, toll.max);
  if (actors) {
    for (const key of role ? [role] : []) tests.push(takesPart(facts, key, actors));
    if (!role) {
      const [acts, suffers] = [takesPart(facts, "actor", actors), takesPart(facts, "recipient", actors)];
      tests.push((i) => acts(i) || suffers(i));
    }
  }
  if (box) {
    const { west, south, east, north } = box;
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

/** The part of a filter that only the database can answer. Numbers that are none are told there too. */
function beyond({ words, ids, report, near, toll, box, origins }: IncidentFilter): IncidentFilter | undefined {
  const numbers = [box?.west, box?.south, box?.east, box?.north, origins?.min, origins?.max, toll?.min, toll?.max];
  const wrong = numbers.some((value) => value !== undefined && !Number.isFinite(value));
  const asked = {
    ...(words !== undefined && { words }),
    ...(ids && { ids }),
    ...(report !== undefined && { report }),
    ...(near && { near }),
    ...(toll && (wrong || !isHeld(toll)) && { toll }),
    ...(wrong && box && { box }),
    ...(wrong && origins && { origins }),
  };
  return Object.keys(asked).length > 0 ? asked : undefined;
}
