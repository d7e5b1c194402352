import type { Word } from "../../model/index.ts";
import { type Candidate, candidate, type Gender, type Grammatical } from "./candidate.ts";
import type { Reading } from "./reading.ts";

type Kind = readonly [person: 1 | 2 | 3, number: Grammatical, gender: Gender];
const forms = (kind: Kind, words: string): [string, Kind][] => words.split(" ").map((word) => [word, kind]);

const PRONOUNS: ReadonlyMap<string, Kind> = new Map([
  ...forms([1, "one", ""], "i me my mine myself"),
  ...forms([1, "many", ""], "we us our ours ourselves"),
  ...forms([2, "any", ""], "you your yours yourself yourselves"),
  ...forms([3, "one", "m"], "he him his himself"),
  ...forms([3, "one", "f"], "she her hers herself"),
  ...forms([3, "group", "n"], "it its itself"),
  ...forms([3, "many", ""], "they them their theirs themselves themself"),
]);

/** Personal, possessive and reflexive pronouns. An "it" that stands for nothing is left out. */
export function findPronouns({ document, knownAt }: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (const word of document.words) {
    const kind = PRONOUNS.get(word.lower);
    if (!kind || knownAt[word.index] || isNoPronoun(word)) continue;
    const [person, number, gender] = kind;
    const span = { start: word.start, end: word.end };
    found.push(
      candidate({
        ...span,
        form: "pronoun",
        head: span,
        word: word.index,
        sentence: word.sentence,
        person,
        number,
        gender,
        keys: [word.lower],
        class: gender === "n" ? "group" : "person",
        article: "definite",
      }),
    );
  }
  return found;
}

function isNoPronoun(word: Word): boolean {
  if (word.deprel === "expl") return true;
  // "I" as a numeral or a letter, "US" as a state.
  if (word.text === "US" || word.text === "i" || word.text === "IT") return true;
  return word.upos === "PROPN" || word.upos === "NUM" || word.upos === "X" || word.upos === "PUNCT";
}
