import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Trees } from "./trees.ts";

/** How many words a list may hold, and how deep a subject may hang below what it was joined to. */
const [MOST, DEPTH] = [12, 4];
const NAMED = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const COMPANY = new Set(["together", "along"]);

/** "In Tarma, North Region, the mayor and his driver were shot": a subject that was read as joined to the adverbial before it. */
export function subjectJoinedToAdverbial(syntax: Trees, verb: Word, isDay: (word: Word) => boolean): Word | undefined {
  if (!/^(?:root|ccomp|conj|parataxis)$/.test(relation(verb))) return undefined;
  const adverbial = syntax.child(verb, (c) => relation(c) === "obl" && c.index < verb.index && syntax.preposition(c) !== "");
  if (!adverbial) return undefined;
  // Of several parts between commas the last is the subject: what goes before it belongs to the place.
  const parts = partsOf(syntax, adverbial, verb, 0).filter((part) => !isDay(part) && syntax.preposition(part) === "");
  const last = parts.at(-1);
  return last && before(syntax, last) === "," ? last : undefined;
}

/** "Men on horses burned three villages, residents said": a subject that was hung on the verb of saying, beside its own. */
export function subjectOfSaying(syntax: Trees, verb: Word): Word | undefined {
  const said =
    relation(verb) === "ccomp"
      ? syntax.head(verb)
      : relation(verb) === "root"
        ? syntax.children(verb).findLast((c) => c.deprel === "conj" && c.upos === "VERB")
        : undefined;
  if (!said || said.index < verb.index) return undefined;
  if (syntax.child(said, (c) => relation(c) === "nsubj" && c.index > verb.index) === undefined) return undefined;
  return syntax.child(said, (c) => relation(c) === "nsubj" && c.index < verb.index && NOMINAL.has(c.upos));
}
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"]);

/** "Gunmen attacked a convoy, the army said, killing two": a participle hung on the saying, of whoever did what is said. */
export function subjectOfTold<Found>(syntax: Trees, verb: Word, subjectOf: (told: Word) => Found | undefined): Found | undefined {
  const said = syntax.head(verb);
  if (!said || syntax.at(verb.index - 1, verb)?.text !== ",") return undefined;
  const told =
    syntax.child(said, (c) => c.deprel === "ccomp" && c.index < said.index) ??
    (said.deprel === "parataxis" ? syntax.head(said) : undefined);
  return told && told.index < said.index ? subjectOf(told) : undefined;
}

/** "… abducting a commander, police and residents said": of those joined to the object, the ones behind the comma who say it. */
export function saying(syntax: Trees, joined: readonly Word[]): Word[] {
  const last = joined.at(-1);
  const said = last && syntax.at(last.index + 1, last);
  if (said?.upos !== "VERB" || !SAID.test(said.lower) || syntax.has(said, "nsubj")) return [];
  const from = joined.findLastIndex((c) => before(syntax, c) === ",");
  return from < 0 ? [] : joined.slice(from);
}
const SAID = /^(?:said|say|says|reported)$/;

/** "Pakistan test-fired a missile": a subject that was read as an adverbial before the two halves of its verb. */
export function subjectBeforeHyphen(syntax: Trees, verb: Word, isDay: (word: Word) => boolean): Word | undefined {
  const half = syntax.at(verb.index - 2, verb);
  if (!half || !/^[-‐‑]$/.test(syntax.at(verb.index - 1, verb)?.text ?? "") || half.head !== verb.index) return undefined;
  return syntax.child(
    verb,
    (c) => relation(c) === "obl" && c.index < half.index && syntax.preposition(c) === "" && NOMINAL.has(c.upos) && !isDay(c),
  );
}

/** "The ministry has, in a statement, called on drivers": a subject that was hung on the auxiliary. */
export function subjectOfAuxiliary(syntax: Trees, verb: Word): Word | undefined {
  const auxiliary = syntax.child(verb, (c) => relation(c) === "aux" && c.index < verb.index);
  return auxiliary && syntax.child(auxiliary, (c) => relation(c) === "nsubj" && c.index < auxiliary.index);
}

/**
 * "after violent protests left 11 people dead", "after marchers and the police clashed": a subject whose conjunction was read as
 * a preposition, and the "and" between two of them as one between clauses.
 */
export function subjectBehindConjunction(syntax: Trees, verb: Word, isDay: (word: Word) => boolean): Word | undefined {
  if (verb.xpos !== "VBD" && verb.xpos !== "VBZ" && verb.xpos !== "VBP") return undefined;
  const above = syntax.head(verb);
  if (relation(verb) === "conj") {
    if (!above || syntax.at(verb.index - 1, verb)?.upos === "CCONJ") return undefined;
    // "imposed a curfew after clashes left five dead": of the clauses before, the last.
    const before = [
      above,
      ...syntax.children(above).filter((c) => c.deprel === "conj" && c.upos === "VERB" && c.index < verb.index),
    ];
    const first = before.flatMap((clause) => syntax.children(clause).filter((c) => isSubject(c) && c.index > above.index)).at(-1);
    if (!first) return undefined;
    const alone = !syntax.has(verb, "cc") && !hasComma(syntax, first.index, verb);
    return alone || syntax.child(first, (c) => c.deprel === "conj" && c.index < verb.index) ? first : undefined;
  }
  if (relation(verb) !== "advcl") return undefined;
  // "comes after the union sanctioned Iran": the conjunction found its clause, the subject did not.
  const mark = syntax.child(verb, (c) => c.deprel === "mark" && c.index < verb.index);
  const isBare = (c: Word) => relation(c) === "obl" && syntax.preposition(c) === "" && NOMINAL.has(c.upos) && !isDay(c);
  if (above && mark)
    return syntax.child(
      above,
      (c) => isBare(c) && c.index > mark.index && c.index < verb.index && !hasComma(syntax, c.index, verb),
    );
  return (
    syntax.child(verb, isSubject) ??
    (above && syntax.child(above, (c) => isSubject(c) && c.index > above.index && !hasComma(syntax, c.index, verb)))
  );

  /** "even as 50 policemen watched" */
  function isMeanwhile(c: Word): boolean {
    const first = syntax.preposition(c) === "" && syntax.child(c, (w) => w.lower === "even" && w.index < c.index);
    return first !== undefined && first !== false && syntax.at(first.index + 1, first)?.lower === "as";
  }

  function isSubject(c: Word): boolean {
    return (
      relation(c) === "obl" &&
      c.index < verb.index &&
      (/^(?:after|before|since|until|as)$/.test(syntax.preposition(c)) || isMeanwhile(c)) &&
      NOMINAL.has(c.upos) &&
      !isDay(c)
    );
  }
}

/** "On the night of 3 June unidentified men placed a bomb": a subject that was hung on the day before it, to which no preposition ties it. */
export function subjectBehindDay(syntax: Trees, verb: Word, isDay: (word: Word) => boolean): Word | undefined {
  if (!/^VB[DN]$/.test(verb.xpos) || !/^(?:root|ccomp|conj|parataxis|acl)/.test(verb.deprel)) return undefined;
  if (syntax.child(verb, (c) => relation(c) === "nsubj" || relation(c) === "aux" || c.deprel === "obl:agent")) return undefined;
  const tells = (c: Word) => isDay(c) || c.upos === "NUM";
  const day = syntax.child(
    verb,
    (c) =>
      relation(c) === "obl" &&
      c.index < verb.index &&
      (tells(c) || syntax.child(c, (w) => w.index > c.index && tells(w)) !== undefined),
  );
  if (!day) return undefined;
  let noun: Word | undefined;
  for (let above: Word[] = [day], n = 0; above.length > 0 && n < DEPTH; n++) {
    above = above.flatMap((c) => syntax.children(c)).filter((c) => c.index > day.index && c.index < verb.index);
    const bare = above.find(
      (c) =>
        /^(?:nmod|appos|obl)/.test(c.deprel) && c.deprel !== "nmod:poss" && NAMED.has(c.upos) && c.upos !== "NUM" && !isDay(c),
    );
    if (bare && isFree(bare) && !hasComma(syntax, bare.index, verb)) noun = bare;
  }
  return noun;

  // "of 3 June men": the preposition of the day was hung on the noun behind it.
  function isFree(bare: Word): boolean {
    const first = syntax.child(bare, (c) => c.deprel === "case");
    for (let i = (first?.index ?? bare.index) + 1; i < bare.index; i++) {
      const between = syntax.at(i, bare);
      if (between && between.head !== bare.index && tells(between)) return true;
    }
    return first === undefined;
  }
}

/** A comma stands between, and no second that closes what the first opened: "policemen, among them two officers, watched". */
function hasComma(syntax: Trees, from: number, verb: Word): boolean {
  let commas = 0;
  for (let i = from + 1; i < verb.index; i++) if (syntax.at(i, verb)?.text === ",") commas++;
  return commas % 2 === 1 || (commas > 0 && syntax.at(verb.index - 1, verb)?.text !== ",");
}

/** What is joined to a noun without "and", at whatever depth, in text order. */
function partsOf(syntax: Trees, noun: Word, verb: Word, depth: number): Word[] {
  if (depth >= DEPTH) return [];
  const found: Word[] = [];
  for (const child of syntax.children(noun)) {
    const rel = relation(child);
    if (child.index <= noun.index || child.index >= verb.index) continue;
    const joined = rel === "conj" && before(syntax, child) !== "and";
    if (joined && NAMED.has(child.upos)) found.push(child);
    if (joined || rel === "nmod") found.push(...partsOf(syntax, child, verb, depth + 1));
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The word that stands before a noun and all that describes it: a comma, "and". */
function before(syntax: Trees, noun: Word): string | undefined {
  const own = syntax.below(noun, (c) => c.index > noun.index || c.deprel === "cc" || c.upos === "PUNCT", MOST);
  return syntax.at((own[0] as Word).index - 1, noun)?.lower;
}

/** "Killed were two policemen", "also injured was a vendor": the participle goes before what it is said of. */
export function inverted(syntax: Trees, verb: Word): Word | undefined {
  const rel = relation(verb);
  if ((rel !== "csubj" && rel !== "nsubj") || !syntax.isParticiple(verb)) return undefined;
  const noun = syntax.head(verb);
  const copula = noun && syntax.child(noun, (c) => c.deprel === "cop" && c.index > verb.index && c.index < noun.index);
  return copula && NAMED.has((noun as Word).upos) ? noun : undefined;
}

/** "Eight nuns -- six of them Poles -- and a gardener were murdered": the head of a sentence that is the first of its subjects. */
export function beforeDash(syntax: Trees, subject: Word): Word | undefined {
  if (!subject.deprel.startsWith("nsubj")) return undefined;
  const verb = syntax.head(subject);
  const noun = verb?.deprel === "conj" ? syntax.head(verb) : undefined;
  if (!verb || !noun || (noun.upos !== "NOUN" && noun.upos !== "PROPN") || syntax.has(noun, "cop")) return undefined;
  return syntax.child(verb, (c) => c.deprel === "cc" && c.index < subject.index) ? noun : undefined;
}

const MUTUAL = /^(?:clash|fight|battle|skirmish|scuffle|brawl|quarrel|meet)$/;

/** "hurt after strikers and the police clashed": the first of two who did it to each other, read as the time of what went before. */
export function mutual(syntax: Trees, subject: Word): Word | undefined {
  const verb = subject.deprel === "nsubj" ? syntax.head(subject) : undefined;
  if (verb?.deprel !== "conj" || !MUTUAL.test(verb.lemma)) return undefined;
  const and = syntax.child(verb, (c) => c.deprel === "cc" && c.lower === "and" && c.index < subject.index);
  const before = and && syntax.at(and.index - 1, and);
  return before &&
    /^(?:obl|nmod)/.test(before.deprel) &&
    NOMINAL.has(before.upos) &&
    /^(?:after|when|as)$/.test(syntax.preposition(before))
    ? before
    : undefined;
}

/** "a judge, a commander and a deputy": a list whose second was read as saying who the first is. */
export function listed(syntax: Trees, noun: Word): Word[] {
  const second = syntax.child(noun, (c) => c.deprel === "appos" && c.index > noun.index);
  if (!second || syntax.child(noun, (c) => c.deprel === "conj")) return [];
  // "a judge, a colonel and senator Luis Mendez": the last of three, read as saying who the second is.
  const rest = syntax.children(second).filter((c) => c.deprel === "conj" || (c.deprel === "appos" && syntax.has(c, "cc")));
  if (!rest.some((c) => syntax.has(c, "cc"))) return [];
  const alike = (noun.upos === "PROPN" && second.upos === "PROPN") || (isOne(syntax, noun) && isOne(syntax, second));
  return alike ? [second, ...rest].slice(0, MOST) : [];
}

const isOne = (syntax: Trees, noun: Word): boolean =>
  syntax.child(noun, (c) => (c.deprel === "det" && (c.lower === "a" || c.lower === "an")) || c.deprel === "nummod") !== undefined;

/** "was killed together with three soldiers", "killed a judge as well as a nurse": who shares the lot of the one that is told first, behind a word. */
export function companions(syntax: Trees, verb: Word, behind: Word): Word[] {
  return syntax.children(verb).filter((c) => {
    if (relation(c) !== "obl" || c.index < behind.index || !NAMED.has(c.upos)) return false;
    const preposition = syntax.preposition(c);
    if (preposition === "as well as" || preposition === "in addition to") return true;
    const first = syntax.child(c, (w) => w.deprel === "case");
    return (
      preposition.endsWith("with") &&
      first !== undefined &&
      (COMPANY.has(first.lower) || COMPANY.has(syntax.at(first.index - 1, first)?.lower ?? ""))
    );
  });
}

/**
 * "were seized in the past hours by rebels", "on 16 May by the army", "with rifles by the gang": an agent hung on the time, the
 * name or the means between; "held at a farm by the army", "denied entry by the police": one that can be nothing else on the place
 * or what was denied.
 */
export function agentBeyond(
  syntax: Trees,
  verb: Word,
  isBy: (noun: Word) => boolean,
  isDay: (word: Word) => boolean,
  isDoer: (noun: Word) => boolean,
): Word | undefined {
  const behind = (c: Word) =>
    c.index > verb.index && (c.deprel === "obj" || (relation(c) === "obl" && PLACING.has(syntax.preposition(c))));
  for (const c of syntax.children(verb)) {
    const agent = behind(c) && syntax.child(c, (w) => relation(w) === "nmod" && w.index > c.index && isBy(w) && isDoer(w));
    if (agent) return agent;
  }
  const isBetween = (c: Word) => c.upos === "NUM" || c.upos === "PROPN" || isDay(c) || syntax.preposition(c) === "with";
  let between = syntax.children(verb).filter((c) => relation(c) === "obl" && c.index > verb.index && isBetween(c));
  for (let n = 0; n < DEPTH && between.length > 0; n++) {
    const below = between
      .flatMap((c) => syntax.children(c).filter((w) => relation(w) === "nmod" && w.index > c.index))
      .slice(0, MOST);
    const agent = below.find(isBy);
    if (agent) return agent;
    between = below.filter(isBetween);
  }
  return undefined;
}

const PLACING = new Set(["at", "in", "from", "near", "outside", "inside"]);

/** "three were killed and 12 injured": whom a participle tells of by a bare number before it. */
export function countedBefore(syntax: Trees, verb: Word): Word | undefined {
  const before = syntax.at(verb.index - 1, verb);
  return verb.deprel === "conj" && before?.upos === "NUM" && before.deprel === "conj" && before.head === verb.head
    ? before
    : undefined;
}

/** "the priests Juan Molina and Pedro Soto": the names of several that stand right behind what they are. */
export function namedBehind(syntax: Trees, noun: Word): Word | undefined {
  const next = noun.xpos === "NNS" ? syntax.at(noun.index + 1, noun) : undefined;
  if (next?.upos !== "PROPN" || !/^(?:appos|nmod|flat)/.test(next.deprel) || syntax.has(next, "case")) return undefined;
  return next.head === noun.index || next.head === noun.head ? next : undefined;
}

/** "six people, including a nurse and a guard", "among the dead was a nurse": those of a group who are named, wherever their phrase hangs. */
export function included(syntax: Trees, noun: Word): Word[] {
  const above = syntax.head(noun);
  if (
    above &&
    above.index > noun.index &&
    syntax.preposition(noun) === "among" &&
    syntax.has(above, "cop") &&
    NAMED.has(above.upos)
  )
    return [above];
  // The phrase stands right behind the noun that it names some of.
  const beside = above
    ? syntax
        .children(above)
        .filter((c) => NAMED.has(c.upos) && c.index > noun.index)
        .slice(0, 1)
    : [];
  const close = beside.filter((c) => /^(?:obl|nmod)$/.test(relation(c)) && (above as Word).index < noun.index);
  // "Six people were arrested, including a nurse", "detained six men last night, including a nurse": behind the verb and its day.
  const suffers =
    noun.deprel === "obj" || noun.deprel === "nsubj:pass" || (noun.deprel === "nsubj" && !syntax.has(above ?? noun, "obj"));
  if (above?.upos === "VERB" && suffers)
    close.push(
      ...syntax
        .children(above)
        .filter((c) => relation(c) === "obl" && c.index > Math.max(above.index, noun.index) && !close.includes(c)),
    );
  return [...syntax.children(noun), ...close]
    .filter((c) => NAMED.has(c.upos) && syntax.child(c, (w) => w.lower === "including" && w.index > noun.index) !== undefined)
    .slice(0, 1);
}
