/** By which two spellings of a name are one: no case, no accents, no punctuation, and no qualifier in brackets. */
export const nameKey = (alias: string): string =>
  alias
    .replace(/ \([^)]*\)$/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
