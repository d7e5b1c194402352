import type { Document, Knowledge, Word } from "../model/index.ts";
import { createNumbers } from "../shared/numbers.ts";
import { rowsOf } from "../shared/tables.ts";

/** How many: what the words bear, UCDP's low, best and high. `high` null: open upwards. */
export interface Quantity {
  low: number;
  best: number;
  high: number | null;
  exact: boolean;
  /** No number is said: the figures are the table's for "several", "dozens". */
  vague?: true;
  /** Words `first` (inclusive) to `last` (exclusive), the bounding words among them. */
  first: number;
  last: number;
}

export interface Quantities {
  /** The quantity that begins or is bounded in words `from` (inclusive) to `to` (exclusive); the last one there. */
  within(document: Document, from: number, to: number): Quantity | undefined;
}

type Bound = "least" | "more" | "most" | "fewer" | "about" | "exact" | "";

interface Phrase<Value> {
  words: readonly string[];
  value: Value;
}

/** Numbers with their bounds ("at least four", "between 10 and 15") and vague counts by the lexicon's table ("dozens"). */
export function createQuantities(knowledge: Knowledge): Quantities {
  const numbers = createNumbers(knowledge);
  const vague = longestFirst(
    rowsOf(knowledge, "casualties/vague", ["words", "low", "best", "high"]).map(({ words, low, best, high }) => ({
      words: words.split(" "),
      value: { low: Number(low), best: Number(best), high: high === "" ? null : Number(high) },
    })),
  );
  const bounds = longestFirst(
    rowsOf(knowledge, "casualties/bounds", ["words", "bound"]).map(({ words, bound }) => ({
      words: words.split(" "),
      value: bound as Bound,
    })),
  );

  return {
    within(document, from, to) {
      const word = (i: number) => (i < to ? document.words[i]?.lower : undefined);
      let found: Quantity | undefined;
      for (let i = from; i < to; ) {
        const one = at(i);
        if (one) {
          found = one;
          i = one.last;
        } else i++;
      }
      return found;

      function at(start: number): Quantity | undefined {
        // "between 10 and 15", "10 to 15", "eight to 12"
        const between = word(start) === "between" ? 1 : 0;
        const number = numbers.cardinal(word, start + between);
        if (number && Number.isInteger(number.value) && fits(document, start + between, number.end, number.value)) {
          const joint = word(number.end);
          if (between ? joint === "and" : joint === "to" || joint === "or" || joint === "-" || joint === "–") {
            const upper = numbers.cardinal(word, number.end + 1);
            if (upper && upper.value > number.value) {
              return { low: number.value, best: number.value, high: upper.value, exact: false, first: start, last: upper.end };
            }
          }
          const last = skipJoints(number.end);
          const dozens = word(last) === "dozen" ? 12 : word(last) === "score" ? 20 : 1;
          return bounded(start + between, dozens > 1 ? last + 1 : last, number.value * dozens);
        }
        for (const { words, value } of vague) {
          if (words.every((part, i) => word(start + i) === part)) {
            const last = start + words.length;
            // "some" and "few" count only what follows them at once.
            return { ...value, exact: value.high === value.best, vague: true, first: start, last };
          }
        }
        return undefined;
      }

      function skipJoints(index: number): number {
        return word(index) === "-" && word(index + 1) === "plus" ? index + 2 : index;
      }

      function bounded(first: number, last: number, n: number): Quantity {
        for (const { words, value } of bounds) {
          const begin = first - words.length;
          if (begin < 0 || begin < from - 3) continue;
          if (!words.every((part, i) => document.words[begin + i]?.lower === part)) continue;
          if (document.words[begin]?.sentence !== document.words[first]?.sentence) continue;
          const at = { first: begin, last };
          switch (value) {
            case "least":
              return { low: n, best: n, high: null, exact: false, ...at };
            case "more":
              return { low: n + 1, best: n + 1, high: null, exact: false, ...at };
            case "most":
              return { low: 1, best: n, high: n, exact: false, ...at };
            case "fewer":
              return { low: 0, best: Math.max(0, n - 1), high: Math.max(0, n - 1), exact: false, ...at };
            case "about":
              return { low: n, best: n, high: n, exact: false, ...at };
            default:
              return { low: n, best: n, high: n, exact: true, ...at };
          }
        }
        return { low: n, best: n, high: n, exact: true, first, last };
      }
    },
  };
}

/** Figures that count no people: years beside a month, ages, money, clock times, fractions, ranks. */
function fits(document: Document, first: number, last: number, value: number): boolean {
  const before = document.words[first - 1];
  const after = document.words[last];
  if (before && before.end === document.words[first]?.start && /^[$£€#]$/.test(before.text)) return false;
  const next = after?.lower ?? "";
  if (
    next === ":" ||
    /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\.?$/.test(
      before?.lower ?? "",
    )
  )
    return false;
  if (next === "%" || next === "percent" || next === "per") return false;
  if (next === "-" && document.words[last + 1]?.lower === "year") return false;
  if (
    /^(?:years?|months?|days?|weeks?|hours?|minutes?|miles?|km|kilomet(?:er|re)s|met(?:er|re)s|p\.m\.|a\.m\.|st|nd|rd|th)$/.test(
      next,
    )
  )
    return false;
  return value < 1e8;
}

function longestFirst<Value>(phrases: Phrase<Value>[]): Phrase<Value>[] {
  return phrases.sort((a, b) => b.words.length - a.words.length);
}

/** The quantity of a noun phrase with this head, from its left edge to the head. */
export function quantityOf(quantities: Quantities, document: Document, head: Word): Quantity | undefined {
  // "the one who was killed": which one, and not how many.
  if (head.lower === "one" && head.children.some((i) => /^(?:det|acl)/.test(document.words[i]?.deprel ?? ""))) return undefined;
  let from = head.index;
  // The phrase's left edge: its words before the head, at most a dozen.
  for (const index of head.children) {
    const child = document.words[index] as Word;
    if (index < head.index && /^(?:nummod|det|amod|compound|advmod|nmod|case|punct|nmod:poss|flat)/.test(child.deprel)) {
      from = Math.min(from, leftOf(document, child));
    }
  }
  from = Math.max(from, head.index - 12, firstOf(document, head));
  // "dozens of people" may hang the other way round; the count then stands two words before.
  const of = document.words[from - 1];
  if (of?.lower === "of" && from - 4 >= 0) from = Math.max(firstOf(document, head), from - 4);
  const next = document.words[head.index + 2]?.lower;
  if (document.words[head.index + 1]?.lower === "of" && (next === "thousands" || next === "millions" || next === "people")) {
    return quantities.within(document, from, head.index + 3);
  }
  // "wounded three or four"
  const joint = document.words[head.index + 1]?.lower;
  const range = head.upos === "NUM" && (joint === "or" || joint === "to") && document.words[head.index + 2]?.upos === "NUM";
  if (range) return quantities.within(document, from, head.index + 3);
  const end =
    head.upos === "NUM" ||
    isOne(document, head) ||
    head.lower === "dozens" ||
    head.lower === "hundreds" ||
    head.lower === "scores" ||
    head.lower === "thousands" ||
    head.lower === "several" ||
    head.lower === "number"
      ? head.index + 1
      : head.index;
  return quantities.within(document, from, Math.max(end, from));
}

function leftOf(document: Document, word: Word): number {
  let left = word.index;
  for (const index of word.children) if (index < left) left = Math.min(left, leftShallow(document, index));
  return left;
}
function leftShallow(document: Document, index: number): number {
  let left = index;
  for (const child of document.words[index]?.children ?? []) if (child < left) left = child;
  return left;
}

const firstOf = (document: Document, word: Word): number => document.sentences[word.sentence]?.first ?? 0;

/** "One was killed and two were wounded": a number, though it is tagged as a pronoun; "the one", "another one" is none. */
export const isOne = ({ words }: Document, { lower, upos, children }: Word): boolean =>
  lower === "one" && upos === "PRON" && !children.some((index) => /^(?:det|amod|acl|nmod)/.test(words[index]?.deprel ?? ""));
