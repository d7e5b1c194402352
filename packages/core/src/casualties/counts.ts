import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";

const COUNTING = /^(?:dozens?|scores|hundreds|thousands|several|many|others)$/;

/** "ten people were killed and scores wounded", "as many as 45 injured": a bare count takes its verb from the clause before. */
export function countBefore(document: Document, word: Word): Word | undefined {
  const count = document.words[word.index - 1];
  if (!count || count.sentence !== word.sentence || (count.upos !== "NUM" && !COUNTING.test(count.lower))) return undefined;
  let at = count.index - 1;
  // "several others", "two others"
  if (count.lower === "others" && (document.words[at]?.upos === "NUM" || COUNTING.test(document.words[at]?.lower ?? ""))) at--;
  while (BOUNDING.has(document.words[at]?.lower ?? "")) at--;
  const joint = document.words[at];
  if (joint?.sentence !== word.sentence) return undefined;
  // "left 14 soldiers dead, 22 wounded and two missing"
  // "two were killed, five wounded and dozens arrested"
  const joined = word.deprel === "conj" && (count.deprel === "nummod" || count.deprel === "nsubj");
  const listed = joint.lower === "," && count.head === word.index && (count.deprel === "nsubj" || joined);
  // "sustained 20 killed and 10 wounded", "reported three missing"
  if (LOSING.test(joint.lemma)) return count;
  return joint.lower === "and" || joint.lower === ";" || listed ? count : undefined;
}

/** Verbs behind which a number and a participle tell losses. */
const LOSING = /^(?:suffer|sustain|report|count)$/;

const BOUNDING: ReadonlySet<string> = new Set(
  "at least more than up to over about around some nearly almost an estimated another as many roughly approximately between a further".split(
    " ",
  ),
);

/** The noun, or the bare number, of a count right after a word: what a tree may have missed. */
export function countedAfter(document: Document, verb: Word): Word | undefined {
  let at = verb.index + 1;
  while (at < verb.index + 5 && BOUNDING.has(document.words[at]?.lower ?? "")) at++;
  const number = document.words[at];
  if (
    !number ||
    number.sentence !== verb.sentence ||
    (number.upos !== "NUM" && !/^(?:several|numerous|dozens|multiple)$/.test(number.lower))
  )
    return undefined;
  let head = number;
  // "between 10 and 15 policemen"
  const joint = document.words[at + 1]?.lower ?? "";
  if (/^(?:and|to|or|-|–)$/.test(joint) && document.words[at + 2]?.upos === "NUM") at += 2;
  for (let i = at + 1; i < at + 5; i++) {
    const next = document.words[i];
    if (!next || next.sentence !== verb.sentence || !/^(?:ADJ|NOUN|PROPN|NUM)$/.test(next.upos)) break;
    head = next;
  }
  return head.upos === "ADJ" || head.upos === "PROPN" ? number : head;
}

/** "five more were wounded", "a dozen others died": a count that stands for people told of before, right before its verb. */
export function furtherBefore(document: Document, verb: Word): Word | undefined {
  const aux = childrenOf(document, verb, "aux:pass", "aux", "cop").filter(({ index }) => index < verb.index);
  const first = aux.reduce((least, { index }) => Math.min(least, index), verb.index);
  const count = document.words[first - 2];
  if (document.words[first - 1]?.lower !== "more" || count?.sentence !== verb.sentence) return undefined;
  return count.upos === "NUM" || COUNTING.test(count.lower) ? count : undefined;
}

/** "killing ten and injuring scores more": a participle that was read as describing the count behind it. */
export function countDescribed(document: Document, verb: Word): Word | undefined {
  const head = document.words[verb.head];
  if (verb.xpos !== "VBG" || !head || !/^(?:compound|amod)$/.test(verb.deprel)) return undefined;
  return head.index > verb.index && (head.upos === "NUM" || COUNTING.test(head.lower)) ? head : undefined;
}

/** "a total of 668 people", "a group of 20 gunmen": those who are counted. */
export function counted(document: Document, head: Word): Word {
  if (!/^(?:total|tally|sum|group|batch|band|team|crew|party)$/.test(head.lower)) return head;
  return (
    childrenOf(document, head, "nmod").find(
      (child) =>
        preposition(document, child) === "of" && (child.upos === "NUM" || childrenOf(document, child, "nummod").length > 0),
    ) ?? head
  );
}

export function preposition(document: Document, word: Word): string {
  return childrenOf(document, word, "case")[0]?.lower ?? "";
}
