import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Trees } from "./trees.ts";

const ACROSS = new Set(["across from", "next to", "close to", "opposite to", "adjacent to", "outside of"]);

/** "across from the bank", "next to the bank": an adverb that belongs to the preposition. */
export function isAcross(syntax: Trees, noun: Word): boolean {
  const first = /^(?:from|to|of)$/.test(syntax.preposition(noun)) ? syntax.child(noun, (c) => c.deprel === "case") : undefined;
  return first !== undefined && ACROSS.has(`${syntax.at(first.index - 1, first)?.lower} ${first.lower}`);
}

/** "in front of the church": what stands behind "front", which was read as a noun. */
export function behindFront(syntax: Trees, front: Word): Word | undefined {
  if (front.lower !== "front" || syntax.preposition(front) !== "in") return undefined;
  return syntax.child(front, (c) => relation(c) === "nmod" && syntax.preposition(c) === "of");
}
