import type { Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import type { Candidate } from "../find/candidate.ts";
import type { Reading } from "../find/reading.ts";
import type { Clusters } from "./clusters.ts";
import { type Quote, quoteAt, SAY } from "./quotes.ts";

/** How many candidates and sentences back an antecedent is looked for. */
const REACH = 60;
const SENTENCES = 4;

/**
 * What speaks for an antecedent and what against. Set by `training/coref/tune.mjs` for the share of pronouns whose nearest name or
 * description is right; `base` only keeps the sum above zero, `leastIt` is what an "it" asks for.
 */
export const W = {
  base: 20,
  sentence: 6,
  near: 0.25,
  subject: 5,
  object: 2,
  owner: 4,
  ownerPronoun: 1,
  oblique: -1,
  conjunct: -2,
  parallel: 0,
  parallelObject: 2,
  samePronoun: 4,
  pronoun: 3.5,
  name: 2,
  bare: -4,
  definite: 0,
  possessed: 1,
  gender: 0,
  acrossQuote: -4,
  sameQuote: 2,
  groupAsThey: -3.5,
  sayers: 5,
  size: 0.5,
  sizeMost: 8,
  leastIt: 12,
};

/** Third-person pronouns, from left to right: the best antecedent that agrees, or none. */
export function linkPronouns(reading: Reading, clusters: Clusters, quotes: readonly Quote[]): void {
  const { candidates } = clusters;
  for (const [i, one] of candidates.entries()) {
    if (one.form !== "pronoun" || one.person !== 3) continue;
    let best = -1;
    let bestScore = one.gender === "n" ? W.leastIt : 0;
    for (let j = i - 1; j >= 0 && i - j <= REACH; j--) {
      const before = candidates[j] as Candidate;
      if (one.sentence - before.sentence > SENTENCES) break;
      const score = worth(reading, clusters, quotes, j, i);
      if (score > bestScore) [best, bestScore] = [j, score];
    }
    // "After his arrest, Duarte …": forward in the same sentence when nothing stands before.
    if (best < 0 && one.gender !== "n") {
      for (let j = i + 1; j < candidates.length && j - i <= 12; j++) {
        const after = candidates[j] as Candidate;
        if (after.sentence !== one.sentence) break;
        if (after.form === "name" && worth(reading, clusters, quotes, j, i) > 0) {
          best = j;
          break;
        }
      }
    }
    if (best >= 0) clusters.join(best, i);
  }
}

function worth(reading: Reading, clusters: Clusters, quotes: readonly Quote[], j: number, i: number): number {
  const { words } = reading.document;
  const before = clusters.candidates[j] as Candidate;
  const one = clusters.candidates[i] as Candidate;
  if (before.form === "pronoun" && before.person !== 3) {
    // "I" may be "she" only through the speaker, who then is in reach as a name.
    return -1;
  }
  if (!agrees(clusters, before, one, j)) return -1;
  const pronoun = words[one.word] as Word;
  const head = words[before.word] as Word;
  const reflexive = /sel(?:f|ves)$/.test(one.keys[0] as string);
  const possessive = pronoun.deprel === "nmod:poss";
  // Within the phrase that it helps to make: "his brother" is not "his".
  if (before.start <= one.start && one.end <= before.end && before.form !== "pronoun")
    return possessive && ownedBy(pronoun, before) ? -1 : isInClause(words, pronoun, head) ? 12 : -1;
  if (reflexive !== sameClause(pronoun, head)) {
    if (reflexive) return isSubject(head) && before.sentence === one.sentence ? 4 : -1;
    if (!possessive && isArgument(pronoun) && isArgument(head)) return -1;
  }
  if (one.gender === "n" && possessive && boundElsewhere(words, pronoun, head)) return -1;
  const [q, p] = [quoteAt(quotes, one.start), quoteAt(quotes, before.start)];
  if (q >= 0) {
    // Who speaks is "I", not "he".
    const speaker = (quotes[q] as Quote).speaker;
    if (speaker >= 0 && clusters.same(speaker, j)) return -1;
  }
  const distance = one.sentence - before.sentence;
  let score = W.base - W.sentence * distance - W.near * (i - j);
  if (isSubject(head)) score += W.subject;
  else if (/^i?obj/.test(head.deprel)) score += W.object;
  else if (head.deprel === "nmod:poss") score += before.form === "pronoun" ? W.ownerPronoun : W.owner;
  else if (relation(head) === "nmod" || relation(head) === "obl") score += W.oblique;
  else if (relation(head) === "conj") score += W.conjunct;
  if (isSubject(pronoun)) score += isSubject(head) ? W.parallel : 0;
  else if (/^i?obj/.test(pronoun.deprel) && /^i?obj/.test(head.deprel)) score += W.parallelObject;
  if (before.form === "pronoun") score += before.keys[0] === one.keys[0] ? W.samePronoun : W.pronoun;
  else if (before.form === "name") score += W.name;
  else if (before.article === "bare" && before.number !== "many") score += W.bare;
  else if (before.article === "definite") score += W.definite;
  else if (before.article === "possessive") score += W.possessed;
  if (one.number === "one") score += clusters.sketch(j).gender === one.gender ? W.gender : 0;
  if (q >= 0 !== p >= 0) score += W.acrossQuote;
  else if (q >= 0 && q === p) score += W.sameQuote;
  if (one.number === "many" && before.number === "group") score += W.groupAsThey;
  if (isSayer(words, pronoun) && isSayer(words, head)) score += W.sayers;
  score += W.size * Math.min(W.sizeMost, clusters.members(j).length);
  if (one.gender === "n") {
    if (before.kind === "state" && before.form === "name" && !isSubject(head)) score -= 4;
    if (!possessive && !isActorPlace(words, pronoun)) score -= 6;
  }
  return score;
}

/** Gender, number and animacy. */
function agrees(clusters: Clusters, before: Candidate, one: Candidate, j: number): boolean {
  const { gender, individual, many } = clusters.sketch(j);
  if (one.number === "one") {
    if (before.form === "pronoun")
      return before.number === "one" && (before.gender === "" || one.gender === "" || before.gender === one.gender);
    if (before.number !== "one" || before.class !== "person") return false;
    return gender === "" || gender === one.gender;
  }
  if (one.gender === "n") {
    if (before.form === "pronoun") return before.gender === "n";
    return before.number === "group" && before.class === "group";
  }
  // they: many, a group, or one whose gender nobody tells
  if (before.form === "pronoun") return before.number === "many";
  if (before.number === "many" || (many && individual !== true)) return true;
  if (before.number === "group") return before.kind !== "state";
  return individual === true && before.form === "nominal" && gender === "" && before.article === "indefinite";
}

/** Whether a word is the subject of a word of saying. */
function isSayer(words: readonly Word[], word: Word): boolean {
  const verb = words[word.head];
  return isSubject(word) && verb !== undefined && SAY.has(verb.lemma);
}

const isSubject = (word: Word): boolean => word.deprel.startsWith("nsubj");
const isArgument = (word: Word): boolean => /^(?:nsubj|obj|iobj|obl|xcomp)/.test(word.deprel);

/** Whether two words are arguments of one predicate. */
function sameClause(a: Word, b: Word): boolean {
  return a.head === b.head && a.head >= 0;
}

/** "Each strike hit its target": the subject of the clause, no actor, owns it. */
function boundElsewhere(words: readonly Word[], pronoun: Word, head: Word): boolean {
  for (let word: Word | undefined = words[pronoun.head], steps = 0; word && steps < 6; word = words[word.head], steps++) {
    if (word.upos !== "VERB" && word.upos !== "AUX") continue;
    const subject = word.children.map((index) => words[index] as Word).find(isSubject);
    return (
      subject !== undefined &&
      subject.index < pronoun.index &&
      subject.index !== head.index &&
      (subject.upos === "NOUN" || subject.upos === "PROPN") &&
      head.index < subject.index
    );
  }
  return false;
}

function ownedBy(pronoun: Word, owner: Candidate): boolean {
  return pronoun.head === owner.word;
}

/** Whether a pronoun stands in a clause that modifies a noun: "the man who lost his job". */
function isInClause(words: readonly Word[], pronoun: Word, noun: Word): boolean {
  for (
    let word: Word | undefined = pronoun, steps = 0;
    word && word.index !== noun.index && steps < 30;
    word = words[word.head], steps++
  ) {
    if (relation(word) === "acl" && word.head === noun.index) return true;
  }
  return false;
}

/** Where an "it" is likely to act: as subject of a verb that takes an actor. */
function isActorPlace(words: readonly Word[], pronoun: Word): boolean {
  const verb = words[pronoun.head];
  return isSubject(pronoun) && verb !== undefined && verb.upos === "VERB" && pronoun.deprel === "nsubj" && ACTS.has(verb.lemma);
}

const ACTS = new Set(
  "say announce claim deny want hope plan agree refuse reject accept demand ask call warn threaten condemn accuse believe think know decide vow pledge promise expect intend seek try attack launch fire send deploy kill fight support back oppose order open close sell buy offer provide build run hold operate employ hire publish report issue release win lose carry conduct invite join sign urge withdraw pull train arm fund recruit control seize capture".split(
    " ",
  ),
);
