import type { Word } from "../../model/index.ts";

const CLOSING: Record<string, string> = { "(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", '"': '"', "'": "'" };
const CLOSERS = new Set(Object.values(CLOSING));

/**
 * Hangs a pair of brackets or quotation marks on the one word between them whose head stands outside, as UD asks for;
 * a pair around several such words, or none, stays as it was read. "He said (on Monday) that …": both on "Monday".
 * `first` to `last` is one tree, and stays one. Pairs within pairs are followed to a depth of DEPTH.
 */
export function settlePairs(words: readonly Word[], first: number, last: number): void {
  const open: number[] = [];
  for (let i = first; i < last; i++) {
    const { text, deprel } = words[i] as Word;
    if (deprel !== "punct" || text.length !== 1) continue;
    const top = open[open.length - 1];
    if (top !== undefined && CLOSING[(words[top] as Word).text] === text) {
      open.pop();
      settle(words, top, i);
    } else if (CLOSING[text] !== undefined && open.length < DEPTH) {
      open.push(i);
    } else if (CLOSERS.has(text)) {
      // A closing mark without its opening one: what stands open is no pair.
      open.length = 0;
    }
  }
}

const DEPTH = 4;

function settle(words: readonly Word[], a: number, b: number): void {
  let inner = -1;
  for (let i = a + 1; i < b; i++) {
    const { head, deprel } = words[i] as Word;
    if (deprel === "punct" || (head > a && head < b)) continue;
    // The head itself is a mark of this pair, or there are two ways out.
    if (inner >= 0 || head === a || head === b) return;
    inner = i;
  }
  if (inner < 0) return;
  for (const mark of [a, b]) if (!isAbove(words, mark, inner)) (words[mark] as Word).head = inner;
}

/** Whether a mark stands above a word, so that hanging it there would close a circle. */
function isAbove(words: readonly Word[], mark: number, word: number): boolean {
  for (let at = word; at >= 0; at = (words[at] as Word).head) if (at === mark) return true;
  return false;
}
