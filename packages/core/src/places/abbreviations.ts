import type { Document, Word } from "../model/index.ts";
import type { Cues } from "./cues.ts";

/** "Va." or "W. Va." at a word: which region, and the word after it. Looks at three words at most. */
export function abbreviationAt(
  document: Document,
  first: number,
  cues: Cues,
): { region: string; country: string; alone: boolean; last: number } | undefined {
  const { words, text } = document;
  const start = (words[first] as Word).start;
  for (let last = Math.min(first + 4, words.length); last > first; last--) {
    const end = (words[last - 1] as Word).end;
    if (end - start > 7) continue;
    const written = text.slice(start, end);
    const found =
      cues.abbreviations.get(written) ?? (text.charAt(end) === "." ? cues.abbreviations.get(`${written}.`) : undefined);
    if (found) return { ...found, last };
  }
  return undefined;
}
