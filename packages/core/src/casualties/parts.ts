import type { Document, Word } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { sortOf } from "./sorts.ts";

/** How many counts on either side may tell of the same people. */
const WINDOW = 60;

/** The sorts of those named after "including" behind a noun: "several insurgents, including the commander". */
export function includedSorts(document: Document, head: Word): string[] {
  return included(document, head)
    .filter(({ upos }) => upos === "NOUN")
    .map(sortOf);
}

/** How many words behind a noun "including" may stand. */
const INCLUDING = 24;

/** The nouns and names after "including", "among them" or "one of whom" behind a noun. */
function included(document: Document, head: Word): Word[] {
  const found: Word[] = [];
  for (let i = head.index + 1; i < head.index + INCLUDING; i++) {
    const word = document.words[i];
    if (!word || word.sentence !== head.sentence) break;
    const [second, third] = [document.words[i + 1]?.lower, document.words[i + 2]?.lower];
    const one = word.lower === "one" && second === "of" && (third === "whom" || third === "them");
    if (word.lower !== "including" && !(word.lower === "among" && second === "them") && !one) continue;
    for (let k = i + 1; k < i + 8; k++) {
      const next = document.words[k];
      if (!next || next.sentence !== head.sentence || (next.upos === "VERB" && next.deprel !== "amod")) break;
      if (next.upos === "NOUN" || next.upos === "PROPN") found.push(next);
    }
    break;
  }
  return found;
}

/** Counts without those of one person who is said to be among a larger number: nobody is counted twice. */
export function withoutParts(
  document: Document,
  drafts: readonly Draft[],
  entityOf: (head: Word) => string | undefined,
): Draft[] {
  const parts = new Set<Draft>();
  for (const [i, whole] of drafts.entries()) {
    if (!whole.head || whole.quantity.best < 2) continue;
    const words = included(document, whole.head);
    if (words.length === 0) continue;
    const sorts = words.filter(({ upos }) => upos === "NOUN").map(sortOf);
    const names = new Set(words.map(entityOf).filter((entity) => entity !== undefined));
    for (const part of drafts.slice(Math.max(0, i - WINDOW), i + WINDOW)) {
      if (!part.head || part.quantity.best !== 1 || part.outcome !== whole.outcome) continue;
      const entity = entityOf(part.head);
      if (sorts.includes(sortOf(part.head)) || (entity !== undefined && names.has(entity))) parts.add(part);
    }
  }
  return drafts.filter((draft) => !parts.has(draft));
}

/** Counts without the wounding of one person who died: what came of it counts. */
export function withoutDead(drafts: readonly Draft[], entityOf: (head: Word) => string | undefined): Draft[] {
  const dead = new Set<string>();
  for (const { head, outcome, quantity } of drafts) {
    const entity = outcome === "killed" && quantity.best === 1 && head ? entityOf(head) : undefined;
    if (entity !== undefined) dead.add(entity);
  }
  return drafts.filter(({ head, outcome, quantity }) => {
    if (outcome !== "injured" || quantity.best !== 1 || !head) return true;
    const entity = entityOf(head);
    return entity === undefined || !dead.has(entity);
  });
}
