import type { Analysis, Incident, IncidentRelation } from "../model/index.ts";
import type { Happening } from "./happenings.ts";

/**
 * Which incident answers, follows from, or is part of which: the reports' own relations, carried from their events to the
 * incidents that these are members of, so that chains run across reports. Incident id -> relations, each with who says so.
 */
export function answersOf(
  incidents: readonly Pick<Incident, "id" | "members">[],
  analyses: readonly Analysis[],
): Map<string, IncidentRelation[]> {
  const incidentOf = new Map(
    incidents.flatMap(({ id, members }) => members.map(({ report, event }) => [`${event} ${report}`, id] as const)),
  );
  const found = new Map<string, Map<string, IncidentRelation>>();
  for (const { report, relations, events } of analyses)
    for (const { id, type, from, to, attributions, conditional } of relations) {
      // What would follow on a condition has not followed.
      if (conditional) continue;
      const [later, earlier] = [incidentOf.get(`${from} ${report.id}`), incidentOf.get(`${to} ${report.id}`)];
      if (type === "same" || later === undefined || earlier === undefined || later === earlier) continue;
      const attribution = attributions[0] ?? events.find((event) => event.id === from)?.attributions[0];
      const said = { report: report.id, relation: id, ...(attribution !== undefined && { attribution }) };
      const list = found.get(later) ?? new Map<string, IncidentRelation>();
      found.set(later, list);
      const held = list.get(`${type} ${earlier}`);
      if (held) held.said.push(said);
      else list.set(`${type} ${earlier}`, { type, to: earlier, said: [said] });
    }
  return new Map([...found].map(([id, list]) => [id, [...list.values()]]));
}

const APART: ReadonlySet<string> = new Set(["retaliation", "cause", "before"]);

/** Pairs of happenings of one report of which one answers, follows from or comes before the other. */
export function answeredApart(happenings: readonly Happening[], analyses: readonly Analysis[]): [number, number][] {
  const holding = new Map(
    happenings.flatMap(({ report, events }, i) => events.map((event) => [`${event} ${report}`, i] as const)),
  );
  return analyses.flatMap(({ relations }, report) =>
    relations.flatMap(({ type, from, to }) => {
      const [a, b] = [holding.get(`${from} ${report}`), holding.get(`${to} ${report}`)];
      return APART.has(type) && a !== undefined && b !== undefined && a !== b ? [[a, b] as [number, number]] : [];
    }),
  );
}
