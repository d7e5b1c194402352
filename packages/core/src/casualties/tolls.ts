import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import { sentenceOf } from "../shared/words.ts";
import type { Outcome } from "./cues.ts";
import type { Quantities, Quantity } from "./quantity.ts";

export interface Toll {
  outcome: Outcome;
  quantity: Quantity;
  cue: Word;
}

export interface Tolls {
  find(document: Document): Toll[];
}

/** How far after "toll" its number may stand, in words. */
const REACH = 9;
const JOINTS: ReadonlySet<string> = new Set(
  "at to of as is was now stands stood rose risen rises climbed reached put reaches rise climb hits hit had has have been being the dead by from put officially far so revised down up lowered raised updated cut".split(
    " ",
  ),
);

/**
 * Figures that a noun announces and that count nothing by themselves: "the death toll rose to 28", "put the dead at
 * nine", "an earlier count of 39".
 */
export function createTolls(quantities: Quantities): Tolls {
  return {
    find(document) {
      const found: Toll[] = [];
      for (const word of document.words) {
        const outcome = outcomeOf(document, word);
        if (!outcome) continue;
        // "The toll from the blast rose to 28": behind all that hangs on the noun, where nothing is told at once.
        const quantity =
          announced(document, quantities, word.index + 1, word) ??
          announced(document, quantities, endOf(document, word), word) ??
          raised(document, quantities, word);
        if (quantity) found.push({ outcome, quantity, cue: word });
      }
      return found;
    },
  };
}

/** The number that stands behind nothing but joints from word `from` on. */
function announced(document: Document, quantities: Quantities, from: number, word: Word): Quantity | undefined {
  const { last } = sentenceOf(document, word);
  let to = from;
  let end = Math.min(last, from + REACH - 1);
  for (; to < end; to++) {
    const next = document.words[to] as Word;
    // ", revised down from 54, now stands at 41": what it was before is passed over.
    if (next.lower === "," && REVISED.test(document.words[to + 1]?.lower ?? "")) {
      const began = to;
      do to++;
      while (to < end && document.words[to]?.lower !== ",");
      end = Math.min(last, end + to - began);
      continue;
    }
    if (next.upos === "NUM" || /^\d/.test(next.lower)) break;
    if (!JOINTS.has(next.lower) && !ADVERBS.test(next.lower) && next.xpos !== "RB") return undefined;
  }
  if (to >= end) return undefined;
  // "revised down from 40 to 32": the later figure holds.
  const later = document.words[to + 1]?.lower === "to" && document.words[to - 1]?.lower === "from" ? to + 2 : to;
  let close = later + 1;
  while (close < Math.min(last, later + 4) && isNumeral(document.words[close] as Word)) close++;
  const quantity = quantities.within(document, later === to ? from : later, close);
  if (!quantity || quantity.first > later) return undefined;
  // "a toll of 12 soldiers" is counted by its noun.
  const counted = document.words[quantity.last];
  const isNoun = counted && (counted.upos === "NOUN" || counted.upos === "ADJ") && counted.deprel !== "obl:tmod";
  if (isNoun && counted.sentence === word.sentence && !/^(?:people|dead|deaths|persons|killed|lives)$/.test(counted.lower))
    return undefined;
  return quantity;
}

/** "raising the death toll from the airstrike to 41": behind what it is the toll of, wherever the tree hangs that. */
function raised(document: Document, quantities: Quantities, word: Word): Quantity | undefined {
  if (!/^(?:from|of|in|for|after)$/.test(document.words[word.index + 1]?.lower ?? "")) return undefined;
  const { last } = sentenceOf(document, word);
  for (let i = word.index + 2; i < Math.min(last, word.index + REACH); i++) {
    const next = document.words[i] as Word;
    if (next.upos === "VERB" || next.upos === "NUM" || next.upos === "PUNCT") return undefined;
    if (next.lower === "to") return announced(document, quantities, i, word);
  }
  return undefined;
}

/** Index behind the last word that hangs on a noun and stands behind it; a sentence without end is not followed. */
function endOf(document: Document, noun: Word): number {
  let end = noun.index + 1;
  const open = noun.children.filter((index) => index > noun.index);
  for (let steps = 0; open.length > 0 && steps < LONGEST; steps++) {
    const at = document.words[open.pop() as number] as Word;
    end = Math.max(end, at.index + 1);
    open.push(...at.children);
  }
  return end;
}

/** How many words of a noun's phrase are followed. */
const LONGEST = 40;
const ADVERBS =
  /^(?:at|least|more|than|about|around|some|nearly|over|almost|an|a|estimated|up|between|early|today|yesterday|sharply|toll)$/;
const REVISED = /^(?:revised|lowered|raised|cut|updated|up|down)$/;
const isNumeral = (word: Word): boolean =>
  word.upos === "NUM" || word.upos === "PUNCT" || /^(?:to|or|and|dozen|hundred|thousand|million)$/.test(word.lower);

function outcomeOf(document: Document, word: Word): Outcome | undefined {
  const before = document.words[word.index - 1];
  const near = before && before.sentence === word.sentence ? before.lower : "";
  if (word.lower === "toll") return /^(?:injury|wounded)$/.test(near) ? "injured" : "killed";
  if (word.lower === "count" && /^(?:earlier|previous|official|body|latest|initial)$/.test(near)) return "killed";
  if (word.lower === "dead" && near === "the") return "killed";
  if (word.lower === "dead" && near === "of" && /^(?:number|toll|total|count)$/.test(document.words[word.index - 2]?.lower ?? ""))
    return "killed";
  // "The number of those killed in the raid was 13"
  if (word.lower === "number" || word.lower === "count") return toldOf(document, word);
  if (word.lower === "losses" && /^(?:their|its|his|own|our)$/.test(near)) return "killed";
  if (word.lower === "fatalities" || word.lower === "deaths") return /^(?:of|the|number)$/.test(near) ? "killed" : undefined;
  return undefined;
}

const FATES: Readonly<Record<string, Outcome>> = {
  kill: "killed",
  die: "killed",
  injure: "injured",
  wound: "injured",
  hurt: "injured",
};

/** What became of those whom "number of" counts. */
function toldOf(document: Document, number: Word): Outcome | undefined {
  const counted = childrenOf(document, number, "nmod").find((child) =>
    childrenOf(document, child, "case").some(({ lower }) => lower === "of"),
  );
  if (!counted) return undefined;
  const fate = childrenOf(document, counted, "acl", "acl:relcl").find(({ lemma }) => lemma in FATES);
  return fate && FATES[fate.lemma];
}
