import type { Word } from "../../model/index.ts";

/** Where a title and its name may both have been hung. */
const ROLES = new Set(["nsubj", "nsubj:pass", "obj", "iobj", "conj"]);

/** "Lawyer Ana Perez was indicted": of a title and the name behind it, read as two subjects, the title says who the name is. */
export function settleTitles(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 1 < last; i++) {
    const [title, name] = [words[i], words[i + 1]] as [Word, Word];
    if (name.upos !== "PROPN" || (title.upos !== "NOUN" && title.upos !== "PROPN")) continue;
    if (title.head !== name.head || title.deprel !== name.deprel || !ROLES.has(name.deprel)) continue;
    if (words.slice(first, last).some((word) => word.head === i && (word.deprel === "case" || word.deprel === "punct"))) continue;
    title.head = i + 1;
    title.deprel = "nmod:desc";
  }
  // "the murder of union leader Ann Lee", "and union leader Ann Lee": what joins them to the rest joins the name.
  for (let i = first; i < last; i++) {
    const word = words[i] as Word;
    const title = words[word.head];
    if ((word.deprel !== "case" && word.deprel !== "cc") || title?.deprel !== "nmod:desc") continue;
    if (word.index < title.index && title.index < title.head) word.head = title.head;
  }
}

/** "A court sentenced Ana Perez": of two subjects, on either side of a verb that has no object, the one behind it is whom it is done to. */
export function settleSubjects(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const name = words[i] as Word;
    const verb = words[name.head];
    if (name.deprel !== "nsubj" || name.upos !== "PROPN" || verb?.upos !== "VERB" || verb.index >= i || verb.index < first)
      continue;
    const of = words.slice(first, last).filter(({ head }) => head === verb.index);
    const before = of.some(({ deprel, index }) => deprel === "nsubj" && index < verb.index);
    const between = words.slice(verb.index + 1, i).some(({ upos }) => upos === "PUNCT" || upos === "VERB");
    if (before && !between && !of.some(({ deprel }) => /^(?:obj|ccomp|aux:pass)$/.test(deprel))) name.deprel = "obj";
  }
}

/** "the gunman, shot dead by police, had …": a participle that was read as a noun beside the one it tells of. */
export function settleShotDead(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 1 < last; i++) {
    const [shot, dead] = [words[i], words[i + 1]] as [Word, Word];
    // "shot dead two officers": what they are after it.
    if (shot.lower === "shot" && dead.lower === "dead" && dead.head > i + 1 && words[dead.head]?.head === i)
      Object.assign(dead, { head: i, deprel: "xcomp" });
    if (shot.lower !== "shot" || dead.lower !== "dead" || !/^(?:appos|nmod)/.test(shot.deprel)) continue;
    Object.assign(shot, { upos: "VERB", xpos: "VBN", deprel: "acl" });
    dead.head = i;
    dead.deprel = "xcomp";
    for (let k = i + 2; k < last; k++) {
      const below = words[k] as Word;
      if (below.head === i + 1 && /^(?:obl|nmod)/.test(below.deprel)) Object.assign(below, { head: i, deprel: "obl" });
    }
  }
}

/** "were killed in shelling", "hurt in bombing near the town": a gerund behind "in" that has no object, under a passive, is a noun. */
export function settleGerunds(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i < last; i++) {
    const [mark, gerund] = [words[i - 1], words[i]] as [Word, Word];
    if (gerund.xpos !== "VBG" || gerund.deprel !== "advcl" || mark.lower !== "in" || mark.head !== i) continue;
    const under = (head: number, roles: RegExp) =>
      words.slice(first, last).some((word) => word.head === head && roles.test(word.deprel));
    if (gerund.head >= i || !under(gerund.head, /^aux:pass$/) || under(i, /^(?:obj|iobj|ccomp|xcomp|nsubj)/)) continue;
    Object.assign(gerund, { upos: "NOUN", xpos: "NN", deprel: "obl" });
    mark.deprel = "case";
    for (const word of words.slice(i + 1, last)) if (word.head === i && word.deprel === "obl") word.deprel = "nmod";
  }
}

/** "Shelling of a market left 22 dead": a gerund that has what it is of is a noun. */
export function settleShelling(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 2 < last; i++) {
    const [gerund, of] = [words[i], words[i + 1]] as [Word, Word];
    if (!/ing$/.test(gerund.lower) || gerund.upos !== "VERB" || gerund.deprel !== "nsubj" || of.lower !== "of") continue;
    const noun = words[of.head];
    if (noun?.head !== i || !/^(?:nmod|obl)$/.test(noun.deprel)) continue;
    Object.assign(gerund, { upos: "NOUN", xpos: "NN" });
    noun.deprel = "nmod";
  }
}

/** What looks like a participle and is a preposition. */
const PREPOSITION =
  /^(?:following|including|according|regarding|concerning|excluding|barring|pending|considering|starting|beginning|depending|owing|involving|notwithstanding|during|pertaining)$/;

/** "attacked a mine, beheading four miners": a participle behind a comma that was read as the preposition of its object. */
export function settleBeheading(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const participle = words[i] as Word;
    const object = words[participle.head];
    if (participle.xpos !== "VBG" || participle.deprel !== "case" || words[i - 1]?.text !== ",") continue;
    if (PREPOSITION.test(participle.lower) || !object || object.index <= i || object.head >= i || object.head < first) continue;
    if (words[object.head]?.upos !== "VERB") continue;
    Object.assign(participle, { upos: "VERB", head: object.head, deprel: "advcl" });
    Object.assign(object, { head: i, deprel: "obj" });
    const comma = words[i - 1] as Word;
    if (comma.head === object.index) comma.head = i;
  }
}

/** "killing at least five and wounding dozens": a bare number that was read as counting whom the next participle is about. */
export function settleTolls(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i < last; i++) {
    const second = words[i] as Word;
    const count = second.xpos === "VBG" && second.deprel === "conj" ? words[second.head] : undefined;
    const noun = count?.deprel === "nummod" ? words[count.head] : undefined;
    const verb = noun?.deprel === "obj" ? words[noun.head] : undefined;
    if (!count || !noun || verb?.xpos !== "VBG" || count.index >= i || noun.index <= i || noun.index >= last) continue;
    if (verb.index >= count.index || verb.index < first) continue;
    Object.assign(count, { head: verb.index, deprel: "obj" });
    Object.assign(second, { head: verb.index, deprel: "conj" });
    Object.assign(noun, { head: i, deprel: "obj" });
  }
}

/** "killing nine people and wounding dozens": a participle joined to another, read as describing what is done by it. */
export function settleParticiples(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 1 < last; i++) {
    const [and, second] = [words[i - 1], words[i]] as [Word, Word];
    const noun = words[second.head];
    if (!/ing$/.test(second.lower) || !/^(?:amod|compound)$/.test(second.deprel) || and.lower !== "and") continue;
    if (noun?.deprel !== "conj" || noun.index <= i || noun.index >= last || and.head !== noun.index) continue;
    const verb = words[words[noun.head]?.head ?? -1];
    if (verb?.xpos !== "VBG" || words[noun.head]?.deprel !== "obj" || verb.index >= i || verb.index < first) continue;
    Object.assign(second, { head: verb.index, deprel: "conj", upos: "VERB", xpos: "VBG" });
    Object.assign(noun, { head: i, deprel: "obj" });
    // "…, police and hospital officials said": what was read as joined to it hardly is.
    for (let k = noun.index + 1; k < last; k++)
      if (words[k]?.head === noun.index && words[k]?.deprel === "conj") (words[k] as Word).deprel = "dep";
    and.head = i;
  }
}

/** "The agency said a woman and her sons died": the first of two subjects, read as what is said. */
export function settleSaid(words: readonly Word[], first: number, last: number): void {
  for (let i = first; i + 3 < last; i++) {
    const said = words[i] as Word;
    if (!/^(?:said|says|say|reported|added|claimed)$/.test(said.lower)) continue;
    const of = (head: number) => words.slice(first, last).filter((word) => word.head === head);
    const object = of(i).find(({ deprel, index }) => deprel === "obj" && index > i);
    const verb = of(i).find(({ deprel, index }) => deprel === "conj" && index > (object?.index ?? last));
    const and = object && words[object.index + 1];
    if (!object || !verb || and?.lower !== "and" || and.head !== verb.index) continue;
    const subject = of(verb.index).find(({ deprel }) => deprel.startsWith("nsubj"));
    if (!subject || subject.index < and.index) continue;
    Object.assign(object, { head: verb.index, deprel: subject.deprel });
    Object.assign(subject, { head: object.index, deprel: "conj" });
    and.head = subject.index;
    verb.deprel = "ccomp";
  }
}

const HAPPENING =
  /^(?:blast|explosion|detonation|attack|bomb|bombing|shelling|strike|raid|ambush|clash|fire|storm|quake)(?:s|es)?$/;

/** "The blast caused damage to stores": a finite verb read as describing what it brings about, and its subject with it. */
export function settleCaused(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const [subject, verb] = [words[i - 1], words[i]] as [Word, Word];
    const object = words[verb.head];
    if (verb.xpos !== "VBN" || verb.deprel !== "amod" || !object || object.index <= i || object.deprel !== "root") continue;
    if (subject.head !== object.index || !HAPPENING.test(subject.lower)) continue;
    Object.assign(verb, { head: -1, deprel: "root", xpos: "VBD", upos: "VERB" });
    for (const word of words.slice(first, last)) {
      if (word.head !== object.index || word === verb) continue;
      if (word.index < subject.index) word.head = subject.index;
      else if (word.index > object.index && word.deprel === "punct") word.head = i;
    }
    Object.assign(subject, { head: i, deprel: "nsubj", ...(subject.upos === "ADJ" && { upos: "NOUN", xpos: "NN" }) });
    Object.assign(object, { head: i, deprel: "obj" });
  }
}

/** "An explosion tore through the bus": a past with a subject that the tagger takes for a noun. */
export function settleTore(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i < last; i++) {
    const word = words[i] as Word;
    if (!/^(?:NN.*|RB|JJ)$/.test(word.xpos) || !/^(?:tore|overran|slew|strode|swept|shot|struck)$/.test(word.lower)) continue;
    if (words.slice(first, i).some(({ head, deprel }) => head === i && deprel === "nsubj"))
      Object.assign(word, { upos: "VERB", xpos: "VBD" });
  }
}

/** "Fighters overran the base": a past that the tagger does not know, read as a preposition. */
export function settleOverran(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const verb = words[i] as Word;
    if (verb.lower !== "overran" || verb.deprel !== "case") continue;
    const object = words[verb.head];
    const subject = object && words[object.head];
    if (!subject || object.deprel !== "nmod" || subject.index >= i) continue;
    for (const word of words.slice(i + 1, last)) if (word.head === subject.index && word !== object) word.head = i;
    Object.assign(verb, { head: subject.head, deprel: subject.deprel, upos: "VERB", xpos: "VBD" });
    Object.assign(subject, { head: i, deprel: "nsubj" });
    Object.assign(object, { head: i, deprel: "obj" });
  }
}

const MEN = /^(?:gun|police|fisher|militia|service|tribes|clergy|business|crafts|guards|country|towns|coup|hench|hit)men$/;

/** "Gunmen suspected of …": plurals of "man" that a capital at the head of a sentence makes a name. */
export function settleMen(words: readonly Word[], first: number): void {
  const word = words[first];
  if (word && /^NNPS?$/.test(word.xpos) && MEN.test(word.lower)) Object.assign(word, { upos: "NOUN", xpos: "NNS" });
}
