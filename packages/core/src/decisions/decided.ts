import type { Analysis, Event, Problem } from "../model/index.ts";
import { corrected } from "./correct.ts";
import type { Judgement } from "./judgement.ts";

/**
 * An analysis as people decided it: rejected events are gone with all that points at them, corrected fields say what was
 * decided. The analysis that was read is not changed. A decision about an event that this analysis does not have (a newer
 * version reads the report otherwise) is kept as a problem, not dropped. `judgements` in the order they were made; a later
 * one holds before an earlier one, and what settles a disagreement before both.
 */
export function decided(analysis: Analysis, judgements: readonly Judgement[]): Analysis {
  if (judgements.length === 0) return analysis;
  let result = analysis;
  const rejected = new Set<string>();
  const problems: Problem[] = [];
  const settling = (judgement: Judgement) => (judgement.after?.settles ? 1 : 0);
  for (const judgement of [...judgements].sort((a, b) => settling(a) - settling(b))) {
    const event = find(result, judgement);
    if (!event) {
      problems.push(missing(judgement));
      continue;
    }
    if (judgement.kind === "reject" || (judgement.field === "valid" && judgement.after?.value === "no")) rejected.add(event.id);
    else rejected.delete(event.id);
    if (judgement.kind === "correct") result = corrected(result, event, judgement);
  }
  result = without(result, rejected);
  return problems.length > 0 ? { ...result, problems: [...(result.problems ?? []), ...problems] } : result;
}

/** The event that a decision is about: by its trigger, which outlasts ids; by its id where the decision names no trigger. */
function find({ events }: Analysis, { event, trigger }: Judgement): Event | undefined {
  if (!trigger) return events.find(({ id }) => id === event);
  const there = events.filter((one) => one.trigger.start < trigger.end && trigger.start < one.trigger.end);
  return there.find(({ id }) => id === event) ?? there[0];
}

const missing = ({ kind, event, field, trigger }: Judgement): Problem => ({
  code: "decision-without-event",
  message: `a person's decision (${kind}${field ? ` ${field}` : ""} ${event}) finds no event here: this version reads the report otherwise`,
  ...(trigger && { start: trigger.start, end: trigger.end }),
});

function without(analysis: Analysis, rejected: ReadonlySet<string>): Analysis {
  if (rejected.size === 0) return analysis;
  const stays = (id: string | undefined) => id === undefined || !rejected.has(id);
  return {
    ...analysis,
    events: analysis.events.filter(({ id }) => stays(id)),
    attributions: analysis.attributions.map((voice) => ({ ...voice, events: voice.events.filter(stays) })),
    casualties: analysis.casualties.filter(({ event }) => stays(event)),
    relations: analysis.relations.filter(({ from, to }) => stays(from) && stays(to)),
  };
}
