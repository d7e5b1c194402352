import type { Argument, Casualty, Document, Entity, Event, Knowledge, Span, Word } from "../model/index.ts";
import { Rolls } from "../shared/rolls.ts";
import { byPosition } from "../shared/spans.ts";
import { childrenOf, phrase } from "../shared/tree.ts";
import { wordFrom } from "../shared/words.ts";
import { partsOf } from "./among.ts";
import { preposition } from "./counts.ts";
import { type Cue, createCues } from "./cues.ts";
import { createCumulative } from "./cumulative.ts";
import { byCaptors, byForces, ofSoldiers, recipientsByTrigger } from "./custody.ts";
import type { Draft } from "./draft.ts";
import { evidenceOf, isTally } from "./evidence.ts";
import { isFreed } from "./freed.ts";
import { createGroups, type People } from "./groups.ts";
import { createEventLinker } from "./linking.ts";
import { listed } from "./listed.ts";
import { lostBy } from "./losses.ts";
import { isMeant } from "./meant.ts";
import { isNone, isNoOne } from "./none.ts";
import { withoutDead, withoutParts } from "./parts.ts";
import { createQuantities, isOne, type Quantity, quantityOf } from "./quantity.ts";
import { isDetail, isRepeat, WINDOW } from "./repeats.ts";
import { sameVictims } from "./same.ts";
import { sharesOf } from "./shares.ts";
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
  const rolls = new Rolls(knowledge);

  return {
    count(document, entities, events) {
      const who = groups.over(entities, document.words);
      const link = createEventLinker(document, events);
      const drafts: Draft[] = [];
      const told = cues.find(document);
      /** Soldiers are said to hold, kill or search: a headline and later words need not say by whom somebody is held. */
      const forces =
        told.some(
          ({ word, outcome }) =>
            (outcome === "captured" || outcome === "killed") && byForces(document, word, who.kindAt) === true,
        ) || ofSoldiers(events, entities);
      const cued = new Set(told.map(({ word }) => word.index));
      const outcomes = new Map(told.map(({ word, outcome }) => [word, outcome]));
      const lists = rolls.find(document);
      const named = new Set(lists.flatMap(({ members }) => members));
      const byTrigger = recipientsByTrigger(document, events, (offset) => document.words[wordFrom(document.words, offset)]);
      const recipientsOf = (word: Word) => byTrigger(word).filter((head) => !named.has(head));
      for (const [i, cue] of told.entries()) {
        const own = victimsOf(document, cue);
        const found = own.length > 0 || !cue.place.startsWith("object") ? own : recipientsOf(cue.word);
        const victims = found.filter((head) => !belongsToNext(told, i, head));
        const before = drafts.length;
        for (const head of victims) {
          const draft = read(cue, head);
          if (draft) drafts.push(draft);
        }
        // "detained an insurgent and found weapons parts": where the tree has no people, the event may.
        if (drafts.length === before && victims.length > 0 && cue.place.startsWith("object"))
          for (const head of recipientsOf(cue.word)) {
            // "One was killed and two were wounded": who is told of by the next verb was not killed.
            const others = head.head !== cue.word.index && cued.has(head.head);
            const draft = others || victims.includes(head) ? undefined : read(cue, head);
            if (draft) drafts.push(draft);
          }
      }
      for (const { outcome, quantity, cue } of tolls.find(document)) {
        drafts.push({ ...spanOf(document, quantity), outcome, quantity, cue, weak: false, ...linked(cue, outcome) });
      }
      const counted = new Set(drafts.flatMap(({ head }) => (head ? [head] : [])));
      for (const { outcome, quantity, cue, head } of partsOf(document, quantities)) {
        if (counted.has(head)) continue;
        drafts.push({
          ...joined(document, quantity, head),
          outcome,
          quantity,
          cue,
          head,
          weak: false,
          event: undefined,
          real: true,
        });
      }
      const taken = new Set(drafts.flatMap(({ head }) => (head ? [head, ...childrenOf(document, head, "nummod")] : [])));
      for (const { outcome, quantity, head, event } of sharesOf(document, told, events, quantities, taken)) {
        const real = event.modality === "actual" && event.polarity === "affirmed";
        drafts.push({ ...spanOf(document, quantity), outcome, quantity, cue: head, head, weak: false, event: event.id, real });
      }
      for (const { cue, head, event } of listed(
        document,
        lists,
        events,
        drafts,
        (head) => who.argument(document, head)?.entity,
      )) {
        const draft = read(cue, head);
        // A tree may hang the next of the list on him; the mention is his alone.
        const { start, end } = who.argument(document, head) ?? head;
        const own = draft?.quantity.best === 1 ? { start, end } : {};
        if (draft) drafts.push({ ...draft, ...own, event: event?.id, real: true });
      }
      return finish(drafts);

      function linked(cue: Word, outcome: Casualty["outcome"]): Pick<Draft, "event" | "real"> {
        const event = link(cue, outcome);
        return { event: event?.id, real: !event || (event.modality === "actual" && event.polarity === "affirmed") };
      }

      function read(cue: Cue, head: Word): Draft | undefined {
        const { outcome, place } = cue;
        if (place.endsWith("-forces")) {
          const by = byForces(document, cue.word, who.kindAt);
          const combatant = groups.of(document, head, who.kindAt(head)) === "combatant";
          if (by === false ? !(combatant && forces) : by === undefined && !forces && !combatant) return undefined;
        }
        const lost = peopleOf(document, head);
        if (place === "object-lost" && !LOST.test(lost.lemma) && groups.of(document, lost, undefined) !== "combatant")
          return undefined;
        if ((place === "state" || place === "object-captors") && outcome === "abducted" && isFreed(document, head))
          return undefined;
        if (place === "object-captors" && !byCaptors(document, cue.word, who.kindAt)) return undefined;
        if (place === "suffered" && childrenOf(document, head, "det").some(({ lower }) => lower === "any")) return undefined;
        // "threatened to kill five hostages"
        if (isMeant(document, cue.word)) return undefined;
        const negated = isNone(document, cue.word, head);
        if (negated === "clause") return undefined;
        // "the militants, one of them a commander, were killed": he was counted with the others.
        if (isOneOfThem(document, head)) return undefined;
        const human = who.isHuman(document, head);
        const own = quantityOf(quantities, document, head) ?? (human ? toldBefore(head) : undefined);
        if (place === "counted-none") {
          return negated ? draft({ low: 0, best: 0, high: 0, exact: true }) : undefined;
        }
        if (negated && (outcome === "captured" || outcome === "abducted")) return undefined;
        if (negated) {
          return human ||
            isNoOne(document, head) ||
            isNoneOf(document, head, who) ||
            place === "counted" ||
            place === "state" ||
            place === "body"
            ? draft({ low: 0, best: 0, high: 0, exact: true })
            : undefined;
        }
        if (place === "counted" || (place === "claimed" && !human) || (place === "body" && head === cue.word))
          return own && own.best > 0 ? draft(own) : undefined;
        if (place === "subject-many" && !(own && own.best > 9)) return undefined;
        // "a number of operations": what a count word counts must be people.
        const counted =
          isCountWord(head) || head.upos === "NUM"
            ? childrenOf(document, head, "nmod").find((of) => of.index > head.index && preposition(document, of) === "of")
            : undefined;
        const owned = counted && childrenOf(document, counted, "nmod:poss").length > 0;
        if (counted && !owned && counted.upos !== "NUM" && !isCountWord(counted) && !who.isHuman(document, counted))
          return undefined;
        if (
          own &&
          (human || head.upos === "NUM" || isOne(document, head) || isCountWord(head) || (place === "state" && head === cue.word))
        ) {
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

        /** "them", "the insurgents": as many as were told of them before. */
        function toldBefore(head: Word): Omit<Quantity, "first" | "last"> | undefined {
          if (!isDefinite(document, head)) return undefined;
          for (const mention of who.earlier(head)) {
            const word = document.words[wordFrom(document.words, mention.head.start)];
            const quantity = word && quantityOf(quantities, document, word);
            if (quantity && quantity.best > 1) {
              const { low, best, high, exact } = quantity;
              return { low, best, high, exact };
            }
          }
          return undefined;
        }

        function draft(quantity: Omit<Quantity, "first" | "last"> | Quantity): Draft {
          const { best, high } = quantity;
          // "20 fighters were killed or captured": perhaps nobody was killed.
          const either = best > 0 && isEither(document, cue, outcomes);
          const [low, exact] = either ? [0, false] : [quantity.low, quantity.exact];
          const span = "first" in quantity ? joined(document, quantity, head) : nounSpan(document, head);
          return {
            ...span,
            outcome,
            quantity: { low, best, high, exact, ...(quantity.vague && { vague: true }) },
            cue: cue.word,
            head,
            weak: place === "object-weak",
            ...linked(cue.word, outcome),
          };
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
          if (isDetail(document, draft, kept, repeated.slice(-NEAR))) continue;
          kept.push(draft);
        }
        const entityOf = (head: Word) => who.argument(document, peopleOf(document, head))?.entity;
        const whole = withoutDead(withoutParts(document, kept, entityOf), entityOf);
        const same = sameVictims(document, whole, entityOf, who.isNamed);
        const exact = exactOf(whole, same);
        const toldAgain = new Set(entities.filter(({ mentions }) => mentions.length > 1).map(({ id }) => id));
        const tellings = new Map<string, number>();
        for (const entity of same.values()) tellings.set(entity, (tellings.get(entity) ?? 0) + 1);
        const names = new Map<string, string>();
        for (const draft of whole) {
          const entity = draft.name && draft.head && (same.get(draft) ?? entityOf(draft.head));
          const name = draft.name && entityOf(draft.name);
          if (entity !== undefined && name !== undefined) names.set(entity, name);
        }
        return whole.map((draft, i) => {
          const { outcome, head, cue, event } = draft;
          const quantity = bounded(draft, exact.get(keyOf(draft, same)));
          const { start, end } = evidenceOf(draft, whole[i - 1], whole[i + 1]);
          const people = head && peopleOf(document, head);
          const one = people && !isTally(people) ? who.argument(document, people) : undefined;
          // Who is spoken of again is somebody, told by a number or not.
          const alone = one?.entity === undefined || !toldAgain.has(one.entity);
          const again = (tellings.get(same.get(draft) ?? "") ?? 0) > 1;
          const bare = people && alone && !again && isBareCount(document, people);
          // "No officers were hurt": nobody was.
          const own = bare || draft.quantity.high === 0 ? undefined : one;
          const known = same.get(draft) ?? own?.entity;
          const entity = known === undefined ? undefined : (names.get(known) ?? known);
          const argument = own && { ...own, ...(entity !== undefined && { entity }) };
          return {
            id: `k${i + 1}`,
            start,
            end,
            outcome,
            ...quantity,
            cumulative: quantity.best > 1 && cumulative.holds(document, cue),
            group:
              people && !isTally(people)
                ? (lostBy(document, cue, who.kindAt) ?? groups.of(document, people, who.kindAt(people)))
                : "unknown",
            ...(argument && { who: argument satisfies Argument }),
            ...(event !== undefined && { event }),
            attributions: [],
          };
        });
      }
    },
  };
}

const keyOf = (draft: Draft, same: ReadonlyMap<Draft, string>): string => `${draft.outcome} ${same.get(draft)}`;

/** "none of the passengers" */
const isNoneOf = (document: Document, head: Word, who: People): boolean =>
  head.lower === "none" && childrenOf(document, head, "nmod").some((of) => who.isHuman(document, of));

/** The exact number that a report gives of people whom it also counts in vague words. */
function exactOf(drafts: readonly Draft[], same: ReadonlyMap<Draft, string>): Map<string, number> {
  const exact = new Map<string, number>();
  for (const draft of drafts)
    if (same.has(draft) && draft.quantity.exact && draft.quantity.best > 1)
      exact.set(keyOf(draft, same), Math.max(exact.get(keyOf(draft, same)) ?? 0, draft.quantity.best));
  return exact;
}

/** "several insurgents … the two insurgents": what the vague word stands for by convention gives way to what the report says. */
function bounded({ quantity }: Draft, exact: number | undefined): Omit<Quantity, "first" | "last" | "vague"> {
  const { low, best, high, exact: isExact, vague } = quantity;
  const figures = { low, best, high, exact: isExact };
  return vague && exact !== undefined && exact < figures.low ? { ...figures, low: exact, best: exact } : figures;
}

/** Whom an army or a family loses to death: "lost 30 men", "lost two sons". */
const LOST = /^(?:man|comrade|son|daughter|child|brother|sister|relative)$/i;

/** How many counts back may overlap with one. */
const NEAR = 8;

/** "killed or captured": what came of each of them is not said. */
function isEither(document: Document, { word, outcome }: Cue, outcomes: ReadonlyMap<Word, Casualty["outcome"]>): boolean {
  const beside = [...childrenOf(document, word, "conj"), ...(word.deprel === "conj" ? [document.words[word.head]] : [])];
  return beside.some((other) => {
    const later = other && other.index > word.index ? other : word;
    return (
      other !== undefined &&
      childrenOf(document, later, "cc").some(({ lower }) => lower === "or") &&
      outcomes.has(other) &&
      outcomes.get(other) !== outcome
    );
  });
}

/** "killed one, detained three": what stands behind a second word with an outcome of its own is the second's. */
function belongsToNext(cues: readonly Cue[], at: number, head: Word): boolean {
  const cue = cues[at] as Cue;
  const next = cues[at + 1];
  if (!next || next.word.sentence !== cue.word.sentence || next.outcome === cue.outcome) return false;
  // "left two dead and five injured": a bare number right before a word is that word's.
  if (head.upos === "NUM" && head.index > cue.word.index && next.word.index === head.index + 1) return true;
  // "killed or wounded five": both at once.
  if (next.word.index - cue.word.index <= 2 || next.word.upos !== "VERB") return false;
  return next.word.index < head.index && cue.word.upos === "VERB";
}

/** "them", "the insurgents": several who are known already. */
const isDefinite = (document: Document, head: Word): boolean =>
  /^(?:they|them|those|these)$/.test(head.lower) ||
  (head.xpos === "NNS" && childrenOf(document, head, "det").some(({ lower }) => /^(?:the|these|those)$/.test(lower)));

/** "one of them", "one of whom", beside those whom it is one of. */
const isOneOfThem = (document: Document, head: Word): boolean =>
  head.lower === "one" &&
  (head.deprel === "appos" || document.words[head.index - 1]?.lower === ",") &&
  childrenOf(document, head, "nmod").some(({ lower }) => lower === "them" || lower === "whom");

/** "dozens of villagers", "two of his men": the noun tells who they are. */
function peopleOf(document: Document, head: Word): Word {
  if (!isCountWord(head) && head.upos !== "NUM") return head;
  const counted = childrenOf(document, head, "nmod").find(
    (of) => of.index > head.index && /^(?:of)?$/.test(preposition(document, of)),
  );
  return counted && (isCountWord(head) || counted.upos === "NOUN") ? counted : head;
}

/** "six nurses were killed and thirty wounded": the thirty are counted, and nobody says who they are. */
const isBareCount = (document: Document, word: Word): boolean =>
  (word.upos === "NUM" || /^(?:dozens|scores|hundreds|thousands|several|many)$/.test(word.lower)) &&
  childrenOf(document, word, "nmod", "det").every(({ lower }) => /^(?:least|most)$/.test(lower));

const isCountWord = (word: Word): boolean =>
  /^(?:dozens|scores|hundreds|thousands|several|number|others|more|dozen|many|both|all)$/.test(word.lower);

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
