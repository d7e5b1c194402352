import type { Document } from "../model/index.ts";
import { contains, holdersOf } from "./atlas.ts";
import type { Cues } from "./cues.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import type { Reading } from "./reading.ts";
import { ENOUGH, type Spot } from "./spot.ts";
import { NATURAL, PLURAL } from "./vocabulary.ts";

/** The likeliest region that a name may be, and whether any place of another name lies in any of its regions. */
interface Holding {
  top: Entry | undefined;
  inside: boolean;
}

/**
 * What neighbouring spots say of each other: "Paris, Texas" and "Sabari district in Khost" put one into the other, lists
 * share a kind, and a name that is surely a place once is so again. Changes the spots; `within` and `anchor` are indices.
 */
export function createChains(gazetteer: Gazetteer, cues: Cues): (reading: Reading, spots: readonly Spot[]) => void {
  return ({ document, at }, spots) => {
    const holdings = new Map<string, Holding>();
    for (const [i, spot] of spots.entries()) chain(document, holdings, spot, spots[i + 1], i + 1);
    for (let i = spots.length - 2; i >= 0; i--) inherit(spots[i] as Spot, spots[i + 1] as Spot);
    establish(spots);

    /** "Clay, Boone and Platte counties": what the last is, the ones before it are. */
    function inherit(spot: Spot, next: Spot): void {
      if (next.sentence !== spot.sentence || !/^\s*(?:,|,?\s*(?:and|or|&))\s*$/i.test(document.text.slice(spot.end, next.start)))
        return;
      const after = at(next.last, next.sentence)?.lower;
      const kind =
        next.kind !== undefined && PLURAL.has(next.kind)
          ? next.kind
          : after !== undefined && PLURAL.has(after)
            ? after
            : undefined;
      if (kind === undefined) return;
      next.kind = kind;
      spot.kind ??= kind;
      if (kind !== "counties") return;
      for (const member of [spot, next]) {
        if (member.key.endsWith(" county")) continue;
        const counties = gazetteer.find(`${member.key} county`);
        if (counties.length === 0) continue;
        member.entries = counties;
        member.key += " county";
        member.belief = Math.max(member.belief, ENOUGH + 0.5);
      }
    }
  };

  /** "Paris, Texas": each makes the other likelier, when the gazetteer knows such a pair. */
  function chain(document: Document, holdings: Map<string, Holding>, spot: Spot, next: Spot | undefined, index: number): void {
    if (!next || next.sentence !== spot.sentence) return;
    const between = document.text.slice(spot.end, next.start);
    const comma = /^\s*,\s*$/.test(between);
    if (OWNS.test(between)) {
      own(holdingOf(holdings, next, spot), spot, next, index - 1);
      return;
    }
    if (!comma && between.length < 60 && cues.buildings.has(HOUSE.exec(between)?.[1]?.toLowerCase() ?? "")) {
      house(holdingOf(holdings, spot, next), spot, next, index);
      return;
    }
    if (!comma && between.length < 60 && INTO.test(between)) {
      enclose(holdingOf(holdings, spot, next), spot, next, index);
      return;
    }
    if (!comma) {
      // A list: "Columbus, Dayton and Toledo".
      if (/^\s*(?:,?\s*(?:and|or|&)|\/|-|–)\s*$/i.test(between) && (spot.belief >= ENOUGH || next.belief >= ENOUGH)) {
        spot.belief += 0.6;
        next.belief += 0.6;
      }
      return;
    }
    const { top, inside } = holdingOf(holdings, spot, next);
    if (!top) return;
    // "Ogossagou, Mali", but not a list: "Ogossagou, Paris".
    if (spot.entries.length === 0 && !next.abbreviated && top.index === next.entries[0]) spot.anchor = index;
    // "Russia, U.S. officials say" is a list, though Ohio has a Russia.
    const list = top.feature === "PCLI" && spot.entries.some((entry) => gazetteer.entry(entry).feature === "PCLI");
    if (inside && !list) {
      spot.belief += 3;
      next.belief += 2;
      spot.within = index;
    } else if (next.belief >= ENOUGH && !cues.common.has(spot.key)) {
      spot.belief += 0.5;
      const first = gazetteer.entry(next.entries[0] as number);
      if (next.abbreviated && (spot.entries.length === 0 || gazetteer.entry(spot.entries[0] as number).feature !== "PCLI")) {
        spot.entries = [];
        spot.outer = first.index;
      }
    }
  }

  /** "Kunar province's Dara Noor district", "Giza's Haram district": the second is in the first. */
  function own({ top, inside }: Holding, owner: Spot, owned: Spot, index: number): void {
    if (owner.belief < ENOUGH || owner.entries.length === 0) return;
    const first = owned.entries[0] === undefined ? undefined : gazetteer.entry(owned.entries[0]);
    if (inside) {
      owned.belief += 1;
      owned.within = index;
    } else if (first === undefined || (top?.feature !== "PCLI" && owned.kind !== undefined && first.population < 50_000)) {
      owned.entries = [];
      owned.anchor = index;
    }
  }

  /** Asked once a pair of names: a text may repeat it ten thousand times. */
  function holdingOf(holdings: Map<string, Holding>, spot: Spot, next: Spot): Holding {
    const pair = `${spot.key}|${spot.entries.length}|${next.key}|${next.entries.length}`;
    let holding = holdings.get(pair);
    if (!holding) {
      const holders = holdersOf(gazetteer, next.entries);
      const inside = spot.entries.some((entry) => holders.some((holder) => contains(gazetteer, holder, entry)));
      holding = { top: holders[0], inside };
      holdings.set(pair, holding);
    }
    return holding;
  }

  /** "the Ariana hotel in Kunduz province": the building stands there, whatever it is called after. */
  function house({ top, inside }: Holding, spot: Spot, next: Spot, index: number): void {
    if (next.belief < ENOUGH || !top) return;
    if (inside) spot.within = index;
    else {
      spot.entries = [];
      spot.anchor = index;
    }
  }

  /**
   * "Mut Kheyl in Sabari district", "Ab Band district of Ghazni": a small place must lie in what the text puts it in, or
   * it is one that the gazetteer does not know, somewhere in there.
   */
  function enclose({ top, inside }: Holding, spot: Spot, next: Spot, index: number): void {
    if (next.belief < ENOUGH || !top) return;
    const first = spot.entries[0] === undefined ? undefined : gazetteer.entry(spot.entries[0]);
    // "in eastern Syria, the U.S. military said": two countries beside each other, though Virginia has a Syria.
    if (top.feature === "PCLI" && spot.entries.some((entry) => gazetteer.entry(entry).feature === "PCLI")) return;
    if (inside) {
      spot.belief += 1;
      spot.within = index;
      return;
    }
    if (
      first === undefined ||
      (top.feature !== "PCLI" && first.population < 50_000 && (first.feature.startsWith("PPL") || first.feature === "ADM2"))
    ) {
      spot.entries = [];
      spot.anchor = index;
    }
  }
}

/** A name that is surely a place once is so again, where nothing else is sure: "Palmyra", then "Palmyra Fire Department". */
function establish(list: readonly Spot[]): void {
  const sure = new Set<string>();
  for (const spot of list) if (spot.belief >= ENOUGH + 0.5 && spot.entries.length > 0) sure.add(spot.key);
  for (const spot of list) if (spot.belief < ENOUGH && spot.belief > -2.5 && sure.has(spot.key)) spot.belief += 1.5;
}

/** Leaves those that are places, and mends the indices of `within`. */
export function settle(spots: Spot[]): Spot[] {
  const kept = new Map<number, number>();
  for (const [i, spot] of spots.entries()) if (spot.belief >= ENOUGH) kept.set(i, kept.size);
  return spots
    .filter((spot) => spot.belief >= ENOUGH)
    .map(({ within, anchor, ...spot }) => {
      const outer = within === undefined ? undefined : kept.get(within);
      const around = anchor === undefined ? undefined : kept.get(anchor);
      return { ...spot, ...(outer !== undefined && { within: outer }), ...(around !== undefined && { anchor: around }) };
    });
}

/** Of spots that overlap, the one that more speaks for; in text order. */
export function dropOverlaps(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const spot of [...spots].sort((a, b) => a.first - b.first || b.last - a.last)) {
    const last = kept[kept.length - 1];
    if (!last || last.last <= spot.first) kept.push(spot);
    else if (
      last.entries.length === 0 &&
      spot.entries.length > 0 &&
      spot.first === last.first &&
      !NATURAL.has(last.key.slice(last.key.lastIndexOf(" ") + 1))
    ) {
      // "Madison County Detention Center" is where Madison County is, as far as is known.
      kept[kept.length - 1] = {
        ...last,
        key: spot.key,
        entries: spot.entries,
        belief: Math.max(spot.belief, last.belief),
        facility: true,
      };
    } else if (spot.belief > last.belief && (spot.entries.length > 0 || last.belief < ENOUGH)) kept[kept.length - 1] = spot;
  }
  return kept;
}

/** What stands between a place and one that lies in it. */
const OWNS =
  /^(?:\s+(?:province|district|county|region|state|city))?['’]s\s+(?:(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?\s+)?$/i;

/** A building between its name and the place that it stands in. */
const HOUSE =
  /^\s+([a-z]+)\s+in\s+(?:the\s+)?(?:(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?\s+)?(?:(?:district|province|county|village|town|city|region|department|state)\s+of\s+)?$/i;

/** What stands between a place and the one that it lies in. */
const INTO =
  /^(?:\s*(?:district|province|county|village|town|city|area|region|valley|department|municipality|subdistrict|governorate|state))?\s*(?:,|,?\s+in|,?\s+of)\s+(?:the\s+)?(?:(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?\s+)?(?:(?:district|province|county|village|town|city|region|department|state)\s+of\s+)?$/i;
