import { BLANK, classAt, LETTER, UNSEEN } from "../tokens/characters.ts";

/** What lies between two words. */
export const NOTHING = 0;
export const SPACE = 1;
/** Two blanks or more, or a line break that only wraps the text. */
export const WIDE = 2;
/** A line break that ends a headline, an item of a list, a line of an address. */
export const LINE = 3;
/** An empty line, a paragraph separator, a form feed. */
export const PARAGRAPH = 4;

/** No editor wraps lines wider than this; longer lines are paragraphs. */
const WIDEST = 120;
const NARROWEST = 40;
/** A wrapped line may stop this far short of what the next word needs. */
const SLACK = 2;

/** The kind of gap before each word: `gaps[i]` lies before word `i`, `gaps[0]` is PARAGRAPH. */
export function readGaps(text: string, starts: readonly number[], ends: readonly number[]): Uint8Array {
  const gaps = new Uint8Array(starts.length);
  let paragraph = 0;
  for (let i = 0; i < starts.length; i++) {
    gaps[i] = i === 0 ? PARAGRAPH : gapBetween(text, ends[i - 1] as number, starts[i] as number);
    if (i > 0 && gaps[i] === PARAGRAPH) {
      unwrap(text, starts, ends, gaps, paragraph, i);
      paragraph = i;
    }
  }
  if (starts.length > 0) unwrap(text, starts, ends, gaps, paragraph, starts.length);
  return gaps;
}

function gapBetween(text: string, from: number, to: number): number {
  if (from === to) return NOTHING;
  let breaks = 0;
  let blanks = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x2028 || unit === 0x85 || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) breaks++;
    else if (unit === 0x2029 || unit === 0x0c) breaks += 2;
    else if (classAt(text, at) === BLANK) blanks++;
  }
  if (breaks > 1) return PARAGRAPH;
  if (breaks === 1) return LINE;
  return blanks > 1 ? WIDE : blanks === 1 ? SPACE : NOTHING;
}

/**
 * Tells the line breaks of one paragraph (words `first` to `last`) that only wrap it from those that end something. A
 * break wraps when the next word had no room on its line, by the paragraph's widest line, or when a line goes on in
 * lower case; an item's bullet never follows a wrap.
 */
function unwrap(
  text: string,
  starts: readonly number[],
  ends: readonly number[],
  gaps: Uint8Array,
  first: number,
  last: number,
): void {
  const breaks: number[] = [];
  for (let i = first + 1; i < last; i++) if (gaps[i] === LINE) breaks.push(i);
  if (breaks.length === 0) return;
  let widest = 0;
  let line = first;
  for (const next of [...breaks, last]) {
    widest = Math.max(widest, (ends[next - 1] as number) - (starts[line] as number));
    line = next;
  }
  line = first;
  for (const next of breaks) {
    const width = (ends[next - 1] as number) - (starts[line] as number);
    let word = next;
    while (word + 1 < last && gaps[word + 1] === NOTHING && word < next + 8) word++;
    const needs = 1 + (ends[word] as number) - (starts[next] as number);
    const full = widest >= NARROWEST && widest <= WIDEST && width + needs + SLACK >= widest;
    if (
      !isBullet(text, starts[next] as number, ends[next] as number) &&
      (full || goesOn(text, ends[next - 1] as number, starts[next] as number))
    )
      gaps[next] = WIDE;
    line = next;
  }
}

function isBullet(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (/^(?:[*•·‣▪●◦»-]|–|—|--)$/.test(word)) return classAt(text, end) === BLANK && word !== "--" && word !== "—";
  return /^(?:\d{1,2}|[a-z])$/i.test(word) && /^[.)]\s/.test(text.slice(end, end + 2));
}

/** Whether a line that did not end a sentence is followed by one in lower case. */
function goesOn(text: string, end: number, start: number): boolean {
  if (/[.!?:;]/.test(text.charAt(end - 1))) return false;
  const letter = text.charAt(start);
  return (classAt(text, start) === LETTER || classAt(text, start) === UNSEEN) && letter !== letter.toUpperCase();
}
