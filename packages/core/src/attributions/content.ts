import type { Word } from "../model/index.ts";
import { type Range, trim, without } from "./draft.ts";
import type { Frame } from "./lexicon.ts";
import { child, type Reading, wordAt } from "./reading.ts";
import { oblique, type Speaker } from "./source.ts";

export interface Found {
  content: Range[];
  /** The preposition that belongs to the cue: "called for". */
  preposition?: Word;
  /** Read from what stands around a parenthesis: a quotation next to the cue is better. */
  weak?: boolean;
}

/** What is said, by the tree and by the cue's frame; quotations are added later. */
export function contentOf(reading: Reading, verb: Word, cue: Range, frame: Frame, speaker: Speaker): Found {
  const right = clause(reading, verb, cue, frame, true);
  if (right) return { content: [...condition(reading, verb, cue, speaker, right), right] };
  const stray = frame.clause ? strayClause(reading, verb, cue) : undefined;
  if (stray) return { content: [stray] };
  if (speaker.passive) {
    // "troops backed by helicopters"
    if (PHYSICAL.test(verb.lemma)) return { content: [] };
    const subject = child(reading, verb, "nsubj:pass");
    const agent = speaker.sources[0];
    if (!agent) return { content: [] };
    if (subject && (frame.object || frame.predicate) && !/^(?:who|which|that|it)$/.test(subject.lower)) {
      const predicate = frame.predicate ? tail(reading, verb, cue.last) : undefined;
      const parts = [branch(reading, subject, cue), ...(predicate ? [predicate] : [])].flatMap((part) => without(part, agent));
      return { content: parts };
    }
    return { content: [] };
  }
  const infinitive = frame.infinitive || frame.gerund ? complement(reading, verb, cue, frame) : undefined;
  if (infinitive) return { content: [infinitive] };
  if (frame.object || frame.predicate) {
    const object = child(reading, verb, "obj") ?? (frame.predicate ? child(reading, verb, "iobj") : undefined);
    if (object && isBareObject(verb, object)) return { content: [] };
    if (
      object &&
      object.index > verb.index &&
      (!frame.recipient || frame.predicate) &&
      !speaker.sources.some((source) => source.first <= object.index && object.index < source.last)
    ) {
      const range = branch(reading, object, cue);
      const rest = frame.predicate ? tail(reading, verb, range.last) : undefined;
      const figure = frame.figure && hasFigure(reading, range.first, rest?.last ?? range.last);
      // "polls show Clinton leading": the tree took a clause for its subject.
      if (frame.clause && !frame.figure && !rest) {
        const next = reading.document.words[range.last];
        const end = (reading.high[verb.index] as number) + 1;
        if (next && range.last < end && (next.upos === "VERB" || next.upos === "AUX"))
          return { content: [trim(reading.document.words, { first: range.first, last: end })] };
      }
      const within = frame.predicate && oblique(reading, object, "as") !== undefined;
      if (rest ? !frame.figure || figure : frame.object || figure || within || ALONE.has(verb.lemma))
        return { content: [rest ? { first: range.first, last: Math.max(rest.last, range.last) } : range] };
    }
  }
  if (frame.prepositions.length > 0) {
    const object = oblique(reading, verb, ...frame.prepositions);
    const preposition = object && child(reading, object, "case");
    if (object && preposition && object.index > verb.index) {
      const range = branch(reading, object, { first: cue.first, last: preposition.index + 1 });
      // "called on the army to leave": what is asked of them is content too.
      const rest = frame.predicate ? tail(reading, verb, range.last) : undefined;
      return { content: [rest ? { first: range.first, last: Math.max(rest.last, range.last) } : range], preposition };
    }
  }
  // Where the tree has neither object: what follows, up to the next comma.
  const next = reading.document.words[cue.last];
  if (next && next.sentence === verb.sentence) {
    if (frame.prepositions.includes(next.lower)) {
      const rest = upToComma(reading, cue.last + 1, verb);
      if (rest) return { content: [rest], preposition: next };
    }
    if (NAMING.test(verb.lemma) && next.upos !== "PUNCT") {
      const rest = upToComma(reading, cue.last, verb);
      if (rest && isNaming(reading, rest)) return { content: [rest] };
    }
  }
  const left = frame.quotation || frame.clause ? (clause(reading, verb, cue, frame, false) ?? undefined) : undefined;
  if (left) return { content: outsideOf(reading, left, cue, speaker), weak: true };
  // "continued to attack" says nothing.
  if (frame.quotation && !child(reading, verb, "xcomp")) return { content: around(reading, verb, cue, speaker), weak: true };
  return { content: [] };
}

/** Whether two things stand there, one called the other: a quotation, an adjective at the end, a second article. */
function isNaming(reading: Reading, { first, last }: Range): boolean {
  if (wordAt(reading, last - 1).upos === "ADJ" && last - first > 2) return true;
  for (let i = first; i < last; i++)
    if ((reading.quoteOf[i] as number) >= 0 || (i > first && /^an?$/.test(wordAt(reading, i).lower))) return true;
  return false;
}

function upToComma(reading: Reading, first: number, verb: Word): Range | undefined {
  const { words } = reading.document;
  let last = first;
  const other = child(reading, verb, "conj");
  const end = other && other.index > first ? (reading.low[other.index] as number) : (reading.high[verb.index] as number) + 1;
  while (last < end && !/^[,;:.]$/.test((words[last] as Word).text)) last++;
  return last > first ? { first, last } : undefined;
}

/** Verbs whose passive is more often no attitude. */
const PHYSICAL = /^(?:back|support|welcome|put|count|see|find|offer|press|push)$/;

/** Verbs whose predicate has "as". */
const AS_ONLY = /^(?:dismiss|regard|view|depict|portray|characteri[sz]e)$/;

function hasFigure(reading: Reading, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (wordAt(reading, i).upos === "NUM") return true;
  return false;
}

/** Verbs whose predicate the tree often takes for part of their object: "called the raid a crime". */
const NAMING = /^(?:call|label|brand|dub|term|describe|portray|characteri[sz]e)$/;

/** Verbs of praise and blame whose object alone may be content: "accused the army". */
const ALONE = new Set(["accuse", "urge"]);

/** "a man calling himself …", "which he called a crime": nothing is said of an object there. */
function isBareObject(verb: Word, object: Word): boolean {
  if (/^(?:him|her|it|them)sel(?:f|ves)$/.test(object.lower)) return true;
  // "claimed 500 lives"
  return verb.lemma === "claim" && /^(?:life|victim)$/.test(object.lemma);
}

/** A word's branch on its side of the cue. */
export function branch(reading: Reading, word: Word, cue: Range): Range {
  const first = reading.low[word.index] as number;
  const last = (reading.high[word.index] as number) + 1;
  return trim(
    reading.document.words,
    word.index < cue.first ? { first, last: Math.min(last, cue.first) } : { first: Math.max(first, cue.last), last },
  );
}

function clause(reading: Reading, verb: Word, cue: Range, frame: Frame, right: boolean): Range | undefined {
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
function strayClause(reading: Reading, verb: Word, cue: Range): Range | undefined {
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
function condition(reading: Reading, verb: Word, cue: Range, speaker: Speaker, right: Range): Range[] {
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

function complement(reading: Reading, verb: Word, cue: Range, frame: Frame): Range | undefined {
  for (const index of verb.children) {
    const word = wordAt(reading, index);
    if (word.index < verb.index || (word.deprel !== "xcomp" && word.deprel !== "advcl" && word.deprel !== "ccomp")) continue;
    const to = child(reading, word, "mark")?.lower === "to";
    if ((to && frame.infinitive) || (word.xpos === "VBG" && frame.gerund && word.deprel !== "advcl"))
      return branch(reading, word, cue);
  }
  return undefined;
}

/** Where the predicate over an object ends: "… a crime", "… of hiding it", "… as despicable", "… to leave". */
function tail(reading: Reading, verb: Word, from: number): Range | undefined {
  let last = from;
  for (const index of verb.children) {
    const word = wordAt(reading, index);
    if (word.index < from) continue;
    const relation = word.deprel.split(":")[0];
    const preposition = child(reading, word, "case", "mark")?.lower ?? "";
    if (
      relation === "xcomp" ||
      relation === "ccomp" ||
      relation === "iobj" ||
      // "deemed the vote a farce"
      relation === "obj" ||
      ((relation === "obl" || relation === "advcl") &&
        (AS_ONLY.test(verb.lemma)
          ? preposition === "as"
          : /^(?:as|at|of|for|to|on|over|against|with|from|into)$/.test(preposition))) ||
      (relation === "nmod" && preposition === "as")
    )
      last = Math.max(last, (reading.high[word.index] as number) + 1);
  }
  return last > from ? trim(reading.document.words, { first: from, last }) : undefined;
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
function outsideOf(reading: Reading, range: Range, cue: Range, speaker: Speaker): Range[] {
  let parts = [range];
  if (range.first < cue.first) parts = [{ first: fromSubject(reading, range.first), last: range.last }];
  for (const hole of [cue, ...speaker.sources]) parts = parts.flatMap((part) => without(part, hole));
  return parts.map((part) => trim(reading.document.words, part)).filter(({ first, last }) => first < last);
}

/** No sentence that a person wrote is longer, in words; what has no end must not be read again for each of its cues. */
const LONGEST = 400;

/** "X, he said": what the parenthesis stands in, by the tree or else up to the comma before it. */
function around(reading: Reading, verb: Word, cue: Range, speaker: Speaker): Range[] {
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
