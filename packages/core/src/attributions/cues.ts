import type { Word } from "../model/index.ts";
import { contentOf } from "./content.ts";
import { type Draft, type Range, trim } from "./draft.ts";
import type { CueLexicon, Frame } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import { speakerOf } from "./source.ts";
import { viaOf } from "./via.ts";

/** Relations of words that describe and do not say: "the alleged attacker". */
const DESCRIBING = /^(?:amod|compound|case|mark|fixed|flat|cc)(?::|$)/;
const LAW = /^(?:treaty|law|constitution|charter|statute|clause|sign|clock)$/;
/** "needless to say", "so to speak" */
const IDIOM = /^(?:needless|so|suffice|sad|strange|sorry|that)$/;

/** Attributions whose cue is a verb. Cues within quotations are what the quoted person says, and are left to them. */
export function verbDrafts(reading: Reading, lexicon: CueLexicon): Draft[] {
  const drafts: Draft[] = [];
  for (const word of reading.document.words) {
    const phrase = phraseAt(reading, word, lexicon);
    const frame = phrase.frame ?? lexicon.verbs.get(word.lemma);
    if (!frame || !isCue(reading, word)) continue;
    const cue = cueRange(reading, word, phrase.length);
    const speaker = speakerOf(reading, word, cue, lexicon);
    if (frame.document && speaker.sources.some(({ head }) => isPerson(reading, head, lexicon))) continue;
    if (
      speaker.sources.some(
        ({ head, antecedent }) =>
          !antecedent && /^(?:this|that|these|those|there|what)$/.test(head.lower) && head.children.length === 0,
      )
    )
      continue;
    // "the treaty says that …" tells what the law is, and is nobody's word.
    if (speaker.sources.some(({ head }) => LAW.test(head.lemma))) continue;
    // "no group claimed the attack": nobody said so.
    if (speaker.sources.some(({ head }) => isNobody(reading, head))) continue;
    const { content: found, preposition, weak = false } = contentOf(reading, word, cue, frame, speaker);
    // `said the mayor, "is closed"`: who speaks is no part of it, though the tree made them its subject.
    const content = found.flatMap((part) => {
      const source = speaker.sources.find(({ first, last }) => part.first === first && last < part.last);
      return source ? [trim(reading.document.words, { first: source.last, last: part.last })] : [part];
    });
    if (preposition && preposition.index <= cue.last + 1) cue.last = preposition.index + 1;
    drafts.push({
      trigger: word,
      cue: [cue],
      sources: speaker.sources,
      content,
      via: viaOf(reading, word, frame, lexicon),
      stance: stanceOfCue(reading, word, frame, preposition),
      weak,
      quotes: frame.quotation && !speaker.passive,
    });
  }
  return drafts;
}

const isNobody = (reading: Reading, head: Word): boolean =>
  /^(?:nobody|none|no-one)$/.test(head.lower) ||
  head.children.some((index) => {
    const { deprel, lower } = reading.document.words[index] as Word;
    return deprel === "det" && (lower === "no" || lower === "neither");
  });

function isPerson(reading: Reading, head: Word, lexicon: CueLexicon): boolean {
  return (
    /^(?:he|she|they|i|we|you|who)$/.test(head.lower) ||
    (reading.personName[head.index] as number) > 0 ||
    lexicon.sources.get(head.lemma.toLowerCase()) === "person"
  );
}

function isCue(reading: Reading, word: Word): boolean {
  if (word.upos !== "VERB" && !/^(?:said|says)$/.test(word.lower)) return false;
  if (DESCRIBING.test(word.deprel) || (reading.quoteOf[word.index] as number) >= 0) return false;
  const { words } = reading.document;
  if (/^(?:acl|advcl)$/.test(word.deprel) && word.children.some((i) => words[i]?.deprel === "mark" && words[i]?.lower === "to"))
    return false;
  // "what it called a camp"
  if (
    /^(?:call|term|describe|dub|label)$/.test(word.lemma) &&
    /^(?:what|which)$/.test(words[reading.low[word.index] as number]?.lower ?? "")
  )
    return false;
  // "asked not to be named", "declined to be identified"
  if (
    word.children.some((index) => /^(?:name|identify|quote)$/.test(words[index]?.lemma ?? "") && words[index]?.deprel === "xcomp")
  )
    return false;
  return !(words[word.index - 1]?.lower === "to" && IDIOM.test(words[word.index - 2]?.lower ?? ""));
}

/** A phrase of the lexicon that begins with the verb, "point out", "make it clear", and how many words it adds to it. */
function phraseAt(reading: Reading, verb: Word, lexicon: CueLexicon): { frame?: Frame; length: number } {
  const { words } = reading.document;
  let key = verb.lemma;
  let found: { frame?: Frame; length: number } = { length: 0 };
  for (let length = 1; length <= LONGEST_PHRASE; length++) {
    const next = words[verb.index + length];
    if (!next || next.sentence !== verb.sentence) break;
    if (length === 1 && next.deprel === "compound:prt") found = { length: 1 };
    key += ` ${next.lower}`;
    const frame = lexicon.verbs.get(key);
    if (frame) found = { frame, length };
  }
  return found;
}

/** Words that a phrase adds to its verb, at most. */
const LONGEST_PHRASE = 3;

/** The verb with its auxiliaries and the adverbs among them, and the rest of its phrase. */
function cueRange(reading: Reading, verb: Word, added: number): Range {
  const { words } = reading.document;
  let first = verb.index;
  while (first > 0) {
    const before = words[first - 1] as Word;
    if (
      before.head !== verb.index ||
      !/^(?:aux|advmod|mark$)/.test(before.deprel) ||
      (before.deprel === "mark" && before.lower !== "to")
    )
      break;
    first--;
  }
  return { first, last: verb.index + 1 + added };
}

/** A denied denial asserts; a negated assertion is neither. */
function stanceOfCue(reading: Reading, verb: Word, frame: Frame, preposition: Word | undefined): Draft["stance"] {
  // "called for", "called on"
  if (verb.lemma === "call" && preposition) return "demands";
  const negated = verb.children.some((index) => /^(?:not|n't|never)$/.test(reading.document.words[index]?.lemma ?? ""));
  if (!negated) return frame.stance;
  if (frame.stance === "believes") return "denies";
  return frame.stance === "denies" ? "asserts" : "other";
}
