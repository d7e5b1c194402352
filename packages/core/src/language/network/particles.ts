import type { Word } from "../../model/index.ts";

/** Verbs that with "off" tell something else than where: "switched off the internet", "wrote off the debt". */
const WITH_OFF =
  /^(?:switch|wr[io]te|call|turn|shut|cut|lay|laid|pay|paid|seal|fend|break|broke|ward|sell|sold)(?:t?ed|es|ing|ting)?s?$/;

/** "switched off the internet": a particle that was read as the preposition of what is switched off. */
export function settleParticles(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 2 < last; i++) {
    const [verb, off] = [words[i], words[i + 1]] as [Word, Word];
    if (off.lower !== "off" || off.deprel !== "case" || verb.upos !== "VERB" || !WITH_OFF.test(verb.lower)) continue;
    const object = words[off.head];
    if (!object || object.head !== i || object.deprel !== "obl" || object.index >= last) continue;
    if (words.slice(first, last).some(({ head, deprel }) => head === i && (deprel === "obj" || deprel === "nsubj:pass")))
      continue;
    Object.assign(off, { head: i, deprel: "compound:prt", upos: "ADP", xpos: "RP" });
    object.deprel = "obj";
  }
}

/** "ECOWAS suspended Niger": a name in capitals before a verb, read as its auxiliary. */
export function settleNamedAuxiliaries(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 1 < last; i++) {
    const name = words[i] as Word;
    const verb = words[name.head];
    if (name.xpos !== "NNP" || !name.deprel.startsWith("aux") || verb?.upos !== "VERB") continue;
    const taken = words.slice(first, last).some(({ head, deprel }) => head === verb.index && deprel.startsWith("nsubj"));
    Object.assign(name, { deprel: taken ? "nmod:desc" : "nsubj", upos: "PROPN" });
    if (!taken && verb.xpos === "VBN") verb.xpos = "VBD";
  }
}

/** "Switzerland froze the assets", "ECOWAS lifts sanctions": a verb over its object, read as a preposition or a noun, which have none. */
export function settleRoots(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const verb = words[i] as Word;
    if (verb.deprel !== "root" || !/^(?:IN|RP|RB|NNS?|NNPS?|FW)$/.test(verb.xpos) || !/^\p{Ll}+$/u.test(verb.text)) continue;
    const below = words.slice(first, last).filter(({ head }) => head === i);
    const subject = below.find(({ deprel, index, upos }) => {
      return index < i && (deprel === "nsubj" || (deprel === "compound" && upos === "PROPN"));
    });
    // Of what was read as a noun the name stands right before it.
    const beside = subject?.index === i - 1 || !verb.xpos.startsWith("N");
    if (!subject || !beside || below.some(({ deprel }) => deprel === "cop" || deprel === "det")) continue;
    const object = below.find(({ deprel, index }) => deprel === "obj" && index > i);
    // "Rocket attack on Erbil kills two": what stands between tells of a noun.
    if (!object || below.some(({ deprel, index }) => index > i && index < object.index && /^(?:nmod|acl)/.test(deprel))) continue;
    Object.assign(verb, { upos: "VERB", xpos: verb.xpos === "NNS" ? "VBZ" : "VBD" });
    subject.deprel = "nsubj";
  }
}

/** "Human Rights Watch accused the army": the last word of a name, read as the verb, and the verb as describing it. */
export function settleNamedVerbs(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const [before, name, verb] = [words[i - 1], words[i], words[i + 1]] as [Word, Word, Word];
    if (name.upos !== "VERB" || !/^VBP?$/.test(name.xpos) || !/^\p{Lu}\p{Ll}/u.test(name.text)) continue;
    if (before.head !== i || before.deprel !== "nsubj" || before.upos !== "PROPN") continue;
    if (verb.head !== i || verb.xpos !== "VBD" || !/^(?:acl|ccomp|conj|dep)$/.test(verb.deprel)) continue;
    Object.assign(verb, { head: name.head, deprel: name.deprel });
    for (const word of words.slice(i + 2, last)) if (word.head === i) word.head = i + 1;
    Object.assign(name, { head: i + 1, deprel: "nsubj", upos: "PROPN", xpos: "NNP" });
    before.deprel = "compound";
  }
}

/** "promised to free detained protesters": a verb behind "to", read as an adjective of whom it frees. */
export function settleFree(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 2 < last; i++) {
    const [to, free] = [words[i], words[i + 1]] as [Word, Word];
    const freed = words[free.head];
    if (to.lower !== "to" || to.deprel !== "case" || free.lower !== "free" || free.deprel !== "amod") continue;
    if (!freed || to.head !== freed.index || !/^(?:obl|nmod)$/.test(freed.deprel) || words[freed.head]?.upos !== "VERB") continue;
    Object.assign(to, { head: i + 1, deprel: "mark", upos: "PART", xpos: "TO" });
    Object.assign(free, { head: freed.head, deprel: "xcomp", upos: "VERB", xpos: "VB" });
    Object.assign(freed, { head: i + 1, deprel: "obj" });
  }
}
