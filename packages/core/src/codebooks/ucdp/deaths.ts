import type { IncidentActor, IncidentToll } from "../../model/index.ts";
import type { Evidence, IncidentEntry } from "../codebook.ts";
import { claimsOf, evidenceOf } from "../reading.ts";
import type { Sides } from "./sides.ts";

export interface Deaths {
  low: number;
  best: number;
  high: number;
  a: number;
  b: number;
  civilians: number;
  unknown: number;
  /** What the best figure was read from, and what the others. */
  evidence: Record<"low" | "best" | "high", Evidence[]>;
}

/**
 * UCDP's three figures: the lowest and highest that any source gives, and as best the figure with most reports behind it,
 * of equals the one told last, of these the lower (UCDP asks for the most reliable and, in doubt, the lower). The best
 * figure's dead are sorted by side as its report tells them; those it does not sort stay unknown.
 */
export function deathsOf(row: IncidentEntry, sides: Sides | undefined): Deaths | undefined {
  const tolls = row.incident.tolls.filter(({ outcome }) => outcome === "killed");
  if (tolls.length === 0) return undefined;
  const low = Math.min(...tolls.map((toll) => toll.low));
  const high = Math.max(...tolls.map((toll) => toll.high ?? toll.best));
  const chosen = bestOf(row, tolls);
  const claims = claimsOf(row, "killed");
  const at = (test: (claim: (typeof claims)[number]) => boolean) => evidenceOf(claims.filter(test));
  return {
    low,
    best: chosen.best,
    high,
    ...sorted(row, chosen, sides),
    evidence: {
      low: at((claim) => claim.low === low),
      best: at((claim) => claim.best === chosen.best),
      high: at((claim) => (claim.high ?? claim.best) === high),
    },
  };
}

function bestOf({ sources }: IncidentEntry, tolls: readonly IncidentToll[]): IncidentToll {
  const reports = (best: number) => new Set(tolls.filter((toll) => toll.best === best).map(({ report }) => report)).size;
  const told = ({ report }: IncidentToll) => sources.get(report)?.analysis.report.published ?? "";
  return [...tolls].sort(
    (x, y) =>
      reports(y.best) - reports(x.best) || told(y).localeCompare(told(x)) || x.best - y.best || (x.report < y.report ? -1 : 1),
  )[0] as IncidentToll;
}

/** The dead of the report that gives the best figure, by side. */
function sorted({ incident, sources }: IncidentEntry, { report, best }: IncidentToll, sides: Sides | undefined) {
  const analysis = sources.get(report)?.analysis;
  const events = new Set(incident.members.filter((member) => member.report === report).map(({ event }) => event));
  const count = { a: 0, b: 0, civilians: 0 };
  const casualties = analysis?.casualties.filter(
    ({ outcome, cumulative, event }) => outcome === "killed" && !cumulative && event !== undefined && events.has(event),
  );
  const is = (actor: IncidentActor | undefined, entity: string | undefined) => {
    const found = analysis?.entities.find(({ id }) => id === entity);
    return Boolean(actor && found && (found.reference ? found.reference === actor.reference : found.name === actor.name));
  };
  for (const { group, who, best: dead } of casualties ?? []) {
    if (is(sides?.a, who?.entity)) count.a += dead;
    else if (is(sides?.b, who?.entity)) count.b += dead;
    else if (group === "civilian" || group === "journalist" || group === "aid-worker" || group === "official")
      count.civilians += dead;
    else if (group === "combatant" && sides?.b) count.b += dead;
  }
  // A part that is counted beside its whole would make more dead than the best figure: then none is sorted.
  const total = count.a + count.b + count.civilians;
  return total > best ? { a: 0, b: 0, civilians: 0, unknown: best } : { ...count, unknown: best - total };
}
