import type { Argument, Casualty, Document, Entity, Event, Knowledge, Span, Word } from "../model/index.ts";
import { byPosition } from "../shared/spans.ts";
import { childrenOf, phrase } from "../shared/tree.ts";
import { type Cue, createCues } from "./cues.ts";
import { createCumulative } from "./cumulative.ts";
import type { Draft } from "./draft.ts";
import { createGroups } from "./groups.ts";
import { createEventLinker } from "./linking.ts";
import { createQuantities, type Quantity, quantityOf } from "./quantity.ts";
import { includedSorts, sameVictims, withoutDead, withoutParts } from "./same.ts";
import { createTolls } from "./tolls.ts";
import { victimsOf } from "./victims.ts";

/** Finds tolls: outcome, group, low, best and high, and the event that each belongs to. */
export interface CasualtyCounter {
  count(document: Document, entities: readonly Entity[], events: readonly Event[]): Casualty[];
}

export function createCasualtyCounter(knowledge: Knowledge): CasualtyCounter {
  const cues = createCues(knowledge);
  const quantities = createQuantities(knowledge);
  const groups = createGroups(knowledge);
  const cumulative = createCumulative(knowledge);
  const tolls = createTolls(quantities);

  return {
    count(document, entities, events) {
      const who = groups.over(entities);
      const link = createEventLinker(document, events);
      const drafts: Draft[] = [];
      /** Soldiers have been said to hold somebody: later words need not say by whom. */
      let forces = entities.some(
        ({ kind, mentions }) => (kind === "military" || kind === "intergovernmental") && mentions.length > 1,
      );
      const told = cues.find(document);
      for (const [i, cue] of told.entries()) {
        const victims = victimsOf(document, cue).filter((head) => !belongsToNext(told, i, head));
        for (const head of victims) {
          const draft = read(cue, head);
          if (draft) drafts.push(draft);
        }
      }
      for (const { outcome, quantity, cue } of tolls.find(document)) {
        drafts.push({ ...spanOf(document, quantity), outcome, quantity, cue, weak: false });
      }
      return finish(drafts);

      function read(cue: Cue, head: Word): Draft | undefined {
        const { outcome, place } = cue;
        if (place.endsWith("-forces")) {
          const by = byForces(document, cue.word, who.kindAt);
          if (by === false || (by === undefined && !forces && groups.of(document, head, who.kindAt(head)) !== "combatant"))
            return undefined;
          forces ||= by === true;
        }
        if (place === "object-captors" && !byCaptors(document, cue.word, who.kindAt)) return undefined;
        if (place === "suffered" && childrenOf(document, head, "det").some(({ lower }) => lower === "any")) return undefined;
        const negated = isNone(document, cue.word, head);
        if (negated === "clause") return undefined;
        const own = quantityOf(quantities, document, head);
        const human = who.isHuman(document, head);
        if (place === "counted-none") {
          return negated ? draft({ low: 0, best: 0, high: 0, exact: true }) : undefined;
        }
        if (negated) {
          return human || place === "counted" || place === "state" || place === "body"
            ? draft({ low: 0, best: 0, high: 0, exact: true })
            : undefined;
        }
        if (place === "counted" || place === "claimed" || (place === "body" && head === cue.word))
          return own && own.best > 0 ? draft(own) : undefined;
        if (place === "subject-many" && !(own && own.best > 9)) return undefined;
        // "a number of operations": what a count word counts must be people.
        const counted = isCountWord(head) || head.upos === "NUM" ? childrenOf(document, head, "nmod")[0] : undefined;
        const owned = counted && childrenOf(document, counted, "nmod:poss").length > 0;
        if (counted && !owned && counted.upos !== "NUM" && !isCountWord(counted) && !who.isHuman(document, counted))
          return undefined;
        if (own && (human || head.upos === "NUM" || isCountWord(head) || (place === "state" && head === cue.word))) {
          // A number of things ("three cars") is no toll.
          return draft(own);
        }
        if (!human) return undefined;
        const size = groups.sizeOf(document, head);
        if (size) return draft({ low: size, best: size, high: size, exact: true });
        // "a leader and other militants": two at least.
        if (head.xpos === "NNS" && childrenOf(document, head, "amod").some(({ lower }) => lower === "other")) {
          return draft({ low: 2, best: 2, high: null, exact: false });
        }
        if (who.isSingular(document, head)) return draft({ low: 1, best: 1, high: 1, exact: true });
        return undefined;

        function draft(quantity: Omit<Quantity, "first" | "last"> | Quantity): Draft {
          const { low, best, high, exact } = quantity;
          const span = "first" in quantity ? joined(document, quantity, head) : nounSpan(document, head);
          return { ...span, outcome, quantity: { low, best, high, exact }, cue: cue.word, head, weak: place === "object-weak" };
        }
      }

      function finish(all: readonly Draft[]): Casualty[] {
        const kept: Draft[] = [];
        const repeated: Draft[] = [];
        for (const draft of [...all].sort(byPosition)) {
          const rival = kept
            .slice(-NEAR)
            .find(
              (other) =>
                other.start < draft.end &&
                draft.start < other.end &&
                (other.head === draft.head || other.outcome === draft.outcome),
            );
          // One person both wounded and dead is dead; one count read by two words is one.
          if (rival) {
            if (rival.outcome === draft.outcome) continue;
            if (rival.weak || (rival.outcome === "injured" && draft.outcome === "killed" && rival.head === draft.head)) {
              kept[kept.indexOf(rival)] = draft;
              continue;
            }
            if (draft.weak) continue;
          }
          if (isRepeat(document, draft, kept.slice(-WINDOW))) {
            repeated.push(draft);
            continue;
          }
          if (isDetail(draft, kept.slice(-WINDOW), repeated.slice(-NEAR))) continue;
          kept.push(draft);
        }
        const whole = withoutDead(withoutParts(document, kept), (head) => who.argument(document, head)?.entity);
        const same = sameVictims(document, whole, (head) => who.argument(document, head)?.entity, who.isNamed);
        return whole.map((draft, i) => {
          const { start, end, outcome, quantity, head, cue } = draft;
          // "dozens of villagers": the villagers are the ones.
          const people = head && isCountWord(head) ? (childrenOf(document, head, "nmod")[0] ?? head) : head;
          const own = people && who.argument(document, people);
          const entity = same.get(draft) ?? own?.entity;
          const argument = own && { ...own, ...(entity !== undefined && { entity }) };
          const event = link(cue, outcome);
          return {
            id: `k${i + 1}`,
            start,
            end,
            outcome,
            ...quantity,
            cumulative: quantity.best > 1 && cumulative.holds(document, cue),
            group: people ? groups.of(document, people, who.kindAt(people)) : "unknown",
            ...(argument && { who: argument satisfies Argument }),
            ...(event !== undefined && { event }),
            attributions: [],
          };
        });
      }
    },
  };
}

/** How many counts back are looked at: those that may overlap, and those that may have told the same. Cost stays linear. */
const NEAR = 8;
const WINDOW = 60;

/** "killed one, detained three": what stands behind a second word with an outcome of its own is the second's. */
function belongsToNext(cues: readonly Cue[], at: number, head: Word): boolean {
  const cue = cues[at] as Cue;
  const next = cues[at + 1];
  if (!next || next.word.sentence !== cue.word.sentence || next.outcome === cue.outcome) return false;
  // "killed or wounded five": both at once.
  if (next.word.index - cue.word.index <= 2 || next.word.upos !== "VERB") return false;
  return next.word.index < head.index && cue.word.upos === "VERB";
}

const isCountWord = (word: Word): boolean =>
  /^(?:dozens|scores|hundreds|thousands|several|number|others|more|dozen|many|both|all)$/.test(word.lower);

/** "none"/"no one": nobody; "clause": the happening itself is denied. */
function isNone(document: Document, cue: Word, head: Word): "none" | "clause" | undefined {
  if (/^(?:nobody|none|no-one)$/.test(head.lower)) return "none";
  if (head.lower === "one" && document.words[head.index - 1]?.lower === "no") return "none";
  if (childrenOf(document, head, "det").some(({ lower }) => lower === "no")) return "none";
  if (cue === head || cue.upos !== "VERB") return undefined;
  for (const child of childrenOf(document, cue, "advmod")) if (/^(?:not|n't|n’t|never)$/.test(child.lower)) return "clause";
  return undefined;
}

/** Whether soldiers or fighters did it (true), police (false), or it is not said who: only soldiers and fighters "capture". */
function byForces(document: Document, cue: Word, kindAt: (word: Word) => string | undefined): boolean | undefined {
  const agents = [...childrenOf(document, cue, "nsubj"), ...childrenOf(document, cue, "obl:agent")];
  const head = document.words[cue.head];
  if (head && cue.upos !== "NOUN") {
    if (cue.deprel === "conj" || cue.deprel === "advcl" || cue.deprel === "xcomp")
      agents.push(...childrenOf(document, head, "nsubj"));
    if (cue.deprel === "acl" && childrenOf(document, cue, "obj").length > 0) agents.push(head);
  }
  // A dateline may have taken the subject away: the noun right before a verb of the past is it.
  const before = document.words[cue.index - 1];
  if (agents.length === 0 && before?.upos === "NOUN" && before.sentence === cue.sentence && cue.xpos === "VBD")
    agents.push(before);
  let police = false;
  for (const agent of agents) {
    const kind = kindAt(agent);
    if (
      /^(?:force|forces|troops|soldiers|team|unit|patrol|army|marines|commandos|militants|rebels|gunmen|military)$/.test(
        agent.lower,
      )
    )
      return true;
    if (kind === "military" || kind === "armed-group" || kind === "intergovernmental") return true;
    if (kind === "police" || /^(?:police|officers|authorities|agents|prosecutors|troopers|deputies)$/.test(agent.lower))
      police = true;
  }
  return police ? false : agents.length > 0 && kindAt(agents[0] as Word) !== undefined ? false : undefined;
}

/** Whether gunmen, rebels and the like did it: what police hold is held in custody. */
function byCaptors(document: Document, cue: Word, kindAt: (word: Word) => string | undefined): boolean {
  const agents = [...childrenOf(document, cue, "nsubj"), ...childrenOf(document, cue, "obl:agent", "obl")];
  const head = document.words[cue.head];
  if (head && (cue.deprel === "acl" || cue.deprel === "acl:relcl")) agents.push(head);
  if (head && cue.deprel === "conj") agents.push(...childrenOf(document, head, "nsubj"));
  const passive = childrenOf(document, cue, "nsubj:pass").some(({ lower }) =>
    /^(?:captives|hostages|schoolchildren|tourists)$/.test(lower),
  );
  return (
    passive ||
    agents.some(
      (agent) =>
        kindAt(agent) === "armed-group" ||
        /^(?:gunmen|militants|rebels|kidnappers|guerrillas|insurgents|pirates|bandits|extremists|captors|it|they|group)$/.test(
          agent.lower,
        ),
    )
  );
}

/** "the two insurgents", "all three": counts told before are not told again. */
function isRepeat(document: Document, draft: Draft, before: readonly Draft[]): boolean {
  const { head, outcome, quantity } = draft;
  if (!head) return false;
  const alike = before.filter((other) => other.outcome === outcome && other.head !== head);
  const opener = document.words[phraseStart(document, head)]?.lower ?? "";
  const first = document.words[head.index - 1]?.lower === "all" ? "all" : opener;
  const sums = new Map<number, number>();
  for (const { cue, quantity: other } of alike) sums.set(cue.sentence, (sums.get(cue.sentence) ?? 0) + other.best);
  const told = [...sums.values()];
  if (first === "all") return quantity.exact && told.includes(quantity.best);
  if (/^(?:the|these|those|both|that|this)$/.test(first)) {
    return (
      alike.some((other) => other.quantity.best >= quantity.best) || told.some((sum) => sum >= quantity.best && quantity.best > 1)
    );
  }
  // "two militants, including the commander", after "a commander and another militant".
  return (
    quantity.best > 1 && told.includes(quantity.best) && includedSorts(document, head).length > 0 && !sums.has(draft.cue.sentence)
  );
}

/** "the commander and two of his associates", after "three insurgents, including the commander": the whole told in parts. */
function isDetail(draft: Draft, kept: readonly Draft[], repeated: readonly Draft[]): boolean {
  const beside = repeated.filter((other) => other.cue === draft.cue && other.outcome === draft.outcome);
  if (beside.length === 0 || draft.quantity.best < 1) return false;
  const sum = beside.reduce((total, other) => total + other.quantity.best, draft.quantity.best);
  return kept.some(
    ({ outcome, quantity, cue }) =>
      outcome === draft.outcome &&
      cue.sentence < draft.cue.sentence &&
      quantity.best > 1 &&
      (quantity.best === sum || (!quantity.exact && quantity.low >= sum)),
  );
}

function phraseStart(document: Document, head: Word): number {
  let first = head.index;
  for (const index of head.children) if (index < first && document.words[index]?.deprel !== "cc") first = index;
  return first;
}

function spanOf(document: Document, { first, last }: Quantity): Span {
  return { start: (document.words[first] as Word).start, end: (document.words[last - 1] as Word).end };
}

/** From the count to the noun that it counts. */
function joined(document: Document, quantity: Quantity, head: Word): Span {
  const span = spanOf(document, quantity);
  return { start: Math.min(span.start, head.start), end: Math.max(span.end, head.end) };
}

/** A noun phrase without its preposition, its conjuncts and what is told about it. */
const nounSpan = (document: Document, head: Word): Span => phrase(document, head, BESIDE);
const BESIDE = ["case", "acl", "conj", "cc", "appos", "nmod", "punct", "parataxis", "advcl", "cop", "nsubj", "obl"];
