import type { Knowledge, Sentence, Span, Word } from "../model/index.ts";
import { createSplitter } from "./sentences/index.ts";
import { createTokeniser, fold, keepsFinalStop, mend } from "./tokens/index.ts";

/** Raw text to words in sentences, untagged. */
export type Segmenter = (text: string, headline?: Span) => { words: Word[]; sentences: Sentence[] };

export function createSegmenter(knowledge: Knowledge): Segmenter {
  const tokenise = createTokeniser(knowledge);
  const split = createSplitter(knowledge);
  return (text, headline) => {
    const { starts, ends } = tokenise(text, 0, text.length);
    // Sentences are told from words, so words come first; a sentence's own full stop is then taken off its last word ("etc|.").
    const pieces = starts.map((start, i) => newWord(text, start, ends[i] as number));
    return arrange(text, pieces, split(text, pieces, headline));
  };
}

function newWord(text: string, start: number, end: number): Word {
  const form = mend(text.slice(start, end));
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
