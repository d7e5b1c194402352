import type { Element } from "../pattern.ts";
import { NUM } from "./pieces.ts";

/** How many: a number, or "X" for "several". `last` is the greater of "two to three". */
export interface Quantity {
  value: number | "X";
  last?: number;
  /** "a couple of", "a dozen": not meant exactly. */
  vague?: boolean;
}

const FRACTIONS: Readonly<Record<string, number>> = { "1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75 };
const HALVES: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25 };

/** "two", "several", "a few", "a couple of", "two to three", "two and a half", "a". */
export const N: Element = (reader, at) => {
  const word = (i: number) => reader.scan.word(i);
  const here = word(at);
  if (here === undefined) return undefined;
  const after = word(at + 1);
  let of = (end: number) => (word(end) === "of" ? end + 1 : end);
  if (here === "several" || here === "many") return { end: at + 1, value: { value: "X" } satisfies Quantity };
  if (here === "few") return { end: of(at + 1), value: { value: "X" } satisfies Quantity };
  if (here === "couple" && after === "of") return { end: at + 2, value: { value: 2, vague: true } satisfies Quantity };
  if (here === "both") return { end: at + 1, value: { value: 2 } satisfies Quantity };
  if (here === "dozens" || here === "hundreds" || here === "scores" || here === "thousands") {
    return after === "of" ? { end: at + 2, value: { value: "X" } satisfies Quantity } : undefined;
  }
  if (here === "a" || here === "an") {
    if (after === "few" || after === "number") {
      if (after === "number" && word(at + 2) !== "of") return undefined;
      return { end: of(at + 2), value: { value: "X" } satisfies Quantity };
    }
    if (after === "couple") return { end: of(at + 2), value: { value: 2, vague: true } satisfies Quantity };
    if (after === "dozen") return { end: at + 2, value: { value: 12, vague: true } satisfies Quantity };
  }
  of = (end) => end;
  const number = reader.vocabulary.numbers.cardinal(word, at);
  if (!number) return here === "a" || here === "an" ? { end: at + 1, value: { value: 1 } satisfies Quantity } : undefined;
  let { end } = number;
  let { value } = number;
  // "5 1/2", "5½"
  const fraction = FRACTIONS[word(end) ?? ""];
  if (fraction !== undefined && number.digits) {
    value += fraction;
    end++;
  }
  // "two and a half", "two-and-a-half"
  const and = word(end) === "-" ? end + 1 : end;
  if (word(and) === "and") {
    const gap = word(and + 1) === "-" ? 1 : 0;
    if (word(and + 1 + gap) === "a") {
      const half = HALVES[word(and + 2 + 2 * gap) ?? ""];
      if (half !== undefined) {
        value += half;
        end = and + 3 + 2 * gap;
      }
    }
  }
  const joint = word(end);
  if (joint === "to" || joint === "or" || joint === "and" || joint === "-" || joint === "–") {
    const next = NUM(reader, end + 1);
    const upper = next?.value as number;
    if (next && upper > value && joint !== "and" && reader.scan.pieces[end]?.fresh === false) {
      return { end: next.end, value: { value, last: upper } satisfies Quantity };
    }
  }
  return { end, value: { value } satisfies Quantity };
};
