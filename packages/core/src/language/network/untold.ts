import type { Word } from "../../model/index.ts";

/** Words for people that are adjectives too; what happens before a verb that was read as describing its object. */
const PERSON =
  /^(?:general|private|official|militant|extremist|radical|conservative|liberal|moderate|republican|democrat|nationalist|separatist|communist|socialist|islamist|opposition|cleric|veteran|colonel|marshal)$/;
const HAPPENING =
  /^(?:blast|explosion|detonation|attack|bomb|bombing|shelling|strike|airstrike|raid|ambush|clash|shooting|fire|gunfire)(?:s|es)?$/;
const FORCE = /^(?:police|officers|constables|troops|soldiers|guards|forces)$/;
/** Participles that say what is between a noun before and a noun behind: "a military backed government". */
const LINKING =
  /^(?:backed|led|based|run|held|controlled|owned|made|born|trained|armed|related|sponsored|occupied|appointed|elected|dominated|funded|linked|called|known|allied|affiliated)$/;
/** What calls for an answer without an object, by the preposition behind it; empty: by itself. */
const CALLING: Readonly<Record<string, RegExp>> = {
  called: /^(?:for|on|upon)$/,
  appealed: /^(?:for|to)$/,
  protested: /^(?:against|over|outside|in|at)$/,
  insisted: /^(?:on|that)$/,
  objected: /^to$/,
  reacted: /^(?:to|with|by)$/,
  responded: /^(?:to|with|by)$/,
  agreed: /^(?:to|on|with)$/,
  flared: /./,
  ensued: /./,
  resumed: /^(?:between|in|on|near|after|at)$/,
  broke: /^out$/,
};

const isTelling = ({ xpos, upos }: Word): boolean => /^(?:VBD|VBZ|VBP|MD)$/.test(xpos) || upos === "AUX";

/** Whether nothing in a sentence is told but by the verb at an index. */
const isAlone = (words: readonly Word[], verb: number, first: number, last: number): boolean =>
  !words.slice(first, last).some((word) => word.index !== verb && isTelling(word));

/**
 * "A general threatened opposition leaders", "The blast killed 20 people": a verb read as describing its object, and its subject
 * too, where the noun that both were hung on is all there is, or hangs on the verb itself.
 */
export function settleUntold(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const verb = words[i] as Word;
    // "police baton-charged lawyers"
    const tied = words[i - 1]?.text === "-" && i >= first + 3 && /^(?:charged|gassed|sprayed)$/.test(verb.lower);
    const subject = words[tied ? i - 3 : i - 1] as Word;
    if (!/^VB[ND]$/.test(verb.xpos) || LINKING.test(verb.lower)) continue;
    if (!HAPPENING.test(subject.lower) && !PERSON.test(subject.lower) && !(tied && FORCE.test(subject.lower))) continue;
    const object = words[subject.head];
    if (!object || object.index <= i || object.index >= last || !/^(?:amod|compound)$/.test(subject.deprel)) continue;
    const under = verb.deprel === "amod" && verb.head === object.index && object.deprel === "root";
    const over = object.deprel === "obj" && object.head === i && verb.deprel === "root";
    if ((!under && !over) || !isAlone(words, i, first, last)) continue;
    if (under) {
      Object.assign(verb, { head: -1, deprel: "root" });
      Object.assign(object, { head: i, deprel: "obj" });
    }
    Object.assign(verb, { xpos: "VBD", upos: "VERB" });
    Object.assign(subject, { head: i, deprel: "nsubj", ...(subject.upos === "ADJ" && { upos: "NOUN", xpos: "NN" }) });
    for (const word of words.slice(first, last)) {
      if (word.head !== object.index || word === verb || word === subject) continue;
      if (word.index < i) word.head = subject.index;
      else if (word.index > object.index && word.deprel === "punct" && word.index === last - 1) word.head = i;
    }
  }
}

/** "The opposition called for a vote": a verb without an object, read as describing its subject, where nothing else is told. */
export function settleCalling(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 2 < last; i++) {
    const verb = words[i] as Word;
    const preposition = CALLING[verb.lower];
    if (!preposition || verb.xpos !== "VBN" || verb.deprel !== "acl" || verb.head !== i - 1) continue;
    const subject = words[i - 1] as Word;
    if (subject.head >= 0 || !preposition.test(words[i + 1]?.lower ?? "") || !isAlone(words, i, first, last)) continue;
    Object.assign(verb, { head: -1, deprel: "root", xpos: "VBD", upos: "VERB" });
    Object.assign(subject, { head: i, deprel: "nsubj" });
    for (const word of words.slice(i + 1, last)) if (word.head === subject.index) word.head = i;
  }
}
