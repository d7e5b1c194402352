import type { Document, Sentence, Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import type { Trigger } from "./frames.ts";
import { joinPair, pairOf } from "./pairs.ts";
import { NOMINAL, reread } from "./reread.ts";

/**
 * Headlines are capitalised and drop their auxiliaries, so that "Nicaragua Frees Detainees" is often read as one long
 * name. Where a capitalised headline has a word that is the third person of a known verb, stands between nominals and
 * was read as a noun, its stretch is read again: subject, verb, object, adverbials. The document itself is not
 * changed; a copy with other words for these sentences is given back.
 */
export function rereadHeadlines(
  document: Document,
  index: ReadonlyMap<string, readonly Trigger[]>,
  classes: WordClasses,
): Document {
  const { headline } = document;
  if (!headline) return document;
  let words: Word[] | undefined;
  const mended = new Set<number>();
  for (const sentence of document.sentences) {
    if (sentence.start >= headline.end) break;
    const verbs = verbsOf(document, sentence, index, classes);
    const pair = pairOf(document.words, sentence, (word) => isKnown(word, "base", index));
    if (verbs.length === 0 && !pair) continue;
    words ??= [...document.words];
    for (let i = sentence.first; i < sentence.last; i++) words[i] = { ...(words[i] as Word), children: [] };
    for (const verb of verbs) {
      mended.add(verb);
      reread(words, sentence, verb);
    }
    if (pair) {
      mended.add(pair.verb);
      joinPair(words, sentence, pair);
    }
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = words[i] as Word;
      if (word.head >= 0) words[word.head]?.children.push(i);
    }
  }
  if (!words) return document;
  // A name that ran over the verb is none.
  const isWhole = ({ first, last }: { first: number; last: number }) => ![...mended].some((verb) => verb >= first && verb < last);
  const read = words;
  const sentences = document.sentences.map((sentence) => ({ ...sentence, root: rootOf(read, sentence) }));
  return { ...document, words, sentences, names: document.names.filter(isWhole) };
}

/** Whether a word is a known verb in a form: "base", "s". */
const isKnown = (word: Word, form: string, index: ReadonlyMap<string, readonly Trigger[]>): boolean =>
  index.get(word.lower)?.some((trigger) => trigger.form === form) ?? false;

const rootOf = (words: readonly Word[], { first, last, root }: Sentence): number => {
  for (let i = first; i < last; i++) if ((words[i] as Word).head < 0) return i;
  return root;
};

/** Words of a headline that are verbs and were read as something else. */
function verbsOf(
  document: Document,
  sentence: Sentence,
  index: ReadonlyMap<string, readonly Trigger[]>,
  classes: WordClasses,
): number[] {
  const words = document.words.slice(sentence.first, sentence.last);
  const acts = (word: Word, form: string) => isKnown(word, form, index);
  const alone = bareVerb(words, acts, classes) ?? lostObject(words, acts);
  if (alone !== undefined) return [alone];
  const found: number[] = [];
  if (!isCapitalised(words)) return found;
  for (const [i, word] of words.entries()) {
    const [before, after] = [words[i - 1], words[i + 1]];
    if (!before || !after) continue;
    const isVerb = word.upos === "VERB" && word.deprel !== "compound" && word.deprel !== "nmod" && word.deprel !== "amod";
    if (isVerb || !acts(word, "s")) continue;
    const between = NOMINAL.has(before.upos) || before.upos === "PUNCT";
    if (between && (NOMINAL.has(after.upos) || after.upos === "DET" || after.xpos === "RP" || after.upos === "ADP"))
      found.push(word.index);
  }
  return found;
}

function isCapitalised(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => /\p{L}/u.test(text) && text.length >= 4);
  return long.length >= 2 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length >= 0.7 * long.length;
}

type Acts = (word: Word, form: string) => boolean;

/**
 * "Thousands march in the capital", "Troops shell border village", "Warplanes bomb militia posts": a plural, a verb that was
 * read as a noun, and no other verb but a plural at the end that was read as one.
 */
function bareVerb(words: readonly Word[], acts: Acts, classes: WordClasses): number | undefined {
  const last = words.findLast(({ upos }) => upos !== "PUNCT");
  const isOther = (word: Word) =>
    (word.upos === "VERB" || word.upos === "AUX") && !(word === last && word.xpos === "VBZ" && isThing(word, classes));
  for (let i = 1; i < words.length; i++) {
    const [before, word, after] = [words[i - 1] as Word, words[i] as Word, words[i + 1]];
    const plural = before.xpos === "NNS" || before.xpos === "NNPS" || before.lower === "police";
    // "police open fire", "rebels free hostages": what looks like an adjective before a noun.
    const named = word.upos === "NOUN" || word.upos === "PROPN" || (word.upos === "ADJ" && after?.upos === "NOUN");
    if (!after || !plural || !named || !acts(word, "base")) continue;
    const follows = NOMINAL.has(after.upos) || after.upos === "ADP" || after.upos === "DET" || after === last;
    // "Two killed as gunmen ambush convoy": each stretch has a verb of its own.
    const from = words.slice(0, i).findLastIndex(({ lower }) => lower === "as" || lower === "after" || lower === "while");
    if (follows && !words.slice(from + 1).some(isOther)) return word.index;
  }
  return undefined;
}

/** Whether a word that ends in "s" may as well name things that something is done to. */
const isThing = ({ lemma }: Word, classes: WordClasses): boolean =>
  ["structure", "area", "person", "weaponry", "troops"].some((name) => classes.has(name, lemma.toLowerCase()));

/** "Rocket attack near Tarma kills contractor": a verb whose object was hung on its subject, or that was read as a noun. */
function lostObject(words: readonly Word[], acts: Acts): number | undefined {
  const other = (word: Word) => words.some((one) => one !== word && (one.upos === "VERB" || one.upos === "AUX"));
  for (let i = 1; i + 1 < words.length; i++) {
    const [before, word, after] = [words[i - 1] as Word, words[i] as Word, words[i + 1] as Word];
    if (!acts(word, "s") || !NOMINAL.has(before.upos) || !NOMINAL.has(after.upos)) continue;
    const has = (role: string) => words.some(({ head, deprel }) => head === word.index && deprel === role);
    if (word.upos === "VERB" && has("nsubj") && has("obj")) continue;
    const clause = word.upos === "VERB" && (has("ccomp") || has("xcomp") || has("obl"));
    if (!clause && !other(word) && (word.xpos === "NNS" || word.xpos === "VBZ")) return word.index;
  }
  return undefined;
}
