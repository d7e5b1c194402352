import type { Word } from "../../model/index.ts";
import type { Segment } from "./batch.ts";

/** What is said, words `first` to `last`, its last a mark or a comma that stands for one; and the verb of saying. */
export interface Told extends Segment {
  verb: number;
}

const SAYING = /^(?:said|says|say|told|reported|reports|added|announced|claimed|confirmed)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const STOP = /^[,;:.!?]$/;
/** What begins something else than who says it: ", who police said", ", and the army said". */
const OPENING = /^(?:who|whom|which|that|what|where|when|while|as|and|or|but|if|because|after|before|since|until|then|so)$/;
/** The fewest words of what is said, and the most between the comma and the verb. */
const [FEWEST, MOST] = [4, 14];

/** "Two suspects fired at officers, police said on Friday." */
export function toldBefore(words: readonly Word[], { first, last }: Segment): Told | undefined {
  for (let comma = first + FEWEST; comma < last - 2; comma++) {
    if (words[comma]?.text !== ",") continue;
    const verb = sayingBehind(words, comma, last);
    if (verb !== undefined) return { first, last: comma + 1, verb };
  }
  return undefined;
}

/** The verb of "…, police said on Friday.", if what stands behind the comma is such. */
function sayingBehind(words: readonly Word[], comma: number, last: number): number | undefined {
  const { lower, xpos } = words[comma + 1] as Word;
  if (OPENING.test(lower) || /^(?:CC|W.*|IN|TO|RB|VB.*|PUNCT|SYM)$/.test(xpos)) return undefined;
  for (let at = comma + 1; at < last && at - comma <= MOST; at++) {
    const word = words[at] as Word;
    if (SAYING.test(word.lower)) return at > comma + 1 && word.upos !== "NOUN" && isLast(words, at, last) ? at : undefined;
    if (word.upos === "VERB" || word.upos === "AUX" || FINITE.test(word.xpos) || STOP.test(word.text)) return undefined;
  }
  return undefined;
}

/** Whether nothing is told behind a verb up to the next mark. */
function isLast(words: readonly Word[], verb: number, last: number): boolean {
  for (let k = verb + 1; k < last && !STOP.test((words[k] as Word).text); k++) {
    if (FINITE.test((words[k] as Word).xpos) || (words[k] as Word).lower === "that") return false;
  }
  return true;
}

const DAY =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|earlier|later|late|early|also|morning|afternoon|evening|night)$/;
const WHERE =
  /^(?:telegram|x|twitter|facebook|television|tv|radio|media|statement|interview|report|post|briefing|conference|letter|tweet|message|speech|broadcast|address|communique|video|anonymity|phone|telephone)$/;
/** The most words of "in a rare televised address" and of "a news conference"; what begins the first. */
const [ASIDE, HEARERS] = [5, 3];
const PREPOSITION = /^(?:on|in|at|by|via|through|during)$/;
const HEARER =
  /^(?:reporters|journalists|afp|reuters|ap|cnn|parliament|lawmakers|television|tv|radio|bbc|agency|newspaper|conference|briefing)$/;

/** "Police said on Friday two suspects fired at officers": without a "that", behind when and where it was said. */
export function toldBehind(words: readonly Word[], { first, last }: Segment): Told | undefined {
  for (let verb = first + 1; verb + FEWEST < last; verb++) {
    const said = words[verb] as Word;
    if (!SAYING.test(said.lower) || said.upos !== "VERB") continue;
    if (STOP.test((words[verb - 1] as Word).text) || /^(?:advcl|acl)/.test(said.deprel)) return undefined;
    const start = pastAsides(words, verb + 1, last);
    const opens = words[start];
    if (!opens || start + 2 >= last || !/^(?:DT|JJ.*|NN.*|CD|PRP\$|VB[DNG])$/.test(opens.xpos) || opens.lower === "that")
      return undefined;
    // "told the court", "announced new sanctions": what follows is an object as often.
    if (start === verb + 1 && !/^sa(?:id|ys|y)$/.test(said.lower)) return undefined;
    if (said.head >= 0 && (said.head < start || said.head >= last)) return undefined;
    const end = endOf(words, start, last);
    return end - start > FEWEST ? { first: start, last: end, verb } : undefined;
  }
  return undefined;
}

/** Behind "on Friday", "late Tuesday", "in a statement", "state television", as many as there are. */
function pastAsides(words: readonly Word[], from: number, last: number): number {
  let at = from;
  for (let end = pastAside(words, at, last); end > at; end = pastAside(words, at, last)) at = end;
  return at;
}

function pastAside(words: readonly Word[], at: number, last: number): number {
  const led = PREPOSITION.test(words[at]?.lower ?? "");
  const most = Math.min(last, at + (led ? ASIDE : HEARERS));
  for (let i = at; i < most; i++) {
    const { lower, text } = words[i] as Word;
    if (STOP.test(text) || (i > at && PREPOSITION.test(lower))) break;
    if (led ? DAY.test(lower) || WHERE.test(lower) : HEARER.test(lower) || (i === at && DAY.test(lower))) return i + 1;
  }
  return at;
}

/** Up to the comma before another who says something, or "adding". */
function endOf(words: readonly Word[], start: number, last: number): number {
  let comma = -1;
  for (let i = start; i < last; i++) {
    const { text, lower } = words[i] as Word;
    if (text === ",") comma = i;
    if (SAYING.test(lower) || (/^(?:adding|citing|quoting)$/.test(lower) && comma === i - 1))
      return comma < 0 ? start : comma + 1;
  }
  return last;
}
