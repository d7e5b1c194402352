import type { Knowledge, Word } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { lemmaOf } from "./lemma.ts";

/** PLOVER's contexts by the words of the event's surroundings: `events/contexts`. */
export class Contexts {
  private readonly byWord = new Map<string, string[]>();
  private readonly order: string[] = [];

  constructor(knowledge: Knowledge) {
    for (const { context, words } of rowsOf(knowledge, "events/contexts", ["context", "words"])) {
      if (!this.order.includes(context)) this.order.push(context);
      for (const word of listOf(words)) this.byWord.set(word, [...(this.byWord.get(word) ?? []), context]);
    }
  }

  of(words: readonly Word[]): string[] {
    const found = new Set<string>();
    for (const word of words)
      for (const context of this.byWord.get(lemmaOf(word)) ?? this.byWord.get(word.lower) ?? []) found.add(context);
    return this.order.filter((context) => found.has(context));
  }
}
