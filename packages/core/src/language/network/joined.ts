import type { Word } from "../../model/index.ts";

/** Participles that describe far more often than they tell: "and wounded soldiers", "and related measures". */
const DESCRIBING = new Set(
  (
    "armed retired suspected alleged displaced unidentified masked hooded uniformed occupied frozen used united " +
    "related advanced organized organised increased improved stolen hired fallen disabled dedicated required needed added accused " +
    "jailed detained imprisoned so-called limited skilled unskilled educated dried smoked salted mixed refined developed married " +
    "divorced unemployed employed elected appointed selected assorted integrated automated connected associated affiliated aged " +
    "experienced trained qualified certified registered licensed licenced published written spoken printed recorded signed planned " +
    "proposed expected continued prolonged repeated sustained renewed reduced enhanced expanded combined shared mutual bereaved " +
    "orphaned abandoned ruined broken bloodied unarmed enriched processed canned frozen cooked baked fried known"
  ).split(" "),
);

/** Those who were hurt are as often told of as the hurting; whoever attacks hurts. */
const HURT = /^(?:wounded|injured|maimed)$/;
const VIOLENT =
  /^(?:attacked|killed|shot|bombed|shelled|ambushed|stormed|raided|hit|struck|fired|assaulted|exploded|stabbed|beat)$/;

/**
 * "killed two guards and burned vehicles": a second verb with a bare plural behind it, read as describing that plural. Of what
 * stands behind "and" a participle before a noun without a determiner is the verb, where the sentence has a subject that acts.
 */
export function settleJoined(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 2 < last; i++) {
    const [and, verb] = [words[i], words[i + 1]] as [Word, Word];
    const noun = words[verb.head];
    if (and.lower !== "and" || verb.xpos !== "VBN" || verb.deprel !== "amod" || DESCRIBING.has(verb.lower)) continue;
    if (!noun || noun.index <= i + 1 || noun.index >= last) continue;
    if (and.head !== noun.index && and.head !== verb.index) continue;
    if (noun.upos !== "NOUN" && noun.upos !== "PROPN") continue;
    const own = words.slice(first, last).filter(({ head }) => head === noun.index);
    if (own.some(({ deprel, index }) => index > i + 1 && index < noun.index && !/^(?:amod|compound|nmod:desc)$/.test(deprel)))
      continue;
    const main = actingOver(words, noun, first);
    if (!main || main.index > i) continue;
    // "saw burned cars and looted shops": what describes the first describes the second; "treated the sick and wounded soldiers".
    if (words.slice(first, i).some((word) => word.head === noun.head && word.deprel === "amod" && word.xpos === "VBN")) continue;
    if (HURT.test(verb.lower) && !VIOLENT.test(main.lower)) continue;
    // What was hung on the noun from before the "and" takes its place: "a bus near Kaya and robbed passengers".
    const before = own.filter(({ index }) => index < i);
    const heir = before.findLast(({ upos }) => upos === "NOUN" || upos === "PROPN");
    if (heir) {
      Object.assign(heir, { head: noun.head, deprel: noun.deprel });
      for (const word of before) if (word !== heir) word.head = heir.index;
    } else if (before.length > 0) continue;
    Object.assign(verb, { head: main.index, deprel: "conj", upos: "VERB", xpos: "VBD" });
    Object.assign(noun, { head: verb.index, deprel: "obj" });
    and.head = verb.index;
  }
}

/** "looted shops and torched cars": an object right behind the second verb, read as joined to the first one's. */
export function settleSecond(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i + 1 < last; i++) {
    const [and, verb] = [words[i - 1], words[i]] as [Word, Word];
    if (and.lower !== "and" || verb.deprel !== "conj" || verb.xpos !== "VBD" || verb.head >= i - 1) continue;
    const noun = words.slice(i + 1, Math.min(last, i + 4)).find(({ deprel }) => !/^(?:amod|compound|det|nummod)$/.test(deprel));
    let beside = noun && words[noun.head];
    for (let n = 0; beside?.deprel === "nmod" && n < 3; n++) beside = words[beside.head];
    if (noun?.deprel !== "conj" || !beside || beside.deprel !== "obj" || beside.head !== verb.head || beside.index > i) continue;
    if (and.head !== verb.index && and.head !== noun.index) continue;
    Object.assign(noun, { head: i, deprel: "obj" });
    and.head = i;
  }
}

/** The verb in the past, with a subject of its own, that a noun is an object or adverbial of, or describes one. */
function actingOver(words: readonly Word[], noun: Word, first: number): Word | undefined {
  let at: Word | undefined = noun;
  for (let n = 0; at && n < 5; n++) {
    if (!/^(?:obj|obl|nmod|conj)$/.test(at.deprel)) return undefined;
    at = words[at.head];
    if (at?.upos !== "VERB") continue;
    const { index } = at;
    if (at.xpos !== "VBD" || index < first) return undefined;
    return words.slice(first, index).some(({ head, deprel }) => head === index && deprel === "nsubj") ? at : undefined;
  }
  return undefined;
}
