import type { Word } from "../../model/index.ts";
import { clauseOf, type Read, readAgain, takeOver } from "./again.ts";
import type { Segment } from "./batch.ts";
import { type Told, toldBefore, toldBehind } from "./told.ts";

/**
 * "Two suspects fired at officers, police said", "police said on Friday two suspects fired at officers": what is said is read
 * again by itself, as the sentence that it is. Read with who says it, its subject is easily taken for one of "said", or as
 * described by its own verb. Where its reading is no clause, the first one stays. Returns what now is one clause each: what was
 * said, where that was read again, else the segment.
 */
export function rereadTold(words: readonly Word[], segments: readonly Segment[], read: Read): Segment[] {
  const found = segments.flatMap((segment) => {
    const told = toldBefore(words, segment) ?? toldBehind(words, segment);
    return told ? [{ told, segment }] : [];
  });
  const parts = found.map(({ told: { first, last } }) => ({ places: range(first, last), ends: true }));
  const readings = readAgain(words, parts, read);
  const taken = found.filter(({ told, segment }, k) => take(words, readings[k] as Word[], told, segment));
  return segments.map((segment) => taken.find((one) => one.segment === segment)?.told ?? segment);
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first }, (_, i) => first + i);

/** Takes over what is said as it was read again, under the verb of saying as the head of all. */
function take(words: readonly Word[], own: readonly Word[], told: Told, segment: Segment): boolean {
  const clause = clauseOf(own);
  const mark = words[told.last - 1] as Word;
  if (!clause) return false;
  const isTold = (index: number) => index >= told.first && index < told.last;
  const said = words[told.verb] as Word;
  if (said.head >= 0) {
    for (let i = segment.first; i < segment.last; i++) {
      const word = words[i] as Word;
      if (word.head < 0) Object.assign(word, { head: said.index, deprel: "parataxis" });
    }
    Object.assign(said, { head: -1, deprel: "root" });
  }
  takeOver(words, own.slice(0, -1));
  Object.assign(words[clause.root.index] as Word, { head: said.index, deprel: "ccomp" });
  Object.assign(mark, { head: told.last === segment.last ? said.index : clause.root.index, deprel: "punct" });
  for (let i = segment.first; i < segment.last; i++) {
    const word = words[i] as Word;
    if (!isTold(i) && isTold(word.head))
      Object.assign(word, { head: said.index, ...(word.deprel === "compound" && { deprel: "obl" }) });
  }
  return true;
}
