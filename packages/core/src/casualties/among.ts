import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import { sentenceOf } from "../shared/words.ts";
import type { Outcome } from "./cues.ts";
import type { Quantities, Quantity } from "./quantity.ts";

/** A part of the dead or hurt that a sentence of its own counts: "Eleven of the dead were children". */
export interface Part {
  cue: Word;
  outcome: Outcome;
  quantity: Quantity;
  head: Word;
}

const FATES: Readonly<Record<string, Outcome>> = {
  dead: "killed",
  killed: "killed",
  slain: "killed",
  deceased: "killed",
  fatalities: "killed",
  wounded: "injured",
  injured: "injured",
  missing: "missing",
};
/** Words that tell that those who are known are meant. */
const PEOPLE = /^(?:those|people|persons|civilians|the)$/;
/** "of the more than 30 people killed": how many words the group may have. */
const GROUP = 8;

/**
 * "At least 11 of the dead were children", "Of the 14 wounded, six were soldiers and two were clerks", "The toll includes 14 children":
 * who some of them were. A part inside the sentence of the whole ("30 people, including 14 children") is left to the whole.
 */
export function partsOf(document: Document, quantities: Quantities): Part[] {
  const found: Part[] = [];
  for (const cue of document.words) {
    if (cue.lower === "toll") {
      found.push(...inToll(document, quantities, cue));
      continue;
    }
    const outcome = FATES[cue.lower];
    const of = outcome && openerOf(document, cue);
    if (!of) continue;
    const sentence = sentenceOf(document, cue);
    const before = document.words[of.index - 1];
    if (before && of.index > sentence.first && isCount(before)) {
      // "Eleven of the dead were children", and not "killed eleven of the wounded".
      const verb = document.words[cue.index + 1];
      if (verb && verb.upos === "AUX" && verb.sentence === cue.sentence) push(cue, outcome, before, before);
      continue;
    }
    if (of.index > sentence.first + 1) continue;
    // "Of the 14 wounded, six were soldiers and two were clerks"
    for (let i = cue.index + 1; i + 2 < sentence.last; i++) {
      const count = document.words[i] as Word;
      const next = document.words[i + 1] as Word;
      if (isCount(count) && next.upos === "AUX" && /^(?:were|are)$/.test(next.lower)) push(cue, outcome, count, count);
    }
  }
  return found;

  function push(cue: Word, outcome: Outcome, count: Word, head: Word): void {
    const quantity = quantities.within(document, Math.max(sentenceOf(document, count).first, count.index - 4), count.index + 1);
    if (quantity && quantity.last === count.index + 1 && quantity.best > 0) found.push({ cue, outcome, quantity, head });
  }
}

/** "one of the dead was" tells of somebody who was counted, and counts nobody. */
const isCount = (word: Word): boolean =>
  (word.upos === "NUM" && word.lower !== "one") || /^(?:dozens|scores|hundreds)$/.test(word.lower);

/** "of" before "the dead", "the 14 wounded", "those killed", "the 40 people killed". */
function openerOf({ words }: Document, fate: Word): Word | undefined {
  let known = false;
  for (let i = fate.index - 1; i > fate.index - GROUP; i--) {
    const word = words[i];
    if (!word || word.sentence !== fate.sentence) return undefined;
    if (word.lower === "of") return known ? word : undefined;
    if (PEOPLE.test(word.lower)) known = true;
    else if (word.upos !== "NUM" && !/^(?:more|than|at|least|nearly|about|some|over)$/.test(word.lower)) return undefined;
  }
  return undefined;
}

/** "The toll includes 14 children" */
function inToll(document: Document, quantities: Quantities, toll: Word): Part[] {
  const verb = document.words[toll.head];
  if (verb?.lemma !== "include" || !toll.deprel.startsWith("nsubj")) return [];
  return childrenOf(document, verb, "obj")
    .flatMap((one) => [one, ...childrenOf(document, one, "conj")])
    .flatMap((head): Part[] => {
      const count = head.upos === "NUM" ? head : childrenOf(document, head, "nummod")[0];
      const quantity = count && quantities.within(document, Math.max(verb.index + 1, count.index - 4), count.index + 1);
      return quantity ? [{ cue: toll, outcome: "killed", quantity, head }] : [];
    });
}
