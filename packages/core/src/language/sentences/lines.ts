import { BLANK, classAt, LETTER, UNSEEN } from "../tokens/characters.ts";

/** What lies between two words. */
export const NOTHING = 0;
export const SPACE = 1;
/** Two blanks or more, as typists leave after a sentence. A line break that only wraps the text is one blank. */
export const WIDE = 2;
/** A line break that ends a headline, an item of a list, a line of an address. */
export const LINE = 3;
/** An empty line, a paragraph separator, a form feed. */
export const PARAGRAPH = 4;

/** No editor wraps lines wider than this; longer lines are paragraphs. */
const WIDEST = 120;
const NARROWEST = 40;
/** A wrapped line may stop this share of the widest short of what the next word needs: typists break early. */
const SLACK = 0.25;

/** The kind of gap before each word: `gaps[i]` lies before word `i`, `gaps[0]` is PARAGRAPH. */
export function readGaps(text: string, starts: readonly number[], ends: readonly number[]): Uint8Array {
  const gaps = new Uint8Array(starts.length);
  for (let i = 0; i < starts.length; i++)
    gaps[i] = i === 0 ? PARAGRAPH : gapBetween(text, ends[i - 1] as number, starts[i] as number);
  unwrap(text, starts, ends, gaps);
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
 * Tells the line breaks that only wrap a paragraph from those that end something. A break wraps when the next word had
 * no room on its line, by the text's widest line, or when a line goes on in lower case; an item's bullet never follows a wrap.
 */
function unwrap(text: string, starts: readonly number[], ends: readonly number[], gaps: Uint8Array): void {
  let widest = 0;
  let line = 0;
  let breaks = 0;
  for (let i = 1; i <= starts.length; i++) {
    if (i < starts.length && (gaps[i] as number) < LINE) continue;
    widest = Math.max(widest, (ends[i - 1] as number) - (starts[line] as number));
    if (gaps[i] === LINE) breaks++;
    line = i;
  }
  if (breaks === 0) return;
  const wrapped = widest >= NARROWEST && widest <= WIDEST;
  line = 0;
  for (let next = 1; next < starts.length; next++) {
    if ((gaps[next] as number) < LINE) continue;
    if (gaps[next] === LINE) {
      let word = next;
      while (word + 1 < starts.length && gaps[word + 1] === NOTHING && word < next + 8) word++;
      const width = (ends[next - 1] as number) - (starts[line] as number);
      const needs = 1 + (ends[word] as number) - (starts[next] as number);
      const full = wrapped && width + needs >= widest * (1 - SLACK);
      const bullet = isBullet(text, starts[next] as number, ends[next] as number);
      if (!bullet && (full || goesOn(text, ends[next - 1] as number, starts[next] as number))) gaps[next] = SPACE;
    }
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
