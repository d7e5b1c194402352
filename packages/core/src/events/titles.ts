import type { Word } from "../model/index.ts";
import type { Scene } from "./scene.ts";

/** No title is longer, in words. */
const LONGEST = 10;
const OPENING = /^["“‘«]$/;
const CLOSING = /^["”’»]$/;

/** The band played “We Will Crush You”: words in marks, each with a capital, are what something is called, and tell nothing. */
export function isInTitle({ document, syntax }: Scene, word: Word): boolean {
  if (!isCapital(word) || isShouted(word)) return false;
  let first = word.index - 1;
  while (word.index - first <= LONGEST && isTitular(syntax.at(first, word), OPENING)) first--;
  let last = word.index + 1;
  while (last - word.index <= LONGEST && isTitular(syntax.at(last, word), CLOSING)) last++;
  if (!OPENING.test(document.words[first]?.text ?? "") || !CLOSING.test(document.words[last]?.text ?? "")) return false;
  const words = document.words.slice(first + 1, last);
  // A quotation opens with a capital too, and a slogan of one word may be anything.
  if (words.length < 2 || syntax.at(first, word) === undefined || syntax.at(last, word) === undefined) return false;
  // In a headline every word has a capital.
  for (let i = first - LONGEST; i < last + LONGEST; i++) {
    const outside = i < first || i > last ? syntax.at(i, word) : undefined;
    if (outside && outside.text.length > 3 && !isCapital(outside) && outside.upos !== "PUNCT") return true;
  }
  return false;
}

const isShouted = ({ text }: Word): boolean => text.length > 2 && text === text.toUpperCase();

/** Small words of a title need no capital. */
const isTitular = (word: Word | undefined, edge: RegExp): boolean =>
  word !== undefined &&
  !edge.test(word.text) &&
  (isCapital(word) || word.text.length <= 3 || word.upos === "ADP" || word.upos === "PUNCT");

const isCapital = ({ text, lower }: Word): boolean => text.charAt(0) !== lower.charAt(0);
