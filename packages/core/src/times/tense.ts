import type { Document, Word } from "../model/index.ts";
import { wordFrom } from "../shared/words.ts";

/** Where a clause looks: -1 to what has happened, 1 to what is to come, 0 where nothing tells. */
export type Direction = -1 | 0 | 1;

const FUTURE_AUX: ReadonlySet<string> = new Set([
  "will",
  "shall",
  "'ll",
  "’ll",
  "wo",
  "would",
  "may",
  "might",
  "should",
  "must",
  "can",
  "could",
  "'d",
]);
/** What is said with these before an infinitive or a noun has not happened yet. */
const FUTURE_HEADS: ReadonlySet<string> = new Set(
  (
    "plan expect schedule intend hope agree vow threaten promise aim want seek prepare order urge ask call decide set due slate propose pledge offer " +
    "demand warn vote hold start begin be set_to likely ready going go"
  ).split(" "),
);
const SCHEDULED: ReadonlySet<string> = new Set(
  "due scheduled expected planned set slated likely ready supposed bound upcoming planning expects plans".split(" "),
);
const BACKWARD: ReadonlySet<string> = new Set(["since", "ended", "dated"]);
/** These look ahead where the clause says nothing, */
const FORWARD: ReadonlySet<string> = new Set(["by", "starting", "beginning", "ending", "from"]);
/** and these even in a clause of the past ("extended the deadline until Tuesday"), if it is no pluperfect. */
const AHEAD: ReadonlySet<string> = new Set(["until", "till", "effective", "expires", "expire"]);
const FAR = 64;

/** The direction of the clause that an expression stands in, from the tree, else from the words around. */
export function directionAt(document: Document, start: number): Direction {
  const at = wordFrom(document.words, start);
  const word = document.words[at];
  if (!word) return 0;
  const before = document.words[at - 1];
  const near = before && before.sentence === word.sentence ? before.lower : "";
  if (BACKWARD.has(near)) return -1;
  const parsed = word.head >= 0 || word.children.length > 0 || word.upos !== "";
  // "called a strike for Wednesday", but "claimed responsibility for Wednesday's attack".
  if (near === "for" && !/^['’]s/.test(document.text.slice(word.end, word.end + 2))) return 1;
  const direction = parsed ? byTree(document, word) : byWords(document, at);
  if (AHEAD.has(near)) return pluperfect(document, word.sentence) ? direction : 1;
  return direction === 0 && FORWARD.has(near) ? 1 : direction;
}

function pluperfect(document: Document, sentence: number): boolean {
  const at = document.sentences[sentence];
  if (!at) return false;
  for (let i = at.first; i < at.last && i < at.first + FAR; i++) if (document.words[i]?.lower === "had") return true;
  return false;
}

function byTree(document: Document, from: Word): Direction {
  let word: Word | undefined = from;
  for (let steps = 0; word && steps < FAR; steps++) {
    if (SCHEDULED.has(word.lower) && word.index !== from.index && !hasObject(document, word)) return 1;
    if (word.upos === "VERB" || word.upos === "AUX" || hasCopula(document, word)) {
      const found = tenseOf(document, word);
      if (found !== 0) return found;
    }
    word = document.words[word.head];
  }
  return 0;
}

/** "set fire to a gatehouse": what has an object of its own is no schedule; "planned a march" is one. */
function hasObject(document: Document, word: Word): boolean {
  return word.lower === "set" && word.children.some((index) => document.words[index]?.deprel === "obj");
}

function hasCopula(document: Document, word: Word): boolean {
  for (const index of word.children) if (document.words[index]?.deprel === "cop") return true;
  return false;
}

function tenseOf(document: Document, verb: Word): Direction {
  let past = verb.xpos === "VBD";
  let infinitive = false;
  let aux = false;
  for (const index of verb.children) {
    const child = document.words[index] as Word;
    if (child.deprel === "mark" && child.lower === "to") infinitive = true;
    if (child.deprel === "cop") {
      if (child.xpos === "VBD") past = true;
      continue;
    }
    if (!child.deprel.startsWith("aux")) continue;
    if (child.xpos === "MD" && FUTURE_AUX.has(child.lower)) {
      // "could have met Monday" is behind us.
      return verb.xpos === "VBN" && verb.children.some((i) => document.words[i]?.lower === "have") ? -1 : 1;
    }
    aux = true;
    if (child.xpos === "VBD" || child.lower === "has" || child.lower === "have" || child.lower === "'ve") past = true;
  }
  if (past) return SCHEDULED.has(verb.lower) && !hasObject(document, verb) ? 1 : -1;
  const head = document.words[verb.head];
  if (infinitive) return head && (FUTURE_HEADS.has(head.lemma) || SCHEDULED.has(head.lower)) ? 1 : 0;
  // A bare participle: "the man killed Monday" is past, "fighting Monday" follows its head.
  if (verb.xpos === "VBN" && !aux) return SCHEDULED.has(verb.lower) ? 1 : -1;
  return 0;
}

/** Without tags: the nearest telling word before in the sentence, at most a dozen words away. */
function byWords(document: Document, at: number): Direction {
  const { sentence } = document.words[at] as Word;
  for (const step of [-1, 1]) {
    for (let i = at + step, left = 12; left > 0; i += step, left--) {
      const word = document.words[i];
      if (!word || word.sentence !== sentence) break;
      if (FUTURE_AUX.has(word.lower) || SCHEDULED.has(word.lower)) return 1;
      if (
        word.lower.length > 3 &&
        (word.lower.endsWith("ed") || word.lower === "said" || word.lower === "was" || word.lower === "were")
      )
        return -1;
    }
  }
  return 0;
}
