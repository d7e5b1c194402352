import type { Word } from "../../model/index.ts";
import type { Segment } from "./batch.ts";
import { type Told, toldBefore, toldBehind } from "./told.ts";

/**
 * "Two suspects fired at officers, police said", "police said on Friday two suspects fired at officers": what is said is read
 * again by itself, as the sentence that it is. Read with who says it, its subject is easily taken for one of "said", or as
 * described by its own verb. Where its reading is no clause, the first one stays.
 */
export function rereadTold(
  words: Word[],
  segments: readonly Segment[],
  read: (words: Word[], segments: Segment[]) => unknown,
): void {
  const found = segments.flatMap((segment) => {
    const told = toldBefore(words, segment) ?? toldBehind(words, segment);
    return told ? [{ told, segment }] : [];
  });
  if (found.length === 0) return;
  const copy = words.slice();
  for (const { told } of found) {
    for (let i = told.first; i < told.last; i++) copy[i] = { ...(words[i] as Word) };
    Object.assign(copy[told.last - 1] as Word, { text: ".", lower: "." });
  }
  read(
    copy,
    found.map(({ told }) => ({ first: told.first, last: told.last })),
  );
  for (const { told, segment } of found) take(words, copy, told, segment);
}

/** Takes over what is said as it was read again, under the verb of saying as the head of all. */
function take(words: readonly Word[], copy: readonly Word[], told: Told, segment: Segment): void {
  const mark = told.last - 1;
  const root = copy.slice(told.first, mark).find(({ head }) => head < 0);
  if (!root || !isClause(copy, root, told.first, mark)) return;
  const isTold = (index: number) => index >= told.first && index < told.last;
  const said = words[told.verb] as Word;
  if (said.head >= 0) {
    for (let i = segment.first; i < segment.last; i++) {
      const word = words[i] as Word;
      if (word.head < 0) Object.assign(word, { head: said.index, deprel: "parataxis" });
    }
    Object.assign(said, { head: -1, deprel: "root" });
  }
  for (let i = told.first; i < mark; i++) {
    const { upos, xpos, head, deprel } = copy[i] as Word;
    Object.assign(words[i] as Word, { upos, xpos, head, deprel });
  }
  Object.assign(words[root.index] as Word, { head: said.index, deprel: "ccomp" });
  Object.assign(words[mark] as Word, { head: mark + 1 === segment.last ? said.index : root.index, deprel: "punct" });
  for (let i = segment.first; i < segment.last; i++) {
    const word = words[i] as Word;
    if (!isTold(i) && isTold(word.head))
      Object.assign(word, { head: said.index, ...(word.deprel === "compound" && { deprel: "obl" }) });
  }
}

/** A verb, or what "is" something, with a subject of its own. */
function isClause(words: readonly Word[], root: Word, first: number, last: number): boolean {
  let subject = false;
  let verbal = root.upos === "VERB";
  for (let i = first; i < last; i++) {
    const word = words[i] as Word;
    if (word.head !== root.index) continue;
    subject ||= /^(?:nsubj|csubj|expl)/.test(word.deprel);
    verbal ||= word.deprel === "cop";
  }
  return subject && verbal;
}
