import type { Word } from "../../model/index.ts";

/** Verbs that with "off" tell something else than where: "switched off the internet", "wrote off the debt". */
const WITH_OFF = /^(?:switch|wr[io]te|call|turn|shut|cut|lay|laid|pay|paid|seal|fend|break|broke|ward|sell|sold)(?:t?ed|es|ing|ting)?s?$/;

/** "switched off the internet": a particle that was read as the preposition of what is switched off. */
export function settleParticles(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 2 < last; i++) {
    const [verb, off] = [words[i], words[i + 1]] as [Word, Word];
    if (off.lower !== "off" || off.deprel !== "case" || verb.upos !== "VERB" || !WITH_OFF.test(verb.lower)) continue;
    const object = words[off.head];
    if (!object || object.head !== i || object.deprel !== "obl" || object.index >= last) continue;
    if (words.slice(first, last).some(({ head, deprel }) => head === i && (deprel === "obj" || deprel === "nsubj:pass"))) continue;
    Object.assign(off, { head: i, deprel: "compound:prt", upos: "ADP", xpos: "RP" });
    object.deprel = "obj";
  }
}

/** "ECOWAS suspended Niger": a name in capitals before a verb, read as its auxiliary. */
export function settleNamedAuxiliaries(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 1 < last; i++) {
    const name = words[i] as Word;
    const verb = words[name.head];
    if (name.upos !== "PROPN" || !name.deprel.startsWith("aux") || verb?.upos !== "VERB") continue;
    const taken = words.slice(first, last).some(({ head, deprel }) => head === verb.index && deprel.startsWith("nsubj"));
    name.deprel = taken ? "nmod:desc" : "nsubj";
    if (!taken && verb.xpos === "VBN") verb.xpos = "VBD";
  }
}
