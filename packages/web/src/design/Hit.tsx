import type { Hit as Found } from "../api/reports.ts";
import { plain } from "./words.ts";

/** A stretch of text with the words that were searched for marked. */
export function Hit({ hit: { text, marks } }: { hit: Found }) {
  const parts: { at: number; words: string; hit: boolean }[] = [];
  let from = 0;
  for (const { start, end } of [...marks, { start: text.length, end: text.length }]) {
    if (start > from) parts.push({ at: from, words: text.slice(from, start), hit: false });
    if (end > start) parts.push({ at: start, words: text.slice(start, end), hit: true });
    from = Math.max(from, end);
  }
  return (
    <span className="hit">
      {parts.map(({ at, words, hit }) =>
        hit ? <mark key={at}>{plain(words)}</mark> : <span key={at}>{words.replace(/\s+/g, " ")}</span>,
      )}
    </span>
  );
}
