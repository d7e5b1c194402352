// How a place name is written as a key. Imports nothing: scripts/gazetteer.mjs runs this same file when it packs.

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ə: "e",
  ŋ: "n",
  ħ: "h",
  ŧ: "t",
};

/** Apostrophes, primes and the signs for hamza and ayn, which spellings drop at will. */
const SILENT = "'’‘`´ʼʻʿʾʹʺ′″“”\"";

const SHORT: Readonly<Record<string, string>> = { saint: "st", sainte: "st", fort: "ft", mount: "mt", and: "&" };

/**
 * The key of a name: lower case, no diacritics, apostrophes or full stops; hyphens, slashes and commas are blanks;
 * "Saint", "Fort", "Mount" short; a leading "the" dropped. ASCII only: "" for a name in another script.
 */
export function keyOf(name: string): string {
  let key = "";
  let word = "";
  const flush = () => {
    if (word === "") return;
    key += (key === "" ? "" : " ") + (SHORT[word] ?? word);
    word = "";
  };
  // Lower case first: "İ" then decomposes to "i" and a mark.
  for (const letter of name.toLowerCase().normalize("NFD")) {
    const code = letter.codePointAt(0) as number;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) word += letter;
    else if (letter === "&") {
      flush();
      word = "&";
      flush();
    } else if (code >= 0x300 && code <= 0x36f) continue;
    else if (letter === "." || SILENT.includes(letter)) continue;
    else if (LETTERS[letter] !== undefined) word += LETTERS[letter];
    else if (code < 128 || code === 0xa0 || (code >= 0x2000 && code <= 0x206f)) flush();
    else return "";
  }
  flush();
  return key.startsWith("the ") ? key.slice(4) : key;
}

const ARTICLE = /^(?:al|ar|as|ash|at|az|an|ad|adh|el|ul|l) (?=.)/;

/** A key without a leading Arabic article: "al qaim" -> "qaim". */
export const withoutArticle = (key: string): string => key.replace(ARTICLE, "");

/**
 * A key in which the usual transliterations of one Arabic, Persian or Pashto name fall together: "qaim", "kaiim" and
 * "gha'im" do not, "fallujah" and "falluja", "muqdadiyah" and "mukdadiya" do. Marked by "~", so that it meets no plain key.
 */
export function skeletonOf(key: string): string {
  let bones = "";
  for (const word of withoutArticle(key).split(" ")) {
    if (word === "al" || word === "e" || word === "i" || word === "ye" || word === "el") continue;
    bones += word
      .replace(/ph/g, "f")
      .replace(/ck|q|kh/g, "k")
      .replace(/gh/g, "g")
      .replace(/dh/g, "d")
      .replace(/th/g, "t")
      .replace(/sch/g, "sh")
      .replace(/[eiy]+/g, "i")
      .replace(/[ouw]+/g, "u")
      .replace(/(.)\1+/g, "$1")
      .replace(/([aiu])h$/, "$1")
      .replace(/ia$/, "a");
  }
  return bones.length < 4 ? "" : `~${bones}`;
}

/** FNV-1a over the key's characters, unsigned. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Sections of the packed file in their order, and the width of an item in bytes. Each starts at a multiple of four. */
export const SECTIONS = [
  ["id", 4],
  ["latitude", 4],
  ["longitude", 4],
  ["population", 4],
  ["nameStart", 4],
  ["slots", 4],
  ["keyStart", 4],
  ["postingStart", 4],
  ["postings", 4],
  ["admin1", 2],
  ["country", 1],
  ["feature", 1],
  ["names", 1],
  ["keys", 1],
] as const;

/** "ANGZ", little-endian: the first four bytes of the packed file. */
export const MAGIC = 0x5a474e41;
