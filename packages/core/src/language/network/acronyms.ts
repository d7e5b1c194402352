import type { Sentence, Word } from "../../model/index.ts";

/** "IS fighters": a group's name in capitals that is a word as well, and another name of the group, which is none. */
const [NAME, READ_AS] = ["IS", "ISIS"];

/** Runs a reading in which each "IS" of a sentence that is not all in capitals stands as a name. The words are left as they were. */
export function withNames<Result>(words: readonly Word[], sentences: readonly Sentence[], read: () => Result): Result {
  const found = words.filter((word) => word.text === NAME && hasSmall(words, sentences[word.sentence]));
  for (const word of found) word.text = READ_AS;
  try {
    return read();
  } finally {
    for (const word of found) word.text = NAME;
  }
}

const hasSmall = (words: readonly Word[], sentence: Sentence | undefined): boolean => {
  for (let i = sentence?.first ?? 0; i < (sentence?.last ?? 0); i++) if (/^\p{Ll}{2}/u.test((words[i] as Word).text)) return true;
  return false;
};
