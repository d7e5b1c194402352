// Hand-made documents for the tests of this room: words by a pattern, names as the test gives them.
import type { Document, Name, NameKind, Sentence, Word } from "../model/index.ts";

/** `names`: written names and what a model might take them for; each occurrence is one. */
export function documentOf(text: string, names: readonly (readonly [string, NameKind, number?])[] = []): Document {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let first = 0;
  for (const match of text.matchAll(
    /[A-Z](?:\.[A-Z])+\.|(?:Va|Pa|Ga|Minn|Tex|St|Sen)\.|[\p{L}\p{M}0-9]+(?:['’](?!s\b)[\p{L}\p{M}]+)*|['’]s\b|[^\s\p{L}\p{M}0-9]/gu,
  )) {
    const word = match[0];
    words.push({
      index: words.length,
      sentence: sentences.length,
      start: match.index,
      end: match.index + word.length,
      text: word,
      lower: word.toLowerCase(),
      lemma: word.toLowerCase(),
      upos: uposOf(word),
      xpos: "",
      head: -1,
      deprel: "root",
      children: [],
    });
    const closes = /^[.!?]$/.test(word) || text.charAt(match.index + word.length) === "\n";
    if (closes) {
      sentences.push(sentenceOf(words, first, sentences.length));
      first = words.length;
    }
  }
  if (first < words.length) sentences.push(sentenceOf(words, first, sentences.length));
  return { text, words, sentences, names: namesOf(text, words, names) };
}

const uposOf = (word: string): string =>
  /^\p{Lu}/u.test(word)
    ? "PROPN"
    : /^(?:said|denied|met|fled|has)$/.test(word)
      ? "VERB"
      : /^\p{L}/u.test(word)
        ? "NOUN"
        : "PUNCT";

const sentenceOf = (words: readonly Word[], first: number, index: number): Sentence => ({
  index,
  first,
  last: words.length,
  root: first,
  start: (words[first] as Word).start,
  end: (words[words.length - 1] as Word).end,
});

function namesOf(text: string, words: readonly Word[], names: readonly (readonly [string, NameKind, number?])[]): Name[] {
  return names
    .flatMap(([written, kind, score = 0.9]) => {
      const found: Name[] = [];
      for (let start = text.indexOf(written); start >= 0; start = text.indexOf(written, start + 1)) {
        const end = start + written.length;
        const inside = words.filter((word) => word.start < end && start < word.end);
        if (inside.length > 0)
          found.push({
            start,
            end,
            first: (inside[0] as Word).index,
            last: (inside[inside.length - 1] as Word).index + 1,
            kind,
            score,
          });
      }
      return found;
    })
    .sort((a, b) => a.start - b.start);
}
