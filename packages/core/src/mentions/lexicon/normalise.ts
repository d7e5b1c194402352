/** A run of letters and digits of the text: what names are matched by. */
export interface Piece {
  /** Lower case, without diacritics, apostrophes and the dots of an acronym. */
  key: string;
  start: number;
  end: number;
  /** Whether the first letter is a capital, and whether all letters are. */
  capital: boolean;
  upper: boolean;
  /** Whether its line has no capital at all, so that small letters say nothing: `capital` then holds of every word. */
  caseless: boolean;
  /** Whether the text since the last piece may stand within a name: blanks, one line break, a hyphen, an abbreviation's dot. */
  joined: boolean;
}

const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
};

/** Lower case without diacritics: "Shahīd" -> "shahid". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øłđıßæœþð]/g, (letter) => OTHER_LETTERS[letter] as string);
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const APOSTROPHE = /^['’‘ʼʿʾ`]$/;
const GAP = /^(?:['’]s?)?(?:[ \t\u00a0]*[-‐‑–/]?\n?[ \t\u00a0]*|\.[ \t\u00a0]*|[ \t\u00a0]*\n[ \t\u00a0]*)$/;

/**
 * The pieces of a text. "Kata’ib" and "Kata'ib" are one ("kataib"), "U.S." is one ("us"), "al-Qa'ida" two ("al", "qaida"); a
 * possessive "'s" belongs to none. Linear.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last: Piece | undefined;
  for (const found of text.matchAll(WORD)) {
    const start = found.index;
    const run = found[0];
    const end = start + run.length;
    const between = last ? text.slice(last.end, start) : "";
    if (last && between.length === 1) {
      if (APOSTROPHE.test(between)) {
        // A possessive, or the rest of a contraction, is no part of a name.
        if (/^(?:s|S|re|ve|ll|d|m|t)$/.test(run)) continue;
        if (last.key.length > 0 && run[0] === run[0]?.toLowerCase()) {
          last.key += fold(run);
          last.end = end;
          last.upper &&= run === run.toUpperCase();
          continue;
        }
      }
      // The letters of an acronym: "U.S", "D.R.C"
      if (
        between === "." &&
        run.length === 1 &&
        /\p{Lu}/u.test(run) &&
        text[last.end - 1] !== undefined &&
        isAcronym(text, last)
      ) {
        last.key += fold(run);
        last.end = end;
        continue;
      }
    }
    // "O'Brien", "N'Djamena", "Qa'Im": an apostrophe before a capital joins as well.
    if (last && between.length === 1 && APOSTROPHE.test(between) && last.end - last.start <= 2) {
      last.key += fold(run);
      last.end = end;
      continue;
    }
    last = {
      key: fold(run),
      start,
      end,
      capital: /^\p{Lu}/u.test(run),
      upper: run.length > 1 ? run === run.toUpperCase() && /\p{Lu}/u.test(run) : /^\p{Lu}/u.test(run),
      caseless: false,
      joined: last !== undefined && between.length <= 4 && GAP.test(between),
    };
    pieces.push(last);
  }
  for (const piece of pieces) {
    // The dot that closes an acronym is part of it.
    if (text[piece.end] === "." && piece.end - piece.start >= 3 && text[piece.end - 2] === ".") piece.end++;
  }
  uncase(text, pieces);
  return pieces;
}

/** So many letters without one capital are written so, and not by chance. */
const CASELESS_LETTERS = 40;

/** Marks the pieces of lines that are written small throughout: archives and messages that have lost their capitals. */
function uncase(text: string, pieces: readonly Piece[]): void {
  let at = 0;
  for (let i = 0; i < pieces.length; i = at) {
    const line = text.indexOf("\n", (pieces[i] as Piece).start);
    const end = line < 0 ? text.length : line;
    let letters = 0;
    let capitals = false;
    for (at = i; at < pieces.length && (pieces[at] as Piece).start < end; at++) {
      const { start, end: stop } = pieces[at] as Piece;
      letters += stop - start;
      capitals ||= /[A-Z]/.test(text.slice(start, stop));
    }
    if (capitals || letters < CASELESS_LETTERS) continue;
    for (let j = i; j < at; j++) {
      const piece = pieces[j] as Piece;
      piece.caseless = true;
      piece.capital = true;
    }
  }
}

/** Whether the piece so far is single capitals with dots: "U", "U.S". */
function isAcronym(text: string, piece: Piece): boolean {
  if (!piece.capital) return false;
  if (piece.end - piece.start === 1) return true;
  return text[piece.end - 2] === ".";
}

/** A lexicon's name as keys: "Kata'ib Hezbollah" -> ["kataib", "hezbollah"]. */
export function keysOf(name: string): string[] {
  // Nearly all names are plain, and there are thousands to prepare.
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.toLowerCase().split(" ");
  return piecesOf(name).map(({ key }) => key);
}
