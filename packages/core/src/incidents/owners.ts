import type { Analysis, Event, PloverType, Span } from "../model/index.ts";
import { contains } from "../shared/spans.ts";

export interface Owners {
  /** The id of the event that a place or time is told of: it stands in its clause, nearest to its trigger. */
  of(type: PloverType, mention: Span): string | undefined;
}

/**
 * Events of one type compete: in "bombed five sites two days after a rocket attack near Kirkuk" the town is the rocket
 * attack's, though it stands in the clause of both.
 */
export function ownersOf(analysis: Analysis): Owners {
  const spans = new Map<string, Span>([...analysis.places, ...analysis.times].map((mention) => [mention.id, mention]));
  const owner = new Map<string, { event: Event; distance: number }>();
  for (const event of analysis.events)
    for (const id of [...event.places, ...event.times]) {
      const mention = spans.get(id);
      if (!mention || !contains(event.evidence, mention)) continue;
      const distance = Math.max(mention.start - event.trigger.end, event.trigger.start - mention.end, 0);
      const key = `${event.type} ${mention.start}`;
      const held = owner.get(key);
      if (!held || distance < held.distance) owner.set(key, { event, distance });
    }
  return { of: (type, mention) => owner.get(`${type} ${mention.start}`)?.event.id };
}
