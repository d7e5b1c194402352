import type { Document, Span, Word } from "../../model/index.ts";
import { closed, opened } from "../../shared/brackets.ts";
import { isCharge } from "../../shared/charges.ts";
import { relation } from "../../shared/tree.ts";
import { isDayBeside } from "../../shared/weekdays.ts";

/** What belongs to a noun phrase, by the relation to its head. All else (subject, copula, case, conjuncts, apposition) is outside. */
const WITHIN = new Set(["det", "nummod", "amod", "compound", "nmod", "acl", "flat", "fixed", "goeswith"]);

/** No phrase is longer, in words: it bounds the cost where a tree is one long chain. */
const LONGEST = 150;

/** Reused between calls, so that one report costs one allocation. */
const stack: number[] = [];

/**
 * The span of a noun phrase from its determiner to its last modifier, a relative clause that says which one it is
 * included. `short` leaves out clauses and what follows them.
 */
export function nounPhrase(document: Document, head: Word, short = false): Span & { first: number; last: number } {
  const { words } = document;
  let first = head.index;
  let last = head.index;
  stack.length = 0;
  const copula = copulaBefore(words, head);
  const joined = head.children.find((index) => index > head.index && (words[index] as Word).deprel === "conj") ?? words.length;
  for (const index of head.children) {
    // "Among the dead was the mayor": what stands before the verb is of the clause.
    if (index < copula) continue;
    // "a man and a woman, both in their thirties": what follows those joined to it is said of all of them.
    if (index > joined) continue;
    const child = words[index] as Word;
    const link = relation(child);
    if (link === "acl" && (short || isTold(words, child, head))) continue;
    if (isDayBeside(words, child) || isCharge(document, child) || isAside(document, child, head)) continue;
    // "On Monday guerrilla forces", "presumably the columns": what opens the clause is read with its first noun.
    if (index < head.index && opensClause(document, child)) continue;
    if (WITHIN.has(link) || (link === "advmod" && index < head.index && head.upos !== "VERB" && !isClause(document, head)))
      stack.push(index);
  }
  let steps = 0;
  for (let index = stack.pop(); index !== undefined && steps < LONGEST; index = stack.pop(), steps++) {
    const word = words[index] as Word;
    if (word.upos !== "PUNCT" || isQuote(word)) {
      if (index < first) first = index;
      if (index > last) last = index;
    }
    for (const child of word.children) stack.push(child);
  }
  while (last > head.index && (words[last] as Word).upos === "PUNCT") last--;
  while (first < head.index && ((words[first] as Word).upos === "PUNCT" || isOutside(words[first] as Word, head))) first++;
  first = opened(words, first, last + 1);
  last = closed(words, first, last + 1) - 1;
  return { start: (words[first] as Word).start, end: (words[last] as Word).end, first, last: last + 1 };
}

/** A preposition with its noun, or an adverb of the whole clause, before the noun that it was hung on. */
const opensClause = ({ words }: Document, child: Word): boolean =>
  (child.deprel === "nmod" && child.children.some((index) => (words[index] as Word).deprel === "case")) ||
  (child.deprel === "advmod" && /^(?!only$|early$|family$).{3,}ly$/.test(child.lower) && child.upos === "ADV");

/** "the group, which claimed the attack": what is told behind a comma says no more of which one it is. */
function isTold(words: readonly Word[], clause: Word, head: Word): boolean {
  if (clause.index < head.index) return false;
  for (let i = head.index + 1; i < clause.index; i++) {
    const { text, head: above } = words[i] as Word;
    if (text === "," && (above === clause.index || above === head.index)) return true;
  }
  return false;
}

/** "the killing by rebels against farmers": a time, a cause, an agent or a target that hangs on those before it is no part of who they are. */
function isAside({ words }: Document, child: Word, head: Word): boolean {
  if (relation(child) !== "nmod" || child.index < head.index) return false;
  const preposition = child.children.map((index) => words[index] as Word).find(({ deprel }) => deprel === "case")?.lower ?? "";
  return (
    /^(?:by|during|after|before|over|despite|amid|following)$/.test(preposition) ||
    (preposition === "against" && head.deprel === "obl:agent")
  );
}

/** A preposition or conjunction before the phrase, not one within it ("at least 40"). */
const isOutside = (word: Word, head: Word): boolean => word.upos === "CCONJ" || (word.upos === "ADP" && word.head === head.index);

const isQuote = (word: Word): boolean => /^[)\]"”’]$/.test(word.text);

/** Index of the copula of a predicate that it goes before; -1 for none. */
const copulaBefore = (words: readonly Word[], head: Word): number =>
  head.children.find((index) => index < head.index && (words[index] as Word).deprel === "cop") ?? -1;

/** Whether a noun is a predicate, so that what else hangs on it is of the clause. */
export function isClause(document: Document, head: Word): boolean {
  return head.children.some((index) => {
    const link = (document.words[index] as Word).deprel;
    return link === "cop" || link.startsWith("nsubj");
  });
}

/** The head word and the rest of a flat name. */
export function headSpan(document: Document, head: Word): Span {
  let { end } = head;
  for (const index of head.children) {
    const child = document.words[index] as Word;
    if (relation(child) === "flat" && child.end > end) end = child.end;
  }
  return { start: head.start, end };
}
