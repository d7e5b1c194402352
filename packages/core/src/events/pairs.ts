import type { Sentence, Word } from "../model/index.ts";

/** How many words a name in a headline has, at most. */
const LONGEST = 3;

/** "pull back troops" */
const PARTICLE = /^(?:back|down|off|out|up)$/;

/** Two names with a comma for "and", and the verb behind them: words by index, the ends exclusive. */
export interface Pair {
  first: { from: number; to: number };
  second: { from: number; to: number };
  verb: number;
}

/** "Chad, Niger exchange fire", "Peru, Chile to resume talks": two names at the head of a headline that do something together. */
export function pairOf(words: readonly Word[], sentence: Sentence, isVerb: (word: Word) => boolean): Pair | undefined {
  const nameFrom = (from: number): number => {
    let to = from;
    while (to < sentence.last && to - from < LONGEST && isName(words[to] as Word)) to++;
    return to;
  };
  const comma = nameFrom(sentence.first);
  if (comma === sentence.first || words[comma]?.text !== ",") return undefined;
  const to = nameFrom(comma + 1);
  if (to === comma + 1) return undefined;
  const next = words[to];
  const infinitive = next?.lower === "to" ? words[to + 1] : undefined;
  const verb = infinitive ?? next;
  if (!verb || verb.index >= sentence.last || (infinitive ? verb.xpos !== "VB" : verb.xpos !== "VBP" && !isVerb(verb)))
    return undefined;
  return { first: { from: sentence.first, to: comma }, second: { from: comma + 1, to }, verb: verb.index };
}

const isName = ({ upos, text }: Word): boolean => (upos === "PROPN" || text === "US") && /^\p{Lu}/u.test(text);

/** Makes both names subjects of the verb. Changes the words. */
export function joinPair(words: Word[], sentence: Sentence, { first, second, verb: at }: Pair): void {
  const verb = words[at] as Word;
  const [one, other] = [first.to - 1, second.to - 1];
  const isWithin = (index: number) => index < second.to;
  // What hung on a name hangs on the verb.
  for (let i = second.to; i < sentence.last; i++) {
    const word = words[i] as Word;
    if (i === at || (word.head >= 0 && !isWithin(word.head))) continue;
    const role = word.head < 0 ? "parataxis" : i === at + 1 && word.upos === "NOUN" ? "obj" : word.deprel;
    Object.assign(word, { head: at, deprel: role });
  }
  const particle = words[at + 1];
  if (particle && at + 1 < sentence.last && PARTICLE.test(particle.lower) && particle.upos === "ADV")
    Object.assign(particle, { head: at, deprel: "compound:prt" });
  for (const { from, to } of [first, second])
    for (let i = from; i < to - 1; i++) Object.assign(words[i] as Word, { head: to - 1, deprel: "compound" });
  Object.assign(words[one] as Word, { head: at, deprel: "nsubj", upos: "PROPN" });
  Object.assign(words[first.to] as Word, { head: other, deprel: "punct" });
  Object.assign(words[other] as Word, { head: one, deprel: "conj" });
  const isRoot = verb.head < 0 || isWithin(verb.head) || sentence.root === at;
  Object.assign(verb, { upos: "VERB", ...(verb.xpos !== "VB" && { xpos: "VBP" }), ...(isRoot && { head: -1, deprel: "root" }) });
}
