import type { Document, Name, Sentence, Word } from "../model/index.ts";
import { keyOf } from "./keys.ts";

/** A document with what the spotter asks of it again and again. */
export interface Reading {
  document: Document;
  /** The model's name at a word. */
  names: readonly (Name | undefined)[];
  /** Sentences set in capitals, by index. */
  shouted: readonly boolean[];
  /** Keys of the words of people's names, in whom "Georgia" may be a girl. */
  people: ReadonlySet<string>;
  /** The word at an index, when it is of that sentence. */
  at(index: number, sentence: number): Word | undefined;
}

export function readingOf(document: Document): Reading {
  const { words } = document;
  return {
    document,
    names: namesByWord(document),
    shouted: document.sentences.map((sentence) => isShouted(document, sentence)),
    people: wordsOfPeople(document),
    at(index, sentence) {
      const word = words[index];
      return word && word.sentence === sentence ? word : undefined;
    },
  };
}

/** Whether a sentence is set in capitals, so that they say nothing of names. */
function isShouted(document: Document, sentence: Sentence): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    const { text, lower: small } = document.words[i] as Word;
    if (small.length < 2) continue;
    if (text === small) lower++;
    else if (text.toUpperCase() === text) upper++;
    else lower++;
  }
  return upper > 4 * lower && upper + lower >= 3;
}

function namesByWord(document: Document): (Name | undefined)[] {
  const of: (Name | undefined)[] = [];
  for (const name of document.names) for (let i = name.first; i < name.last; i++) of[i] = name;
  return of;
}

function wordsOfPeople(document: Document): Set<string> {
  const found = new Set<string>();
  for (const { kind, score, first, last } of document.names) {
    if (kind !== "person" || score < 0.5 || last - first < 2) continue;
    for (let i = first; i < last; i++) found.add(keyOf((document.words[i] as Word).text));
  }
  return found;
}
