import type { Word } from "../../model/index.ts";

const BEFORE_CLAUSE = new Set(["after", "before", "since", "until"]);

/** "after patrols killed two men", "after Chad and Niger ended drills": what stands between such a word and a verb with an object is the verb's subject. */
export function settleClauses(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const [before, verb] = [words[i], words[i + 1]] as [Word, Word];
    const noun = before.deprel === "conj" ? (words[before.head] ?? before) : before;
    if (noun.deprel !== "obl" || noun.index < first || verb.upos !== "VERB" || verb.head !== noun.head) continue;
    if (verb.deprel !== "advcl" && !(verb.deprel === "conj" && noun !== before)) continue;
    if (!/^VB[DN]$/.test(verb.xpos)) continue;
    const mark = below(words, noun).find((word) => word.deprel === "case" && BEFORE_CLAUSE.has(word.lower));
    const own = below(words, verb);
    if (!mark || own.some(({ deprel }) => /^(?:nsubj|aux|mark|cc)/.test(deprel))) continue;
    if (!own.some((word) => word.deprel === "obj" && word.index > verb.index)) continue;
    Object.assign(noun, { head: verb.index, deprel: "nsubj" });
    Object.assign(mark, { head: verb.index, deprel: "mark" });
    Object.assign(verb, { xpos: "VBD", deprel: "advcl" });
  }
}

/** "A gang killed Ana Perez, …": a name right behind a verb that has a subject and no auxiliary is its object. */
export function settleObjects(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const [verb, name] = [words[i], words[i + 1]] as [Word, Word];
    if (verb.upos !== "VERB" || verb.xpos !== "VBN" || name.upos !== "PROPN" || name.head !== i || name.deprel !== "xcomp")
      continue;
    const own = below(words, verb);
    const subject = own.some(({ deprel, index }) => deprel === "nsubj" && index < i);
    if (!subject || own.some(({ deprel }) => /^(?:aux|obj)/.test(deprel))) continue;
    name.deprel = "obj";
    verb.xpos = "VBD";
  }
}

const INTENT = /^(?:attempt|attempts|plot|plan|plans|bid|effort|efforts|threat|threats|vow|scheme|conspiracy)$/;

/** "foiled an attempt by the rebels to kidnap the minister": an infinitive that was hung on the verb over such a noun is the noun's. */
export function settleAttempts(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const to = words[i] as Word;
    const verb = words[i + 1];
    if (to.lower !== "to" || !verb || i + 1 >= last || to.head !== i + 1 || verb.xpos !== "VB" || verb.deprel !== "advcl")
      continue;
    const noun = words.slice(first, i).find(({ head, lower }) => head === verb.head && INTENT.test(lower));
    if (!noun || !/^(?:obj|nsubj:pass)$/.test(noun.deprel) || noun.head > i) continue;
    // Only what belongs to the noun may stand between.
    let inside = true;
    for (let k = noun.index + 1; k < i; k++) {
      let at: Word | undefined = words[k];
      for (let n = 0; at && at.index !== noun.index && n < 6; n++) at = words[at.head];
      if (at?.index !== noun.index) inside = false;
    }
    if (inside) Object.assign(verb, { head: noun.index, deprel: "acl" });
  }
}

/** "blamed the murder of the priest on the rebels": whom it is blamed on hangs on the verb. */
export function settleBlame(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i < last; i++) {
    const noun = words[i] as Word;
    if (noun.deprel !== "nmod" || !below(words, noun).some(({ deprel, lower }) => deprel === "case" && lower === "on")) continue;
    let above = words[noun.head];
    for (let n = 0; above && n < 4 && /^(?:nmod|obj)$/.test(above.deprel) && above.index < i; n++) above = words[above.head];
    if (above && above.index < i && /^blam(?:e|es|ed|ing)$/.test(above.lower) && above.upos === "VERB")
      Object.assign(noun, { head: above.index, deprel: "obl" });
  }
}

const below = (words: readonly Word[], word: Word): Word[] => {
  const found: Word[] = [];
  for (let i = Math.max(0, word.index - REACH); i < word.index + REACH && i < words.length; i++)
    if (words[i]?.head === word.index) found.push(words[i] as Word);
  return found;
};
/** How far from a word what hangs on it is looked for. */
const REACH = 30;

/** "Fighting between the army and rebels spread to the town": a gerund at the head of a sentence whose verb has no other subject. */
export function settleOpening(words: readonly Word[], first: number, last: number): void {
  const gerund = words[first];
  const verb = gerund && words[gerund.head];
  if (!verb || gerund.xpos !== "VBG" || !/^(?:advcl|csubj|xcomp)$/.test(gerund.deprel) || verb.upos !== "VERB") return;
  if (verb.index <= first || verb.index >= last || !/^VB[DZP]$/.test(verb.xpos)) return;
  const own = below(words, verb);
  if (own.some(({ deprel }) => /^(?:nsubj|csubj)/.test(deprel) && deprel !== "csubj")) return;
  if (words.slice(first, verb.index).some(({ text }) => text === ",")) return;
  if (below(words, gerund).some(({ deprel }) => /^(?:obj|aux|ccomp)$/.test(deprel))) return;
  Object.assign(gerund, { upos: "NOUN", xpos: "NN", deprel: "nsubj" });
  for (const word of below(words, gerund)) if (word.deprel === "obl") word.deprel = "nmod";
}

/** "since fighting erupted in May": a gerund that goes on, read beside the verb that says how it began. */
export function settleErupted(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 1 < last; i++) {
    const [gerund, verb] = [words[i], words[i + 1]] as [Word, Word];
    if (!/^(?:fighting|shelling|bombing|shooting|looting|rioting)$/.test(gerund.lower) || gerund.xpos !== "VBG") continue;
    if (!/^(?:erupted|broke|began|started|resumed|continued|intensified|escalated|spread|raged|subsided|eased)$/.test(verb.lower))
      continue;
    const together = verb.head === i || gerund.head === i + 1 || gerund.head === verb.head;
    if (!together || below(words, verb).some(({ deprel }) => /^(?:nsubj|aux:pass)/.test(deprel))) continue;
    if (verb.head === i) Object.assign(verb, { head: gerund.head, deprel: gerund.deprel });
    for (const word of below(words, gerund)) if (word !== verb && /^(?:mark|punct|cc)$/.test(word.deprel)) word.head = i + 1;
    for (const word of below(words, verb)) if (word.deprel === "case" && word.index < i) word.deprel = "mark";
    Object.assign(gerund, { upos: "NOUN", xpos: "NN", head: i + 1, deprel: "nsubj" });
    verb.xpos = "VBD";
  }
}

/** "shelled a school sheltering families": a noun read as describing the participle that describes it. */
export function settleSheltering(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 1 < last; i++) {
    const [noun, participle] = [words[i - 1], words[i]] as [Word, Word];
    if (participle.xpos !== "VBG" || noun.upos !== "NOUN" || noun.head !== i || noun.deprel !== "compound") continue;
    const verb = words[participle.head];
    if (!verb || verb.index >= i || verb.upos !== "VERB" || !/^(?:xcomp|obj)$/.test(participle.deprel)) continue;
    const own = below(words, participle);
    if (
      !own.some(({ deprel, index }) => deprel === "obj" && index > i) ||
      !own.some(({ deprel, index }) => deprel === "det" && index < i)
    )
      continue;
    Object.assign(noun, { head: verb.index, deprel: "obj" });
    for (const word of own) if (word.index < i && word !== noun) word.head = noun.index;
    Object.assign(participle, { head: noun.index, deprel: "acl" });
  }
}

/** "is due to meet the envoy": "due to" read as a preposition; who is due is to meet him. */
export function settleDue(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 2 < last; i++) {
    const [due, to] = [words[i], words[i + 1]] as [Word, Word];
    const verb = words[due.head];
    if (due.lower !== "due" || due.deprel !== "mark" || to.lower !== "to" || to.head !== i || verb?.xpos !== "VB") continue;
    const cop = below(words, verb).find(({ deprel, index }) => deprel === "cop" && index < i);
    if (!cop || verb.index < i) continue;
    Object.assign(due, { head: verb.head, deprel: verb.deprel, upos: "ADJ" });
    // "… was due to begin, but a crowd blocked the road": what happened instead is not due.
    const beside = (word: Word) => word.deprel === "conj" && below(words, word).some(({ deprel }) => deprel.startsWith("nsubj"));
    for (const word of below(words, verb)) if (word.index < i || beside(word)) word.head = i;
    for (const word of below(words, due)) if (word.deprel === "nsubj:outer") word.deprel = "nsubj";
    Object.assign(to, { head: verb.index, deprel: "mark" });
    Object.assign(verb, { head: i, deprel: "xcomp" });
  }
}
