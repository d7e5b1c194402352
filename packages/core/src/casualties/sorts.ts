import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";

/** Stands for a name of its own, and for a number or an adjective that counts people. */
export const NAME = "*name";
export const BARE = "*bare";
/** What anybody may be called. */
export const GENDERED: ReadonlySet<string> = new Set(
  "woman boy girl teen teenager child officer student soldier driver employee suspect youth male female".split(" "),
);

/** A name, and not a noun with the capital of a headline ("Rebel Commander"). */
export const isProper = (head: Word): boolean => {
  if (head.upos !== "PROPN") return false;
  const sort = sortOf(head);
  return sort !== "leader" && sort !== "fighter" && sort !== "people" && !GENDERED.has(sort);
};

/** What victims may be matched by: their noun, and the noun of an apposition ("Yah, a commander"). */
export function sortsOf(document: Document, head: Word): string[] {
  // "one of his associates" is an associate.
  const whose = head.upos === "NUM" ? childrenOf(document, head, "nmod")[0] : undefined;
  if (whose?.upos === "NOUN") return [sortOf(whose)];
  if (head.upos === "NUM" || head.upos === "ADJ" || (head.upos === "VERB" && head.children.length > 0)) return [BARE, "people"];
  // A capital may be a headline's: "Assassin" is "an assassin" then.
  const sorts = isProper(head) ? [NAME, sortOf(head)] : [sortOf(head)];
  for (const other of childrenOf(document, head, "appos")) sorts.push(sortOf(other));
  return sorts;
}

const FIGHTERS: ReadonlySet<string> = new Set(
  "insurgent militant fighter rebel guerrilla suspect terrorist combatant member individual attacker gunman".split(" "),
);
const PEOPLE: ReadonlySet<string> = new Set("people person man civilian resident villager victim other life".split(" "));

const LEADERS: ReadonlySet<string> = new Set("leader commander chief facilitator planner emplacer financier".split(" "));

export function sortOf(word: Word): string {
  const whole = word.lemma.toLowerCase();
  // "sub-commander" is a commander.
  const lemma = whole.slice(whole.lastIndexOf("-") + 1);
  if (LEADERS.has(lemma)) return "leader";
  return FIGHTERS.has(lemma) ? "fighter" : PEOPLE.has(lemma) ? "people" : lemma;
}
