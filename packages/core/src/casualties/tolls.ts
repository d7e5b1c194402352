import type { Document, Word } from "../model/index.ts";
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
        const { last } = sentenceOf(document, word);
        let to = word.index + 1;
        let end = Math.min(last, word.index + REACH);
        // Only joints may lie between the noun and its number.
        for (; to < end; to++) {
          const next = document.words[to] as Word;
          // ", revised down from 54, now stands at 41": what it was before is passed over.
          if (next.lower === "," && REVISED.test(document.words[to + 1]?.lower ?? "")) {
            const from = to;
            do to++;
            while (to < end && document.words[to]?.lower !== ",");
            end = Math.min(last, end + to - from);
            continue;
          }
          if (next.upos === "NUM" || /^\d/.test(next.lower)) break;
          if (
            !JOINTS.has(next.lower) &&
            !/^(?:at|least|more|than|about|around|some|nearly|over|almost|an|a|estimated|up|between|early|today|yesterday|sharply|toll)$/.test(
              next.lower,
            ) &&
            next.xpos !== "RB"
          ) {
            to = end;
          }
        }
        if (to >= end) continue;
        // "revised down from 40 to 32": the later figure holds.
        const later = document.words[to + 1]?.lower === "to" && document.words[to - 1]?.lower === "from" ? to + 2 : to;
        let close = later + 1;
        while (close < Math.min(last, later + 4) && isNumeral(document.words[close] as Word)) close++;
        const quantity = quantities.within(document, later === to ? word.index + 1 : later, close);
        if (!quantity || quantity.first > later) continue;
        // "a toll of 12 soldiers" is counted by its noun.
        const counted = document.words[quantity.last];
        if (
          counted &&
          counted.sentence === word.sentence &&
          (counted.upos === "NOUN" || counted.upos === "ADJ") &&
          counted.deprel !== "obl:tmod"
        ) {
          if (!/^(?:people|dead|deaths|persons|killed|lives)$/.test(counted.lower)) continue;
        }
        found.push({ outcome, quantity, cue: word });
      }
      return found;
    },
  };
}

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
  if (word.lower === "losses" && /^(?:their|its|his|own|our)$/.test(near)) return "killed";
  if (word.lower === "fatalities" || word.lower === "deaths") return /^(?:of|the|number)$/.test(near) ? "killed" : undefined;
  return undefined;
}
