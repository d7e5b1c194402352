import type { Knowledge } from "../../model/index.ts";
import { rowsOf } from "../../shared/tables.ts";
import { createAbbreviations } from "./abbreviations.ts";
import { addressAt } from "./addresses.ts";
import { BLANK, classAt, DIGIT, isMojibake, LETTER, PICTURE, UNSEEN } from "./characters.ts";
import { createParter } from "./clitics.ts";
import { markAt } from "./marks.ts";
import { numberAt } from "./numbers.ts";
import { createWordScanner } from "./scan.ts";

/** Where words begin and end: token `i` is `text.slice(starts[i], ends[i])`. In text order, non-empty, never overlapping. */
export interface Cuts {
  starts: number[];
  ends: number[];
}

/**
 * Cuts text into syntactic words as UD English (EWT) does: clitics are words, hyphens too unless they follow a bound
 * prefix, abbreviations keep their full stop. Every character that is neither blank nor invisible is in a word.
 * One pass; each look ahead is bounded or remembered, so the cost is linear on any input.
 */
export type Tokeniser = (text: string, start: number, end: number) => Cuts;

export function createTokeniser(knowledge: Knowledge): Tokeniser {
  const abbreviations = createAbbreviations(knowledge);
  const prefixes = new Set(rowsOf(knowledge, "language/prefixes", ["prefix"]).map(({ prefix }) => prefix));
  const scan = createWordScanner(prefixes);
  const part = createParter(knowledge);

  return (text, start, end) => {
    const cuts: Cuts = { starts: [], ends: [] };
    const push = (from: number, to: number) => {
      cuts.starts.push(from);
      cuts.ends.push(to);
    };
    let at = start;
    // The next "@", remembered so that looking for addresses stays linear.
    let sign = -1;
    while (at < end) {
      const kind = classAt(text, at);
      if (kind === BLANK || kind === UNSEEN) {
        at++;
        continue;
      }
      if (kind === PICTURE) {
        const to = Math.min(end, pictureEnd(text, at));
        push(at, to);
        at = to;
        continue;
      }
      if (sign < at) {
        sign = text.indexOf("@", at);
        if (sign < 0) sign = text.length;
      }
      const address = addressAt(text, at, end, sign);
      if (address > at) {
        push(at, address);
        at = address;
        continue;
      }
      // ".265" is a figure
      const point =
        text.charCodeAt(at) === 0x2e &&
        classAt(text, at + 1) === DIGIT &&
        at + 1 < end &&
        (at === start || classAt(text, at - 1) === BLANK);
      if ((kind !== LETTER && kind !== DIGIT && !point) || isMojibake(text, at)) {
        const to = Math.min(end, markAt(text, at, start));
        push(at, to);
        at = to;
        continue;
      }
      if (kind === DIGIT || point) {
        const { to, unit } = numberAt(text, at, end);
        if (to > at) {
          if (unit > at && unit < to) {
            push(at, unit);
            push(unit, to);
          } else push(at, to);
          at = to;
          continue;
        }
      }
      // At least one character: a figure that turned out to be none may begin with its point.
      let to = Math.max(at + 1, scan(text, at, end));
      if (
        text.charCodeAt(to) === 0x2e &&
        to < end &&
        !(text.charCodeAt(to + 1) === 0x2e && text.charCodeAt(to + 2) === 0x2e) &&
        abbreviations.keepsStop(text, at, to)
      )
        to++;
      part(text, at, to, push);
      at = to;
    }
    return cuts;
  };
}

/** An emoji with its skin tone, its joined parts and selectors, or the two letters of a flag, at most 16 code units. */
function pictureEnd(text: string, from: number): number {
  const point = (at: number) => text.codePointAt(at) ?? 0;
  const width = (at: number) => (point(at) > 0xffff ? 2 : 1);
  const flag = (at: number) => point(at) >= 0x1f1e6 && point(at) <= 0x1f1ff;
  let at = from + width(from);
  if (flag(from) && flag(at)) return at + 2;
  while (at < from + 16) {
    const next = point(at);
    if (next === 0xfe0f || next === 0x20e3 || (next >= 0x1f3fb && next <= 0x1f3ff)) at += width(at);
    else if (next === 0x200d && classAt(text, at + 1) !== BLANK && at + 1 < text.length) at += 1 + width(at + 1);
    else break;
  }
  return at;
}
