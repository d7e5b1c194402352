import { apostropheAt, BLANK, classAt, DIGIT, isMojibake, LETTER } from "./characters.ts";

const SMILEYS = [":-)", ";-)", ":-(", ":)", ";)", ":(", ":D", ":P", "=)", "=(", ":/", ":-D", ":-P", "^_^"].sort(
  (a, b) => b.length - a.length,
);
/** Clitics after a mark ("U.S.'s") and words that begin with an apostrophe. */
const AFTER_APOSTROPHE = /^(?:s|m|d|ll|re|ve|em|til|cause|bout|tis|twas|n)(?![a-z0-9])/i;
const DECADE = /^\d\ds?(?![a-z0-9])/i;
/** Marks of which a run is one word. */
const RUNS = "-=*_~#";

/** The end of the punctuation or symbol at `at`. `start` is where the text begins. */
export function markAt(text: string, at: number, start: number): number {
  const mark = text.charAt(at);
  if (mark === "." || mark === "!" || mark === "?")
    return run(text, at, (c) => c === "." || c === "!" || c === "?", mark === ".");
  if (RUNS.includes(mark)) {
    const to = run(text, at, (c) => c === mark, false);
    return mark === "-" && text.charAt(to) === ">" ? to + 1 : mark === "^" ? at + 1 : to;
  }
  if (mark === ":" || mark === ";" || mark === "=" || mark === "^") {
    for (const smiley of SMILEYS) {
      if (text.startsWith(smiley, at) && !isWordAt(text, at + smiley.length) && classAt(text, at - 1) !== DIGIT)
        return at + smiley.length;
    }
    return mark === "=" ? run(text, at, (c) => c === "=", false) : at + 1;
  }
  const apostrophe = apostropheAt(text, at);
  if (apostrophe > 0) {
    const next = at + apostrophe;
    // ''quoted''
    if (
      text.startsWith(text.slice(at, next), next) &&
      (apostrophe === 1 || !AFTER_APOSTROPHE.test(text.slice(next + 3, next + 9)))
    )
      return next + apostrophe;
    const before = at > start ? classAt(text, at - 1) : BLANK;
    const tail = text.slice(next, next + 6);
    const clitic = AFTER_APOSTROPHE.exec(tail);
    if (
      clitic &&
      mark !== "‘" &&
      !(before === BLANK && /^(?:[smd]|ll|re|ve|n)$/i.test(clitic[0]) && classAt(text, next + clitic[0].length) !== BLANK)
    )
      return next + clitic[0].length;
    const decade = before === BLANK ? DECADE.exec(tail) : null;
    return decade ? next + decade[0].length : next;
  }
  if ((mark === "<" || mark === ">") && text.charAt(at + 1) === mark) return at + 2;
  if (mark === "[" && text.startsWith("[...]", at)) return at + 5;
  if (mark === "&") {
    const entity = /^&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5});/.exec(text.slice(at, at + 9));
    if (entity) return at + entity[0].length;
  }
  // Quotes and dashes of UTF-8 read as windows-1252.
  if (isMojibake(text, at)) return classAt(text, at + 2) === BLANK ? at + 2 : at + 3;
  return at + 1;
}

const isWordAt = (text: string, at: number): boolean => classAt(text, at) === LETTER || classAt(text, at) === DIGIT;

/** The end of a run; a full stop before other marks ends it ("Yahoo.?") only when it stands alone. */
function run(text: string, at: number, holds: (mark: string) => boolean, stop: boolean): number {
  let to = at + 1;
  if (stop && text.charAt(to) !== ".") return to;
  while (to < text.length && holds(text.charAt(to))) to++;
  return to;
}
