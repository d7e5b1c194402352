import type { Word } from "../../model/index.ts";

const isIn = (set: ReadonlySet<string>, word: Word | undefined): word is Word => word !== undefined && set.has(word.lower);

/**
 * "a judge, a colonel and senator Luis Mendez": an apposition behind "and" is the next of a list, and so is that which it
 * was hung on, where both it and the first have an article.
 */
export function settleLists(words: readonly Word[], first: number, last: number): void {
  const under = (noun: Word) =>
    words.slice(Math.max(first, noun.index - 4), noun.index).filter(({ head }) => head === noun.index);
  const isOne = (noun: Word) => under(noun).some((word) => isIn(ONE, word));
  for (let i = first + 2; i < last; i++) {
    const and = words[i - 1] as Word;
    const third = and.deprel === "cc" && (and.lower === "and" || and.lower === "&") ? words[and.head] : undefined;
    if (!third || third.index < i) continue;
    const second = words[third.head];
    if (!second || second.index >= i - 1) continue;
    const joined = third.deprel === "conj";
    // "a teacher, a poet and activist" tells of one.
    if (joined ? !under(third).some(({ deprel }) => MARKED.test(deprel)) : third.deprel !== "appos") continue;
    third.deprel = "conj";
    const one = second.deprel === "appos" ? words[second.head] : undefined;
    if (!one || one.index >= second.index || one.upos === "PROPN" || !isOne(one)) continue;
    // "a mayor, his secretary and a councilman"
    if (!isOne(second) && !under(second).some(({ deprel }) => deprel === "nmod:poss")) continue;
    second.deprel = "conj";
    third.head = one.index;
  }
}
const MARKED = /^(?:det|nummod|nmod:poss)$/;
const ONE = new Set(["a", "an"]);

/** "A journalist, Rosa Diaz, and her cameraman were beaten": of two subjects with "and" between them the second is joined to the first. */
export function settleBeside(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const second = words[i] as Word;
    if (!second.deprel.startsWith("nsubj") || second.head <= i || second.head >= last) continue;
    const verb = words[second.head] as Word;
    let one: Word | undefined;
    let and: Word | undefined;
    for (let k = first; k < i; k++) {
      const word = words[k] as Word;
      if (word.deprel === "cc" && word.lower === "and" && (word.head === verb.index || word.head === i)) and = word;
      else if (word.head === verb.index && word.deprel === second.deprel && word.upos !== "PRON") one = word;
    }
    if (!one || !and || and.index < one.index) continue;
    // Only an apposition between parts them; "claimed the bombing, and the minister vowed …" has another's subject.
    const told = words.slice(one.index + 1, and.index).some(({ head, deprel }) => head === one.index && deprel === "appos");
    const were = second.deprel === "nsubj:pass" && words[verb.index - 1]?.lower === "were";
    if (!told && !were && and.head !== i) continue;
    Object.assign(second, { head: one.index, deprel: "conj" });
    and.head = i;
  }
}

/** "Two brothers, Juan and Pedro Rios, were shot": as many names behind a comma as are counted are theirs. */
export function settleCounted(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 2 < last; i++) {
    const count = words[i] as Word;
    const size = count.upos === "NUM" ? (SIZES[count.lower] ?? Number(count.lower)) : 0;
    const noun = count.deprel === "nummod" ? words[count.head] : someOf(words, count, last);
    if (!(size > 1) || size > MOST || !noun || noun.index <= i || words[noun.index + 1]?.text !== ",") continue;
    const joined = words.slice(noun.index + 1, last).filter(({ head, deprel }) => head === noun.index && deprel === "conj");
    // "two of their captives, a priest and a teacher", but "killed two guards, a nurse and a cook".
    const some = count.upos === "NUM" && count.deprel !== "nummod";
    if (joined.length !== size || (!some && joined.some(({ upos }) => upos !== "PROPN"))) continue;
    const name = joined[0] as Word;
    name.deprel = "appos";
    for (const other of joined.slice(1)) other.head = name.index;
  }
}

/** "captives" of "two of their captives". */
function someOf(words: readonly Word[], count: Word, last: number): Word | undefined {
  if (words[count.index + 1]?.lower !== "of") return undefined;
  return words
    .slice(count.index + 2, Math.min(last, count.index + 7))
    .find(({ head, deprel }) => head === count.index && deprel === "nmod");
}
const MOST = 12;
const SIZES: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };

/** "Fourteen people, mostly women and children": who they were, and not others. */
export function settleMostly(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const mostly = words[i] as Word;
    const noun = isIn(MOSTLY, mostly) ? words[mostly.head] : undefined;
    if (noun?.deprel === "conj" && noun.head < i && words[i - 1]?.text === ",") noun.deprel = "appos";
    if (noun?.deprel !== "appos") continue;
    // "mostly women and children": the second is joined to the first.
    const and = words[noun.index + 1];
    const other = and?.lower === "and" && noun.index + 2 < last ? words[noun.index + 2] : undefined;
    if (other?.deprel === "conj" && other.head === noun.head) other.head = noun.index;
  }
}
const MOSTLY = new Set(["mostly", "mainly", "chiefly", "largely", "predominantly"]);

/** "Police shot and killed a protester": the first of two verbs, read as a noun. */
export function settleShot(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 2 < last; i++) {
    const [shot, and, verb] = [words[i], words[i + 1], words[i + 2]] as [Word, Word, Word];
    if (shot.lower !== "shot" || shot.xpos !== "NN" || and.lower !== "and" || verb.xpos !== "VBD" || verb.head !== i) continue;
    const before = words[i - 1] as Word;
    if (before.head !== i || before.deprel !== "compound") continue;
    Object.assign(shot, { upos: "VERB", xpos: "VBD" });
    for (let k = first; k < i; k++)
      if (
        words[k]?.head === i &&
        k !== before.index &&
        /^(?:det|amod|nummod|compound|nmod:poss)$/.test((words[k] as Word).deprel)
      )
        (words[k] as Word).head = before.index;
    before.deprel = "nsubj";
  }
}

/** "A gang called the Owls kidnapped the engineer", "A minor known as Carlos stabbed him": the naming was read as what is told. */
export function settleNaming(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 2 < last; i++) {
    const naming = words[i] as Word;
    if (!isIn(NAMING, naming) || words[i - 1]?.upos === "AUX") continue;
    const noun = words[i - 1] as Word;
    if (noun.upos !== "NOUN" && noun.upos !== "ADJ") continue;
    const as = words[i + 1]?.lower === "as" ? words[i + 1] : undefined;
    let end = i + (as ? 2 : 1);
    if (words[end]?.lower === "the") end++;
    const from = end;
    while (end < last && /^\p{Lu}/u.test((words[end] as Word).text) && words[end]?.xpos !== "VBD") end++;
    const verb = words[end];
    if (end === from || !verb || verb.xpos !== "VBD" || verb.head !== i || end >= last) continue;
    const name = words.slice(from, end).find(({ head }) => head < from || head >= end) as Word | undefined;
    if (!name) continue;
    // What the whole hung on, by the naming or by the noun: "…, police said" was given the noun for a second subject.
    const top = naming.head === noun.index ? noun : naming;
    const said = top === noun && noun.deprel === "nsubj" ? words[noun.head] : undefined;
    if (said && !words.slice(end + 1, last).some((word) => word.head === said.index && word.deprel === "nsubj")) continue;
    const { head } = top;
    const deprel = said ? "ccomp" : top.deprel;
    if (head >= first && head <= end && head !== -1) continue;
    for (let k = first; k < last; k++) {
      const below = words[k] as Word;
      if (below.head !== top.index || below === name || (below.index >= noun.index && below.index < end)) continue;
      if (below.index > end || below.deprel === "punct") below.head = end;
    }
    Object.assign(verb, { head, deprel });
    Object.assign(noun, { head: end, deprel: "nsubj", ...(noun.upos === "ADJ" && NOUN) });
    Object.assign(naming, { head: noun.index, deprel: "acl", xpos: "VBN" });
    Object.assign(name, { head: i, deprel: as ? "obl" : "xcomp" });
    if (as) Object.assign(as, { head: name.index, deprel: "case" });
  }
}
const NOUN = { upos: "NOUN", xpos: "NN" };
const NAMING = new Set(["called", "named", "dubbed", "nicknamed", "known"]);

/** "caused the death of a civilian and injured 15 people": a second verb that was read as describing those whom it is done to. */
export function settleInjured(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 2 < last; i++) {
    const [and, verb] = [words[i - 1], words[i]] as [Word, Word];
    if (!isIn(HARMING, verb) || and.lower !== "and" || words[i + 1]?.upos !== "NUM" || verb.deprel !== "conj") continue;
    const one = words[verb.head];
    const many = one && words[one.head];
    if (!one || !many || one.index >= i - 1 || one.deprel !== "amod" || many.index <= i || many.index >= last) continue;
    let over = words[many.head];
    for (let n = 0; over && over.upos !== "VERB" && n < 4; n++) over = words[over.head];
    if (over?.upos !== "VERB" || over.index >= one.index) continue;
    Object.assign(one, { head: many.head, deprel: many.deprel, ...(one.upos === "ADJ" && NOUN) });
    for (let k = first; k < one.index; k++) if (words[k]?.head === many.index) (words[k] as Word).head = one.index;
    Object.assign(many, { head: i, deprel: "obj" });
    Object.assign(verb, { head: over.index, deprel: "conj", upos: "VERB", xpos: "VBD" });
    and.head = i;
  }
}
const HARMING = new Set(["injured", "wounded", "killed", "hurt"]);

const KIN =
  /^(?:son|daughter|brother|sister|wife|husband|widow|mother|father|nephew|niece|uncle|cousin|head|chief|leader|commander|deputy|mayor|governor|director|editor|secretary|president|driver|bodyguard|owner|chairman|member)s?$/;

/** "killed the son of the president and two of his friends": those who are his are joined to the one who is told of first. */
export function settleOwned(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 4; i < last; i++) {
    const other = words[i] as Word;
    const owner = other.deprel === "conj" ? words[other.head] : undefined;
    const one = owner?.deprel === "nmod" ? words[owner.head] : undefined;
    if (!owner || !one || owner.index >= i || one.index >= owner.index || !KIN.test(one.lower)) continue;
    const below = words.slice(owner.index + 1, last);
    const his = below.some(
      ({ head, deprel, lower }) =>
        (head === i || words[head]?.head === i) && deprel === "nmod:poss" && /^(?:his|her)$/.test(lower),
    );
    const of = words.slice(one.index + 1, owner.index).some(({ head, lower }) => head === owner.index && lower === "of");
    if (his && of && words.slice(owner.index, i).every(({ upos }) => upos !== "VERB")) other.head = one.index;
  }
}
