import type { Analysis, Event, Relation, Span } from "../model/index.ts";
import { contains } from "../shared/spans.ts";
import { agglomerate } from "./clusters.ts";
import { type Facts, together } from "./facts.ts";
import { sum } from "./ground.ts";
import { groundsOf } from "./grounds.ts";
import { factsOf } from "./read.ts";

/** One happening as one report tells it, in one or more of its events. */
export interface Happening {
  report: number;
  /** Ids of events, in text order. */
  events: string[];
  facts: Facts;
  /** What the report is about: told in its headline or its first sentences. */
  main: boolean;
}

/** How many events before one it may be the same as: cost stays linear in a report's length. */
const REACH = 40;
/** A headline and the first sentences tell the main story. */
const LEAD = 2;

/**
 * Weights within a report, in log-odds beside those of weights.ts: what the engine calls the same is mostly so; a headline
 * tells what the first sentences tell; one sentence tells the blow and what it did.
 */
const WITHIN = { prior: -2.2, same: 2.5, headline: 2, sentence: 1.4, effect: 1, answer: -4, order: -1 };

/** Whether an event can be part of an incident: it is said to have happened. */
const happened = ({ polarity, modality }: Event): boolean => polarity === "affirmed" && modality === "actual";

export function happeningsOf(analysis: Analysis, report: number): Happening[] {
  const facts = factsOf(analysis);
  const events = analysis.events.filter(happened);
  const sentenceOf = sentences(analysis);
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
      else if (type === "retaliation") score += WITHIN.answer;
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
    together: [],
    apart: [],
    least: 0,
    score: (a, b) => {
      if (events[a[0] as number]?.type !== events[b[0] as number]?.type) return Number.NEGATIVE_INFINITY;
      let all = 0;
      for (const i of a) for (const j of b) all += i < j ? likeness(i, j) : likeness(j, i);
      return all / (a.length * b.length);
    },
  });
  return clusters.map((members) => ({
    report,
    events: members.map((i) => (events[i] as Event).id),
    facts: together(members.map(factsAt)),
    main: members.some((i) => inHeadline[i] || opens(i)),
  }));
}

/** Deaths and wounds are told apart from the blow that made them: "rockets hit the base", "killing two". */
const tellsEffect = ({ rule, casualties }: Event): boolean =>
  casualties.length > 0 && /\b(?:kill|killing|wound|die|death|dead|injur)/.test(rule);

/** Index of the sentence that holds a span's start; logarithmic. */
function sentences(analysis: Analysis): (span: Span) => number {
  const starts = analysis.sentences.map(({ start }) => start);
  return ({ start }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= start) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
}

function relationsOf(relations: readonly Relation[]): (a: string, b: string) => Relation["type"][] {
  const types = new Map<string, Relation["type"][]>();
  for (const { from, to, type } of relations)
    for (const key of [`${from} ${to}`, `${to} ${from}`]) types.set(key, [...(types.get(key) ?? []), type]);
  return (a, b) => types.get(`${a} ${b}`) ?? [];
}
