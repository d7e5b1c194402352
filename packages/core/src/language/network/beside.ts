import type { Word } from "../../model/index.ts";

const NOUN = /^(?:NOUN|PROPN|NUM)$/;

/** "A couple and their two children were killed": the first of two, read as when it was. */
export function settleCouple(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 2 < last; i++) {
    const [one, and] = [words[i], words[i + 1]] as [Word, Word];
    if (one.upos !== "NOUN" || one.deprel !== "obl:unmarked" || and.lower !== "and") continue;
    const verb = words[one.head];
    const second = words.slice(i + 2, last).find(({ head, deprel }) => head === one.head && deprel.startsWith("nsubj"));
    if (!verb || !second || second.index > verb.index || and.head !== verb.index) continue;
    if (words.slice(i + 2, second.index).some(({ upos }) => upos === "VERB" || upos === "PUNCT")) continue;
    Object.assign(one, { deprel: second.deprel });
    Object.assign(second, { head: i, deprel: "conj" });
    and.head = second.index;
  }
}

/** "Two of the attackers and a guard were killed": who has an article or a number of his own is none of those who are counted. */
export function settleSome(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 4 < last; i++) {
    const [count, of] = [words[i], words[i + 1]] as [Word, Word];
    if (of.lower !== "of" || (count.upos !== "NUM" && !/^(?:several|some|dozens|scores|many)$/.test(count.lower))) continue;
    const group = words.slice(i + 2, Math.min(last, i + 8)).find(({ head, deprel }) => head === i && deprel === "nmod");
    if (!group || of.head !== group.index) continue;
    const own = (noun: Word) => words.slice(first, last).filter(({ head }) => head === noun.index);
    if (!own(group).some(({ deprel, lower }) => (deprel === "det" && lower === "the") || deprel === "nmod:poss")) continue;
    for (const other of own(group)) {
      if (other.deprel !== "conj" || !NOUN.test(other.upos)) continue;
      const marked = own(other).some(
        ({ deprel, lower, index }) =>
          index < other.index && (deprel === "nummod" || (deprel === "det" && /^(?:an?|another)$/.test(lower))),
      );
      if (marked) other.head = i;
    }
  }
}

const STRUCK =
  /^(?:damag|destroy|burn|loot|wreck|torch|attack|shell|bomb|hit|struck|raz|ransack|gutt|vandali[sz]|level|flatten|target|raid)/;
/** What is done to the first of a list is no list of those it is done to: "the killing of the mayor, a judge and two guards". */
const DEED = /(?:ing|tion|ment|death|murder|arrest|kidnap|headquarters)$/;

/**
 * "damaged the exchange of the district, a hotel and two shops": what stands behind a definite owner with articles and numbers of
 * its own is struck beside the first, and owned by nobody that is named.
 */
export function settleStruck(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const owner = words[i] as Word;
    const thing = owner.deprel === "nmod" ? words[owner.head] : undefined;
    if (!thing || thing.index >= i || thing.xpos !== "NN" || !/^(?:obj|nsubj:pass)$/.test(thing.deprel) || DEED.test(thing.lower))
      continue;
    const verb = words[thing.head];
    if (!verb || !STRUCK.test(verb.lower)) continue;
    const own = (noun: Word) => words.slice(first, last).filter(({ head }) => head === noun.index);
    const definite = own(owner).some(({ deprel, lower }) => (deprel === "det" && lower === "the") || deprel === "nmod:poss");
    const others = own(owner).filter(({ deprel, index }) => deprel === "conj" && index > i);
    if (!(definite || owner.upos === "PROPN") || others.length < 2) continue;
    const apart = others.every((other) =>
      own(other).some(
        ({ deprel, lower }) => deprel === "nummod" || (deprel === "det" && /^(?:an?|the)$/.test(lower)) || deprel === "nmod:poss",
      ),
    );
    if (apart) for (const other of others) other.head = thing.index;
  }
}

/** Forces before the noun for what they do. */
const FORCE =
  /^(?:army|police|military|navy|militia|government|rebel|guerrilla|insurgent|soldier|settler|commando|gang|mob|paramilitary|marine)$/;

/** What ends an adjective of a state, in lines of capitals too. */
const OF_STATE = /(?:ian|[^m]an|ish|ese|eli|aqi|emi)$/i;

/** "a Syrian army attack": the attack is of the Syrian army, and not an army's attack that is Syrian. */
export function settleForces(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 2 < last; i++) {
    const [state, force] = [words[i], words[i + 1]] as [Word, Word];
    if (state.deprel !== "amod" || state.upos !== "ADJ" || !(/^\p{Lu}\p{Ll}/u.test(state.text) || OF_STATE.test(state.text)))
      continue;
    if (force.deprel === "compound" && FORCE.test(force.lower) && force.head === state.head && force.head > i + 1)
      state.head = i + 1;
  }
}

/** Offices whose name ends in an adjective. */
const GENERAL = /^(?:attorney|secretary|solicitor|consul|director|inspector|auditor|advocate|postmaster|comptroller)$/;

/** "The attorney general issued a warrant": one office, and no general beside an attorney. */
export function settleGenerals(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 1 < last; i++) {
    const [office, general] = [words[i], words[i + 1]] as [Word, Word];
    if (general.lower !== "general" || !GENERAL.test(office.lower)) continue;
    const isHead = office.head === i + 1;
    if (!isHead && general.head !== office.head && general.head !== i) continue;
    if (isHead) {
      Object.assign(office, { head: general.head, deprel: general.deprel, upos: "NOUN", xpos: "NN" });
      for (const word of words.slice(first, last)) if (word.head === i + 1) word.head = i;
    }
    Object.assign(general, { head: i, deprel: "amod", upos: "ADJ", xpos: "JJ" });
  }
}
