import type { Word } from "../model/index.ts";
import { type Range, trim, without } from "./draft.ts";
import type { Frame } from "./lexicon.ts";
import { child, type Reading, wordAt } from "./reading.ts";
import type { Speaker } from "./source.ts";

/** A word's branch on its side of the cue. */
export function branch(reading: Reading, word: Word, cue: Range): Range {
  const first = reading.low[word.index] as number;
  const last = (reading.high[word.index] as number) + 1;
  return trim(
    reading.document.words,
    word.index < cue.first ? { first, last: Math.min(last, cue.first) } : { first: Math.max(first, cue.last), last },
  );
}

export function clause(reading: Reading, verb: Word, cue: Range, frame: Frame, right: boolean): Range | undefined {
  if (!frame.clause && !frame.quotation) return undefined;
  for (const index of verb.children) {
    const word = wordAt(reading, index);
    if (word.deprel.split(":")[0] !== "ccomp" || word.index > verb.index !== right) continue;
    // "told reporters, noting …" is not what was told.
    if (right && word.xpos === "VBG" && !frame.gerund && !child(reading, word, "nsubj", "aux", "cop")) continue;
    return right ? untilEdge(reading, branch(reading, word, cue), verb) : branch(reading, word, cue);
  }
  return undefined;
}

/** How far on a stray "that" is looked for. */
const REACH = 14;

/** "told the agency that …", "said after a meeting that …", where the tree hung the clause on the noun before it. */
export function strayClause(reading: Reading, verb: Word, cue: Range): Range | undefined {
  const { words } = reading.document;
  const { last } = reading.document.sentences[verb.sentence] as Range;
  for (let i = cue.last; i < last && i < cue.last + REACH; i++) {
    const word = words[i] as Word;
    if (word.lower === "that" && word.deprel === "mark") return clauseOf(reading, word);
    if (word.upos === "VERB" && word.deprel !== "amod" && word.deprel !== "acl") return undefined;
  }
  return undefined;
}

function clauseOf(reading: Reading, mark: Word): Range | undefined {
  if (mark.head < 0) return undefined;
  return trim(reading.document.words, { first: mark.index, last: (reading.high[mark.head] as number) + 1 });
}

/**
 * What the clause goes on from, before the speaker: "If they come, he said, “we will fight.”", "The rebels, she said,
 * had left."
 */
export function condition(reading: Reading, verb: Word, cue: Range, speaker: Speaker, right: Range): Range[] {
  const { words, sentences } = reading.document;
  const sentence = sentences[verb.sentence] as Range;
  const from = Math.min(cue.first, ...speaker.sources.map(({ first }) => first));
  if (words[from - 1]?.text !== "," || from - 1 - sentence.first < 1 || from - sentence.first > LONGEST) return [];
  const opening = words[right.first] as Word;
  const quoted = (reading.quoteOf[right.first] as number) >= 0 && opening.upos === "PUNCT";
  // "X was hit, she said, a day after …": set off by commas, the speaker stands amid what is said.
  const goesOn = quoted
    ? words[right.first + 1]?.text === words[right.first + 1]?.lower && OPENING.test((words[sentence.first] as Word).lower)
    : words[cue.last]?.text === ",";
  return goesOn ? [trim(words, { first: sentence.first, last: from - 1 })] : [];
}

const OPENING = /^(?:if|unless|should|when|once|until)$/;

/** A clause goes on to the next punctuation or conjunction, wherever the tree hung its last words. */
function untilEdge(reading: Reading, range: Range, verb: Word): Range {
  const { words } = reading.document;
  let { last } = range;
  while (last <= (reading.high[verb.index] as number)) {
    const word = words[last] as Word;
    if (word.upos === "PUNCT" || word.upos === "CCONJ" || (reading.quoteOf[last] as number) >= 0) break;
    last++;
  }
  return { first: range.first, last };
}

export function complement(reading: Reading, verb: Word, cue: Range, frame: Frame): Range | undefined {
  for (const index of verb.children) {
    const word = wordAt(reading, index);
    if (word.index < verb.index || (word.deprel !== "xcomp" && word.deprel !== "advcl" && word.deprel !== "ccomp")) continue;
    const to = child(reading, word, "mark")?.lower === "to";
    if ((to && frame.infinitive) || (word.xpos === "VBG" && frame.gerund && word.deprel !== "advcl"))
      return branch(reading, word, cue);
  }
  return undefined;
}

/** Where a clause before the cue begins: at the sentence's start, when only its subject was lost there and no other clause. */
function fromSubject(reading: Reading, first: number): number {
  const start = (reading.document.sentences[wordAt(reading, first).sentence] as Range).first;
  if (first - start > LONGEST) return first;
  for (let i = start; i < first; i++) {
    const word = wordAt(reading, i);
    if (
      (word.upos === "VERB" && !/^(?:acl|amod)/.test(word.deprel)) ||
      word.upos === "AUX" ||
      word.upos === "CCONJ" ||
      /^[:;]$/.test(word.text)
    )
      return first;
  }
  return start;
}

/** A clause before the cue, without the speaker. */
export function outsideOf(reading: Reading, range: Range, cue: Range, speaker: Speaker): Range[] {
  let parts = [range];
  if (range.first < cue.first) parts = [{ first: fromSubject(reading, range.first), last: range.last }];
  for (const hole of [cue, ...speaker.sources]) parts = parts.flatMap((part) => without(part, hole));
  return parts.map((part) => trim(reading.document.words, part)).filter(({ first, last }) => first < last);
}

/** No sentence that a person wrote is longer, in words; what has no end must not be read again for each of its cues. */
const LONGEST = 400;

/** "X, he said": what the parenthesis stands in, by the tree or else up to the comma before it. */
export function around(reading: Reading, verb: Word, cue: Range, speaker: Speaker): Range[] {
  const { words, sentences } = reading.document;
  const sentence = sentences[verb.sentence] as Range;
  const from = Math.min(cue.first, ...speaker.sources.map(({ first }) => first));
  const to = Math.max(cue.last, ...speaker.sources.map(({ last }) => last));
  const as = child(reading, verb, "mark")?.lower === "as";
  const comma = words[from - 1];
  const set =
    comma !== undefined &&
    comma.index > sentence.first &&
    comma.sentence === verb.sentence &&
    (comma.upos === "PUNCT" || (as && words[from - 2]?.upos === "PUNCT"));
  if (verb.deprel === "parataxis" || as) {
    const head = wordAt(reading, verb.head);
    if (verb.head < 0) return [];
    const own: Range = {
      first: Math.min(reading.low[verb.index] as number, from),
      last: Math.max((reading.high[verb.index] as number) + 1, to),
    };
    const whole = { first: reading.low[head.index] as number, last: (reading.high[head.index] as number) + 1 };
    return without(whole, own)
      .map((part) => trim(words, part))
      .filter((part) => part.last - part.first > 1);
  }
  if (!set) return [];
  const left = trim(words, { first: Math.max(sentence.first, from - LONGEST), last: from - 1 });
  if (left.last - left.first < 2) return [];
  // "After all, she argued, he was there": the parenthesis stands amid what is said.
  const after = words[to];
  const next = words[to + 1];
  const amid =
    after?.text === "," &&
    next &&
    next.sentence === verb.sentence &&
    next.xpos !== "VBG" &&
    next.upos !== "CCONJ" &&
    !/^(?:who|which|where|when|as|after)$/.test(next.lower) &&
    (reading.quoteOf[to + 1] as number) < 0;
  return amid && reading.high[verb.index] !== to
    ? [left, trim(words, { first: to + 1, last: Math.min(sentence.last, to + LONGEST) })]
    : [left];
}
