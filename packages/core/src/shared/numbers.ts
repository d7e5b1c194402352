import type { Knowledge } from "../model/index.ts";
import { rowsOf } from "./tables.ts";

/** A number as read from words `start` (inclusive) to `end` (exclusive) of a list. */
export interface NumberRead {
  end: number;
  value: number;
  /** Written in digits ("1,500", "2.5 million"), not in words alone. */
  digits: boolean;
}

export interface Numbers {
  /** Whether a lower-case word can begin a number at all; digits and articles are not asked here. */
  begins(word: string): boolean;
  /**
   * The longest cardinal that starts at a word: "four", "1,500", "twenty-four", "two hundred and fifty", "2.5 million",
   * "a hundred". `word(i)` gives lower-case words, hyphens apart or within. Undefined where none starts.
   */
  cardinal(word: (index: number) => string | undefined, start: number): NumberRead | undefined;
  /** "third", "3rd", "twenty-first". */
  ordinal(word: (index: number) => string | undefined, start: number): NumberRead | undefined;
}

type Kind = "unit" | "teen" | "ten" | "hundred" | "scale";

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?$/;
const ORDINAL_DIGITS = /^(\d{1,4})(?:st|nd|rd|th)$/;
const LONGEST = 24;

export function createNumbers(knowledge: Knowledge): Numbers {
  const words = new Map<string, { value: number; kind: Kind }>();
  for (const { word, value, kind } of rowsOf(knowledge, "numbers/cardinals", ["word", "value", "kind"])) {
    words.set(word, { value: Number(value), kind: kind as Kind });
  }
  const ordinals = new Map(rowsOf(knowledge, "numbers/ordinals", ["word", "value"]).map((row) => [row.word, Number(row.value)]));

  /** One word, or both parts of "twenty-four" written as one. */
  const parse = (word: string): { value: number; kind: Kind } | undefined => {
    const known = words.get(word);
    if (known) return known;
    const hyphen = word.indexOf("-");
    if (hyphen <= 0) return undefined;
    const ten = words.get(word.slice(0, hyphen));
    const unit = words.get(word.slice(hyphen + 1));
    return ten?.kind === "ten" && unit?.kind === "unit" && unit.value > 0
      ? { value: ten.value + unit.value, kind: "teen" }
      : undefined;
  };

  const cardinal: Numbers["cardinal"] = (word, start) => {
    const first = word(start);
    if (first === undefined) return undefined;
    if (DIGITS.test(first)) {
      let value = Number(first.replaceAll(",", ""));
      let end = start + 1;
      // "12 hundred thousand" at most.
      for (let scale = scaleAt(end), count = 0; scale && count < 2; scale = scaleAt(end), count++) {
        value *= scale.value;
        end = scale.end;
      }
      return { end, value: Math.round(value * 1e6) / 1e6, digits: true };
    }
    let at = start;
    // "a hundred", "a thousand": the article counts as one before these alone.
    if (first === "a" || first === "an") {
      const next = words.get(word(start + 1) ?? "");
      if (next?.kind !== "hundred" && next?.kind !== "scale") return undefined;
      at = start + 1;
    }
    let total = 0;
    let group = at > start ? 1 : 0;
    let last: Kind | undefined = at > start ? "unit" : undefined;
    let end = start;
    while (at - start < LONGEST) {
      let next = at;
      let here = word(next);
      if (end > start && (here === "-" || here === "and")) {
        // "twenty-four", "two hundred and fifty": the joint belongs to the number when a smaller part follows.
        if (here === "-" ? last !== "ten" : last !== "hundred" && last !== "scale") break;
        next++;
        here = word(next);
      }
      const part = here === undefined ? undefined : parse(here);
      if (!part) break;
      const { kind, value } = part;
      if (kind === "scale") {
        if (last === undefined || (last === "scale" && group === 0)) break;
        total += (group || 1) * value;
        group = 0;
      } else if (kind === "hundred") {
        if (last === undefined || group === 0 || group >= 100) break;
        group *= 100;
      } else if (kind === "unit") {
        if (last === "unit" || last === "teen" || (last === "ten" && value === 0)) break;
        group += value;
      } else {
        if (last === "unit" || last === "teen" || last === "ten") break;
        group += value;
      }
      last = kind;
      at = next + 1;
      end = at;
    }
    return end > start ? { end, value: total + group, digits: false } : undefined;

    function scaleAt(index: number): { value: number; end: number } | undefined {
      const hyphen = word(index) === "-" ? 1 : 0;
      const part = words.get(word(index + hyphen) ?? "");
      return part?.kind === "scale" || part?.kind === "hundred" ? { value: part.value, end: index + hyphen + 1 } : undefined;
    }
  };

  const ordinal: Numbers["ordinal"] = (word, start) => {
    const first = word(start);
    if (first === undefined) return undefined;
    const digits = ORDINAL_DIGITS.exec(first);
    if (digits) return { end: start + 1, value: Number(digits[1]), digits: true };
    const known = ordinals.get(first);
    if (known !== undefined) return { end: start + 1, value: known, digits: false };
    const hyphen = first.indexOf("-");
    if (hyphen > 0) {
      const ten = words.get(first.slice(0, hyphen));
      const unit = ordinals.get(first.slice(hyphen + 1));
      return ten?.kind === "ten" && unit !== undefined && unit < 10
        ? { end: start + 1, value: ten.value + unit, digits: false }
        : undefined;
    }
    const ten = words.get(first);
    if (ten?.kind !== "ten") return undefined;
    const next = word(start + 1) === "-" ? start + 2 : start + 1;
    const unit = ordinals.get(word(next) ?? "");
    return unit !== undefined && unit < 10 ? { end: next + 1, value: ten.value + unit, digits: false } : undefined;
  };

  const begins: Numbers["begins"] = (word) => {
    if (words.has(word) || ordinals.has(word)) return true;
    const hyphen = word.indexOf("-");
    return hyphen > 0 && words.has(word.slice(0, hyphen));
  };

  return { begins, cardinal, ordinal };
}
