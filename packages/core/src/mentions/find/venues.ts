import type { Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import { caseOf } from "./country.ts";
import type { Reading } from "./reading.ts";

const AT = new Set(["in", "at", "on", "near", "outside"]);
const TO = new Set(["to", "into"]);
/** How many words of a name are climbed from one of them to its head. */
const NAME = 3;

/**
 * Whether a word names where several came together: "met in Vienna", "talks at a hotel in Doha", "the Geneva summit". Talks are
 * held on others' soil, so their place says nothing of whose ministers came.
 */
export function isVenue({ document: { words }, deeds }: Reading, index: number): boolean {
  let at = words[index] as Word;
  for (let n = 0; n < NAME && /^(?:compound|flat)/.test(at.deprel); n++) {
    const above = words[at.head];
    if (!above) return false;
    if (deeds.together.has(above.lemma)) return true;
    at = above;
  }
  return isHeldAt(words, deeds.together, at, 0, (word) => caseOf({ words }, word, AT));
}

/** "fled to Bangladesh": where somebody goes is not where the report is. */
export function isDestination({ document: { words }, deeds }: Reading, index: number): boolean {
  let at = words[index] as Word;
  for (let n = 0; n < NAME && /^(?:compound|flat)/.test(at.deprel) && words[at.head]; n++) at = words[at.head] as Word;
  const verb = words[at.head];
  return verb !== undefined && relation(at) === "obl" && deeds.away.has(verb.lemma) && caseOf({ words }, at, TO);
}

/** "at a hotel in Doha": one step up from the city is the hotel, and two the talks. */
function isHeldAt(
  words: readonly Word[],
  together: ReadonlySet<string>,
  at: Word,
  depth: number,
  isAt: (word: Word) => boolean,
): boolean {
  const link = relation(at);
  const above = words[at.head];
  if (!above || (link !== "obl" && link !== "nmod") || !isAt(at)) return false;
  if (together.has(above.lemma)) return true;
  // "held talks in Oman": the object says what was done there.
  if (above.upos === "VERB")
    return above.children.some((child) => {
      const one = words[child] as Word;
      return /^(?:obj|nsubj:pass)$/.test(one.deprel) && together.has(one.lemma);
    });
  return depth < 1 && isHeldAt(words, together, above, depth + 1, isAt);
}
