import type { Document, Event, Word } from "../model/index.ts";
import { headOf } from "../shared/words.ts";

/** An event and the word that its trigger hangs on. */
export interface Happening {
  event: Event;
  head: Word;
  /** Its place in the report's list of events. */
  order: number;
}

/** Events by the sentence of their trigger. */
export interface Happenings {
  all: readonly Happening[];
  /** The events of a word's sentence, the nearest of them where they are very many. */
  near(word: Word): readonly Happening[];
  /** By its place in the report's list of events. */
  at(order: number): Happening | undefined;
}

/** How far up a tree is looked; deeper ones are garbage. */
const DEEP = 40;

export function happeningsOf(document: Document, events: readonly Event[]): Happenings {
  const all: Happening[] = [];
  const bySentence = new Map<number, Happening[]>();
  for (const [order, event] of events.entries()) {
    const head = headOf(document, event.trigger);
    if (!head) continue;
    const one = { event, head, order };
    all.push(one);
    const list = bySentence.get(head.sentence);
    if (list) list.push(one);
    else bySentence.set(head.sentence, [one]);
  }
  const byOrder = new Map(all.map((one) => [one.order, one]));
  return { all, near: (word) => around(bySentence.get(word.sentence) ?? [], word.index), at: (order) => byOrder.get(order) };
}

/** How many events of one sentence are weighed: cost stays linear in a sentence without end. */
const NEAR = 32;

function around(list: readonly Happening[], index: number): readonly Happening[] {
  if (list.length <= NEAR) return list;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Happening).head.index < index) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - NEAR / 2), low + NEAR / 2);
}

/** How many steps a word hangs below another; undefined where it does not, or only by way of `cut`. */
export function depthBelow(document: Document, word: Word, top: Word, cut?: Word): number | undefined {
  let at: Word | undefined = word;
  let crossed = 0;
  for (let depth = 0; at && depth < DEEP; depth++) {
    if (cut && at.index === cut.index) return undefined;
    if (at.index === top.index) return depth + crossed;
    // Another clause is farther off than any word of this one.
    if (at.upos === "VERB" && /^(?:conj|parataxis|advcl|ccomp|acl:relcl)/.test(at.deprel)) crossed += 6;
    at = document.words[at.head];
  }
  return undefined;
}

/** The event nearest to the top of a branch, its other branch cut away. */
export function eventBelow(document: Document, happenings: Happenings, top: Word, cut?: Word): Happening | undefined {
  let best: Happening | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of happenings.near(top)) {
    const depth = depthBelow(document, one.head, top, cut);
    if (depth !== undefined && depth < least) {
      least = depth;
      best = one;
    }
  }
  return best;
}

/** How many of a report's events may be what is avenged. */
const FIRST = 200;

/** Whom an event was done to, by entity: "to avenge the general" points to his killing. */
export function eventAgainst(
  happenings: Happenings,
  entity: string | undefined,
  except: Happening | undefined,
): Happening | undefined {
  if (entity === undefined) return undefined;
  return happenings.all
    .slice(0, FIRST)
    .find(
      (one) =>
        one !== except && one.event.type === "ASSAULT" && one.event.recipients.some((recipient) => recipient.entity === entity),
    );
}

/** The nearest event above a word, up to a few clauses. */
export function eventAbove(document: Document, happenings: Happenings, word: Word): Happening | undefined {
  const here = happenings.near(word);
  let at: Word | undefined = word;
  for (let depth = 0; at && depth < 6; depth++) {
    const found = here.find(({ head }) => head.index === at?.index);
    if (found) return found;
    at = document.words[at.head];
  }
  return undefined;
}
