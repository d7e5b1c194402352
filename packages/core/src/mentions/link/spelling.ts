/** First letters of the words that count: "National Liberation Army" -> "nla", "Federal Bureau of Investigation" -> "fbi". */
export function initialsOf(keys: readonly string[]): string {
  let initials = "";
  for (const key of keys) if (!/^(?:of|the|and|for|in|on|to|de|del|la|y|et|des|du|a)$/.test(key)) initials += key[0] ?? "";
  return initials;
}

/**
 * What stays of a name when transliterations differ: consonants, with those that stand for one sound made equal. "Zelenskyy" and
 * "Zelenskiy", "Ketaib" and "Kataib", "Qaddafi" and "Gadhafi" share theirs. Empty when too little stays to go by.
 */
export function skeleton(keys: readonly string[]): string {
  const words: string[] = [];
  for (const key of keys) {
    if (/^(?:al|el|ul|bin|ben|ibn|abd|abu|the|of)$/.test(key)) continue;
    const bones = key
      .replace(/^(?:q|gh|kh|g|c(?![hei]))/, "k")
      .replace(/(?:gh|kh|q|ck)/g, "k")
      .replace(/(?:dh|th|zh)/g, (two) => two[0] as string)
      .replace(/(?:sch|tsch|tch|ch|sh)/g, "s")
      .replace(/(?:ph|v|w)/g, "f")
      .replace(/z/g, "s")
      .replace(/[aeiouyhj]/g, "")
      .replace(/(.)\1+/g, "$1");
    words.push((key[0] && /[aeiou]/.test(key[0]) ? "a" : "") + bones);
  }
  const all = words.join(" ");
  return all.replace(/ /g, "").length >= 4 && keys.join("").length >= 6 ? all : "";
}
