import { toll } from "../../incidents/index.ts";
import type { Claim, IncidentActor } from "../../model/index.ts";
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
  /** What the best figure was read from, and what all of them. */
  evidence: Record<"best" | "all", Evidence[]>;
}

/**
 * UCDP's three figures by the ledger's rule of that name. A figure without an upper end ("at least four") counts as it
 * stands. The best figure's dead are sorted by side as its report tells them; those it does not sort stay unknown.
 */
export function deathsOf(entry: IncidentEntry, sides: Sides | undefined): Deaths | undefined {
  const killed = toll(entry.claims, "killed", "ucdp");
  if (!killed) return undefined;
  const all = claimsOf(entry, "killed");
  const high = killed.high ?? Math.max(killed.best, ...all.map((claim) => claim.high ?? claim.best ?? 0));
  return {
    low: killed.low,
    best: killed.best,
    high,
    ...sorted(entry, killed.claims, killed.best, sides),
    evidence: { best: evidenceOf(killed.claims), all: evidenceOf(all) },
  };
}

/** The dead of the best figure, by side. */
function sorted({ sources }: IncidentEntry, claims: readonly Claim[], best: number, sides: Sides | undefined) {
  const count = { a: 0, b: 0, civilians: 0 };
  for (const { report, event, start, end } of claims) {
    const analysis = sources.get(report)?.analysis;
    const told = analysis?.casualties.find((one) => one.event === event && one.start === start && one.end === end);
    if (!told) continue;
    const is = (actor: IncidentActor | undefined) => {
      const found = analysis?.entities.find(({ id }) => id === told.who?.entity);
      return Boolean(actor && found && (found.reference ? found.reference === actor.reference : found.name === actor.name));
    };
    if (is(sides?.a)) count.a += told.best;
    else if (is(sides?.b)) count.b += told.best;
    else if (told.group === "combatant") count.b += sides?.b ? told.best : 0;
    else if (told.group !== "unknown") count.civilians += told.best;
  }
  // A part that is counted beside its whole would make more dead than the best figure: then none is sorted.
  const total = count.a + count.b + count.civilians;
  return total > best ? { a: 0, b: 0, civilians: 0, unknown: best } : { ...count, unknown: best - total };
}
