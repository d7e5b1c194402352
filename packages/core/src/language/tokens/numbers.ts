import { classAt, DIGIT, isWordClass, LETTER } from "./characters.ts";

/** Units written on their figure that are words of their own: "35mm", "5pm", "10k". */
const UNITS = new Set(
  "am pm a.m p.m k m mm cm km kg g mg lb lbs ft in mi mph kph km/h bn tn mn b hrs hr h min mins sec secs yr yrs x w kw mw gw kwh mwh gb mb hz mhz ghz v c f gbp usd eur pp pct s ms".split(
    " ",
  ),
);
UNITS.delete("s");
const LONGEST_UNIT = 4;

/**
 * A figure that starts at `at`: "1,000", "3.5", "5:00", "9/11", "713-853-3989", "2001-05-04". `unit` is where a unit that is a word
 * of its own begins, else `to`. `to` is `at` when what stands there is more than a figure ("20th", "1980s", "3D").
 */
export function numberAt(text: string, at: number, end: number): { to: number; unit: number } {
  let to = digits(text, text.charCodeAt(at) === 0x2e ? at + 1 : at, end);
  for (;;) {
    const mark = text.charCodeAt(to);
    if (classAt(text, to + 1) !== DIGIT || to + 1 >= end) break;
    // full stop, colon, slash
    if (mark === 0x2e || mark === 0x3a || mark === 0x2f) to = digits(text, to + 1, end);
    else if (mark === 0x2c && threeDigits(text, to + 1)) to = to + 4;
    else break;
  }
  const joined = hyphened(text, at, to, end);
  if (joined > to) return { to: joined, unit: joined };
  const ordinal = text.slice(to, to + 2).toLowerCase();
  if (
    (ordinal === "th" || ordinal === "st" || ordinal === "nd" || ordinal === "rd") &&
    to + 2 <= end &&
    !isWordClass(classAt(text, to + 2))
  )
    return { to: to + 2, unit: to + 2 };
  if (to >= end || classAt(text, to) !== LETTER) return { to, unit: to };
  let letters = to;
  while (letters < end && classAt(text, letters) === LETTER && letters - to <= LONGEST_UNIT) letters++;
  if (letters < end && (classAt(text, letters) === LETTER || classAt(text, letters) === DIGIT)) return { to: at, unit: at };
  if (/^[ap]$/i.test(text.slice(to, letters)) && /^\.m\b\.?/i.test(text.slice(letters, letters + 3))) {
    const stop = text.charCodeAt(letters + 2) === 0x2e ? 1 : 0;
    return { to: Math.min(end, letters + 2 + stop), unit: to };
  }
  const unit = text.slice(to, letters).toLowerCase();
  if (UNITS.has(unit) && !/^[A-Z]$/.test(text.slice(to, letters).replace(/[KMBCF]/, ""))) return { to: letters, unit: to };
  return { to: at, unit: at };
}

function digits(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && classAt(text, at) === DIGIT) at++;
  return at;
}

/** Exactly three digits, as after a thousands comma. */
function threeDigits(text: string, at: number): boolean {
  return classAt(text, at + 1) === DIGIT && classAt(text, at + 2) === DIGIT && classAt(text, at + 3) !== DIGIT;
}

const GROUPS = /^(?:\d-)?(?:\d{3}-)?\d{3}-\d{4}$|^\d{1,2}-\d{1,2}-(?:\d\d|\d{4})$|^\d{4}-\d\d-\d\d$|^\d{5}-\d{4}$/;

/** The end of a telephone number or a date with hyphens; a range ("5-10") is three words and stays unjoined. */
function hyphened(text: string, at: number, from: number, end: number): number {
  let to = from;
  while (to - at < 16 && text.charCodeAt(to) === 0x2d && classAt(text, to + 1) === DIGIT && to + 1 < end)
    to = digits(text, to + 1, Math.min(end, at + 20));
  if (to === from || classAt(text, to) === DIGIT || classAt(text, to) === LETTER) return from;
  return GROUPS.test(text.slice(at, to)) ? to : from;
}
