import type { Word } from "../../model/index.ts";

/** What a word is to the network; training/net/data.py holds the same definitions. */
export const FEATURES = 8;
const UNKNOWN = 1;
const CACHED = 1 << 15;

const PLAIN: Record<string, string> = {
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": ".",
};
const plain = (word: string): string => word.replace(/[’‘`´“”–—…]/g, (mark) => PLAIN[mark] as string);

/** The word as the vocabulary knows it: small letters, plain quotes and dashes, every digit 0. */
export function norm(word: string): string {
  const low = plain(word).toLowerCase();
  if (/^-{2,}$/.test(low)) return "--";
  if (/^\.{2,}$/.test(low)) return "...";
  return low.replace(/[0-9]/g, "0");
}

/** Case and kind of the first 12 characters, runs cut to two: "McNulty" -> "XxXxx", "2,000" -> "d,dd". */
export function shape(word: string): string {
  let out = "";
  let last = "";
  let run = 0;
  let seen = 0;
  for (const mark of plain(word)) {
    if (++seen > 12) break;
    const kind = kindOf(mark);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) out += kind;
  }
  return out;
}

function kindOf(mark: string): string {
  if (mark >= "0" && mark <= "9") return "d";
  const low = mark.toLowerCase();
  if (mark !== low) return "X";
  if (mark !== mark.toUpperCase()) return "x";
  return mark < "\u0080" ? mark : "?";
}

/** Of the normal form: prefixes of 2 and 3 characters, suffixes of 2, 3 and 4; edges marked, so that short words stand out. */
export function affixes(word: string): string[] {
  const marked = /[\ud800-\udfff]/.test(word) ? ["<", ...word, ">"] : `<${word}>`;
  const cut = (from: number, to?: number): string => {
    const part = marked.slice(from, to);
    return typeof part === "string" ? part : part.join("");
  };
  return [cut(0, 3), cut(0, 4), cut(-3), cut(-4), cut(-5)];
}

/** Numbers words by their vocabularies; forms met before are kept, up to a bound. */
export function createFeatures(tables: readonly ReadonlyMap<string, number>[]): (word: Word) => Int32Array {
  let cache = new Map<string, Int32Array>();
  return ({ text }) => {
    const known = cache.get(text);
    if (known) return known;
    const low = norm(text);
    const keys = [low, ...affixes(low), shape(text)];
    const row = new Int32Array(FEATURES - 1);
    for (let k = 0; k < row.length; k++) row[k] = tables[k]?.get(keys[k] as string) ?? UNKNOWN;
    // Long "words" are one-offs and would only fill memory.
    if (cache.size >= CACHED) cache = new Map();
    if (text.length < 40) cache.set(text, row);
    return row;
  };
}

/** Whether blanks stand around a word: 1 when it touches the word before, 2 the word after, 3 both. */
export function glue(words: readonly Word[], i: number, first: number, last: number): number {
  const word = words[i] as Word;
  const before = i > first && (words[i - 1] as Word).end === word.start ? 1 : 0;
  return before + (i + 1 < last && (words[i + 1] as Word).start === word.end ? 2 : 0);
}
