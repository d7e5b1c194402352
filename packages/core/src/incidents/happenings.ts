import type { Analysis, Casualty, Event, Pin, Relation, Span } from "../model/index.ts";
import { contains } from "../shared/spans.ts";
import { agglomerate } from "./clusters.ts";
import { type Facts, together } from "./facts.ts";
import { sum } from "./ground.ts";
import { groundsOf } from "./grounds.ts";
import { factsOf } from "./read.ts";
import { createSentences } from "./sentences.ts";

/** One happening as one report tells it, in one or more of its events. */
export interface Happening {
  report: number;
  /** Ids of events, in text order. */
  events: string[];
  facts: Facts;
  /** What the report is about: told in its headline or, where that tells nothing of the kind, in its first sentences. */
  main: boolean;
  /** Ids of its casualties: those of its events, and what the report tells of no other event. */
  casualties: string[];
}

/** How many events before one it may be the same as: cost stays linear in a report's length. */
const REACH = 40;
/** A headline and the first sentences tell the main story. */
const LEAD = 2;

/**
 * Weights within a report, in log-odds beside those of weights.ts: what the engine calls the same is mostly so; a headline
 * tells what the first sentences tell; one sentence tells the blow and what it did.
 */
const WITHIN = { prior: -2.2, same: 2.5, headline: 2, sentence: 1.4, effect: 1, order: -3 };

/**
 * Whether an event can be part of an incident: it is said to have happened, or to be going to, since what one report
 * announces the next one tells. What is demanded, denied outright, supposed or told in general is none.
 */
const tellable = ({ polarity, modality }: Event): boolean =>
  polarity === "affirmed" && (modality === "actual" || modality === "planned" || modality === "possible");

export function happeningsOf(analysis: Analysis, report: number, pins: readonly Pin[] = []): Happening[] {
  const facts = factsOf(analysis);
  const events = analysis.events.filter(tellable);
  const sentenceOf = createSentences(analysis);
  const headline = analysis.report.headline;
  const body = sentenceOf({ start: headline?.end ?? 0, end: (headline?.end ?? 0) + 1 });
  const sentence = events.map(({ trigger }) => sentenceOf(trigger));
  const inHeadline = events.map(({ trigger }) => headline !== undefined && contains(headline, trigger));
  const opens = (i: number): boolean => !inHeadline[i] && (sentence[i] as number) < body + LEAD;
  const ties = relationsOf(analysis.relations);
  const factsAt = (i: number): Facts => facts.get((events[i] as Event).id) as Facts;

  const known = new Map<number, number>();
  const likeness = (i: number, j: number): number => {
    const key = i * events.length + j;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [events[i] as Event, events[j] as Event];
    let score = WITHIN.prior + sum(groundsOf(factsAt(i), factsAt(j)));
    for (const type of ties(a.id, b.id)) {
      if (type === "same") score += WITHIN.same;
      else if (type === "before") score += WITHIN.order;
    }
    if ((inHeadline[i] && opens(j)) || (inHeadline[j] && opens(i))) score += WITHIN.headline;
    else if (sentence[i] === sentence[j]) score += WITHIN.sentence;
    if (
      a.type === "ASSAULT" &&
      tellsEffect(a) !== tellsEffect(b) &&
      Math.abs((sentence[i] as number) - (sentence[j] as number)) <= 1
    )
      score += WITHIN.effect;
    const bounded = Math.max(-6, Math.min(6, score));
    known.set(key, bounded);
    return bounded;
  };
  const edges: [number, number][] = [];
  for (let j = 0; j < events.length; j++)
    for (let i = Math.max(0, j - REACH); i < j; i++) if (events[i]?.type === events[j]?.type) edges.push([i, j]);
  const clusters = agglomerate(events.length, edges, {
    together: pinned(analysis, events, pins, "must"),
    apart: [...answers(analysis, events), ...pinned(analysis, events, pins, "cannot")],
    least: 0,
    score: (a, b) => {
      if (events[a[0] as number]?.type !== events[b[0] as number]?.type) return Number.NEGATIVE_INFINITY;
      let all = 0;
      for (const i of a) for (const j of b) all += i < j ? likeness(i, j) : likeness(j, i);
      return all / (a.length * b.length);
    },
  });
  const owner = tollOwner(
    clusters.map((members) => members.map((i) => events[i] as Event)),
    sentenceOf,
  );
  const headlined = new Set(events.filter((_, i) => inHeadline[i]).map(({ type }) => type));
  return clusters.map((members, c) => {
    const own = analysis.casualties.filter((toll) => !toll.cumulative && owner(toll) === c);
    const ids = members.map((i) => (events[i] as Event).id);
    const facts = together(members.map(factsAt), ids);
    return {
      report,
      events: ids,
      facts: { ...facts, tolls: own.map(({ outcome, low, best, high }) => ({ outcome, low, best, high })) },
      main: members.some((i) => inHeadline[i] || (opens(i) && !headlined.has(facts.type))),
      casualties: own.map(({ id }) => id),
    };
  });
}

/**
 * The cluster that a casualty belongs to: its event's; else that of an act of violence in its sentence; else the report's
 * first one, since a report that goes on to count the dead counts those of its story.
 */
function tollOwner(
  clusters: readonly (readonly Event[])[],
  sentenceOf: (span: Span) => number,
): (toll: Casualty) => number | undefined {
  const byEvent = new Map(clusters.flatMap((events, c) => events.map(({ id }) => [id, c] as const)));
  const violent = clusters.flatMap((events, c) =>
    events
      .filter(({ type }) => type === "ASSAULT")
      .map(({ trigger }) => ({ c, start: trigger.start, sentence: sentenceOf(trigger) })),
  );
  violent.sort((a, b) => a.start - b.start);
  const bySentence = new Map<number, number>();
  for (const { sentence, c } of violent) if (!bySentence.has(sentence)) bySentence.set(sentence, c);
  return (toll) => (toll.event !== undefined ? byEvent.get(toll.event) : (bySentence.get(sentenceOf(toll)) ?? violent[0]?.c));
}

/** An attack and the answer to it are two. */
function answers({ relations }: Analysis, events: readonly Event[]): [number, number][] {
  const numbers = new Map(events.map(({ id }, i) => [id, i]));
  return relations.flatMap(({ type, from, to }) => {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    return type === "retaliation" && a !== undefined && b !== undefined ? [[a, b] as [number, number]] : [];
  });
}

/** What a person decided of two events of this report. */
function pinned(
  { report }: Analysis,
  events: readonly Event[],
  pins: readonly Pin[],
  decision: Pin["decision"],
): [number, number][] {
  const numbers = new Map(events.map(({ id }, i) => [id, i]));
  return pins.flatMap(({ a, b, decision: decided }) => {
    const [x, y] = [numbers.get(a.event ?? ""), numbers.get(b.event ?? "")];
    const here = decided === decision && a.report === report.id && b.report === report.id;
    return here && x !== undefined && y !== undefined && x !== y ? [[x, y] as [number, number]] : [];
  });
}

/** Deaths and wounds are told apart from the blow that made them: "rockets hit the base", "killing two". */
const tellsEffect = ({ rule, casualties }: Event): boolean =>
  casualties.length > 0 && /\b(?:kill|killing|wound|die|death|dead|injur)/.test(rule);

function relationsOf(relations: readonly Relation[]): (a: string, b: string) => Relation["type"][] {
  const types = new Map<string, Relation["type"][]>();
  for (const { from, to, type } of relations)
    for (const key of [`${from} ${to}`, `${to} ${from}`]) types.set(key, [...(types.get(key) ?? []), type]);
  return (a, b) => types.get(`${a} ${b}`) ?? [];
}
