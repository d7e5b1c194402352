import type { Document, Knowledge, Report, Sentence, Word } from "../model/index.ts";
import { createLemmatiser } from "./lemmas/index.ts";
import { createNetwork } from "./network/index.ts";
import { createSplitter } from "./sentences/index.ts";
import { createTokeniser, fold, keepsFinalStop } from "./tokens/index.ts";

/** Reads raw text into words, sentences, trees and names. */
export interface Language {
  read(report: Report): Document;
}

export function createLanguage(knowledge: Knowledge): Language {
  const tokenise = createTokeniser(knowledge);
  const split = createSplitter(knowledge);
  const network = createNetwork(knowledge.models.parser);
  const lemmatise = createLemmatiser(knowledge);

  return {
    read({ text, headline }) {
      const { starts, ends } = tokenise(text, 0, text.length);
      // Sentences are told from words, so words come first; a sentence's own full stop is then taken off its last word ("etc|.").
      const pieces = starts.map((start, i) => newWord(text, start, ends[i] as number));
      const { words, sentences } = arrange(text, pieces, split(text, pieces, headline));
      // Tags and trees need sentences, lemmas need tags.
      const names = network.read(words, sentences);
      lemmatise(words);
      return { text, ...(headline && { headline }), sentences, words, names };
    },
  };
}

function newWord(text: string, start: number, end: number): Word {
  const form = text.slice(start, end);
  return {
    start,
    end,
    index: 0,
    sentence: 0,
    text: form,
    lower: fold(form),
    lemma: "",
    upos: "NOUN",
    xpos: "NN",
    head: -1,
    deprel: "root",
    children: [],
  };
}

/** Numbers the words and makes the sentences. `begins[i]` is 1 where word `i` opens one. */
function arrange(text: string, pieces: readonly Word[], begins: Uint8Array): { words: Word[]; sentences: Sentence[] } {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Word;
    const last = i + 1 === pieces.length || begins[i + 1] === 1;
    const parts =
      last && i > 0 && !keepsFinalStop(piece)
        ? [newWord(text, piece.start, piece.end - 1), newWord(text, piece.end - 1, piece.end)]
        : [piece];
    for (const word of parts) {
      word.index = words.length;
      word.sentence = sentences.length;
      words.push(word);
    }
    if (!last) continue;
    sentences.push({
      start: (words[first] as Word).start,
      end: piece.end,
      index: sentences.length,
      first,
      last: words.length,
      root: first,
    });
    first = words.length;
  }
  return { words, sentences };
}
