import { sql } from "kysely";
import type { Database, Sql } from "./database.ts";
import { holds, type Moment } from "./moment.ts";
import { among } from "./page.ts";
import { type IncidentFilter, StoreError } from "./store.ts";
import { parseQuery } from "./words.ts";

/** Kilometres a degree of latitude. */
const DEGREE = 111.195;

/**
 * What must hold of an incident `i`, each condition by itself; `inOrder` where the first few are wanted in the order of an
 * index.
 */
export function conditionsOf(db: Database, moment: Moment, filter: IncidentFilter, inOrder = false): Sql[] {
  const found: Sql[] = [holds(moment, "i")];
  const { words, types, modes, status, countries, ids, from, to, origins, report, toll, box, near } = filter;
  const query = words === undefined ? undefined : parseQuery(words);
  const key = inOrder ? db.vocabulary.inOrder(sql`i.key`) : sql`i.key`;
  if (query) found.push(sql`${key} in ${db.vocabulary.matching("incidents", query)}`);
  if (types) found.push(among(sql`i.type`, types));
  if (modes) found.push(among(sql`i.mode`, modes));
  if (status) found.push(among(sql`i.status`, status));
  if (countries) found.push(among(sql`i.country`, countries));
  if (ids) found.push(among(sql`i.id`, ids));
  if (filter.actors) {
    const role = filter.role ? sql`and x.role = ${filter.role}` : sql``;
    found.push(sql`i.key in (select x.incident from incident_actors x where ${among(sql`x.actor`, filter.actors)} ${role})`);
  }
  // "" stands for no date: such an incident falls into no period.
  if (from !== undefined) found.push(sql`i.last_day >= ${day(from)} and i.last_day <> ''`);
  if (to !== undefined) found.push(sql`i.day <= ${day(to)} and i.day <> ''`);
  if (origins?.min !== undefined) found.push(sql`i.origins >= ${number(origins.min)}`);
  if (origins?.max !== undefined) found.push(sql`i.origins <= ${number(origins.max)}`);
  if (report !== undefined) found.push(sql`i.key in (select m.incident from incident_members m where m.report = ${report})`);
  if (toll) {
    const bounds = [sql`t.outcome = ${toll.outcome}`];
    if (toll.min !== undefined) bounds.push(sql`t.low >= ${number(toll.min)}`);
    if (toll.max !== undefined) bounds.push(sql`t.low <= ${number(toll.max)}`);
    // Deaths and injuries stand in the row itself, under an index.
    if (toll.outcome === "killed" || toll.outcome === "injured") {
      const low = sql.ref(`i.${toll.outcome}_low`);
      found.push(sql`${low} >= ${number(toll.min ?? 0)}`);
      if (toll.max !== undefined) found.push(sql`${low} <= ${number(toll.max)}`);
    } else found.push(sql`i.key in (select t.incident from incident_tolls t where ${sql.join(bounds, sql` and `)})`);
  }
  if (box) found.push(inBox(box.west, box.south, box.east, box.north));
  if (near) found.push(...within(near));
  return found;
}

function inBox(west: number, south: number, east: number, north: number): Sql {
  for (const degree of [west, south, east, north]) number(degree);
  const longitude =
    west <= east ? sql`i.longitude between ${west} and ${east}` : sql`(i.longitude >= ${west} or i.longitude <= ${east})`;
  return sql`i.latitude between ${south} and ${north} and ${longitude}`;
}

/** A box around the circle, under the index, then the great circle itself (haversine), since a box has corners. */
function within({ latitude, longitude, km }: NonNullable<IncidentFilter["near"]>): Sql[] {
  for (const value of [latitude, longitude, km]) number(value);
  const high = km / DEGREE;
  const [south, north] = [latitude - high, latitude + high];
  // Around a pole every longitude is near.
  const polar = south <= -90 || north >= 90;
  const wide =
    Math.asin(Math.min(1, Math.sin(Math.min(Math.PI / 2, km / 6371)) / Math.cos((latitude * Math.PI) / 180))) * (180 / Math.PI);
  const turn = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  const box =
    polar || wide >= 90
      ? sql`i.latitude between ${south} and ${north}`
      : inBox(turn(longitude - wide), south, turn(longitude + wide), north);
  const half = (from: Sql, to: number) => sql`power(sin(radians(${from} - ${to}) / 2), 2)`;
  const chord = sql`${half(sql`i.latitude`, latitude)} + cos(radians(i.latitude)) * ${Math.cos((latitude * Math.PI) / 180)} * ${half(sql`i.longitude`, longitude)}`;
  const reach = Math.sin(Math.min(Math.PI / 2, km / (2 * 6371))) ** 2;
  return [box, sql`(${chord}) <= ${reach}`];
}

export function number(value: number): number {
  if (!Number.isFinite(value)) throw new StoreError("wrong", `${value}: no number; a filter wants one here`);
  return value;
}

export function day(value: string): string {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))
    throw new StoreError("wrong", `${value.slice(0, 40)}: no day; write it like 2021-06-28`);
  return value;
}
