import type { Document, Word } from "../../model/index.ts";
import { paragraphsOf } from "../../shared/paragraphs.ts";
import { findQuotes } from "../../shared/quotes.ts";
import { relation } from "../../shared/tree.ts";
import type { Heads } from "./roles.ts";

/** A quotation: its characters with the marks, and the candidate that speaks, -1 when not known. */
export interface Quote {
  start: number;
  end: number;
  speaker: number;
}

/** Verbs of saying, for speakers and for what takes up a speaker. */
export const SAY = new Set(
  "say tell add ask reply answer announce declare state claim explain insist note remark write warn argue admit deny shout cry exclaim whisper tweet post quote comment stress recall respond conclude observe suggest acknowledge confirm report demand vow promise urge accuse complain joke continue think believe read testify emphasize emphasise assert maintain contend boast concede confess repeat describe recount lament quip agree".split(
    " ",
  ),
);

/** Shorter ones are words in quotation marks, and nobody's speech, in UTF-16 code units. */
const SHORTEST = 12;

/** The quotations that somebody speaks, with their marks: those that are closed, or go on in the next paragraph. */
export function quotationsOf(document: Document): { start: number; end: number }[] {
  const { words } = document;
  return findQuotes(document, paragraphsOf(document))
    .filter(({ closed }, i, all) => closed || all[i + 1]?.continues)
    .map(({ first, last }) => ({ start: (words[first] as Word).start, end: (words[last - 1] as Word).end }))
    .filter(({ start, end }) => end - start > SHORTEST + 2);
}

/** The speaker of each: the subject of the word of saying beside it, in its sentence or the next; else that of the quotation before in the paragraph. */
export function speakersOf(document: Document, quotes: readonly { start: number; end: number }[], heads: Heads): Quote[] {
  const { words, sentences, text } = document;
  const found: Quote[] = [];
  let sentence = 0;
  for (const { start, end } of quotes) {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= start) sentence++;
    let speaker = -1;
    let at = sentence;
    for (; at < sentences.length && (sentences[at]?.start ?? 0) < end + 2; at++) {
      const candidate = sayer(words, sentences[at] as { first: number; last: number }, start, end, heads, quotes);
      if (candidate >= 0) speaker = candidate;
    }
    const previous = found[found.length - 1];
    if (
      speaker < 0 &&
      previous &&
      !text.slice(previous.end, start).includes("\n\n\n") &&
      paragraphs(text, previous.end, start) <= 1 &&
      previous.speaker >= 0
    )
      speaker = previous.speaker;
    // "Kirby had this to say: …": the sentence before
    if (speaker < 0 && sentence > 0)
      speaker = sayer(words, sentences[sentence - 1] as { first: number; last: number }, start, end, heads, quotes);
    found.push({ start, end, speaker });
  }
  return found;
}

function paragraphs(text: string, from: number, to: number): number {
  return text.slice(from, to).split("\n\n").length - 1;
}

/** The subject of a verb of saying that stands outside all quotations of a sentence. */
function sayer(
  words: readonly Word[],
  { first, last }: { first: number; last: number },
  start: number,
  end: number,
  heads: Heads,
  quotes: readonly { start: number; end: number }[],
): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = first; i < last; i++) {
    const word = words[i] as Word;
    if (!SAY.has(word.lemma) || word.upos !== "VERB") continue;
    if (word.start >= start && word.start < end) continue;
    const gap = word.start >= end ? word.start - end : start - word.end;
    if (gap >= distance || isQuoted(quotes, word.start)) continue;
    let verb: Word | undefined = word;
    for (let step = 0; verb && step < 3; step++) {
      const subjects = verb.children.filter((index) => /^nsubj/.test((words[index] as Word).deprel));
      const subject = subjects.map((index) => candidateOf(words, index, heads)).find((at) => at >= 0);
      if (subject !== undefined) {
        best = subject;
        distance = gap;
        break;
      }
      const up: string = relation(verb);
      // "…, said the man" parsed upside down, "speaking to reporters, said": the subject of the verb above
      if (up !== "conj" && up !== "xcomp" && up !== "advcl") break;
      verb = words[verb.head];
    }
  }
  return best;
}

/** The candidate that a subject is: its own, or, of a name that nobody knew, that of the title or the apposition beside it. */
function candidateOf(words: readonly Word[], subject: number, heads: Heads): number {
  if ((heads[subject] ?? -1) >= 0) return heads[subject] as number;
  const word = words[subject] as Word;
  if (word.upos !== "PROPN") return -1;
  for (const index of word.children)
    if (/^(?:appos|nmod:desc|compound)/.test((words[index] as Word).deprel) && (heads[index] ?? -1) >= 0)
      return heads[index] as number;
  return -1;
}

/** Whether an offset lies in a quotation. Quotations are in text order. */
function isQuoted(quotes: readonly { start: number; end: number }[], offset: number): boolean {
  return quoteAt(quotes, offset) >= 0;
}

export function quoteAt(quotes: readonly { start: number; end: number }[], offset: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle] as { end: number }).end > offset) high = middle;
    else low = middle + 1;
  }
  const quote = quotes[low];
  return quote && quote.start <= offset && offset < quote.end ? low : -1;
}
