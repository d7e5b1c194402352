import type { IncidentDate, IncidentPlace } from "../../model/index.ts";
import { days } from "../reading.ts";

/** 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 more. */
export function datePrecision(date: IncidentDate): number {
  const count = days(date);
  return count <= 1 ? 1 : count <= 6 ? 2 : count === 7 ? 3 : count <= 31 ? 4 : 5;
}

/** 1 an exact place … 6 a country; 4 a first-level region, 3 a district. Seas and stretches over borders are 7. */
const WHERE: Record<NonNullable<IncidentPlace["precision"]>, number> = {
  site: 1,
  settlement: 1,
  district: 3,
  province: 4,
  country: 6,
  region: 7,
};
export const wherePrecision = ({ precision }: IncidentPlace): number => WHERE[precision ?? "country"];

/** PRIO-GRID cell of a point: half a degree, numbered from the south-west, row by row (Tollefsen et al. 2012). */
export function priogrid(latitude: number, longitude: number): number {
  const row = Math.min(359, Math.floor((latitude + 90) * 2));
  const column = Math.min(719, Math.floor((longitude + 180) * 2));
  return row * 720 + column + 1;
}
