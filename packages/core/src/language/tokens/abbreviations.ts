import type { Knowledge } from "../../model/index.ts";
import { rowsOf } from "../../shared/tables.ts";
import { BLANK, classAt, DIGIT, fold, isWordClass, LETTER } from "./characters.ts";

export interface Abbreviations {
  /** Whether the full stop at `to` belongs to the word from `from` to `to`: "Gen.", "U.S.", "J." */
  keepsStop(text: string, from: number, to: number): boolean;
  /** What the lexicon says of a folded word without its full stop; undefined for no abbreviation. */
  kindOf(word: string): string | undefined;
}

const LONGEST = 6;

export function createAbbreviations(knowledge: Knowledge): Abbreviations {
  const entries = new Map(rowsOf(knowledge, "language/abbreviations", ["form", "kind", "case"]).map((row) => [row.form, row]));

  return {
    kindOf: (word) => entries.get(word)?.kind,
    keepsStop(text, from, to) {
      if (to - from === 1) {
        // "J. Smith", but "than I."
        const initial = isCapital(text, from) && classAt(text, from) === LETTER;
        if (initial) return text.charCodeAt(from) !== 0x49 || nameFollows(text, to + 1);
      }
      if (isDotted(text, from, to)) return true;
      if (to - from > LONGEST) return false;
      const entry = entries.get(fold(text.slice(from, to)));
      if (!entry) return false;
      if (entry.case === "capital" && !isCapital(text, from)) return false;
      if (entry.case === "digit") return classAt(text, blanksFrom(text, to + 1)) === DIGIT;
      if (entry.kind === "title" || entry.kind === "number") return classAt(text, to + 1) === BLANK;
      return true;
    },
  };
}

/** "U.S", "a.m", "P.O": single letters between full stops, at least two; "Ph.D", "M.Sc". */
function isDotted(text: string, from: number, to: number): boolean {
  return to - from >= 3 && to - from <= 12 && DOTTED.test(text.slice(from, to));
}

const DOTTED = /^(?:(?:Ph|[^\W\d_])\.)+(?:[^\W\d_]|Ph|Sc|Phil)$/;

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** The next offset that is not a blank, looking at most three on. */
function blanksFrom(text: string, from: number): number {
  let at = from;
  while (at < from + 3 && classAt(text, at) === BLANK) at++;
  return at;
}

/** A capitalised word of two letters or more after one blank. */
function nameFollows(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 0x20 && isCapital(text, at + 1) && isWordClass(classAt(text, at + 2)) && !isCapital(text, at + 2)
  );
}

/** Whether the last word of a sentence keeps its full stop ("U.S.", "p.m.") or gives it up ("etc.", "Inc."). */
export function keepsFinalStop({ text }: { text: string }): boolean {
  if (text.length < 2 || text.charCodeAt(text.length - 1) !== 0x2e) return true;
  return classAt(text, 0) !== LETTER || (text.length > 2 && isDotted(text, 0, text.length - 1));
}
