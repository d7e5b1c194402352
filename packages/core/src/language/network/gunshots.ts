import type { Word } from "../../model/index.ts";

/** What may stand between a verb and an object of its own: "shot dead a judge". */
const OPENING = /^(?:DT|CD|PRP\$|JJ|NNP|NNS?|PRP)$/;

/**
 * "Gunmen hired by the cartel shot the judge", "Gunmen in a passing car shot dead a prosecutor": of "shot" read as a noun, or as
 * what describes the first, with the phrase before it for a compound, the phrase belongs to whoever shot.
 */
export function settleCompoundShot(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i + 1 < last; i++) {
    const [noun, shot] = [words[i - 1], words[i]] as [Word, Word];
    if (shot.lower !== "shot" || noun.head !== i || noun.deprel !== "compound") continue;
    const of = (index: number) => words.slice(first, last).filter(({ head }) => head === index);
    const own = of(i);
    const mark = [...own, ...of(noun.index)].find(({ deprel, index }) => deprel === "case" && index < i - 1);
    const above = phraseOver(words, shot);
    const subject = above ?? own.find(({ deprel, index }) => deprel === "nsubj" && index < i);
    if (!mark || !subject || subject.index >= mark.index) continue;
    const dead = words[i + 1]?.lower === "dead" ? (words[i + 1] as Word) : undefined;
    // "shot and killed two drivers": the object is the second verb's.
    const second = words[i + 1]?.lower === "and" && words[i + 2]?.xpos === "VBD" ? (words[i + 2] as Word) : undefined;
    const object = second ? undefined : objectOf(words, i, dead, last);
    if (!object && !second) continue;
    if (above) {
      const { head, deprel } = above;
      if (head >= first && deprel !== "root") continue;
      Object.assign(shot, { head, deprel });
      for (const word of words.slice(i + 1, last)) if (word.head === above.index) word.head = i;
      Object.assign(above, { head: i, deprel: "nsubj" });
    }
    Object.assign(shot, { upos: "VERB", xpos: "VBD" });
    // "hired by the cartel", "in a passing car"
    const participle = words
      .slice(subject.index + 1, mark.index)
      .findLast((word) => /^VB[NG]$/.test(word.xpos) && word.head === subject.index);
    const role = mark.lower === "by" ? "obl:agent" : "obl";
    Object.assign(noun, participle ? { head: participle.index, deprel: role } : { head: subject.index, deprel: "nmod" });
    for (const word of own) if (word.index >= mark.index && word.index < i - 1) word.head = noun.index;
    if (object) Object.assign(object, { head: i, deprel: "obj" });
    if (dead) Object.assign(dead, { head: i, deprel: "xcomp" });
  }
}

/** Whom "shot" was read as describing, or as the agent of what describes: "gunmen hired by the cartel shot". */
function phraseOver(words: readonly Word[], shot: Word): Word | undefined {
  const over = words[shot.head];
  if (/^(?:acl|nmod)$/.test(shot.deprel)) return over;
  return shot.deprel === "obl:agent" && over?.deprel === "acl" ? words[over.head] : undefined;
}

/** The object behind "shot" or "shot dead", wherever it was hung. */
function objectOf(words: readonly Word[], shot: number, dead: Word | undefined, last: number): Word | undefined {
  const behind = words[shot + (dead ? 2 : 1)];
  if (!behind || behind.index >= last || !OPENING.test(behind.xpos)) return undefined;
  return words
    .slice(shot + 1, last)
    .find(({ head, deprel }) => (head === shot || (dead && head === dead.index)) && /^(?:obj|nmod|dep|obl)$/.test(deprel));
}

/** "was knifed to death by two men": who did it, and not whose death it was. */
export function settleDeath(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 2 < last; i++) {
    const [to, death, by] = [words[i - 1], words[i], words[i + 1]] as [Word, Word, Word];
    if (death.lower !== "death" || to.lower !== "to" || by.lower !== "by") continue;
    const agent = words[by.head];
    const verb = words[death.head];
    if (!agent || agent.head !== i || agent.deprel !== "nmod" || !/^VB[ND]$/.test(verb?.xpos ?? "")) continue;
    Object.assign(agent, { head: death.head, deprel: "obl:agent" });
  }
}

/** "beat a prisoner to death in the capital": how he was beaten, and where, and no prisoner of death. */
export function settleBeaten(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const [to, death] = [words[i - 1], words[i]] as [Word, Word];
    const beaten = words[death.head];
    const verb = beaten && words[beaten.head];
    if (death.lower !== "death" || to.lower !== "to" || death.deprel !== "nmod" || beaten?.deprel !== "obj") continue;
    if (verb?.upos !== "VERB" || verb.index >= beaten.index) continue;
    Object.assign(death, { head: verb.index, deprel: "obl" });
    for (const word of words.slice(i + 1, last))
      if (word.head === i && word.deprel === "nmod") Object.assign(word, { head: verb.index, deprel: "obl" });
  }
}

/** "Men sent by the junta shot a lawyer": what has a subject and an object is a verb, though it was tagged as a noun. */
export function settleShotVerb(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const shot = words[i] as Word;
    if (shot.lower !== "shot" || shot.xpos !== "NN") continue;
    const own = words.slice(first, last).filter(({ head }) => head === i);
    if (own.some(({ deprel, index }) => index < i && /^(?:det|case|amod|compound|nmod:poss|nummod|cop)$/.test(deprel))) continue;
    const acts = own.some(({ deprel, index }) => deprel === "nsubj" && index < i);
    if (acts && own.some(({ deprel, index }) => deprel === "obj" && index > i))
      Object.assign(shot, { upos: "VERB", xpos: "VBD" });
  }
}

/** "after shooting dead two guards": what they are after it, and not what they were. */
export function settleShootingDead(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 2 < last; i++) {
    const [verb, dead, next] = [words[i], words[i + 1], words[i + 2]] as [Word, Word, Word];
    if (
      !/^(?:shooting|shoot|shoots|gunning|shot)$/.test(verb.lower) ||
      dead.lower !== "dead" ||
      !/^(?:CD|DT|PRP\$)$/.test(next.xpos)
    )
      continue;
    const object = words[dead.head];
    if (dead.deprel !== "amod" || object?.deprel !== "obj" || object.head !== i || object.index < i + 2) continue;
    Object.assign(dead, { head: i, deprel: "xcomp" });
  }
}

/** "Guerrillas in the valley shot and killed a judge": whose place was read as who shot, where the preposition hangs on the verb. */
export function settleNestedShot(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i + 2 < last; i++) {
    const [noun, shot] = [words[i - 1], words[i]] as [Word, Word];
    if (shot.lower !== "shot" || shot.upos !== "VERB" || noun.head !== i || noun.deprel !== "nsubj") continue;
    const mark = words.slice(first, i - 1).find(({ head, deprel }) => head === i && deprel === "case");
    const subject = mark && words[shot.head];
    if (!mark || !subject || subject.index >= mark.index || !/^nmod/.test(shot.deprel)) continue;
    const { head, deprel } = subject;
    Object.assign(shot, { head, deprel });
    Object.assign(subject, { head: i, deprel: "nsubj" });
    Object.assign(noun, { head: subject.index, deprel: "nmod" });
    mark.head = noun.index;
    for (const word of words.slice(i + 1, last)) if (word.head === subject.index) word.head = i;
  }
}
