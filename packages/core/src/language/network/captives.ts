import type { Word } from "../../model/index.ts";

const TAKING = /^(?:take|takes|took|taken|taking|hold|holds|held|holding|keep|kept|keeping|make|made)$/;
const CAPTIVE = /^(?:hostage|hostages|captive|captives|prisoner|prisoners)$/;

/** "took its 21 crew members hostage": what they are made, read as the head of those who are made it. */
export function settleHostages(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const [people, hostage] = [words[i - 1], words[i]] as [Word, Word];
    if (!CAPTIVE.test(hostage.lower) || !/^(?:obj|nsubj:pass|dep|xcomp)$/.test(hostage.deprel)) continue;
    if (people.head !== i || !/^(?:compound|nmod|amod)/.test(people.deprel) || !/^(?:NOUN|PROPN|NUM)$/.test(people.upos))
      continue;
    const verb = words[hostage.head];
    if (!verb || verb.index >= i || !TAKING.test(verb.lower)) continue;
    // "held the hostage": a hostage who is one already.
    if (people.xpos === "NN" && hostage.xpos === "NNS") continue;
    for (const word of words.slice(verb.index + 1, i - 1)) if (word.head === i) word.head = people.index;
    Object.assign(people, { head: verb.index, deprel: "obj" });
    Object.assign(hostage, { deprel: "xcomp" });
  }
}

/** "killed 12 Abu Sayyaf gunmen": a name right before those who are called by it, read as done to beside them. */
export function settleNamed(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const people = words[i] as Word;
    if (people.deprel !== "obj" || people.xpos !== "NNS") continue;
    let start = i - 1;
    while (start > first && words[start]?.deprel === "flat") start--;
    const name = words[start] as Word;
    if (name.upos !== "PROPN" || name.deprel !== "obj" || name.head !== people.head || name.head > start) continue;
    if (words.slice(first, last).some(({ head, index }) => head === i && index < i)) continue;
    for (const word of words.slice(first, start)) if (word.head === start && word.deprel !== "flat") word.head = i;
    Object.assign(name, { head: i, deprel: "compound" });
  }
}

const OUTCOME = /^(?:killing|wounding|injuring|leaving|destroying|maiming|damaging|claiming)$/;
const INSIDE =
  /^(?:carrying|transporting|ferrying|taking|housing|hosting|guarding|escorting|bringing|sheltering|holding|belonging|heading|travelling|traveling)$/;

/** "attacked a bus carrying pilgrims, killing seven": behind a comma, what came of the attack, and not of the carrying. */
export function settleOutcomes(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i < last; i++) {
    const [comma, outcome] = [words[i - 1], words[i]] as [Word, Word];
    const acl = words[outcome.head];
    if (!OUTCOME.test(outcome.lower) || outcome.deprel !== "advcl" || comma.text !== "," || !acl || acl.index >= i) continue;
    if (acl.deprel !== "acl" || !INSIDE.test(acl.lower)) continue;
    const noun = words[acl.head];
    let verb = noun && words[noun.head];
    for (let n = 0; verb && verb.upos !== "VERB" && n < 4; n++) verb = words[verb.head];
    if (verb && verb.upos === "VERB" && verb.index >= first && verb.index < acl.index) outcome.head = verb.index;
  }
}

/** "killing at least seven and wounding 14": a bounded number without a noun, read as how it was done, and a second verb as its like. */
export function settleKillings(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i < last; i++) {
    const count = words[i] as Word;
    const verb = words[count.head];
    if (count.upos !== "NUM" || count.deprel !== "obl" || !verb || verb.index !== i - 3 || verb.upos !== "VERB") continue;
    if (
      !/^(?:at|up|more|as)$/.test((words[i - 2] as Word).lower) ||
      !/^(?:least|to|than|most)$/.test((words[i - 1] as Word).lower)
    )
      continue;
    const own = words.slice(first, last).filter(({ head }) => head === verb.index);
    if (own.some(({ deprel }) => deprel === "obj" || deprel === "aux:pass")) continue;
    count.deprel = "obj";
    const second = words[i + 2];
    if (words[i + 1]?.lower !== "and" || !second || second.index >= last || second.deprel !== "conj" || second.head !== i)
      continue;
    if (second.xpos !== verb.xpos) continue;
    second.head = verb.index;
    const other = words
      .slice(second.index + 1, last)
      .find(({ head, deprel, upos }) => head === i && deprel === "conj" && upos === "NUM");
    if (other) Object.assign(other, { head: second.index, deprel: "obj" });
  }
}
