import type { Stance, Word } from "../model/index.ts";
import type { Draft, Range } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import { type Reading, wordAt } from "./reading.ts";

/** Modals of what is to come. */
const FUTURE = /^(?:will|would|shall|'ll|wo)$/;
const FIRST_PERSON = /^(?:i|we)$/;
/** In reported speech the speaker is a pronoun or is named again as an institution. */
const SPEAKER = /^(?:i|we|he|she|it|they)$/;

/**
 * The cue's stance, made precise by what is said: "said it would deliver aid" promises, "said: we will strike back"
 * threatens, and a warning threatens only with what the speaker or his side will do.
 */
export function stanceOf(reading: Reading, draft: Draft, lexicon: CueLexicon): Stance {
  if (draft.stance === "threatens" && draft.trigger.lemma === "warn")
    return isThreat(reading, draft.content, lexicon) || isCondition(reading, draft.content) ? "threatens" : "asserts";
  if (draft.stance === "promises" && /^(?:vow|swear|pledge)$/.test(draft.trigger.lemma))
    return hasThreat(reading, draft.content, lexicon) ? "threatens" : "promises";
  if (draft.stance !== "asserts" || !draft.quotes) return draft.stance;
  if (isThreat(reading, draft.content, lexicon)) return "threatens";
  return isPromise(reading, draft) ? "promises" : "asserts";
}

/** "will not attack" threatens nobody. */
const isNegated = (reading: Reading, word: Word): boolean =>
  word.children.some((index) => /^(?:not|n't|never|no)$/.test(wordAt(reading, index).lemma));

const names = (word: Word, { threats }: CueLexicon): boolean => threats.has(word.lemma.toLowerCase()) || threats.has(word.lower);

function hasThreat(reading: Reading, content: readonly Range[], lexicon: CueLexicon): boolean {
  return some(reading, content, (word) => names(word, lexicon));
}

/** "If they do not, the law will fall on them." */
function isCondition(reading: Reading, content: readonly Range[]): boolean {
  return some(reading, content, (word) => word.lower === "if") && some(reading, content, (word) => FUTURE.test(word.lower));
}

function isThreat(reading: Reading, content: readonly Range[], lexicon: CueLexicon): boolean {
  return (
    some(reading, content, (word) => FUTURE.test(word.lower)) &&
    some(reading, content, (word) => {
      if (!names(word, lexicon) || isNegated(reading, word)) return false;
      // What is threatened is under the modal, or is its subject ("the response will be harder").
      return (
        word.children.some((index) => FUTURE.test(wordAt(reading, index).lower)) ||
        (word.head >= 0 && wordAt(reading, word.head).children.some((index) => FUTURE.test(wordAt(reading, index).lower)))
      );
    })
  );
}

/** The speaker says what the speaker will do. */
function isPromise(reading: Reading, draft: Draft): boolean {
  const spoken = draft.content.some(({ first }) => (reading.quoteOf[first] as number) >= 0);
  return some(reading, draft.content, (word) => {
    if (word.upos !== "VERB") return false;
    let future = false;
    let own = false;
    for (const index of word.children) {
      const child = wordAt(reading, index);
      if (FUTURE.test(child.lower)) future = true;
      if (/^(?:not|n't|never)$/.test(child.lemma)) return false;
      if (child.deprel === "nsubj" && (spoken ? FIRST_PERSON : SPEAKER).test(child.lower)) own = true;
    }
    // "it had lorries ready and would send them"
    if (future && !own && word.deprel === "conj" && word.head >= 0)
      own = wordAt(reading, word.head).children.some(
        (index) =>
          wordAt(reading, index).deprel === "nsubj" && (spoken ? FIRST_PERSON : SPEAKER).test(wordAt(reading, index).lower),
      );
    return future && own;
  });
}

/** So many words of a content tell the stance. */
const ENOUGH = 500;

function some(reading: Reading, content: readonly Range[], test: (word: Word) => boolean): boolean {
  for (const { first, last } of content)
    for (let i = first; i < Math.min(last, first + ENOUGH); i++) if (test(wordAt(reading, i))) return true;
  return false;
}
