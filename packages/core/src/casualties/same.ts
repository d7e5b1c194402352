import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import type { Draft } from "./counter.ts";

/**
 * The entity of counts that tell again of victims told before: a headline and its lead, "several insurgents" who turn out
 * to be eight, "a leader" and "the leader". Both then name one entity, so that nobody adds them up. Two exact numbers that
 * differ are different people.
 */
export function sameVictims(
  document: Document,
  drafts: readonly Draft[],
  entityOf: (head: Word) => string | undefined,
): Map<Draft, string> {
  const same = new Map<Draft, string>();
  const groups = new Map<string, { draft: Draft; entity: string; exact: number | undefined }[]>();
  const seen = new Set<string>();
  const ones = new Map<string, string>();
  for (const draft of drafts) {
    const { head, outcome, quantity } = draft;
    if (!head || quantity.best === 0) continue;
    const entity = entityOf(head);
    const one = quantity.exact && quantity.best === 1;
    const exact = quantity.exact ? quantity.best : undefined;
    const pronoun = one && head.upos === "PRON";
    if (pronoun) {
      // "captured him": the one told last, where nobody else is known.
      const last = ones.get(outcome);
      if (last && (entity === undefined || ![...same.values(), ...seen].includes(entity))) {
        same.set(draft, last);
        continue;
      }
    }
    if (entity !== undefined) seen.add(entity);
    if (one && entity !== undefined) ones.set(outcome, entity);
    const sorts = sortsOf(document, head).map((sort) => `${outcome} ${one ? "one" : "many"} ${sort}`);
    const known = sorts.flatMap((sort) => groups.get(sort) ?? []);
    // In one sentence two counts are two groups.
    // "another militant" is new, unless it stands beside one who is not ("the leader and two other men").
    const fresh =
      isOther(document, head) && !drafts.some((other) => other !== draft && other.cue === draft.cue && same.has(other));
    const match = known.find(
      (other) =>
        other.draft.cue.sentence !== draft.cue.sentence &&
        !fresh &&
        (one || other.exact === undefined || exact === undefined || other.exact === exact),
    );
    if (match) {
      same.set(draft, match.entity);
      if (match.exact === undefined) match.exact = exact;
      continue;
    }
    if (entity === undefined) continue;
    const entry = { draft, entity, exact };
    for (const sort of sorts) groups.set(sort, [...(groups.get(sort) ?? []), entry]);
  }
  return same;
}

/** The sorts of those named after "including" behind a noun: "several insurgents, including the commander". */
export function includedSorts(document: Document, head: Word): string[] {
  const sorts: string[] = [];
  for (let i = head.index + 1; i < head.index + 14; i++) {
    const word = document.words[i];
    if (!word || word.sentence !== head.sentence) break;
    if (word.lower !== "including" && !(word.lower === "among" && document.words[i + 1]?.lower === "them")) continue;
    for (let k = i + 1; k < i + 8; k++) {
      const next = document.words[k];
      if (!next || next.sentence !== head.sentence || next.upos === "VERB") break;
      if (next.upos === "NOUN") sorts.push(sortOf(next));
    }
    break;
  }
  return sorts;
}

/** Counts without those of one person who is said to be among a larger number: nobody is counted twice. */
export function withoutParts(document: Document, drafts: readonly Draft[]): Draft[] {
  const parts = new Set<Draft>();
  for (const whole of drafts) {
    if (!whole.head || whole.quantity.best < 2) continue;
    const sorts = includedSorts(document, whole.head);
    if (sorts.length === 0) continue;
    for (const part of drafts) {
      if (part.head && part.quantity.best === 1 && part.outcome === whole.outcome && sorts.includes(sortOf(part.head)))
        parts.add(part);
    }
  }
  return drafts.filter((draft) => !parts.has(draft));
}

/** "another militant", "three other men": new ones. */
const isOther = (document: Document, head: Word): boolean =>
  childrenOf(document, head, "det", "amod").some(({ lower }) =>
    /^(?:another|other|additional|further|second|more)$/.test(lower),
  ) || document.words[head.index - 1]?.lower === "another";

/** What victims may be matched by: their noun, and the noun of an apposition ("Yah, a commander"). */
function sortsOf(document: Document, head: Word): string[] {
  const sorts = [sortOf(head)];
  for (const other of childrenOf(document, head, "appos")) sorts.push(sortOf(other));
  return sorts;
}

const FIGHTERS: ReadonlySet<string> = new Set(
  "insurgent militant fighter rebel guerrilla suspect terrorist combatant member individual attacker gunman".split(" "),
);
const PEOPLE: ReadonlySet<string> = new Set("people person man civilian resident villager victim other life".split(" "));

function sortOf(word: Word): string {
  const lemma = word.lemma.toLowerCase();
  return FIGHTERS.has(lemma) ? "fighter" : PEOPLE.has(lemma) ? "people" : lemma;
}
