import type { Document, Span, Time } from "../model/index.ts";
import { contains } from "../shared/spans.ts";
import { sentenceOf } from "../shared/words.ts";
import { governing, isReal } from "./causes.ts";
import { eventAbove, eventBelow, type Happening, type Happenings } from "./clauses.ts";
import { type End, farClause, nearClause } from "./ends.ts";
import { isAnonymity, isMatter } from "./exclusions.ts";
import type { Sides } from "./sides.ts";
import type { Signal } from "./signals.ts";

/** What a report says of why, where a side of it is no event of the record: "a strike to demand higher wages". */
export interface Ground extends Span {
  effect: End;
  cause: End;
  /** How likely the learnt judge takes it to be, 0..1. */
  probability?: number;
  /** Only a condition: "if", "unless", "until". */
  conditional?: true;
}

/** Weak words that mean more than time wherever they stand, and those that do so beside a protest. */
const TELLING: ReadonlySet<string> = new Set(["following", "in the wake of", "in wake of", "in the aftermath of"]);
const OF_PROTEST: ReadonlySet<string> = new Set(["for", "over", "against", "as", "when", "after", "in connection with"]);
const BY_PROTEST: ReadonlySet<string> = new Set(["as", "when", "over", "following", "forced", "leaving"]);
const PUNISHED: ReadonlySet<string> = new Set(["COERCE", "SANCTION"]);
/** A sentence longer than this is a list or garbage. */
const LONG = 400;

/**
 * The cause that a signal states between two clauses of which one or both are no coded event. Signals that may mean time
 * or place alone count beside a protest only: what people march for or against is said with them.
 */
export function groundOf(
  document: Document,
  happenings: Happenings,
  sides: Sides,
  times: readonly Time[],
  signal: Signal,
): Ground | undefined {
  const first = document.words[signal.first];
  const last = document.words[signal.last - 1];
  if (signal.kind === "part" || !first || !last) return undefined;
  const sentence = sentenceOf(document, first);
  if (sentence.last - sentence.first > LONG) return undefined;
  const near = nearEvent(document, happenings, signal);
  const far = eventBelow(document, happenings, signal.complement);
  if (near && near === far) return undefined;
  if ((near && !isReal(near.event)) || (far && !isReal(far.event))) return undefined;
  if (!isSaid(signal, near, far) || isAnonymity(document, signal.governor)) return undefined;
  if (times.some((time) => contains(time, signal.complement))) return undefined;
  const { governor, complement } = signal;
  const [before, after] = [
    near ?? (governor && nearClause(document, governor, complement, signal.first)),
    far ?? farClause(document, complement, signal.last),
  ];
  // "vampires demanding blood": who they are, and no deed with a purpose.
  if (signal.kind === "purpose" && before && !("event" in before) && sides.entityAt(before.head) !== undefined) return undefined;
  if (!before || !after || !isMatter(before) || !isMatter(after)) return undefined;
  const [effect, cause] = signal.kind === "before-effect" ? [after, before] : [before, after];
  return { effect, cause, start: first.start, end: last.end };
}

/** The event on the near side; a demand that the signal itself is ("demanding wages") stands for nothing before it. */
function nearEvent(document: Document, happenings: Happenings, signal: Signal): Happening | undefined {
  const near = governing(document, happenings, signal);
  if (!near || near.head.index < signal.first || near.head.index >= signal.last) return near;
  return signal.governor && eventAbove(document, happenings, signal.governor);
}

function isSaid(signal: Signal, near: Happening | undefined, far: Happening | undefined): boolean {
  // What is avenged is a deed: without one nothing is answered.
  if (signal.type === "retaliation" && !signal.text.includes("protest")) return false;
  if (signal.strength === "strong" || signal.kind === "purpose" || TELLING.has(signal.text)) return true;
  // "were arrested for blocking a road": what somebody is held or punished for is told with a verb.
  if (near && PUNISHED.has(near.event.type) && signal.text === "for" && signal.complement.xpos === "VBG") return true;
  if (near?.event.type === "PROTEST") return OF_PROTEST.has(signal.text);
  return far?.event.type === "PROTEST" && BY_PROTEST.has(signal.text);
}
