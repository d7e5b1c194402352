import type { Document, Sentence, Word } from "../model/index.ts";
import type { Trigger } from "./frames.ts";

/** Words that end a stretch of a headline. */
const BREAKS = new Set(["as", "after", "while", "amid", "before", "when", "because", "until", "over"]);
const NOMINAL = new Set(["NOUN", "PROPN", "ADJ", "NUM", "SYM", "PRON"]);

/**
 * Headlines are capitalised and drop their auxiliaries, so that "Nicaragua Frees Detainees" is often read as one long
 * name. Where a capitalised headline has a word that is the third person of a known verb, stands between nominals and
 * was read as a noun, its stretch is read again: subject, verb, object, adverbials. The document itself is not
 * changed; a copy with other words for these sentences is given back.
 */
export function rereadHeadlines(document: Document, index: ReadonlyMap<string, readonly Trigger[]>): Document {
  const { headline } = document;
  if (!headline) return document;
  let words: Word[] | undefined;
  for (const sentence of document.sentences) {
    if (sentence.start >= headline.end) break;
    const verbs = verbsOf(document, sentence, index);
    if (verbs.length === 0) continue;
    words ??= [...document.words];
    for (let i = sentence.first; i < sentence.last; i++) words[i] = { ...(words[i] as Word), children: [] };
    for (const verb of verbs) reread(words, sentence, verb);
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = words[i] as Word;
      if (word.head >= 0) words[word.head]?.children.push(i);
    }
  }
  return words ? { ...document, words } : document;
}

/** Words of a capitalised sentence that are verbs read as nouns. */
function verbsOf(document: Document, sentence: Sentence, index: ReadonlyMap<string, readonly Trigger[]>): number[] {
  const found: number[] = [];
  let capitals = 0;
  let total = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = document.words[i] as Word;
    if (!/\p{L}/u.test(word.text) || word.text.length < 4) continue;
    total++;
    if (/^\p{Lu}/u.test(word.text)) capitals++;
  }
  // "Thousands march in the capital": no other verb, and a small word that was read as a name behind a plural.
  const verbless = (word: Word) => word.upos !== "VERB" && word.upos !== "AUX";
  if (document.words.slice(sentence.first, sentence.last).every(verbless)) {
    for (let i = sentence.first + 1; i + 1 < sentence.last; i++) {
      const word = document.words[i] as Word;
      const plural = (document.words[i - 1] as Word).xpos === "NNS";
      const acts = index.get(word.lower)?.some(({ form }) => form === "base");
      if (plural && acts && word.upos === "PROPN" && /^\p{Ll}/u.test(word.text)) return [i];
    }
  }
  if (total < 2 || capitals < 0.7 * total) return found;
  for (let i = sentence.first + 1; i + 1 < sentence.last; i++) {
    const word = document.words[i] as Word;
    const before = document.words[i - 1] as Word;
    const after = document.words[i + 1] as Word;
    const isVerb = word.upos === "VERB" && word.deprel !== "compound" && word.deprel !== "nmod" && word.deprel !== "amod";
    if (isVerb || !index.get(word.lower)?.some(({ form }) => form === "s")) continue;
    const between = NOMINAL.has(before.upos) || before.upos === "PUNCT";
    if (between && (NOMINAL.has(after.upos) || after.upos === "DET" || after.xpos === "RP" || after.upos === "ADP"))
      found.push(i);
  }
  return found;
}

function reread(words: Word[], sentence: Sentence, at: number): void {
  const verb = words[at] as Word;
  const breaks = (word: Word) => (word.upos === "PUNCT" && word.lower !== "-" && word.lower !== "–") || BREAKS.has(word.lower);
  let first = at;
  while (first > sentence.first && !breaks(words[first - 1] as Word) && !isTensed(words[first - 1] as Word)) first--;
  let last = at + 1;
  while (last < sentence.last && !breaks(words[last] as Word) && !isTensed(words[last] as Word)) last++;
  const opener = words[first - 1];
  const old = words[sentence.root] as Word;
  const isRoot = sentence.root >= first && sentence.root < last;
  verb.upos = "VERB";
  verb.xpos = "VBZ";
  verb.head = isRoot ? -1 : old.index;
  verb.deprel = isRoot
    ? "root"
    : opener && BREAKS.has(opener.lower)
      ? "advcl"
      : opener?.upos === "PUNCT" && first === at
        ? "conj"
        : "parataxis";
  if (opener && BREAKS.has(opener.lower) && first > sentence.first) {
    opener.head = at;
    opener.deprel = "mark";
  }
  // Another word that hung on what was the root hangs on the verb now.
  if (isRoot)
    for (let i = sentence.first; i < sentence.last; i++)
      if ((i < first || i >= last) && (words[i] as Word).head >= first && (words[i] as Word).head < last)
        (words[i] as Word).head = at;
  phrase(words, first, at, at, "nsubj");
  let from = at + 1;
  if (from < last && (words[from] as Word).xpos === "RP") {
    (words[from] as Word).head = at;
    (words[from] as Word).deprel = "compound:prt";
    from++;
  }
  // The object runs to the first preposition; each preposition opens an adverbial.
  for (let i = from, role = "obj"; i < last; ) {
    let end = i;
    const preposition = (words[i] as Word).upos === "ADP" ? i : -1;
    if (preposition >= 0) {
      role = "obl";
      end++;
    }
    while (end < last && (words[end] as Word).upos !== "ADP" && !((words[end] as Word).upos === "PART" && end > i)) end++;
    const head = phrase(words, preposition >= 0 ? i + 1 : i, end, at, role);
    if (preposition >= 0) {
      (words[preposition] as Word).head = head ?? at;
      (words[preposition] as Word).deprel = "case";
    }
    if ((words[end] as Word | undefined)?.upos === "PART") break;
    i = end === i ? end + 1 : end;
  }
}

const isTensed = (word: Word): boolean =>
  word.upos === "VERB" && (word.xpos === "VBZ" || word.xpos === "VBD" || word.xpos === "VBP");

/** Makes a flat noun phrase of words [first, last) under a verb; its head is the last nominal. */
function phrase(words: Word[], first: number, last: number, verb: number, role: string): number | undefined {
  let head = -1;
  for (let i = first; i < last; i++) if (NOMINAL.has((words[i] as Word).upos) && (words[i] as Word).upos !== "ADJ") head = i;
  if (head < 0) return undefined;
  for (let i = first; i < last; i++) {
    const word = words[i] as Word;
    if (i === head) {
      word.head = verb;
      word.deprel = role;
    } else {
      word.head = head;
      word.deprel =
        word.upos === "ADJ"
          ? "amod"
          : word.upos === "NUM"
            ? "nummod"
            : word.upos === "PUNCT"
              ? "punct"
              : word.upos === "DET"
                ? "det"
                : word.upos === "VERB"
                  ? "acl"
                  : "compound";
    }
  }
  return head;
}
