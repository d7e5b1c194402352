import { apostropheAt, classAt, DIGIT, fold, isMojibake, isWordClass, LETTER } from "./characters.ts";

/** Endings that follow a full stop within one word: domains and file names. */
const ENDINGS = new Set(
  "com org net gov edu mil int info biz co uk us ru ua ir iq il fr de eu tv me io ly html htm php asp doc docx xls xlsx pdf ppt txt jpg png gif zip exe".split(
    " ",
  ),
);
const LONGEST_PREFIX = 7;
const NAMES = /^(?:US|AU|CA|HK|NZ|NT|A|C|S|U|R)$/;

/** The end of the word that starts with a letter or a digit at `at`, before clitics are parted and a full stop is given to it. */
export type WordScanner = (text: string, at: number, end: number) => number;

export function createWordScanner(prefixes: ReadonlySet<string>): WordScanner {
  return (text, from, end) => {
    let at = from;
    let segment = from;
    while (at < end) {
      if (isWordClass(classAt(text, at)) && !isMojibake(text, at)) {
        at++;
        continue;
      }
      const mark = text.charCodeAt(at);
      const next = at + 1 < end ? classAt(text, at + 1) : 0;
      const joined = next === LETTER || next === DIGIT;
      if (mark === 0x2e) {
        // Full stop: "U.S", "enron.com", "doc1.2"
        if (!joined || !keepsInnerStop(text, segment, at, end)) break;
      } else if (mark === 0x2d || mark === 0x2011) {
        // Hyphen: "anti-war", and "co-operation" once only
        if (next !== LETTER && !(next === DIGIT && at - from === 3)) break;
        if (at - from > LONGEST_PREFIX || segment !== from || !prefixes.has(fold(text.slice(from, at)))) break;
        // "UN-led" is no prefix
        if (at - from > 1 && isUpper(text, at - 1) && !isUpper(text, at + 1)) break;
      } else if (mark === 0x26) {
        if (!(joined && isUpper(text, at - 1) && isUpper(text, at + 1))) break;
      } else if (mark === 0x5f || mark === 0x2a) {
        if (!joined) break;
      } else if (mark === 0x2f) {
        // "w/o", "l/c"
        if (!(next === LETTER && at - from === 1 && !isWordClass(classAt(text, at + 2)) && text.charCodeAt(at + 2) !== 0x2f))
          break;
      } else if (mark === 0x24) {
        // "US$", the dollar sign ending the word
        return NAMES.test(text.slice(from, Math.min(at, from + 3))) && at - from < 3 ? at + 1 : at;
      } else {
        const apostrophe = apostropheAt(text, at);
        if (
          apostrophe === 0 ||
          classAt(text, at + apostrophe) !== LETTER ||
          isMojibake(text, at + apostrophe) ||
          at + apostrophe >= end
        )
          break;
        // A figure's prime or a quotation mark: 5'4
        if (classAt(text, at - 1) !== LETTER && !/^[sdm](?![a-z])/i.test(text.slice(at + apostrophe, at + apostrophe + 2))) break;
        at += apostrophe;
        continue;
      }
      at++;
      segment = at;
    }
    return at;
  };
}

function isUpper(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** `stop` is the offset of a full stop between two letters or digits, `segment` where the part before it begins. */
function keepsInnerStop(text: string, segment: number, stop: number, end: number): boolean {
  let to = stop + 1;
  while (to < end && to - stop < 8 && isWordClass(classAt(text, to))) to++;
  const before = stop - segment;
  const after = to - stop - 1;
  // "U.S", "Ph.D", "e.g", "M.Sc"
  if (before === 1 && after <= 2) return true;
  if (after === 1 && before <= 4 && isUpper(text, stop + 1) === isUpper(text, segment))
    return isUpper(text, segment) && text.charCodeAt(to) === 0x2e;
  if (ENDINGS.has(text.slice(stop + 1, to).toLowerCase())) return true;
  if (classAt(text, stop + 1) === DIGIT) return classAt(text, stop - 1) === DIGIT;
  // "alt.animals.cat" but not "said.The" or "said.the": three parts
  const dotted = segment >= 2 && text.charCodeAt(segment - 1) === 0x2e && isWordClass(classAt(text, segment - 2));
  while (to < end && to - stop < 24 && isWordClass(classAt(text, to))) to++;
  return dotted || (text.charCodeAt(to) === 0x2e && to + 1 < end && classAt(text, to + 1) === LETTER && !isUpper(text, to + 1));
}
