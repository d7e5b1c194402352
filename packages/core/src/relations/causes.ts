import type { Document, Event } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import { eventAbove, eventAgainst, eventBelow, type Happening, type Happenings } from "./clauses.ts";
import type { Sides } from "./sides.ts";
import type { Signal } from "./signals.ts";

export interface Link {
  type: "retaliation" | "cause" | "before";
  from: Happening;
  to: Happening;
  start: number;
  end: number;
}

const VIOLENT: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "THREATEN", "MOBILIZE"]);
/** What states and groups do about what was done to them. */
const ANSWERS: ReadonlySet<string> = new Set([
  "SANCTION",
  "REJECT",
  "THREATEN",
  "COERCE",
  "MOBILIZE",
  "PROTEST",
  "CONCEDE",
  "RETREAT",
]);
const GRIEVANCES: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "ACCUSE", "SANCTION", "THREATEN"]);

/** The relation that a signal states between two events, if both of its sides hold one. */
export function linkOf(document: Document, happenings: Happenings, sides: Sides, signal: Signal): Link | undefined {
  const before = governing(document, happenings, signal);
  const after =
    eventBelow(document, happenings, signal.complement) ??
    (signal.type === "retaliation" ? eventAgainst(happenings, sides.entityAt(signal.complement), before) : undefined);
  if (!after || !before || after === before) return undefined;
  const [effect, cause] = signal.kind === "before-cause" ? [before, after] : [after, before];
  if (!isReal(effect.event) || !isReal(cause.event)) return undefined;
  const first = document.words[signal.first];
  const last = document.words[signal.last - 1];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  if (signal.strength === "strong") {
    const answers =
      signal.type === "retaliation" ||
      (isViolent(effect.event) && isViolent(cause.event) && sides.reversed(effect.event, cause.event) === true);
    return { type: answers ? "retaliation" : "cause", from: effect, to: cause, ...span };
  }
  // "after", "following", "since": an answer only between opposite sides, else just the order of things.
  const reversed = sides.reversed(effect.event, cause.event);
  if (isViolent(effect.event) && effect.event.type === "ASSAULT" && cause.event.type === "ASSAULT" && reversed) {
    return { type: "retaliation", from: effect, to: cause, ...span };
  }
  if (ANSWERS.has(effect.event.type) && GRIEVANCES.has(cause.event.type) && (reversed || effect.event.type === "PROTEST")) {
    return { type: "cause", from: effect, to: cause, ...span };
  }
  return TEMPORAL.has(signal.text) ? { type: "before", from: cause, to: effect, ...span } : undefined;
}

const TEMPORAL: ReadonlySet<string> = new Set(["after", "following", "since"]);

const isViolent = (event: Event): boolean => VIOLENT.has(event.type);
const isReal = (event: Event): boolean =>
  event.polarity === "affirmed" && event.modality !== "hypothetical" && event.modality !== "general";

/** The event on the near side of a signal: what it hangs on, the subject of its verb, or the event told just before. */
function governing(document: Document, happenings: Happenings, signal: Signal): Happening | undefined {
  const { governor, complement } = signal;
  const signalVerb = document.words[signal.first];
  if (signal.kind === "before-effect" && signalVerb) {
    for (const subject of childrenOf(document, signalVerb, "nsubj", "nsubj:pass")) {
      const found = eventBelow(document, happenings, subject);
      if (found) return found;
    }
  }
  // "vowed revenge for", "called it revenge for": the noun stands for what is done; else what governs it does.
  if (
    signalVerb &&
    (signalVerb.upos === "NOUN" || signalVerb.lower === "as" || signalVerb.lower === "in") &&
    signal.type === "retaliation"
  ) {
    const noun = document.words[signal.last - 2] ?? signalVerb;
    const own = happenings
      .inSentence(signalVerb.sentence)
      .find(({ event, head }) => head.index < signal.last && event.trigger.start < noun.end && noun.start < event.trigger.end);
    if (own && own.event.type !== "AGREE") return own;
    const above = eventAbove(document, happenings, noun);
    if (above) return above;
  }
  if (governor) {
    const own = eventAbove(document, happenings, governor);
    if (own && own.head.index === governor.index) return own;
    const below = eventBelow(document, happenings, governor, complement);
    if (below) return below;
    if (own) return own;
  }
  // "called it revenge for": what was told before in the sentence.
  const first = document.words[signal.first];
  if (!first) return undefined;
  const earlier = happenings.inSentence(first.sentence).filter(({ head }) => head.index < signal.first);
  return earlier[earlier.length - 1];
}
