import type { Document, Entity, Event, Knowledge, OtherHappening, Place, Relation, Sentence, Time } from "../model/index.ts";
import { byPosition } from "../shared/spans.ts";
import { answerOf } from "./causes.ts";
import { happeningsOf } from "./clauses.ts";
import type { End } from "./ends.ts";
import { givenIn } from "./given.ts";
import { CauseJudge } from "./judge.ts";
import { createKinds } from "./kinds.ts";
import { reactionOf } from "./reactions.ts";
import { type Observe, Reasons } from "./reasons.ts";
import { sameHappenings } from "./sameness.ts";
import { createSides } from "./sides.ts";
import { createSignals, type Signal } from "./signals.ts";

/** Finds how the events of a report hang together: retaliation, cause, part, same, before. */
export interface Relater {
  relate(
    document: Document,
    entities: readonly Entity[],
    events: readonly Event[],
    times: readonly Time[],
    places: readonly Place[],
    observe?: Observe,
  ): Relations;
}

/** Relations, and what they run from or to that is no coded event. */
export interface Relations {
  relations: Relation[];
  happenings: OtherHappening[];
}

export function createRelater(knowledge: Knowledge): Relater {
  const signals = createSignals(knowledge);
  const kinds = createKinds(knowledge);
  const judge = new CauseJudge(knowledge);
  return {
    relate(document, entities, events, times, places, observe) {
      const happenings = happeningsOf(document, events);
      const sides = createSides(document, entities);
      const others = othersOf();
      const found: Omit<Relation, "id">[] = [];
      const seen = new Set<string>();
      const add = (relation: Omit<Relation, "id" | "attributions">) => {
        const key = `${relation.from} ${relation.to}`;
        if (seen.has(key)) return;
        seen.add(key);
        found.push({ ...relation, attributions: [] });
      };
      const reasons = new Reasons(document, happenings, times, sides, judge);
      for (const [sentence, said] of bySentence(document, signals.find(document))) {
        const judged = reasons.judged(sentence, said, observe);
        for (const { from, to, ...given } of givenIn(document, happenings, sides, times, reasons, said, judged))
          add({ ...given, from: others.of(from), to: others.of(to) });
      }
      for (const one of happenings.all) {
        const link = answerOf(document, happenings, sides, one);
        if (link) add({ type: link.type, from: link.from.event.id, to: link.to.event.id, start: link.start, end: link.end });
      }
      for (const one of happenings.all) {
        // What is condemned came before the condemnation; that it caused the words goes without saying.
        const told = reactionOf(document, happenings, sides, one);
        const { start, end } = one.event.trigger;
        if (told && !seen.has(`${one.event.id} ${told.event.id}`))
          add({ type: "before", from: told.event.id, to: one.event.id, start, end });
      }
      for (const { from, to } of sameHappenings(document, happenings, sides, kinds, times, places)) {
        add({ type: "same", from: from.event.id, to: to.event.id, start: from.event.trigger.start, end: from.event.trigger.end });
      }
      const [happened, idOf] = others.list();
      const relations = found
        .sort(byPosition)
        .map(({ from, to, ...relation }, i) => ({ id: `r${i + 1}`, ...relation, from: idOf(from), to: idOf(to) }));
      return { relations, happenings: happened };
    },
  };
}

/** The sentences of a report, each with its signals. */
function* bySentence(document: Document, signals: readonly Signal[]): Generator<[Sentence, Signal[]]> {
  let next = 0;
  for (const sentence of document.sentences) {
    const said: Signal[] = [];
    for (let signal = signals[next]; signal && signal.first < sentence.last; signal = signals[++next]) said.push(signal);
    yield [sentence, said];
  }
}

/** Collects what is no coded event under a key each, and numbers it in text order in the end. */
function othersOf() {
  const byKey = new Map<string, Omit<OtherHappening, "id">>();
  return {
    of(end: End): string {
      if ("event" in end) return end.event.id;
      const { start, end: close, head } = end;
      const key = `${start}-${close}`;
      byKey.set(key, { start, end: close, head: { start: head.start, end: head.end } });
      return key;
    },
    list(): [OtherHappening[], (key: string) => string] {
      const sorted = [...byKey].sort(([, a], [, b]) => byPosition(a, b));
      const ids = new Map(sorted.map(([key], i) => [key, `h${i + 1}`]));
      return [sorted.map(([, one], i) => ({ id: `h${i + 1}`, ...one })), (key) => ids.get(key) ?? key];
    },
  };
}
