import type { Knowledge } from "../model/index.ts";
import { listOf, rowsOf } from "./tables.ts";

/** Sets of lemmas under a name, which frames ask for as "@name". A class may hold another: "@armed" as a word. */
export class WordClasses {
  private readonly members = new Map<string, Set<string>>();

  constructor(knowledge: Knowledge) {
    const direct = new Map<string, string[]>();
    for (const { class: name, words } of rowsOf(knowledge, "events/classes", ["class", "words"]))
      direct.set(name, [...(direct.get(name) ?? []), ...listOf(words)]);
    for (const name of direct.keys()) this.members.set(name, spread(name, direct, new Set()));
  }

  has(name: string, word: string): boolean {
    return this.members.get(name)?.has(word) ?? false;
  }

  /** Every class by the words that are in it. */
  byWord(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const [name, words] of this.members)
      for (const word of words) {
        const names = found.get(word);
        if (names) names.push(name);
        else found.set(word, [name]);
      }
    return found;
  }
}

function spread(name: string, direct: ReadonlyMap<string, string[]>, seen: Set<string>): Set<string> {
  const words = new Set<string>();
  if (seen.has(name)) return words;
  seen.add(name);
  for (const word of direct.get(name) ?? []) {
    if (word.startsWith("@")) for (const inner of spread(word.slice(1), direct, seen)) words.add(inner);
    else words.add(word);
  }
  return words;
}
