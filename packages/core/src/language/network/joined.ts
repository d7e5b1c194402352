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
/** Pasts that a tagger without them takes for nouns, and those that look like a present. */
const PAST = /^(?:stole|shot|slew|drove|threw|took|broke|stabbed|beat|burnt|blew|fled|seized|freed|torched|looted)$/;
const ALIKE = /^(?:beat|hit|cut|put|set|shot|burst)$/;

/**
 * "killed two guards and burned vehicles", "looted shops, burned houses and abducted women": a further verb with a bare plural
 * behind it, read as describing that plural. What stands behind "and", or behind a comma of a list of deeds, is the verb.
 */
export function settleJoined(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 2 < last; i++) {
    const [mark, verb] = [words[i], words[i + 1]] as [Word, Word];
    if (mark.lower !== "and" && mark.lower !== ",") continue;
    const noun = words[verb.head];
    const read = verb.xpos === "VBN" ? verb.deprel === "amod" : PAST.test(verb.lower) && /^(?:amod|compound)$/.test(verb.deprel);
    if (!read || DESCRIBING.has(verb.lower) || !noun || noun.index <= i + 1 || noun.index >= last) continue;
    if (mark.head !== noun.index && mark.head !== verb.index) continue;
    if (noun.upos !== "NOUN" && noun.upos !== "PROPN") continue;
    const own = words.slice(first, last).filter(({ head }) => head === noun.index);
    if (own.some(({ deprel, index }) => index > i + 1 && index < noun.index && !/^(?:amod|compound|nmod:desc)$/.test(deprel)))
      continue;
    const main = actingOver(words, noun, first, last);
    if (!main || main.index > i) continue;
    // A comma parts deeds only where another follows: "looted shops, burned houses and abducted women".
    if (mark.lower === "," && !hasDeedBehind(words, noun, last)) continue;
    // "saw burned cars and looted shops": what describes the first describes the second; "treated the sick and wounded soldiers".
    if (words.slice(first, i).some((word) => word.head === noun.head && word.deprel === "amod" && word.xpos === "VBN")) continue;
    if (HURT.test(verb.lower) && !VIOLENT.test(main.lower)) continue;
    // What was hung on the noun from before the mark takes its place: "a bus near Kaya and robbed passengers".
    const before = own.filter(({ index }) => index < i);
    const heir = before.findLast(({ upos }) => upos === "NOUN" || upos === "PROPN");
    if (heir) {
      Object.assign(heir, { head: noun.head, deprel: noun.deprel });
      for (const word of before) if (word !== heir) word.head = heir.index;
    } else if (before.length > 0) continue;
    Object.assign(verb, { head: main.index, deprel: "conj", upos: "VERB", xpos: "VBD" });
    Object.assign(noun, { head: verb.index, deprel: "obj" });
    mark.head = verb.index;
  }
}

/** "and abducted", "and killed": the last of a list of deeds. */
function hasDeedBehind(words: readonly Word[], noun: Word, last: number): boolean {
  const and = words[noun.index + 1];
  const next = words[noun.index + 2];
  return (
    and !== undefined && next !== undefined && next.index < last && /^(?:and|,)$/.test(and.lower) && /^VB[DN]$/.test(next.xpos)
  );
}

/**
 * "strafed the camp and killed refugees": an object that was read as describing that of the second verb, and the verb as joined
 * to it; "left 12 dead and displaced thousands".
 */
export function settleShared(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 2 < last; i++) {
    const [object, and, verb] = [words[i], words[i + 1], words[i + 2]] as [Word, Word, Word];
    if (and.lower !== "and" || verb.xpos !== "VBN" || verb.deprel !== "conj" || verb.head !== i) continue;
    if (object.deprel !== "compound" && object.deprel !== "amod") continue;
    const dead = /^(?:dead|homeless|injured|wounded)$/.test(object.lower);
    if (object.upos !== "NOUN" && object.upos !== "PROPN" && !dead) continue;
    const noun = words[object.head];
    const main = noun && words[noun.head];
    if (noun?.deprel !== "obj" || noun.index <= verb.index || !main || main.index >= i || !isActing(words, main, first, last))
      continue;
    for (const word of words.slice(first, last)) if (word.head === noun.index && word.index < i) word.head = i;
    if (dead) {
      const counted = words.slice(first, i).find(({ head, deprel }) => head === i && deprel === "nummod");
      if (!counted) continue;
      counted.deprel = "nsubj";
      Object.assign(object, { head: main.index, deprel: "xcomp" });
    } else Object.assign(object, { head: main.index, deprel: "obj", ...(object.upos === "ADJ" && { upos: "NOUN" }) });
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

/** The verb, with a subject that acts, that a noun is an object or adverbial of, or describes one. */
function actingOver(words: readonly Word[], noun: Word, first: number, last: number): Word | undefined {
  let at: Word | undefined = noun;
  for (let n = 0; at && n < 5; n++) {
    if (!/^(?:obj|obl|nmod|conj)$/.test(at.deprel)) return undefined;
    at = words[at.head];
    if (at?.upos === "VERB") return at.index >= first && isActing(words, at, first, last) ? at : undefined;
  }
  return undefined;
}

/** A verb in the past that is told of somebody who acts, its own subject or that of the verb it is joined to. */
function isActing(words: readonly Word[], verb: Word, first: number, last: number): boolean {
  const below = words.slice(first, last).filter(({ head }) => head === verb.index);
  if (below.some(({ deprel }) => deprel === "aux:pass" || deprel === "nsubj:pass")) return false;
  const past = verb.xpos === "VBD" || verb.xpos === "VBN" || (verb.xpos === "VBP" && ALIKE.test(verb.lower));
  if (!past) return false;
  if (below.some(({ deprel, index }) => deprel === "nsubj" && index < verb.index)) return true;
  const over = verb.deprel === "conj" ? words[verb.head] : undefined;
  return over?.upos === "VERB" && over.index < verb.index && isActing(words, over, first, last);
}

const UNDERGONE =
  /^(?:killed|wounded|injured|hurt|arrested|detained|abducted|kidnapped|captured|displaced|destroyed|damaged|burned|burnt|torched|looted|jailed|beaten|evacuated|hospitali[sz]ed|executed|beheaded)$/;

/** "Two men were killed and nine people wounded": the "were" of the first holds of the second, whose subject undergoes it. */
export function settleGapped(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i < last; i++) {
    const verb = words[i] as Word;
    const above = words[verb.head];
    if (verb.deprel !== "conj" || !UNDERGONE.test(verb.lower) || verb.upos !== "VERB" || !above || verb.head >= i) continue;
    const of = (index: number) => words.slice(first, last).filter(({ head }) => head === index);
    const own = of(i);
    if (!of(verb.head).some(({ deprel }) => deprel === "aux:pass")) continue;
    if (own.some(({ deprel, index }) => /^(?:aux|obj|iobj|ccomp|xcomp)/.test(deprel) || (index > i && deprel === "nsubj")))
      continue;
    const subject =
      own.find(({ deprel, index }) => deprel === "nsubj" && index > verb.head) ??
      // "One soldier was killed and another wounded"
      own.find(({ deprel, lower, index }) => deprel === "det" && lower === "another" && index === i - 1);
    if (!subject) continue;
    if (subject.deprel === "det") Object.assign(subject, { upos: "PRON" });
    subject.deprel = "nsubj:pass";
    verb.xpos = "VBN";
  }
}
