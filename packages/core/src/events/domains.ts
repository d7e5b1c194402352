import type { Document, Knowledge, Sentence, Word } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { lemmaOf } from "./lemma.ts";

/** Other worlds that use the words of conflict: sport, markets, films, medicine. `events/domains` names their words. */
export class Domains {
  private readonly words = new Map<string, { domain: string; weight: number }>();

  constructor(knowledge: Knowledge) {
    for (const row of rowsOf(knowledge, "events/domains", ["domain", "weight", "words"]))
      for (const word of listOf(row.words)) this.words.set(word, { domain: row.domain, weight: Number(row.weight) });
  }

  /** The world whose word a word is; empty for most. */
  of(word: Word, lemma: string): string[] {
    if (word.upos === "PROPN") return [];
    const entry = this.words.get(lemma) ?? this.words.get(word.lower);
    return entry ? [entry.domain] : [];
  }

  /** Whether a sentence plays in another world: enough different words of one domain. */
  isElsewhere(document: Document, sentence: Sentence): boolean {
    const sums = new Map<string, number>();
    const seen = new Set<string>();
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = document.words[i];
      if (!word || word.upos === "PROPN") continue;
      const lemma = lemmaOf(word);
      const entry = this.words.get(lemma) ?? this.words.get(word.lower);
      if (!entry || entry.weight < 1 || seen.has(lemma)) continue;
      seen.add(lemma);
      const sum = (sums.get(entry.domain) ?? 0) + entry.weight;
      if (sum >= 2) return true;
      sums.set(entry.domain, sum);
    }
    return false;
  }
}
