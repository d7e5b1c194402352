import type { Word } from "../model/index.ts";
import { type Draft, type Range, trim, without } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import { child, type Reading, wordAt } from "./reading.ts";
import { sourceAt } from "./source.ts";

/** Attributions whose cue is a phrase: "according to X", "per X". */
export function phraseDrafts(reading: Reading): Draft[] {
  const { words } = reading.document;
  const drafts: Draft[] = [];
  for (const word of words) {
    if ((reading.quoteOf[word.index] as number) >= 0) continue;
    const next = words[word.index + 1];
    const according = word.lower === "according" && next?.lower === "to";
    const per =
      word.lower === "per" &&
      next !== undefined &&
      (next.upos === "PROPN" || next.upos === "DET") &&
      words[word.index - 1]?.upos === "PUNCT";
    if (!according && !per) continue;
    const cue: Range = { first: word.index, last: word.index + (according ? 2 : 1) };
    const object = objectOf(reading, word, cue);
    if (!object) continue;
    const source = sourceAt(reading, object, word, { first: cue.first, last: cue.last });
    source.first = cue.last;
    // The phrase ends with its clause's next comma where the tree lost it.
    drafts.push({
      trigger: word,
      cue: [cue],
      sources: [source],
      content: clauseAround(reading, object, { first: cue.first, last: source.last }),
      via: [],
      stance: "asserts",
      weak: false,
      quotes: true,
    });
  }
  return drafts;
}

function objectOf(reading: Reading, word: Word, cue: Range): Word | undefined {
  let object = word.head >= 0 ? wordAt(reading, word.head) : undefined;
  if (object && object.index >= cue.last) return object;
  object = child(reading, word, "obl", "obj", "nmod");
  if (object && object.index >= cue.last) return object;
  for (let i = cue.last; i < cue.last + 6; i++) {
    const candidate = reading.document.words[i];
    if (candidate?.sentence !== word.sentence) break;
    if (candidate.upos === "NOUN" || candidate.upos === "PROPN" || candidate.upos === "PRON") {
      if (candidate.head < i || candidate.head >= cue.last + 8 || !/compound|amod|nmod:poss|flat/.test(candidate.deprel))
        return candidate;
    }
  }
  return undefined;
}

/** How many heads up the clause is looked for. */
const CLIMB = 12;

/**
 * The clause that a phrase stands in, without the phrase. Set off by a comma, or at the sentence's start, it holds for
 * the whole sentence; otherwise for the nearest clause with a subject of its own.
 */
function clauseAround(reading: Reading, object: Word, phrase: Range): Range[] {
  const { words, sentences } = reading.document;
  const sentence = sentences[object.sentence] as { first: number; last: number };
  const setOff = phrase.first === sentence.first || (words[phrase.first - 1] as Word).upos === "PUNCT";
  let head: Word | undefined = object;
  for (let i = 0; i < CLIMB && head; i++) {
    head = head.head >= 0 ? wordAt(reading, head.head) : undefined;
    if (!head || (head.index >= phrase.first && head.index < phrase.last)) continue;
    if (
      head.deprel === "root" ||
      head.deprel === "parataxis" ||
      (!setOff && hasSubject(reading, head) && !/^(?:acl|advcl|xcomp)/.test(head.deprel))
    )
      break;
  }
  const whole = head ? { first: reading.low[head.index] as number, last: (reading.high[head.index] as number) + 1 } : sentence;
  const parts = without(whole, phrase)
    .map((part) => trim(words, part))
    .filter((part) => part.last - part.first > 1);
  return parts.length > 0
    ? parts
    : without({ first: sentence.first, last: sentence.last }, phrase)
        .map((part) => trim(words, part))
        .filter((part) => part.last - part.first > 1);
}

const hasSubject = (reading: Reading, word: Word): boolean => child(reading, word, "nsubj", "csubj") !== undefined;

/** Nouns that say: "Assad's claim that …", "calls by the UN for …". */
export function nounDrafts(reading: Reading, lexicon: CueLexicon): Draft[] {
  const drafts: Draft[] = [];
  for (const word of reading.document.words) {
    const frame = word.upos === "NOUN" ? lexicon.nouns.get(word.lemma) : undefined;
    if (!frame || (reading.quoteOf[word.index] as number) >= 0) continue;
    const owner = child(reading, word, "nmod:poss") ?? by(reading, word);
    if (!owner) continue;
    const content = nounContent(reading, word, frame.clause, frame.infinitive, frame.prepositions);
    if (!content) continue;
    const cue: Range = { first: word.index, last: content.preposition ? content.preposition.index + 1 : word.index + 1 };
    const source = sourceAt(reading, owner, word, { first: word.index, last: word.index + 1 });
    if (child(reading, owner, "case")?.upos === "PART")
      source.last = Math.min(source.last, (child(reading, owner, "case") as Word).index);
    drafts.push({
      trigger: word,
      cue: [cue],
      sources: [source],
      content: [content.range],
      via: [],
      stance: frame.stance,
      weak: false,
      quotes: false,
    });
  }
  return drafts;
}

function by(reading: Reading, word: Word): Word | undefined {
  for (const index of word.children) {
    const owner = wordAt(reading, index);
    if (owner.deprel.startsWith("nmod") && owner.index > word.index && child(reading, owner, "case")?.lower === "by")
      return owner;
  }
  return undefined;
}

function nounContent(
  reading: Reading,
  word: Word,
  clause: boolean,
  infinitive: boolean,
  prepositions: readonly string[],
): { range: Range; preposition?: Word } | undefined {
  const { words } = reading.document;
  const range = (head: Word, from: number): Range =>
    trim(words, { first: Math.max(from, reading.low[head.index] as number), last: (reading.high[head.index] as number) + 1 });
  // Right behind the noun the clause is the noun's, wherever the tree hung it.
  const next = words[word.index + 1];
  if (next && next.head > next.index && next.sentence === word.sentence && next.deprel === "mark") {
    if ((clause && next.lower === "that") || (infinitive && next.lower === "to"))
      return { range: range(wordAt(reading, next.head), next.index) };
  }
  for (const index of word.children) {
    const inner = wordAt(reading, index);
    if (inner.index < word.index) continue;
    const mark = child(reading, inner, "mark")?.lower;
    if ((inner.deprel === "acl" || inner.deprel === "ccomp") && ((clause && mark === "that") || (infinitive && mark === "to")))
      return { range: range(inner, word.index + 1) };
    const preposition = child(reading, inner, "case", "mark");
    if (/^(?:nmod|obl|acl)/.test(inner.deprel) && preposition && prepositions.includes(preposition.lower))
      return { range: range(inner, preposition.index + 1), preposition };
  }
  return undefined;
}
