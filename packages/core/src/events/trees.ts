import type { Document, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";

/** How many children are looked at: keeps cost linear on degenerate trees. */
const WIDTH = 80;

/** Looks up and down the trees of a document. */
export class Trees {
  protected readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  children(word: Word): Word[] {
    const found: Word[] = [];
    for (const index of word.children) {
      if (found.length >= WIDTH) break;
      found.push(this.document.words[index] as Word);
    }
    return found;
  }

  child(word: Word, test: (child: Word) => boolean): Word | undefined {
    let seen = 0;
    for (const index of word.children) {
      if (seen++ >= WIDTH) break;
      const child = this.document.words[index] as Word;
      if (test(child)) return child;
    }
    return undefined;
  }

  head(word: Word): Word | undefined {
    return word.head < 0 ? undefined : this.document.words[word.head];
  }

  at(index: number, like: Word): Word | undefined {
    const word = this.document.words[index];
    return word && word.sentence === like.sentence ? word : undefined;
  }

  has(word: Word, rel: string): boolean {
    return this.child(word, (c) => c.deprel === rel || relation(c) === rel) !== undefined;
  }

  isParticiple(verb: Word): boolean {
    return verb.xpos === "VBN" || (verb.xpos === "VBD" && /(?:ed|en|n|t)$/.test(verb.lower));
  }

  /** The preposition of a nominal: "against", "out of"; "" when it has none. */
  preposition(noun: Word): string {
    const cases = this.children(noun).filter(
      (c) => c.deprel === "case" && c.lower !== "'s" && c.lower !== "’s" && c.lower !== "'" && c.lower !== "’",
    );
    const first = cases[0];
    if (!first) return "";
    const fixed = this.children(first).filter((c) => c.deprel === "fixed");
    return [...cases, ...fixed]
      .sort((a, b) => a.index - b.index)
      .map((c) => c.lower)
      .join(" ");
  }

  /** The words below a word, without branches that `cut` refuses; at most `limit`, in text order. */
  below(word: Word, cut: (child: Word) => boolean, limit = 60): Word[] {
    const found: Word[] = [];
    const stack = [word];
    for (let next = stack.pop(); next && found.length < limit; next = stack.pop()) {
      found.push(next);
      for (const child of this.children(next)) if (!cut(child)) stack.push(child);
    }
    return found.sort((a, b) => a.index - b.index);
  }
}
