import type { Document, Sentence, Word } from "../model/index.ts";

/** A quotation in a text, with its marks: words `first` (inclusive) to `last` (exclusive). */
export interface Quote {
  first: number;
  last: number;
  /** Words within that are neither marks nor punctuation. */
  size: number;
  /** It goes on from the quotation before, which its paragraph left open. */
  continues: boolean;
  /** A mark ends it, and not just its paragraph. */
  closed: boolean;
}

/**
 * Quotations between double marks, straight, curly or doubled single ones, and between single ones where there are none
 * such. One left open at the end of its paragraph ends there; when the next paragraph opens with a mark it goes on.
 */
export function findQuotes({ text, words, sentences }: Document, paragraphs: Int32Array): Quote[] {
  const quotes: Quote[] = [];
  let open = -1;
  let single = false;
  let leftOpen = false;
  let continues = false;
  const close = (last: number, closed: boolean) => {
    let size = 0;
    for (let i = open; i < last; i++) if ((words[i] as Word).upos !== "PUNCT") size++;
    if (size > 0) quotes.push({ first: open, last, size, continues, closed });
    open = -1;
  };
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences[s] as Sentence;
    const starts = s === 0 || paragraphs[s] !== paragraphs[s - 1];
    if (starts) {
      leftOpen = open >= 0 && !single;
      const goesOn = leftOpen && markAt(text, words, first) !== 0;
      if (open >= 0) close(goesOn ? first : spokenUntil(words, open, first), false);
    }
    for (let i = first; i < last; i++) {
      const mark = markAt(text, words, i);
      if (mark === 0) continue;
      const isSingle = mark === SINGLE_OPEN || mark === SINGLE_CLOSE;
      const opens = mark === OPEN || mark === SINGLE_OPEN || (mark === EITHER && open < 0);
      if (open < 0) {
        if (!opens || (isSingle && !closesLater(text, words, i, sentences, s, paragraphs))) continue;
        open = i;
        single = isSingle;
        continues = starts && leftOpen && i === first;
      } else if (isSingle === single && !opens) close(i + 1, true);
      else if (!isSingle && (single || mark === OPEN)) {
        // The one before was never closed.
        close(i, false);
        open = i;
        single = false;
        continues = false;
      }
    }
  }
  if (open >= 0) close(spokenUntil(words, open, words.length), false);
  return quotes;
}

const SAYING = /^(?:said|says|told|added|warned|asked)$/;

/** Where a quotation ends that nobody closed: at the comma before "… he said", else at the end of its paragraph. */
function spokenUntil(words: readonly Word[], open: number, last: number): number {
  for (let i = open + SHORTEST; i < Math.min(last, open + REACH); i++) {
    if (!SAYING.test((words[i] as Word).lower)) continue;
    for (let k = i - 1; k > Math.max(open, i - SPEAKER); k--) if ((words[k] as Word).text === ",") return k + 1;
  }
  return last;
}

/** Words that an unclosed quotation has at least, and those between its comma and "said" at most. */
const SHORTEST = 3;
const SPEAKER = 8;

const OPEN = 1;
const CLOSE = 2;
const EITHER = 3;
const SINGLE_OPEN = 4;
const SINGLE_CLOSE = 5;
/** How many words on a single quotation mark is looked for that closes one. */
const REACH = 80;

function markAt(text: string, words: readonly Word[], i: number): number {
  const word = words[i] as Word;
  const mark = word.text;
  if (mark === "“" || mark === "«" || mark === "„" || mark === "``" || mark === "‘‘") return OPEN;
  if (mark === "”" || mark === "»" || mark === "’’") return CLOSE;
  const before = (words[i - 1]?.end ?? -1) === word.start;
  const after = words[i + 1]?.start === word.end;
  if (word.lower === '"' || mark === "''") {
    if (after && !before) return OPEN;
    return before && !after ? CLOSE : EITHER;
  }
  if (mark === "‘") return SINGLE_OPEN;
  if (mark !== "'" && mark !== "’") return 0;
  if (after && !before) return SINGLE_OPEN;
  // "the workers' union": a mark after a plural closes nothing, unless punctuation stands before it.
  return before && (!after || !isLetter(text.charAt(word.end))) ? SINGLE_CLOSE : 0;
}

/** A single mark opens a quotation only where another closes one in the same paragraph: else it is an apostrophe. */
function closesLater(
  text: string,
  words: readonly Word[],
  i: number,
  sentences: readonly Sentence[],
  s: number,
  paragraphs: Int32Array,
): boolean {
  for (let k = i + 2; k < words.length && k < i + REACH; k++) {
    const word = words[k] as Word;
    if (word.sentence !== s && paragraphs[word.sentence] !== paragraphs[s]) return false;
    if (
      markAt(text, words, k) === SINGLE_CLOSE &&
      (/[.,!?]/.test((words[k - 1] as Word).text) || !/s$/.test((words[k - 1] as Word).lower))
    )
      return true;
  }
  return sentences.length === 0;
}

const isLetter = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase();
