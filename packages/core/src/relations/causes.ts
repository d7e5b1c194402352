import type { Document, Event } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import { eventAbove, eventAgainst, eventBelow, type Happening, type Happenings } from "./clauses.ts";
import type { Sides } from "./sides.ts";
import type { Signal } from "./signals.ts";

export interface Link {
  type: "retaliation" | "cause" | "before" | "part";
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
  const [effect, cause] = signal.kind === "before-effect" ? [after, before] : [before, after];
  if (!isReal(effect.event) || !isReal(cause.event)) return undefined;
  const first = document.words[signal.first];
  const last = document.words[signal.last - 1];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  if (signal.kind === "part")
    return WHOLES.has(after.event.type) ? { type: "part", from: before, to: after, ...span } : undefined;
  if (signal.strength === "strong") {
    const answers =
      signal.type === "retaliation" ||
      (isViolent(effect.event) && isViolent(cause.event) && sides.reversed(effect.event, cause.event) === true);
    return { type: answers ? "retaliation" : "cause", from: effect, to: cause, ...span };
  }
  const type = weakly(signal, effect, cause, sides.reversed(effect.event, cause.event));
  if (type === "before") return { type, from: cause, to: effect, ...span };
  return type && { type, from: effect, to: cause, ...span };
}

/** What words that may mean time or place alone say between two kinds of events. */
function weakly(signal: Signal, effect: Happening, cause: Happening, reversed: boolean | undefined): Link["type"] | undefined {
  const [a, b] = [effect.event.type, cause.event.type];
  if (signal.kind === "purpose") return DEEDS.has(a) && effect.head.index < signal.first ? "cause" : undefined;
  switch (signal.text) {
    case "over":
    case "against":
      // "protests over the killing"; elsewhere "over" is a place.
      return a === "PROTEST" || (signal.text === "over" && (a === "ACCUSE" || a === "SANCTION"))
        ? GRIEVANCES.has(b)
          ? "cause"
          : undefined
        : undefined;
    case "for":
      return (a === "ACCUSE" || a === "SANCTION" || (a === "COERCE" && effect.event.mode === "arrest")) && GRIEVANCES.has(b)
        ? "cause"
        : undefined;
    case "when":
      // "died when police opened fire"
      return a === "ASSAULT" && b === "ASSAULT" && HARM.test(effect.head.lemma) ? "cause" : undefined;
    case "as":
      return undefined;
  }
  // "after", "following", "since": an answer only between opposite sides, else just the order of things.
  if (a === "ASSAULT" && b === "ASSAULT" && reversed) return "retaliation";
  if (
    ANSWERS.has(a) &&
    GRIEVANCES.has(b) &&
    (reversed || a === "PROTEST" || (a === "COERCE" && CONTROL.has(effect.event.mode ?? "")))
  )
    return "cause";
  return TEMPORAL.has(signal.text) ? "before" : undefined;
}

/** What has parts: operations, offensives, protests, talks. */
const WHOLES: ReadonlySet<string> = new Set(["ASSAULT", "MOBILIZE", "PROTEST", "COERCE", "CONSULT", "AGREE", "COOPERATE"]);
/** Done for a purpose by those who say so. */
const DEEDS: ReadonlySet<string> = new Set(["PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "CONSULT"]);
const HARM = /^(?:die|kill|wound|injure|hurt)$/;
const CONTROL: ReadonlySet<string> = new Set(["arrest", "curfew", "martial-law", "ban", "restrict", "crowd-control"]);
const TEMPORAL: ReadonlySet<string> = new Set(["after", "following", "since"]);

const isAnswer = ({ type }: Event): boolean => type === "ASSAULT" || ANSWERS.has(type);
const isViolent = (event: Event): boolean => VIOLENT.has(event.type);
export const isReal = (event: Event): boolean => event.polarity === "affirmed" && event.modality !== "hypothetical";

/** The event on the near side of a signal: what it hangs on, the subject of its verb, or the event told just before. */
export function governing(document: Document, happenings: Happenings, signal: Signal): Happening | undefined {
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
      .near(signalVerb)
      .find(({ event, head }) => head.index < signal.last && event.trigger.start < noun.end && noun.start < event.trigger.end);
    if (own && own.event.type !== "AGREE") return own;
    const above = eventAbove(document, happenings, noun);
    if (above) return above;
  }
  if (governor) {
    const own = eventAbove(document, happenings, governor);
    if (own && own.head.index === governor.index) return own;
    const below = eventBelow(document, happenings, governor, complement);
    // "vowed that its revenge for the killing in the raid would be swift": a noun answers for what stands before it.
    const named = signalVerb?.upos === "NOUN" && signal.type === "retaliation";
    if (below && !(named && below.head.index > signal.first)) return below;
    if (own) return own;
  }
  // "called it revenge for": what was told before in the sentence.
  const first = document.words[signal.first];
  if (!first) return undefined;
  const earlier = happenings
    .near(first)
    .filter(({ head, event }) => head.index < signal.first && (signal.type !== "retaliation" || isAnswer(event)));
  return earlier[earlier.length - 1];
}

const ANSWERING = /^(?:retaliatory|reprisal|revenge|punitive|tit-for-tat|retaliation)$/;

/** "a retaliatory strike": an answer to the nearest earlier deed of the other side. */
export function answerOf(document: Document, happenings: Happenings, sides: Sides, one: Happening): Link | undefined {
  if (one.event.type !== "ASSAULT" && one.event.type !== "COERCE" && one.event.type !== "THREATEN") return undefined;
  const adjective = childrenOf(document, one.head, "amod", "compound").find(({ lower }) => ANSWERING.test(lower));
  if (!adjective || !isReal(one.event)) return undefined;
  for (let i = one.order - 1; i >= 0 && i > one.order - LOOK_BACK; i--) {
    const earlier = happenings.at(i);
    if (!earlier || !isReal(earlier.event) || earlier.event.type !== "ASSAULT") continue;
    if (sides.reversed(one.event, earlier.event)) {
      return { type: "retaliation", from: one, to: earlier, start: adjective.start, end: adjective.end };
    }
  }
  return undefined;
}

const LOOK_BACK = 12;
