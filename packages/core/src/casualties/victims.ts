import type { Document, Word } from "../model/index.ts";
import { childrenOf, relation } from "../shared/tree.ts";
import { countBefore, countDescribed, counted, countedAfter, furtherBefore, preposition } from "./counts.ts";
import type { Cue } from "./cues.ts";

const RELATIVE: ReadonlySet<string> = new Set(["who", "that", "which", "whom"]);

/** The head words of those whom a cue speaks of, conjuncts apart; empty where it speaks of nobody. */
export function victimsOf(document: Document, cue: Cue): Word[] {
  const heads = first(document, cue);
  const all: Word[] = [];
  for (const head of heads) {
    const pronoun = antecedent(document, counted(document, head), cue.word);
    if (!pronoun) continue;
    // "The captives, ten tourists and eleven workers, were seized": the apposition counts.
    const apposed = childrenOf(document, pronoun, "appos").find((word) => childrenOf(document, word, "nummod").length > 0);
    const resolved = apposed && childrenOf(document, pronoun, "nummod").length === 0 ? apposed : pronoun;
    all.push(resolved);
    for (const other of conjuncts(document, resolved)) all.push(other);
    for (const other of alongside(document, resolved, cue.word)) all.push(other, ...conjuncts(document, other));
  }
  return [...new Set(all)].filter(
    (word) =>
      !isAge(document, word) &&
      (word.index !== cue.word.index ||
        cue.place === "state" ||
        cue.place === "body" ||
        cue.place === "claimed" ||
        cue.place.startsWith("counted")),
  );
}

/** "John Smith, 24, and Adam Jones, 19": a number between commas behind a name is how old somebody was. */
function isAge({ words }: Document, { index, lower, upos }: Word): boolean {
  if (upos !== "NUM" || !/^\d{1,3}$/.test(lower) || words[index - 1]?.text !== ",") return false;
  return words[index - 2]?.upos === "PROPN" && /^[,.;)]$/.test(words[index + 1]?.text ?? ".");
}

function first(document: Document, { word, place }: Cue): Word[] {
  switch (place) {
    case "object":
    case "object-weak":
    case "object-forces":
    case "object-captors":
      return objects(document, word);
    case "object-lost":
      // "The army lost 30 men": those who are counted, and no match, seat or "no time".
      return childrenOf(document, word, "obj").filter(
        (head) => head.upos === "NUM" || childrenOf(document, head, "nummod").length > 0,
      );
    case "subject":
    case "subject-many":
      return subjects(document, word);
    case "of":
    case "of-forces":
      return ofWhom(document, word);
    case "of-lost":
      // "suffered losses of 30 men", and no loss of trust.
      return ofWhom(document, word).filter((head) => childrenOf(document, head, "nummod").length > 0);
    case "of-fatal":
      return childrenOf(document, word, "amod").some(({ lower }) => lower === "fatal" || lower === "deadly")
        ? ofWhom(document, word)
        : [];
    case "counted":
    case "counted-none":
      return childrenOf(document, word, "nmod").some((child) => preposition(document, child) === "of") ? [] : [word];
    case "claimed": {
      // "the gunman took his own life"
      const taker = document.words[word.head];
      if (taker?.lemma === "take" && childrenOf(document, word, "amod").some(({ lower }) => lower === "own"))
        return subjects(document, taker);
      if (!isClaimed(document, word)) return [];
      // "the lives of three soldiers"
      const whose = childrenOf(document, word, "nmod").filter(
        (child) => child.deprel !== "nmod:poss" && preposition(document, child) === "of",
      );
      return whose.length > 0 ? whose : [word];
    }
    case "state":
      return inState(document, word);
    case "taken":
      return taken(document, word);
    case "suffered":
      return sufferers(document, word);
    case "custody-forces": {
      const verb = document.words[word.head];
      return verb && /^(?:take|hold|place|remain)$/.test(verb.lemma) ? objects(document, verb) : [];
    }
    case "body":
      return bodies(document, word);
    case "condition":
      return patients(document, word);
  }
}

/** The object of a verb, the subject of its passive, the noun that its participle stands with. */
function objects(document: Document, verb: Word, depth = 0): Word[] {
  const elliptic = countBefore(document, verb) ?? furtherBefore(document, verb) ?? countDescribed(document, verb);
  if (elliptic) return [elliptic];
  // "a man shot and killed by troopers", the participle read as a noun.
  if (verb.upos === "NOUN" && verb.lower === "shot") {
    const before = document.words[verb.index - 1];
    return before?.sentence === verb.sentence && /^(?:NOUN|PROPN)$/.test(before.upos) ? [before] : [];
  }
  const passive = childrenOf(document, verb, "nsubj:pass");
  if (passive.length > 0) return passive;
  if (verb.upos === "ADJ" && childrenOf(document, verb, "cop").length > 0) return subjects(document, verb);
  if (childrenOf(document, verb, "aux:pass").length > 0) {
    const shared = passiveSubjects(document, verb);
    if (shared.length > 0) return shared;
  }
  const active = childrenOf(document, verb, "obj");
  if (active.length > 0) {
    // "killed one and detained three" may hang both on the first verb: what stands behind the second is its own.
    const seconds = childrenOf(document, verb, "conj").filter(({ upos }) => upos === "VERB");
    const own = active.filter((word) => !seconds.some((second) => second.index > verb.index && second.index < word.index));
    return own.length > 0 ? own : active;
  }
  // "killing at least 52 people" may be read as a phrase with "at".
  const bare = childrenOf(document, verb, "obl").filter(
    (word) =>
      word.index > verb.index &&
      childrenOf(document, word, "case").length === 0 &&
      childrenOf(document, word, "nummod").length > 0,
  );
  if (bare.length > 0) return bare;
  const participle = verb.xpos === "VBN" || verb.xpos === "VBD";
  const head = document.words[verb.head];
  if (participle && head && (verb.deprel === "acl" || verb.deprel === "amod")) return [head];
  const near = countedAfter(document, verb);
  if (near && verb.xpos !== "VBN") return [near];
  // "shot and killed", "killed or wounded": conjuncts share what stands with one of them.
  if (depth === 0) {
    if (verb.deprel === "conj" && head) {
      // "was shot and killed", the first read as an adjective.
      if (verb.xpos === "VBN" && head.upos === "ADJ" && childrenOf(document, head, "cop").length > 0)
        return subjects(document, head);
      const behind = childrenOf(document, head, "obj").filter((word) => word.index > verb.index);
      const shared = behind.length > 0 ? behind : objects(document, head, 1);
      if (shared.length > 0 && (head.upos === "VERB" || head.xpos.startsWith("VB"))) return shared;
    }
    for (const other of childrenOf(document, verb, "conj")) {
      if (other.upos !== "VERB") continue;
      const shared = childrenOf(document, other, "obj");
      if (shared.length > 0) return shared;
    }
  }
  // Headlines: "Herders Killed", "five people injured".
  if (verb.xpos === "VBN" || (verb.deprel === "root" && /^\p{Lu}/u.test(verb.text))) {
    const subject = childrenOf(document, verb, "nsubj");
    if (subject.length > 0 && verb.xpos === "VBN" && !childrenOf(document, verb, "aux").length) return subject;
  }
  // "Five soldiers killed in a blast": nothing was killed by them, so they were.
  if (verb.xpos === "VBD") {
    return childrenOf(document, verb, "nsubj").filter((word) => childrenOf(document, word, "nummod").length > 0);
  }
  return [];
}

/** "several fighters opened fire and were killed": the subject of the verb before; "10 to 12 rebels were killed", misread. */
function passiveSubjects(document: Document, verb: Word): Word[] {
  let at: Word | undefined = verb;
  for (let steps = 0; at?.deprel === "conj" && steps < 4; steps++) {
    at = document.words[at.head];
    const subject = at ? childrenOf(document, at, "nsubj", "nsubj:pass") : [];
    if (subject.length > 0) return subject;
  }
  // "police say a man, who was not named, was shot": the subject read as what is said.
  const saying = verb.deprel === "ccomp" ? document.words[verb.head] : undefined;
  const said = saying && childrenOf(document, saying, "obj").find(({ index }) => index > saying.index && index < verb.index);
  if (said) return [said];
  const aux = childrenOf(document, verb, "aux", "aux:pass")[0];
  const before = aux && document.words[aux.index - 1];
  if (!before || before.sentence !== verb.sentence || (before.upos !== "NOUN" && before.upos !== "NUM")) return [];
  return before.upos === "NUM" || childrenOf(document, before, "nummod").length > 0 ? [before] : [];
}

/** "Five of his soldiers suffered minor wounds" */
function sufferers(document: Document, noun: Word): Word[] {
  const verb = document.words[noun.head];
  if (!verb) return [];
  if (/^(?:suffer|sustain|receive|incur|recover|die)$/.test(verb.lemma))
    return verb.lemma === "die" ? [] : subjects(document, verb);
  // "was treated for injuries", "left three people with burns"
  if (/^(?:treat|hospitalize|hospitalise|leave|find|take|bring)$/.test(verb.lemma) && relation(noun) === "obl")
    return objects(document, verb, 1);
  // "a man with a gunshot wound"
  const with_ = relation(noun) === "nmod" && verb.upos === "NOUN" && preposition(document, noun) === "with";
  // "the bodies of nine men with gunshot wounds": they are told of as dead.
  const of = document.words[verb.head];
  return with_ && !/^(?:body|corpse|remains)$/.test(of?.lemma ?? "") ? [verb] : [];
}

/** "the body of a man was found", "three bodies were recovered" */
function bodies(document: Document, noun: Word): Word[] {
  const verb = document.words[noun.head];
  if (
    !verb ||
    !/^(?:find|discover|recover|lie|see|bury|count|pull|dig|dump|retrieve|identify|take|bring|transport|examine)$/.test(
      verb.lemma,
    )
  )
    return [];
  const whose = ofWhom(document, noun);
  return whose.length > 0 ? whose : childrenOf(document, noun, "nummod").length > 0 ? [noun] : [];
}

const CONDITIONS: ReadonlySet<string> = new Set("critical serious grave stable fair guarded poor good".split(" "));

/** "was in critical condition": the subject of the clause. */
function patients(document: Document, noun: Word): Word[] {
  if (!childrenOf(document, noun, "amod", "compound").some(({ lower }) => CONDITIONS.has(lower))) return [];
  const own = childrenOf(document, noun, "nsubj");
  if (own.length > 0) return own;
  const verb = document.words[noun.head];
  if (!verb || (verb.upos !== "VERB" && verb.upos !== "AUX")) return [];
  // "left a man in critical condition", "was taken to hospital in serious condition"
  const object = objects(document, verb, 1);
  return object.length > 0 ? object : subjects(document, verb);
}

function subjects(document: Document, verb: Word): Word[] {
  const further = furtherBefore(document, verb);
  if (further) return [further];
  const own = childrenOf(document, verb, "nsubj", "nsubj:pass");
  if (own.length > 0) return own;
  const head = document.words[verb.head];
  if (head && verb.deprel === "acl") return [head];
  // "Paul Smith, a carpenter, died Monday", the name read as the root.
  if (head && verb.deprel === "parataxis" && head.upos === "PROPN" && head.index < verb.index && verb.xpos === "VBD")
    return [head];
  if (head && verb.deprel === "conj") return childrenOf(document, head, "nsubj", "nsubj:pass");
  // "forcing thousands to flee"
  if (head && verb.deprel === "xcomp" && verb.lemma === "flee") return childrenOf(document, head, "obj");
  if (head && (verb.deprel === "xcomp" || verb.deprel === "advcl")) return [];
  return [];
}

function ofWhom(document: Document, noun: Word): Word[] {
  const of = childrenOf(document, noun, "nmod").filter(
    (child) => child.deprel !== "nmod:poss" && preposition(document, child) === "of",
  );
  if (of.length > 0) return of;
  return childrenOf(document, noun, "nmod:poss");
}

/** "claimed 500 lives", "cost three lives", "500 civilian lives were lost", "lost his life". */
function isClaimed(document: Document, noun: Word): boolean {
  const head = document.words[noun.head];
  return head !== undefined && /^(?:claim|cost|take|lose|end)$/.test(head.lemma);
}

/** "left five dead", "five dead", "five people were dead", "the dead"; "12 wounded". */
function inState(document: Document, word: Word): Word[] {
  const elliptic = countBefore(document, word);
  if (elliptic) return [elliptic];
  const head = document.words[word.head];
  const subject = childrenOf(document, word, "nsubj", "nsubj:pass");
  if (subject.length > 0) return subject;
  if (childrenOf(document, word, "nummod").length > 0) return [word];
  if (head) {
    const rel = relation(word);
    if (rel === "xcomp" || rel === "advcl" || rel === "acl") {
      const own = childrenOf(document, head, "obj", "nsubj:pass");
      // "was shot and pronounced dead": of whom the first verb tells.
      const object = own.length === 0 && head.deprel === "conj" ? passiveSubjects(document, head) : own;
      if (
        object.length > 0 &&
        /^(?:leave|find|hold|take|keep|make|report|presume|believe|fear|confirm|list|remain|pronounce|declare|shoot|lie|turn|end)$/.test(
          head.lemma,
        )
      )
        return object;
      if (rel === "acl") return [head];
    }
    if (rel === "amod" && word.index > head.index) return [head];
  }
  // "Five children were among the dead": the count before.
  const among = document.words[word.index - 2];
  if (among?.lower === "among" && document.words[word.index - 1]?.lower === "the") {
    for (let i = word.index - 3; i > word.index - 9; i--) {
      const noun = document.words[i];
      if (!noun || noun.sentence !== word.sentence) break;
      if (noun.upos === "NOUN" && childrenOf(document, noun, "nummod").length > 0) return [noun];
    }
    return [];
  }
  // A number right before: "nine dead".
  const before = document.words[word.index - 1];
  if (before && before.sentence === word.sentence && before.upos === "NUM") return [before];
  return [];
}

/** "took five prisoner", "took a pilot prisoner" */
function taken(document: Document, word: Word): Word[] {
  const head = document.words[word.head];
  if (!head || !/^(?:take|hold)$/.test(head.lemma)) return [];
  const object = childrenOf(document, head, "obj", "nsubj:pass").filter((child) => child.index !== word.index);
  if (object.length > 0) return object;
  // The parser may take "a pilot prisoner" for one phrase.
  return childrenOf(document, word, "compound", "amod").slice(0, 1);
}

/** A relative pronoun stands for the noun before; "of the 12" for the whole. */
function antecedent(document: Document, word: Word, cue: Word): Word | undefined {
  if (!RELATIVE.has(word.lower) || word.upos === "NOUN") return word;
  const clause = document.words[word.head];
  for (let at = clause ?? cue, steps = 0; steps < 4; steps++) {
    if (at.deprel === "acl:relcl" || at.deprel === "acl") return document.words[at.head];
    const above = document.words[at.head];
    if (!above) return undefined;
    at = above;
  }
  return undefined;
}

/** "the leader, along with three of his associates", wherever the tree hangs them. */
function alongside(document: Document, head: Word, cue: Word): Word[] {
  const last = Math.min(document.sentences[head.sentence]?.last ?? 0, head.index + ALONG);
  const found: Word[] = [];
  for (let i = Math.max(head.index, cue.index) + 1; i < last; i++) {
    const word = document.words[i] as Word;
    if (word.upos === "VERB" && word.deprel === "conj" && word.head === cue.index) break;
    const next = document.words[i + 1]?.lower;
    const begins = word.lower === "alongside" || ((word.lower === "along" || word.lower === "together") && next === "with");
    if (!begins) continue;
    const marked = document.words[(word.lower === "alongside" ? word : (document.words[i + 1] as Word)).head];
    const other = marked && marked.index > i ? marked : document.words[word.head];
    if (other && other.index > i && other.sentence === head.sentence) found.push(other);
  }
  return found;
}

/** How many words behind a victim others may be told "along with" him. */
const ALONG = 24;

/** Participles that only describe the noun behind them. */
const DESCRIPTIVE: ReadonlySet<string> = new Set(
  "suspected armed unarmed masked hooded unidentified alleged uniformed wanted targeted known hired retired".split(" "),
);

function conjuncts(document: Document, head: Word): Word[] {
  const direct = childrenOf(document, head, "conj");
  // "six monks, a cook and her daughter": the last of a list, read as joined to the one before it.
  const nested = direct
    .filter((word) => childrenOf(document, word, "cc").length === 0)
    .flatMap((word) => childrenOf(document, word, "conj").filter((c) => childrenOf(document, c, "cc").length > 0));
  return [...direct, ...nested].filter((word) => {
    const counts = word.upos === "NUM" || word.lower === "several" || word.lower === "dozens";
    // "three or four": one count.
    if (word.upos === "NUM" && head.upos === "NUM" && childrenOf(document, word, "cc").some(({ lower }) => lower === "or"))
      return false;
    if (word.upos !== "NOUN" && word.upos !== "PROPN" && word.upos !== "PRON" && !counts) return false;
    // "killed one man, detained three others": a verb between begins another clause.
    for (let i = head.index + 1; i < word.index; i++) {
      const between = document.words[i] as Word;
      if (between.upos === "VERB" && !DESCRIPTIVE.has(between.lower)) return false;
    }
    return true;
  });
}
