/** What a UTF-16 code unit is to the tokeniser. A table of our own, since `\p{…}` depends on the engine's Unicode version. */
export const BLANK = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Punctuation and symbols. */
export const MARK = 3;
/** Takes no room: soft hyphen, zero-width characters, direction marks, variation selectors. Part of the word it stands in. */
export const UNSEEN = 4;
/** The surrogates of emoji and other pictures. */
export const PICTURE = 5;

const CLASSES = new Uint8Array(65536).fill(LETTER);
{
  const set = (kind: number, ...ranges: (number | readonly [number, number])[]) => {
    for (const range of ranges) {
      const [from, to] = typeof range === "number" ? [range, range] : range;
      CLASSES.fill(kind, from, to + 1);
    }
  };
  set(MARK, [0x00, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0xa9], [0xab, 0xb4], [0xb6, 0xb9], [0xbb, 0xbf], 0xd7, 0xf7);
  set(
    MARK,
    [0x2b9, 0x2ba],
    [0x2c2, 0x2df],
    0x37e,
    0x387,
    [0x55a, 0x55f],
    0x589,
    0x5be,
    0x60c,
    0x61b,
    0x61f,
    [0x66a, 0x66d],
    0x6d4,
    [0x964, 0x965],
  );
  set(
    MARK,
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x207a, 0x207e],
    [0x208a, 0x208e],
    [0x20a0, 0x20cf],
    [0x2100, 0x214f],
    [0x2190, 0x2bff],
  );
  set(MARK, [0x2e00, 0x2e5d], [0x3001, 0x3004], [0x3008, 0x3020], 0x3030, 0x30fb, [0xfe10, 0xfe1f], [0xfe30, 0xfe6b]);
  set(
    MARK,
    [0xff01, 0xff0f],
    [0xff1a, 0xff20],
    [0xff3b, 0xff40],
    [0xff5b, 0xff65],
    [0xffe0, 0xffee],
    [0xfff9, 0xffff],
    [0xe000, 0xf8ff],
  );
  set(DIGIT, [0x30, 0x39], [0x660, 0x669], [0x6f0, 0x6f9], [0x966, 0x96f], [0xff10, 0xff19]);
  set(BLANK, [0x09, 0x0d], 0x20, 0xa0, 0x1680, [0x2000, 0x200a], 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff);
  set(UNSEEN, 0xad, 0x61c, 0x180e, [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0xfe00, 0xfe0f]);
  // The planes of scripts and of mathematical letters lead to letters, those of pictures to pictures.
  set(PICTURE, [0xd83c, 0xd83e]);
}

/** The class of the code unit at an offset; beyond the text, BLANK. */
export const classAt = (text: string, offset: number): number => CLASSES[text.charCodeAt(offset)] ?? BLANK;

export const isWordClass = (kind: number): boolean => kind === LETTER || kind === DIGIT || kind === UNSEEN;

/** Straight and curly apostrophes, the prime and the accents typed for them, and U+2019 read as windows-1252 ("â€™"): their length, 0 for none. */
export function apostropheAt(text: string, offset: number): number {
  switch (text.charCodeAt(offset)) {
    case 0x27:
    case 0x60:
    case 0xb4:
    case 0x2018:
    case 0x2019:
    case 0x2bc:
    case 0x2032:
    case 0xff07:
      return 1;
    case 0xe2:
      return text.startsWith("â€™", offset) || text.startsWith("â€˜", offset) || text.startsWith("â\x80\x99", offset) ? 3 : 0;
    default:
      return 0;
  }
}

/** A quotation mark or a dash of UTF-8 read as windows-1252 or Latin-1 begins here: "â€œ". */
export const isMojibake = (text: string, offset: number): boolean =>
  text.charCodeAt(offset) === 0xe2 && (text.charCodeAt(offset + 1) === 0x20ac || text.charCodeAt(offset + 1) === 0x80);

/** What stood there before UTF-8 was read as windows-1252 or Latin-1, by the last character of the three. */
const MEANT: Readonly<Record<string, string>> = {
  "˜": "‘",
  "\x98": "‘",
  "™": "’",
  "\x99": "’",
  œ: "“",
  "\x9c": "“",
  "\x9d": "”",
  "\ufffd": "”",
  "“": "–",
  "\x93": "–",
  "”": "—",
  "\x94": "—",
  "¦": "…",
  "¢": "•",
};

/** A word as it was meant: with the marks that mojibake stands for ("donâ€™t" is "don’t"). */
export const mend = (word: string): string =>
  word.includes("â")
    ? word.replace(/â(?:€|\x80)([\s\S]?)/g, (damaged, last: string) => (last === "" ? "”" : (MEANT[last] ?? damaged)))
    : word;

/** What is not letters, digits and plain marks: such words are rare, and only they need `fold`. */
const UNUSUAL = /[^\x20-\x7e]/;

/**
 * A word for comparing: lower case, straight quotes, without characters that take no room and without the usual
 * mojibake of quotes and dashes. It may be shorter than the text.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!UNUSUAL.test(lower)) return lower;
  return mend(lower)
    .replace(/[\u2018\u2019\u02bc\u2032\u00b4\uff07\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g, '"')
    .replace(/\u00ad|\u061c|\u180e|\u200b|\u200c|\u200d|\u200e|\u200f|[\u202a-\u202e\u2060-\u206f]|[\ufe00-\ufe0f]/g, "");
}
