import type { Word } from "../../model/index.ts";

/** Verbs that nothing is done to: their participle describes nobody. */
const ALONE =
  /^(?:clashed|erupted|exploded|died|fled|occurred|happened|arrived|marched|rallied|protested|surrendered|escaped|disappeared|fought|fell|perished|retreated|rioted|attacked|raged)$/;
const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM)$/;

/**
 * "A strike on a convoy killed nine people", "police searching for the students clashed with bandits": a verb read as a
 * participle that describes the noun before it. Nobody that something is done to has an object, and nobody is clashed; where
 * nothing else is told of the phrase, the verb tells it.
 */
export function settleFinite(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const verb = words[i] as Word;
    if (verb.deprel !== "acl" || !/^VB[DN]$/.test(verb.xpos) || verb.head >= i) continue;
    const own = words.slice(first, last).filter(({ head }) => head === i);
    if (own.some(({ deprel }) => /^(?:nsubj|aux|cop|mark|expl)/.test(deprel))) continue;
    const object = own.some(({ deprel, index }) => deprel === "obj" && index > i);
    if (!object && !ALONE.test(verb.lower)) continue;
    const subject = phraseOf(words, verb, first);
    if (!subject || !isUntold(words, subject, i, first, last)) continue;
    const over = words[subject.head];
    const told = over && (over.index < i || /^(?:VERB|AUX)$/.test(over.upos)) ? "ccomp" : "parataxis";
    Object.assign(verb, { head: subject.head, deprel: over ? told : "root", xpos: "VBD", upos: "VERB" });
    Object.assign(subject, { head: i, deprel: "nsubj" });
    for (const word of words.slice(first, last)) {
      // What stands behind the verb, and what joins the phrase to the rest, is the verb's.
      if (word.head !== subject.index || word === verb) continue;
      if (word.index > i || word.deprel === "punct" || word.deprel === "mark") word.head = i;
    }
  }
}

/**
 * "Two suspects fired shots at officers": a verb read as describing its object, and that object as a second subject, or as the
 * object of the phrase before.
 */
export function settleFired(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const [subject, verb] = [words[i - 1], words[i]] as [Word, Word];
    const object = words[verb.head];
    if (verb.xpos !== "VBN" || verb.deprel !== "amod" || !object || object.index <= i || object.index >= last) continue;
    if (!NOMINAL.test(subject.upos) || !NOMINAL.test(object.upos)) continue;
    const twice =
      subject.deprel === "nsubj" && object.deprel === "nsubj" && object.head === subject.head && subject.head > object.index;
    const under = object.deprel === "obj" && object.head === subject.index && isUntold(words, subject, i, first, last);
    if (!twice && !under) continue;
    // "suspects wounded, fired shots": nothing but the object's own may stand between.
    if (words.slice(i + 1, object.index).some(({ head }) => head !== object.index)) continue;
    const over = words[subject.head];
    Object.assign(verb, { head: subject.head, deprel: over ? "ccomp" : "root", xpos: "VBD", upos: "VERB" });
    Object.assign(object, { head: i, deprel: "obj" });
    for (const word of words.slice(first, last)) {
      const theirs = word.head === object.index || word.head === subject.index;
      if (theirs && word !== object && word.index > object.index && word.deprel === "punct") word.head = i;
      if (word.head === object.index && word.index > object.index && word.deprel === "nmod")
        Object.assign(word, { head: i, deprel: "obl" });
    }
    Object.assign(subject, { head: i, deprel: "nsubj" });
  }
}

/** The head of the whole phrase that a verb was hung on: "strike" of "a strike on a convoy". */
function phraseOf(words: readonly Word[], verb: Word, first: number): Word | undefined {
  let at = words[verb.head];
  for (let n = 0; at && n < 6; n++) {
    const above: Word | undefined = words[at.head];
    if (!above || above.index < first || above.index > at.index) break;
    if (!/^(?:nmod|obj|obl|acl|conj|appos|flat|compound)/.test(at.deprel)) break;
    // Up from "students" over "searching" to "police"; a verb that tells something itself ends the phrase.
    if (above.upos === "VERB" && above.deprel !== "acl") break;
    at = above;
  }
  return at && NOMINAL.test(at.upos) ? at : undefined;
}

/** Whether a phrase was read as all there is, as one of two subjects, or as the object of "said": nothing else tells of it. */
function isUntold(words: readonly Word[], phrase: Word, verb: number, first: number, last: number): boolean {
  if (phrase.head < 0) return true;
  const over = words[phrase.head] as Word;
  const below = words.slice(first, last).filter(({ head }) => head === over.index);
  if (/^nsubj/.test(phrase.deprel) && over.index > verb)
    return below.some(({ deprel, index }) => deprel === "nsubj" && index > verb && index < over.index);
  if (/^(?:obj|obl)$/.test(phrase.deprel) && over.index < phrase.index) {
    const cased = words.slice(first, last).some(({ head, deprel }) => head === phrase.index && deprel === "case");
    return /^sa(?:id|ys|y)$/.test(over.lower) && !cased;
  }
  return false;
}
