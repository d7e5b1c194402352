import type { Sentence, Word } from "../model/index.ts";

/** Words that end a stretch of a headline. */
const BREAKS = new Set(["as", "after", "while", "amid", "before", "when", "because", "until", "over"]);
export const NOMINAL = new Set(["NOUN", "PROPN", "ADJ", "NUM", "SYM", "PRON"]);

/** Reads the stretch of a headline around a verb again: subject, verb, object, adverbials. Changes the words. */
export function reread(words: Word[], sentence: Sentence, at: number): void {
  const verb = words[at] as Word;
  const end = words[sentence.last - 1]?.upos === "PUNCT" ? sentence.last - 2 : sentence.last - 1;
  const plural = words[end] as Word;
  // "posts" at the end, read as a verb: there is one.
  if (end > at && plural.xpos === "VBZ") Object.assign(plural, { upos: "NOUN", xpos: "NNS" });
  const breaks = (word: Word) => (word.upos === "PUNCT" && word.lower !== "-" && word.lower !== "–") || BREAKS.has(word.lower);
  let first = at;
  while (first > sentence.first && !breaks(words[first - 1] as Word) && !isTensed(words[first - 1] as Word)) first--;
  let last = at + 1;
  while (last < sentence.last && !breaks(words[last] as Word) && !isTensed(words[last] as Word)) last++;
  const opener = words[first - 1];
  const old = words[sentence.root] as Word;
  const isRoot = sentence.root >= first && sentence.root < last;
  verb.upos = "VERB";
  verb.xpos = /s$/.test(verb.lower) ? "VBZ" : "VBP";
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
  // "kills one, wounds two": of two verbs the first is the root, and the other is joined to it.
  const second =
    !isRoot && old.index >= last && words.slice(last, sentence.last).some((w) => w.head === old.index && w.deprel === "obj");
  if (second) {
    Object.assign(verb, { head: -1, deprel: "root" });
    Object.assign(old, { head: at, deprel: "conj", upos: "VERB", xpos: /s$/.test(old.lower) ? "VBZ" : "VBP" });
  }
  subject(words, first, at);
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

/** "Rocket attack near Tarma": who acts stands before the first preposition. */
function subject(words: Word[], first: number, verb: number): void {
  let cut = verb;
  for (let i = verb - 1; i > first; i--) if ((words[i] as Word).upos === "ADP") cut = i;
  const head = phrase(words, first, cut, verb, "nsubj");
  if (cut === verb || head === undefined) return;
  const inner = phrase(words, cut + 1, verb, head, "nmod") ?? head;
  Object.assign(words[cut] as Word, { head: inner, deprel: "case" });
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
