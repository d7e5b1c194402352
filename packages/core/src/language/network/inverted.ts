import type { Word } from "../../model/index.ts";

/** How many words who says so may take: "said a spokesman for the army". */
const LONGEST = 12;
/** Nouns that say what somebody is to do. */
const TO_DO =
  /^(?:offer|proposal|invitation|request|call|demand|appeal|plan|order|ultimatum|attempt|bid|pledge|promise|threat|suggestion)s?$/;

/**
 * "Rebels, said the minister, attacked a base": who says so, set in before the verb, was read as its subject, and the subject as
 * who says so. Each goes to its own verb.
 */
export function settleInverted(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 3 < last; i++) {
    const said = words[i] as Word;
    if (!/^(?:said|says)$/.test(said.lower) || words[i - 1]?.text !== ",") continue;
    const comma = commaAfter(words, i, last);
    const of = (index: number) => words.slice(first, last).filter(({ head }) => head === index);
    const subject = of(i).find(({ deprel, index }) => deprel === "nsubj" && index < i);
    const verb = of(i).find(({ deprel, index }) => deprel === "ccomp" && index > comma);
    if (comma < 0 || !subject || !verb) continue;
    const below = of(verb.index);
    if (below.some(({ deprel, index }) => deprel.startsWith("nsubj") && index > comma)) continue;
    const speaker = words.slice(i + 1, comma).find(({ head }) => head <= i || head >= comma);
    if (!speaker || !/^(?:nsubj|iobj|obj)/.test(speaker.deprel) || (speaker.head !== i && speaker.head !== verb.index)) continue;
    Object.assign(speaker, { head: i, deprel: "nsubj" });
    const passive = below.some(({ deprel }) => deprel === "aux:pass");
    Object.assign(subject, { head: verb.index, deprel: passive ? "nsubj:pass" : "nsubj" });
  }
}

/** The comma that ends who says so; -1 where a verb stands before it. */
function commaAfter(words: readonly Word[], said: number, last: number): number {
  for (let k = said + 1; k < Math.min(last, said + LONGEST); k++) {
    if (words[k]?.text === ",") return k > said + 1 ? k : -1;
    if (words[k]?.upos === "VERB" || words[k]?.upos === "AUX") return -1;
  }
  return -1;
}

/** "escaped after gunmen stormed a prison": a noun between "after" and a verb without a subject is that, and no adverbial of the verb above. */
export function settleAfter(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i < last; i++) {
    const [noun, verb] = [words[i], words[i + 1]] as [Word, Word | undefined];
    const above = words[noun.head];
    if (!verb || i + 1 >= last || verb.upos !== "VERB" || !/^VB[DPZ]$/.test(verb.xpos) || verb.deprel !== "advcl") continue;
    if (noun.deprel !== "obl" || !above || noun.head !== verb.head || noun.head >= i) continue;
    const of = words.slice(first, last);
    const mark = of.find(({ head, deprel, index }) => head === verb.index && deprel === "mark" && index < i);
    if (!mark || mark.index <= above.index || !/^(?:after|when|as|before|while|because|until)$/.test(mark.lower)) continue;
    if (of.some(({ head, deprel }) => head === i && deprel === "case")) continue;
    const subject = of.find(({ head, deprel }) => head === verb.index && deprel.startsWith("nsubj"));
    if (subject && subject.index > above.index) continue;
    if (subject) subject.head = above.index;
    Object.assign(noun, { head: verb.index, deprel: "nsubj" });
  }
}

/** "rejected an offer from the union to mediate": what an offer is for hangs on it, and not on the verb. */
export function settleOffers(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i < last; i++) {
    const offer = words[i] as Word;
    if (offer.deprel !== "obj" || !TO_DO.test(offer.lower) || offer.head >= i) continue;
    const of = words.slice(i + 1, last);
    const from = of.find(({ head, deprel, index }) => head === i && deprel === "nmod" && isFrom(of, index));
    const task = of.find(
      ({ head, deprel, xpos, index }) => head === offer.head && /^(?:advcl|xcomp)$/.test(deprel) && xpos === "VB" && index > i,
    );
    if (!from || !task || task.index < from.index) continue;
    const to = words[task.index - 1];
    // Right behind whom it is from, without a comma: "…, to mediate" may be why it was refused.
    if (to?.lower !== "to" || words.slice(from.index, task.index).some(({ upos }) => upos === "PUNCT")) continue;
    Object.assign(task, { head: i, deprel: "acl" });
  }
}

const isFrom = (words: readonly Word[], noun: number): boolean =>
  words.some(({ head, deprel, lower }) => head === noun && deprel === "case" && /^(?:from|by|of)$/.test(lower));
