import type { Document, Entity, Event, Knowledge, Place, Relation, Time } from "../model/index.ts";
import { byPosition } from "../shared/spans.ts";
import { answerOf, linkOf } from "./causes.ts";
import { happeningsOf } from "./clauses.ts";
import { createKinds } from "./kinds.ts";
import { sameHappenings } from "./sameness.ts";
import { createSides } from "./sides.ts";
import { createSignals } from "./signals.ts";

/** Finds how the events of a report hang together: retaliation, cause, part, same, before. */
export interface Relater {
  relate(
    document: Document,
    entities: readonly Entity[],
    events: readonly Event[],
    times: readonly Time[],
    places: readonly Place[],
  ): Relation[];
}

export function createRelater(knowledge: Knowledge): Relater {
  const signals = createSignals(knowledge);
  const kinds = createKinds(knowledge);
  return {
    relate(document, entities, events, times, places) {
      const happenings = happeningsOf(document, events);
      const sides = createSides(document, entities);
      const found: Omit<Relation, "id">[] = [];
      const seen = new Set<string>();
      const add = (relation: Omit<Relation, "id" | "attributions">) => {
        const key = `${relation.from} ${relation.to}`;
        if (seen.has(key)) return;
        seen.add(key);
        found.push({ ...relation, attributions: [] });
      };
      for (const signal of signals.find(document)) {
        const link = linkOf(document, happenings, sides, signal);
        if (link) add({ type: link.type, from: link.from.event.id, to: link.to.event.id, start: link.start, end: link.end });
      }
      for (const one of happenings.all) {
        const link = answerOf(document, happenings, sides, one);
        if (link) add({ type: link.type, from: link.from.event.id, to: link.to.event.id, start: link.start, end: link.end });
      }
      for (const { from, to } of sameHappenings(document, happenings, sides, kinds, times, places)) {
        add({ type: "same", from: from.event.id, to: to.event.id, start: from.event.trigger.start, end: from.event.trigger.end });
      }
      return found.sort(byPosition).map((relation, i) => ({ id: `r${i + 1}`, ...relation }));
    },
  };
}
