import type { Document, Event, Sentence, Time, Word } from "../model/index.ts";
import { wordFrom, wordsIn } from "../shared/words.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { isReal, type Link } from "./causes.ts";
import type { Happening, Happenings } from "./clauses.ts";
import { type End, farClause, nearClause } from "./ends.ts";
import { isAnonymity, isClaim, isConcession, isCondition, isContent, isMatter, isToll } from "./exclusions.ts";
import type { Ground } from "./grounds.ts";
import { type CauseJudge, featuresOf, type Told, type Verdict } from "./judge.ts";
import { leadEndOf } from "./lead.ts";
import type { Sides } from "./sides.ts";
import type { Signal } from "./signals.ts";

/**
 * From which probability on a reason is kept: in what the report is about, of a protest anywhere, of other happenings; and
 * between two events of the record, whose order in time the same words may tell.
 */
const [LEAD, PROTEST, ELSEWHERE, BETWEEN] = [0.26, 0.45, 0.9, 0.75];
/** Below this a reason is not believed, though a signal of the lexicon gives it. */
const DOUBTED = 0.1;
/** A sentence longer than this, in words, is a list or garbage. */
const LONG = 400;

const NONE: readonly string[] = [];

/** A candidate as it was judged. */
export interface Judged {
  candidate: Candidate;
  verdict: Verdict;
}

/** Who looks on while a report is judged: the training program, which learns from the features. */
export type Observe = (candidate: Candidate, features: readonly string[]) => void;

/** What the sentences of one report give as reasons. */
export class Reasons {
  private readonly eventAt = new Map<number, Happening>();
  private readonly timeWords = new Set<number>();
  private readonly told: Told;
  /** Where the headline and the paragraph after it end: what the report is about. */
  private readonly leadEnd: number;

  constructor(
    private readonly document: Document,
    happenings: Happenings,
    times: readonly Time[],
    private readonly sides: Sides,
    private readonly causes: CauseJudge,
  ) {
    for (const one of happenings.all) {
      for (const word of wordsIn(document, one.event.trigger))
        if (!this.eventAt.has(word.index)) this.eventAt.set(word.index, one);
    }
    for (const time of times) {
      const { words } = document;
      for (let i = wordFrom(words, time.start); i < words.length && (words[i] as Word).end <= time.end; i++)
        this.timeWords.add(i);
    }
    this.told = {
      eventAt: (word) => this.event(word),
      isTime: ({ index }) => this.timeWords.has(index),
      classesOf: (lemma) => this.causes.classes.get(lemma) ?? NONE,
    };
    this.leadEnd = leadEndOf(document);
  }

  private event(word: Word): Event | undefined {
    return this.eventAt.get(word.index)?.event;
  }

  /** Every candidate of a sentence with what the judge says of it, the likeliest first. */
  judged(sentence: Sentence, signals: readonly Signal[], observe?: Observe): Judged[] {
    if (sentence.last - sentence.first > LONG) return [];
    if (!this.causes.learnt && !observe) return [];
    const candidates = candidatesOf(this.document, sentence, signals);
    const weighed = observe ? candidates : candidates.filter((candidate) => this.mayCount(candidate));
    const judged = weighed.map((candidate) => {
      const features = featuresOf(this.document, candidate, this.told);
      observe?.(candidate, features);
      return { candidate, verdict: this.causes.judge(features) };
    });
    return this.causes.learnt ? judged.sort((a, b) => b.verdict.probability - a.verdict.probability) : [];
  }

  /** Whether a candidate is kept if it is likely enough: most of those away from the lead are of nothing in the record. */
  private mayCount({ near, far, signal }: Candidate): boolean {
    if (signal) return true;
    return this.least(near, this.eventAt.get(near.index), this.eventAt.get(far.index)) < 1;
  }

  /** The reason that a candidate gives, if it is likely enough for where it stands and what it is of. */
  reasonOf({ candidate, verdict }: Judged): Ground | undefined {
    const { near, far, first, last } = candidate;
    if (
      verdict.probability < LEAD ||
      isConcession(candidate) ||
      isAnonymity(this.document, near) ||
      this.timeWords.has(far.index)
    )
      return undefined;
    const [one, other] = [this.eventAt.get(near.index), this.eventAt.get(far.index)];
    if ((one && !isReal(one.event)) || (other && !isReal(other.event)) || (one && one === other)) return undefined;
    if (verdict.probability < this.least(near, one, other)) return undefined;
    const side: End | undefined = one ?? nearClause(this.document, near, far, first);
    const otherSide: End | undefined = other ?? farClause(this.document, far, candidate.tie.endsWith("marked") ? last : 0);
    if (!side || !otherSide || !isMatter(side) || !isMatter(otherSide)) return undefined;
    if (one?.event.type !== "PROTEST" && (this.isSomebody(side) || this.isSomebody(otherSide))) return undefined;
    if (isToll(side, otherSide, verdict.probability) || isContent(side, candidate) || isClaim(side) || isClaim(otherSide))
      return undefined;
    const [effect, cause] = verdict.farFollows ? [otherSide, side] : [side, otherSide];
    const [start, end] = [this.document.words[first], this.document.words[last - 1]];
    return (
      start &&
      end && {
        ...{ effect, cause, start: start.start, end: end.end, probability: verdict.probability },
        ...(isCondition(candidate) && { conditional: true }),
      }
    );
  }

  /** Who was struck is no reason of the strike; but whom people march against is one of the march. */
  private isSomebody(end: End): boolean {
    return !("event" in end) && this.sides.entityAt(end.head) !== undefined;
  }

  private least(near: Word, ...ends: (Happening | undefined)[]): number {
    // A headline has no room for reasons, and its "as" is "meanwhile"; the sentence after it tells the same in full.
    if (near.start < (this.document.headline?.end ?? 0)) return 1;
    const events = ends.filter((end) => end !== undefined);
    if (near.start < this.leadEnd) return events.length === 2 ? BETWEEN : LEAD;
    if (events.some(({ event }) => event.type === "PROTEST")) return PROTEST;
    return events.length > 0 ? ELSEWHERE : 1;
  }

  /** Whether what "after" and the like say between two events is more than their order. */
  isMore({ type }: Link, { probability, farFollows }: Verdict): boolean {
    return type === "before" && !farFollows && probability >= BETWEEN;
  }

  /** Whether what a signal of the lexicon gives as a reason is worth keeping where it stands. */
  doubts({ effect, cause, start }: Ground, { probability }: Verdict): boolean {
    const untold = !("event" in effect) && !("event" in cause);
    return probability < (untold && start >= this.leadEnd ? ELSEWHERE : DOUBTED);
  }
}
