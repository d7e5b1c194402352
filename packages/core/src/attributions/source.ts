import type { Word } from "../model/index.ts";
import { isDayBeside } from "../shared/weekdays.ts";
import type { DraftSource, Range } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import { child, type Reading, wordAt } from "./reading.ts";

const RELATIVE = /^(?:who|which|that|whom)$/;
/** How many heads are asked for a subject that the cue lacks. */
const CLIMB = 5;

export interface Speaker {
  sources: DraftSource[];
  passive: boolean;
}

/** Who says it: the subject, the agent of a passive, the subject of the clause that the cue hangs on, what a participle describes. */
export function speakerOf(reading: Reading, verb: Word, cue: Range, lexicon: CueLexicon): Speaker {
  const passive = isPassive(reading, verb);
  if (passive) {
    const agent = child(reading, verb, "obl:agent") ?? oblique(reading, verb, "by");
    return { sources: agent ? [sourceAt(reading, agent, verb, cue)] : [], passive };
  }
  const subject = subjectOf(reading, verb, lexicon, 0) ?? inverted(reading, verb);
  if (!subject || (/^(?:there|it)$/.test(subject.lower) && subject.deprel.startsWith("expl"))) return { sources: [], passive };
  return { sources: [sourceAt(reading, subject, verb, cue)], passive };
}

export function isPassive(reading: Reading, verb: Word): boolean {
  if (child(reading, verb, "nsubj:pass", "aux:pass")) return true;
  if (verb.xpos !== "VBN" || child(reading, verb, "nsubj")) return false;
  if (child(reading, verb, "obl:agent")) return true;
  return verb.deprel === "acl" && child(reading, verb, "aux") === undefined;
}

/** An oblique with a preposition. */
export function oblique(reading: Reading, word: Word, ...prepositions: string[]): Word | undefined {
  for (const index of word.children) {
    const candidate = wordAt(reading, index);
    if (!candidate.deprel.startsWith("obl") && !candidate.deprel.startsWith("nmod")) continue;
    const preposition = child(reading, candidate, "case");
    if (preposition && prepositions.includes(preposition.lower)) return candidate;
  }
  return undefined;
}

function subjectOf(reading: Reading, verb: Word, lexicon: CueLexicon, climbed: number): Word | undefined {
  const own = nearestSubject(reading, verb);
  if (own) return own.deprel.startsWith("csubj") ? undefined : own;
  if (climbed === CLIMB || verb.head < 0) return undefined;
  const head = wordAt(reading, verb.head);
  switch (verb.deprel.split(":")[0]) {
    case "conj":
      return subjectOf(reading, head, lexicon, climbed + 1);
    case "xcomp":
    case "advcl":
    case "parataxis":
    case "ccomp": {
      if (verb.deprel !== "xcomp" && verb.xpos !== "VBG" && verb.xpos !== "VBN" && verb.xpos !== "VB") return undefined;
      const object = child(reading, head, "obj");
      // "asked the army to deny it": the object is the infinitive's subject.
      if (verb.deprel === "xcomp" && object && object.index < verb.index && lexicon.verbs.get(head.lemma)?.predicate)
        return object;
      // "claimed the bomb that killed six, saying …": behind a comma a participle is the sentence's, not the relative clause's.
      const comma = reading.document.words[verb.index - 1]?.text === ",";
      const root = wordAt(reading, (reading.document.sentences[verb.sentence] as { root: number }).root);
      if (comma && head.deprel === "acl:relcl" && root !== verb && root.index < verb.index)
        return subjectOf(reading, root, lexicon, CLIMB - 1) ?? child(reading, root, "nsubj:pass");
      return subjectOf(reading, head, lexicon, climbed + 1) ?? child(reading, head, "nsubj:pass");
    }
    case "acl":
      return verb.deprel === "acl:relcl" ? child(reading, verb, "nsubj:pass") : head;
    default:
      return undefined;
  }
}

/** Of several subjects, a slip of the tree in "X, he said", the one nearest to the verb. */
function nearestSubject(reading: Reading, verb: Word): Word | undefined {
  let nearest: Word | undefined;
  for (const index of verb.children) {
    const word = wordAt(reading, index);
    if (!/^[nc]subj(?::outer)?$/.test(word.deprel)) continue;
    // Whom a quotation speaks of does not speak outside of it.
    if ((reading.quoteOf[index] as number) >= 0 && sizeOf(reading, index) > 1) continue;
    if (!nearest || Math.abs(index - verb.index) < Math.abs(nearest.index - verb.index)) nearest = word;
  }
  return nearest;
}

/** `", said the mayor` that was read as an object: a noun phrase right after a cue that follows a comma or a mark. */
function inverted(reading: Reading, verb: Word): Word | undefined {
  const before = reading.document.words[verb.index - 1];
  if (before?.upos !== "PUNCT" || before.sentence !== verb.sentence) return undefined;
  const object = child(reading, verb, "obj", "obl:unmarked", "dep");
  if (object && (reading.low[object.index] as number) === verb.index + 1) return object;
  return object ? undefined : interrupting(reading, verb);
}

/**
 * `"The road," said the mayor, "is closed"`: what stands between the cue and where the quotation goes on says it, though the
 * tree took it for the subject of what is quoted.
 */
function interrupting(reading: Reading, verb: Word): Word | undefined {
  const { words } = reading.document;
  if (!isQuoted(reading, verb.index - 1)) return undefined;
  let head: Word | undefined;
  for (let i = verb.index + 1; i < verb.index + INTERRUPTION; i++) {
    const word = words[i];
    if (!word || word.sentence !== verb.sentence || isQuoted(reading, i)) break;
    if (word.upos === "VERB" || word.upos === "AUX") return undefined;
    if (!head && /^(?:NOUN|PROPN|PRON)$/.test(word.upos) && !/^(?:compound|flat|nmod)/.test(word.deprel)) head = word;
  }
  return head;
}
const INTERRUPTION = 24;
const isQuoted = (reading: Reading, i: number): boolean => (reading.quoteOf[i] ?? -1) >= 0;

/** The whole phrase, appositions and relative clauses with it, on its side of the cue. */
export function sourceAt(reading: Reading, head: Word, verb: Word, cue: Range): DraftSource {
  const { words } = reading.document;
  let first = reading.low[head.index] as number;
  let last = (reading.high[head.index] as number) + 1;
  if (head.index < cue.first) last = Math.min(last, cue.first);
  else first = Math.max(first, cue.last);
  if (RELATIVE.test(head.lower) && head.upos === "PRON") {
    const antecedent = verb.deprel === "acl:relcl" ? wordAt(reading, verb.head) : undefined;
    return { first: head.index, last: head.index + 1, head, ...(antecedent && { antecedent }) };
  }
  // "…, and the mayor said": a conjunction that joins clauses opens no source.
  for (let i = head.index - 1; i >= first; i--) {
    const word = words[i] as Word;
    if (word.upos === "CCONJ" && (word.head < first || word.head >= last)) first = i + 1;
  }
  // "The rebels on Monday said": a day says when.
  for (const index of head.children) {
    const day = words[index] as Word;
    if (!isDayBeside(words, day)) continue;
    if (index > head.index && (reading.high[index] as number) + 1 >= last) last = reading.low[index] as number;
    else if (index < head.index && (reading.low[index] as number) <= first) first = index + 1;
  }
  while (first < head.index && isLoose(words[first] as Word)) first++;
  while (last > head.index + 1 && isLoose(words[last - 1] as Word)) last--;
  // "the mayor and 12 others were held, police said" joined by a slip of the tree: never across a quotation's edge.
  const quote = reading.quoteOf[head.index];
  for (let i = head.index; i >= first; i--)
    if (reading.quoteOf[i] !== quote && (words[i] as Word).upos !== "PUNCT" && sizeOf(reading, i) > 3) first = i + 1;
  for (let i = head.index; i < last; i++)
    if (reading.quoteOf[i] !== quote && (words[i] as Word).upos !== "PUNCT" && sizeOf(reading, i) > 3) last = i;
  if (head.index < cue.first) first = withTitle(reading, first);
  return { first, last, head };
}

/** "regional governor Ivan Petrov said": the tree may part the title from the name. What opens the clause goes with the name. */
function withTitle(reading: Reading, from: number): number {
  const { words } = reading.document;
  let first = from;
  while (first > 0) {
    const word = words[first - 1] as Word;
    if (word.sentence !== words[from]?.sentence || word.upos === "PUNCT") return first;
    if (!/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(word.upos) || /^(?:obl|advmod|obj|conj)/.test(word.deprel)) return from;
    first--;
  }
  return first;
}

const sizeOf = (reading: Reading, i: number): number => reading.quotes[reading.quoteOf[i] as number]?.size ?? 0;

/** Words at a phrase's edge that are none of it. */
function isLoose(word: Word): boolean {
  return (
    (word.upos === "PUNCT" && !/^[)\]]/.test(word.text)) ||
    word.upos === "CCONJ" ||
    word.deprel === "case" ||
    word.deprel === "mark" ||
    word.deprel === "discourse"
  );
}
