import type { Stance, Word } from "../model/index.ts";
import { type Draft, type Range, trim, without } from "./draft.ts";
import { child, type Reading, wordAt } from "./reading.ts";

/** Passives of hearsay, "is believed to have fled", with the stance of whoever it is that says so. */
const VERBS: ReadonlyMap<string, Stance> = new Map([
  ["say", "asserts"],
  ["report", "asserts"],
  ["allege", "asserts"],
  ["claim", "asserts"],
  ["rumor", "asserts"],
  ["rumour", "asserts"],
  ["believe", "believes"],
  ["think", "believes"],
  ["presume", "believes"],
  ["understand", "believes"],
]);
const ADVERBS = /^(?:reportedly|allegedly|purportedly|supposedly)$/;
const ADJECTIVES = /^(?:alleged|reported|purported|rumou?red|supposed)$/;

/** Voices that a text hides: "reportedly", "the alleged attack", "is believed to have fled". They have no source. */
export function hiddenDrafts(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const word of reading.document.words) {
    if ((reading.quoteOf[word.index] as number) >= 0) continue;
    const read = passive(reading, word) ?? adverb(reading, word) ?? adjective(reading, word);
    if (!read || read.content.length === 0) continue;
    drafts.push({ trigger: word, sources: [], via: [], weak: false, quotes: false, hidden: true, ...read });
  }
  return drafts;
}

type Found = Pick<Draft, "cue" | "content" | "stance">;

function passive(reading: Reading, word: Word): Found | undefined {
  const stance = word.xpos === "VBN" ? VERBS.get(word.lemma) : undefined;
  const clause = stance && child(reading, word, "xcomp");
  const subject = clause && child(reading, word, "nsubj:pass");
  const aux = child(reading, word, "aux:pass");
  if (!stance || !clause || !subject || !aux || child(reading, word, "obl:agent") || clause.index < word.index) return undefined;
  const cue: Range = { first: aux.index, last: word.index + 1 };
  const parts = [subject, clause].map((head) => branch(reading, head));
  return { cue: [cue], content: parts.flatMap((part) => without(part, cue)), stance };
}

function adverb(reading: Reading, word: Word): Found | undefined {
  if (!ADVERBS.test(word.lower) || word.head < 0) return undefined;
  const cue: Range = { first: word.index, last: word.index + 1 };
  const content = without(branch(reading, wordAt(reading, word.head)), cue).map((part) => trim(reading.document.words, part));
  return { cue: [cue], content, stance: "asserts" };
}

function adjective(reading: Reading, word: Word): Found | undefined {
  if (!ADJECTIVES.test(word.lower) || word.deprel !== "amod" || word.head < word.index) return undefined;
  const content: Range = { first: word.index + 1, last: branch(reading, wordAt(reading, word.head)).last };
  return { cue: [{ first: word.index, last: word.index + 1 }], content: [content], stance: "asserts" };
}

const branch = (reading: Reading, head: Word): Range =>
  trim(reading.document.words, {
    first: reading.low[head.index] as number,
    last: (reading.high[head.index] as number) + 1,
  });
