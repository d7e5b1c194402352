import type { Document, Span, Time } from "../model/index.ts";
import { type Link, linkOf } from "./causes.ts";
import type { Happenings } from "./clauses.ts";
import type { End } from "./ends.ts";
import { type Ground, groundOf } from "./grounds.ts";
import type { Judged, Reasons } from "./reasons.ts";
import type { Sides } from "./sides.ts";
import type { Signal } from "./signals.ts";

/** A relation that the words of one sentence give, from the later or the part to the earlier or the whole. */
export interface Given extends Span {
  type: Link["type"];
  from: End;
  to: End;
  confidence?: number;
  conditional?: true;
}

/**
 * What a sentence gives: first what the lexicon's signals say, where the judge does not doubt it; then what the judge finds
 * likely enough by itself. A word is the far side once.
 */
export function* givenIn(
  document: Document,
  happenings: Happenings,
  sides: Sides,
  times: readonly Time[],
  reasons: Reasons,
  signals: readonly Signal[],
  judged: readonly Judged[],
): Generator<Given> {
  const verdicts = new Map(judged.map(({ candidate, verdict }) => [candidate.signal, verdict]));
  const taken = new Set<number>();
  const take = (signal: Signal) => {
    for (let i = signal.first; i < signal.last; i++) taken.add(i);
    taken.add(signal.complement.index);
  };
  for (const signal of signals) {
    const verdict = verdicts.get(signal);
    const link = linkOf(document, happenings, sides, signal);
    if (link) {
      take(signal);
      const { from, to, start, end } = link;
      yield verdict && reasons.isMore(link, verdict)
        ? causeOf({ effect: to, cause: from, start, end, probability: verdict.probability })
        : link;
      continue;
    }
    const ground = groundOf(document, happenings, sides, times, signal);
    if (!ground || (verdict && reasons.doubts(ground, verdict))) continue;
    take(signal);
    yield causeOf({ ...ground, ...(verdict && { probability: verdict.probability }) });
  }
  for (const one of judged) {
    const ground = taken.has(one.candidate.far.index) ? undefined : reasons.reasonOf(one);
    if (!ground) continue;
    taken.add(one.candidate.far.index);
    yield causeOf(ground);
  }
}

function causeOf({ effect, cause, start, end, probability, conditional }: Ground): Given {
  const confidence = probability === undefined ? {} : { confidence: Math.round(probability * 100) / 100 };
  return { type: "cause", from: effect, to: cause, start, end, ...confidence, ...(conditional && { conditional }) };
}
