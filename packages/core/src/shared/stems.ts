/** Words and numbers of a text: "K-1", "7.5" and "Ba'ath" are one each, "Grand-Bassam" and "Iran-backed" are two. */
const WORD = /[\p{L}\p{N}]+(?:[.'’‘ʼ][\p{L}\p{N}]+|(?<=\p{N}),\p{N}{3}(?!\p{N})|-\p{N}+(?![\p{L}\p{N}]))*/gu;

export interface Stem {
  start: number;
  end: number;
  stem: string;
  /** Begins with a capital. */
  capital: boolean;
}

/** The words of a text with their stems, in order. Linear. */
export function stemsOf(text: string): Stem[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    stem: stem(match[0]),
    capital: /^\p{Lu}/u.test(match[0]),
  }));
}

/**
 * What is left of a word without case, accents and the common endings of English, so that "bombing", "bombed" and
 * "bombs" count as one. Cruder than a lemma and the same with or without a trained model.
 */
export function stem(word: string): string {
  const bare = word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘ʼ]s$/, "")
    .replace(/['’‘ʼ,-]|(?<!\d)\./g, "");
  if (/\d/.test(bare) || bare.length < 4) return bare;
  const singular = bare.replace(/(?<=.{2}[^aeiou])ies$/, "y").replace(/(?<=ss|sh|ch|x)es$|(?<![sui])s$/, "");
  const cut = singular.replace(/(?<=[aeiouy].*\p{L})(?:ing|ed|er)$/u, "");
  return cut.length >= 3 ? cut.replace(/([^aeiouls])\1$/, "$1").replace(/(?<=.{3})e$/, "") : singular;
}

/** FNV-1a over UTF-16 units, 32 bits, with the last mixing of MurmurHash3, so that its low values are spread evenly. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
