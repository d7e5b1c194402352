import type { Document, Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import type { Condition } from "./frames.ts";
import { lemmaOf } from "./lemma.ts";

/** Words left and right of a trigger that count as its surroundings in a very long sentence. */
const REACH = 40;

interface Window {
  /** How many words have this lemma or form. */
  words: Map<string, number>;
  classes: Map<string, number>;
  /** The lemmas of those who say what is told. */
  tellers: string[];
}

/** Which words stand around a trigger in its sentence, counted once a sentence. */
export class Surroundings {
  private readonly document: Document;
  private readonly classes: WordClasses;
  private readonly windows = new Map<number, Window>();

  constructor(document: Document, classes: WordClasses) {
    this.document = document;
    this.classes = classes;
  }

  /** Whether another word of the surroundings meets a condition. */
  hold(word: Word, { plain, classes }: Condition): boolean {
    const window = this.window(word);
    if (!window) return false;
    const lemma = lemmaOf(word);
    for (const value of plain) {
      const count = window.words.get(value);
      if (count !== undefined && count > (value === lemma || value === word.lower ? 1 : 0)) return true;
    }
    for (const name of classes) {
      const own = this.classes.has(name, lemma) || this.classes.has(name, word.lower) ? 1 : 0;
      if (this.countOf(window, name) > own) return true;
    }
    return false;
  }

  private countOf(window: Window, name: string): number {
    let count = window.classes.get(name);
    if (count === undefined) {
      count = 0;
      for (const [value, times] of window.words) if (this.classes.has(name, value)) count += times;
      // "…, police said": who tells of an accident makes no violence of it.
      if (name === "violence") for (const value of window.tellers) if (this.classes.has(name, value)) count--;
      window.classes.set(name, count);
    }
    return count;
  }

  private window(word: Word): Window | undefined {
    const sentence = this.document.sentences[word.sentence];
    if (!sentence) return undefined;
    const long = sentence.last - sentence.first > 2 * REACH;
    // Stretches of a long sentence share a window, so that cost stays linear.
    const slot = long ? Math.floor((word.index - sentence.first) / REACH) : 0;
    const key = sentence.first + slot * REACH;
    let window = this.windows.get(key);
    if (!window) {
      const first = long ? Math.max(sentence.first, key - REACH / 2) : sentence.first;
      const last = long ? Math.min(sentence.last, key + REACH + REACH / 2) : sentence.last;
      window = { words: new Map(), classes: new Map(), tellers: [] };
      for (let i = first; i < last; i++) {
        const other = this.document.words[i] as Word;
        const lemma = lemmaOf(other);
        window.words.set(lemma, (window.words.get(lemma) ?? 0) + 1);
        const verb = other.deprel === "nsubj" ? this.document.words[other.head] : undefined;
        if (verb && this.classes.has("say", lemmaOf(verb))) window.tellers.push(lemma);
        if (other.lower !== lemma) window.words.set(other.lower, (window.words.get(other.lower) ?? 0) + 1);
      }
      this.windows.set(key, window);
    }
    return window;
  }
}
