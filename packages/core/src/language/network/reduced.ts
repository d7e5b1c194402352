import type { Word } from "../../model/index.ts";
import { clauseOf, type Read, readAgain, takeOver } from "./again.ts";
import type { Segment } from "./batch.ts";
import { ARMS } from "./prepositions.ts";

const STOP = /^[,;:.!?"“”()[\]—–]$/;
const NOUN = /^NN/;
/** Adjectives that open what describes the noun before them; participles are known by their tag. */
const ADJECTIVES = /^(?:armed|loyal|allied|angry|close|linked|opposed|sympathetic|responsible|aligned|affiliated)$/;
/** Participles that tell by themselves what was done by the noun before, and those that have an object behind them. */
const ALONE = /^(?:clashed|erupted|exploded|died|fled|marched|rallied|protested|surrendered|escaped|fought|stormed)$/;
const NAMING = /^(?:called|named|known|dubbed|given|awarded|granted|offered|shown|considered|aged|including|being|been|made)$/;
/** What stands before a verb that is no finite one: "were killed", "to shoot", "the kidnapped students", "and wounded". */
const BEFORE = /^(?:VB.*|MD|TO|DT|PRP.*|IN|CC|POS|W.*|HYPH)$/;
/** "two wounded", "newly elected", "young armed": before a participle alone. */
const DESCRIBED = /^(?:RB.*|JJ.*|CD)$/;

/** "miners armed with dynamite blocked roads": what describes the noun, places `from` to `to`, and the verb at `to`. */
interface Reduced {
  unit: Segment;
  from: number;
  to: number;
}

/**
 * "Miners armed with dynamite blocked roads", "a bomb parked near a station exploded": where a participle follows a noun and a
 * finite verb follows its phrase without a joint, the first of them is often taken for the verb and the second for something
 * else. If the sentence is one without the phrase, the phrase describes the noun.
 */
export function rereadReduced(words: readonly Word[], units: readonly Segment[], read: Read): void {
  const found = units.flatMap((unit) => {
    const reduced = reducedIn(words, unit);
    return reduced ? [reduced] : [];
  });
  const range = (first: number, last: number): number[] => Array.from({ length: last - first }, (_, i) => first + i);
  const parts = found.flatMap(({ unit, from, to }) => [
    { places: [...range(unit.first, from), ...range(to, unit.last)], ends: true },
    { places: range(from - 1, to), ends: false },
  ]);
  const readings = readAgain(words, parts, read);
  for (const [k, reduced] of found.entries()) {
    const [main, phrase] = [readings[2 * k] as Word[], readings[2 * k + 1] as Word[]];
    const clause = clauseOf(main);
    if (clause?.root.index === reduced.to && isWithin(main, clause.subject, reduced)) take(words, reduced, main, phrase);
  }
}

/** The noun before the phrase is the subject, or belongs to it. */
function isWithin(main: readonly Word[], subject: Word, { from }: Reduced): boolean {
  let at = main.find(({ index }) => index === from - 1);
  for (let n = 0; at && n < 8; n++) {
    if (at === subject) return true;
    const { head }: Word = at;
    at = main.find(({ index }) => index === head);
  }
  return false;
}

function take(words: readonly Word[], { unit, from, to }: Reduced, main: readonly Word[], phrase: readonly Word[]): void {
  const isIn = (index: number) => index >= unit.first && index < unit.last;
  const top = words.slice(unit.first, unit.last).find(({ head }) => !isIn(head)) as Word;
  const over = { head: top.head, deprel: top.deprel };
  const mark = words[unit.last - 1] as Word;
  const marked = { ...mark };
  takeOver(words, main);
  takeOver(words, phrase.slice(1));
  if (!isIn(marked.head)) Object.assign(mark, { head: marked.head, deprel: marked.deprel });
  Object.assign(mark, { upos: marked.upos, xpos: marked.xpos });
  Object.assign(words[to] as Word, over, { upos: "VERB", xpos: "VBD" });
  const comma = words[from]?.text === ",";
  const head = comma ? from + 1 : from;
  const opens = words[head] as Word;
  if (comma) Object.assign(words[from] as Word, { head, deprel: "punct" });
  Object.assign(opens, {
    head: from - 1,
    deprel: opens.upos === "ADJ" ? "amod" : "acl",
    ...(opens.xpos === "VBD" && { xpos: "VBN" }),
  });
  for (let i = head + 1; i < to; i++) {
    const word = words[i] as Word;
    if (word.head < head || word.head >= to) Object.assign(word, { head, ...(word.deprel === "root" && { deprel: "dep" }) });
  }
}

function reducedIn(words: readonly Word[], unit: Segment): Reduced | undefined {
  for (let from = unit.first + 1; from + 2 < unit.last; from++) {
    const [noun, opens] = [words[from - 1], words[from]] as [Word, Word];
    const aside = asideIn(words, from, unit);
    if (aside) return aside;
    if (!NOUN.test(noun.xpos) || !isOpening(words, from)) continue;
    const to = verbBehind(words, from, unit.last);
    if (to !== undefined && isDoubtful(words, noun, opens, to)) return { unit, from, to };
  }
  return undefined;
}

/** "Gunmen, thought to be smugglers, attacked a post": between commas, where the first was read as a verb of its own. */
function asideIn(words: readonly Word[], from: number, unit: Segment): Reduced | undefined {
  const [noun, comma, held, to] = [words[from - 1], words[from], words[from + 1], words[from + 2]];
  if (!noun || comma?.text !== "," || !NOUN.test(noun.xpos) || !HELD.test(held?.lower ?? "") || to?.lower !== "to")
    return undefined;
  for (let at = from + 3; at + 2 < unit.last && at < from + ASIDE; at++) {
    if (words[at]?.text !== ",") continue;
    const verb = words[at + 1] as Word;
    return /^VB[DN]$/.test(verb.xpos) && verb.upos === "VERB" && !(noun.head === verb.index && /^nsubj/.test(noun.deprel))
      ? { unit, from, to: at + 1 }
      : undefined;
  }
  return undefined;
}
const HELD = /^(?:thought|believed|suspected|said|reported|alleged|known|presumed|rumoured)$/;
/** The most words of such an aside. */
const ASIDE = 14;

/** Such an adjective, or a participle that has no object, as what is done to somebody has none. */
function isOpening(words: readonly Word[], at: number): boolean {
  const { xpos, lower } = words[at] as Word;
  const next = (words[at + 1] as Word).xpos;
  if (ADJECTIVES.test(lower)) return /^(?:IN|TO)$/.test(next);
  if (xpos === "VBG") return !/wing$/.test(lower);
  return /^VB[DN]$/.test(xpos) && !ALONE.test(lower) && /^(?:IN|TO|RB)$/.test(next);
}

/** A finite verb, before any mark, with an object behind it or none that it needs; of participles the last, "guided missiles killed four". */
function verbBehind(words: readonly Word[], from: number, last: number): number | undefined {
  let found: number | undefined;
  if (CLAUSE.test((words[from + 1] as Word).lower)) return undefined;
  for (let at = from + 2; at + 1 < last; at++) {
    const [before, word, next] = [words[at - 1], words[at], words[at + 1]] as [Word, Word, Word];
    if (STOP.test(word.text) || /^(?:WDT|WP|WRB)$/.test(word.xpos) || CLAUSE.test(word.lower)) break;
    if (!/^(?:VBD|VBN|NN)$/.test(word.xpos) || NAMING.test(word.lower) || BEFORE.test(before.xpos)) continue;
    // "and illegally introduced", "has since left".
    if (/^RB/.test(before.xpos) && BEFORE.test((words[at - 2] as Word).xpos)) continue;
    if (word.xpos === "VBN" && DESCRIBED.test(before.xpos) && !ARMS.test(before.lower)) continue;
    if (ALONE.test(word.lower)) return at;
    if (!/^VB/.test(word.xpos) && !PASTS.test(word.lower)) continue;
    if (!/^(?:DT|CD|JJ.*|NN.*|PRP.*)$/.test(next.xpos)) continue;
    if (word.xpos === "VBD") return at;
    found = at;
  }
  return found;
}

/** What opens a clause of its own. */
const CLAUSE = /^(?:that|after|before|because|since|until|while|if|although|though|whereas)$/;
/** Pasts that look like nouns. */
const PASTS = /^(?:shot|hit|struck|set|cut|tore)$/;

/** Not yet read so: the noun is no subject of the verb. */
function isDoubtful(words: readonly Word[], noun: Word, opens: Word, to: number): boolean {
  const phrase = words.slice(opens.index, to);
  if (noun.head === to && /^nsubj/.test(noun.deprel)) return phrase.some(({ head }) => head >= to);
  // "Men dressed as officers kidnapped a trader": read as no clause at all, the phrase may hold anything.
  if (noun.deprel === "root") return true;
  return opens.head !== to && !phrase.some(({ head, deprel }) => head === to && /^nsubj/.test(deprel));
}
