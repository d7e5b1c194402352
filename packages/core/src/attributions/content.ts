import type { Word } from "../model/index.ts";
import { around, branch, clause, complement, condition, outsideOf, strayClause } from "./clauses.ts";
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
