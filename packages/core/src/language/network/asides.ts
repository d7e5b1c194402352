import type { Word } from "../../model/index.ts";

/** How many words of "according to officials in the capital" or "the army said" are passed over. */
const LONGEST = 12;
const SAYING = /^(?:said|says|say|reported|claimed|announced|added|confirmed)$/;
/** What begins the words of a source: "according to", "by the ministry's count", "in the words of". */
const SOURCE = /^(?:according|by|per|in)$/;
const RECKONED = /^(?:count|tally|reckoning|estimate|account|accounts|figures|words)$/;
const PASSING = /^(?:in|on|at|among|during|after|before|with|within|near|outside)$/;
/** Verbs whose object may stand behind who says so. */
const HARM = /^(?:kill|wound|injur|destroy|damag|abduct|kidnap|hurt|arrest|detain|claim|left|leav|displac|captur)/;

/** "killed, according to officials, 22 civilians", "wounded, the army said, nine soldiers": what was hung on the source is the verb's. */
export function settleAsides(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 4 < last; i++) {
    const [verb, comma] = [words[i], words[i + 1]] as [Word, Word];
    if (comma.text !== "," || !HARM.test(verb.lower) || !/^VB[DNG]$/.test(verb.xpos)) continue;
    const of = (index: number) => words.slice(first, last).filter(({ head }) => head === index);
    if (of(i).some(({ deprel, index }) => deprel === "aux:pass" || (deprel === "obj" && index > i))) continue;
    const close = closing(words, i + 2, last);
    if (close < 0) continue;
    const object = behind(words, i, close, last);
    if (!object || isUnder(words, verb, object)) continue;
    Object.assign(object, { head: i, deprel: "obj" });
    if (verb.xpos === "VBN") verb.xpos = "VBD";
    (words[close] as Word).head = i;
    // "by the ministry's count": who counts is no agent.
    const count = words.slice(i + 2, close).find(({ head, lower }) => head === i && RECKONED.test(lower));
    if (count) count.deprel = "parataxis";
  }
}

/** The comma that ends the words of a source; -1 where none stands there. */
function closing(words: readonly Word[], from: number, last: number): number {
  const opening = words[from] as Word;
  for (let k = from + 1; k < Math.min(last, from + LONGEST); k++) {
    if (words[k]?.text !== ",") continue;
    const before = words[k - 1] as Word;
    const inside = words.slice(from, k);
    if (SAYING.test(before.lower)) return k;
    if (opening.lower === "according") return k;
    // "arrested, in the early hours of Sunday, 14 suspects", "killed, among others, a judge": a counted or an indefinite object.
    if (PASSING.test(opening.lower) && /^(?:CD|DT)$/.test(words[k + 1]?.xpos ?? "")) return k;
    return SOURCE.test(opening.lower) && inside.some(({ lower }) => RECKONED.test(lower)) ? k : -1;
  }
  return -1;
}

/** The head of the noun phrase right behind a comma that hangs on the words before it. */
function behind(words: readonly Word[], verb: number, comma: number, last: number): Word | undefined {
  for (let k = comma + 1; k < Math.min(last, comma + LONGEST); k++) {
    const word = words[k] as Word;
    if (word.upos === "VERB" || word.upos === "AUX" || /^[,;.:]$/.test(word.text)) return undefined;
    if (!/^(?:NOUN|PROPN|NUM|PRON)$/.test(word.upos)) continue;
    const above = word.head;
    if (above >= verb && above < comma && /^(?:conj|appos|ccomp|obj|obl|nmod|dep|parataxis)/.test(word.deprel)) return word;
  }
  return undefined;
}

/** Whether a word hangs on another, at whatever depth: what is to hang on it must not. */
function isUnder(words: readonly Word[], word: Word, over: Word): boolean {
  for (let at: Word | undefined = word, n = 0; at && n < DEEPEST; at = words[at.head], n++) if (at === over) return true;
  return false;
}
const DEEPEST = 200;
