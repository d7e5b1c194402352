import type { Where } from "./facts.ts";
import type { Ground } from "./ground.ts";
import { WEIGHTS } from "./weights.ts";

const RADIUS = 6371;

/** Great-circle distance in kilometres (haversine). */
export function kilometres(a: Where, b: Where): number | undefined {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined)
    return undefined;
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Within this of a country's middle a place may lie at its border, kilometres. */
const BORDER = 500;
const AREA = new Set(["country", "region", "province"]);
export const isArea = ({ precision }: Where): boolean => precision !== undefined && AREA.has(precision);

/** The best that any two of their places say. What was not named in the event's own clause counts half against it. */
export function placeGround(a: readonly Where[], b: readonly Where[]): Ground | undefined {
  let best: Ground | undefined;
  for (const x of a)
    for (const y of b) {
      const ground = pairGround(x, y);
      if (ground && (!best || ground.weight > best.weight)) best = ground;
    }
  return best;
}

function pairGround(x: Where, y: Where): Ground | undefined {
  const names = () => (x.name === y.name ? x.name : [x.name, y.name].sort().join(", "));
  const against = (words: () => string, weight: number): Ground => ({ words, weight: x.own && y.own ? weight : weight / 2 });
  const distance = kilometres(x, y);
  if (!isArea(x) && !isArea(y) && distance !== undefined) {
    const km = () => `${Math.round(distance)} km`;
    // "Near Kirkuk" is a wider place than Kirkuk.
    const wide = x.precision === "district" || y.precision === "district";
    if (distance <= 5)
      return { words: () => `same place (${names()}, ${km()})`, weight: wide ? WEIGHTS.sameArea : WEIGHTS.samePlace };
    if (distance <= (wide ? 40 : 15)) return { words: () => `near places (${names()}, ${km()})`, weight: WEIGHTS.nearby };
    if (distance <= (wide ? 90 : 50)) return undefined;
    if (x.country !== undefined && y.country !== undefined && x.country !== y.country)
      return against(() => `other country (${names()}, ${km()})`, WEIGHTS.otherCountry);
    return against(() => `other place (${names()}, ${km()})`, distance <= 150 ? WEIGHTS.placeApart : WEIGHTS.placeFar);
  }
  if (x.country !== undefined && y.country !== undefined) {
    // A country named at large is where a report is set, not always where it happened.
    if (x.country !== y.country)
      return against(
        () => `other country (${names()})`,
        distance !== undefined && distance < BORDER ? WEIGHTS.neighbourAtLarge : WEIGHTS.otherCountryAtLarge,
      );
    if (x.gazetteer !== undefined && x.gazetteer === y.gazetteer && x.precision !== "country")
      return { words: () => `same province (${names()})`, weight: WEIGHTS.sameProvince };
    if (x.admin1 !== undefined && x.admin1 === y.admin1)
      return { words: () => `same province (${names()})`, weight: WEIGHTS.sameProvince };
    if (x.precision === "province" && y.precision === "province" && x.folded !== y.folded)
      return against(() => `other province (${names()})`, WEIGHTS.otherProvince);
    if (x.folded !== y.folded || x.precision === "country")
      return { words: () => `same country (${names()})`, weight: WEIGHTS.sameCountry };
  }
  // Without coordinates a name is all there is: the same one speaks for it, another says nothing.
  if (
    x.folded === y.folded ||
    (Math.min(x.folded.length, y.folded.length) >= 6 && (x.folded.includes(y.folded) || y.folded.includes(x.folded)))
  )
    return { words: () => `same place name (${names()})`, weight: WEIGHTS.sameUnresolved };
  return undefined;
}
