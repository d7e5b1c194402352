import type { Sentence, Word } from "../model/index.ts";
import type { Quote } from "../shared/quotes.ts";
import { type Draft, holds, isEmpty, meets, merge, type Range, without } from "./draft.ts";
import type { Reading } from "./reading.ts";

/** A quotation of fewer words within a sentence is a phrase, not something said: scare quotes, titles, nicknames. */
const SHORTEST = 3;
/** How far from a quotation its cue is looked for, in words. */
const NEAR = 100;
/** How far a quotation may stand from the cue before or after it, in words. */
const REACH = 14;

/** Gives each quotation to a cue: the one whose content it meets, the one next to it, or on with the voice before. */
export function attachQuotes(reading: Reading, drafts: Draft[]): void {
  const { sentences, words } = reading.document;
  const bySentence = new Map<number, Draft[]>();
  for (const draft of [...drafts].sort((a, b) => a.trigger.index - b.trigger.index)) {
    const list = bySentence.get(draft.trigger.sentence);
    if (list) list.push(draft);
    else bySentence.set(draft.trigger.sentence, [draft]);
  }
  let voice: Draft | undefined;
  let voiceParagraph = -1;
  let voiceSentence = -1;
  let pending: Quote[] = [];
  for (const quote of reading.quotes) {
    const firstSentence = (words[quote.first] as Word).sentence;
    const lastSentence = (words[quote.last - 1] as Word).sentence;
    const near = around(bySentence.get(firstSentence), quote);
    if (lastSentence !== firstSentence) near.push(...around(bySentence.get(lastSentence), quote));
    // `"Leave!" Ann said.` cut in two after the exclamation.
    const next = sentences[lastSentence + 1];
    const cutOff =
      next?.first === quote.last && reading.paragraphs[lastSentence + 1] === reading.paragraphs[lastSentence]
        ? around(bySentence.get(lastSentence + 1), quote)
        : [];
    const follows = after(near, quote);
    const introduced = words[quote.first - 1]?.text === ":";
    const met = near.find(
      (draft) =>
        (draft === follows || !follows || !introduced) &&
        draft.content.some(
          (part) => meets(part, quote) || (part.last <= quote.first && quote.first - part.last <= gapTo(words, quote.first)),
        ),
    );
    // `The army warned them: "…," it said`: the quotation is the latter cue's.
    if (follows && introduced)
      for (const draft of near)
        if (draft !== follows)
          draft.content = draft.content
            .flatMap((part) => without(part, { first: quote.first, last: part.last }))
            .filter((part) => !isEmpty(part));
    let owner = met;
    if (met) grow(met, quote, words);
    else {
      owner =
        follows ??
        after(
          cutOff.filter(({ content }) => content.length === 0),
          quote,
        ) ??
        before(near, quote, words);
      const paragraph = reading.paragraphs[firstSentence] as number;
      const opens = quote.first === (sentences[firstSentence] as Sentence).first;
      const goesOn =
        voice !== undefined &&
        opens &&
        near.length === 0 &&
        quote.size >= SHORTEST &&
        ((paragraph === voiceParagraph && firstSentence <= voiceSentence + 2) ||
          (quote.continues && paragraph === voiceParagraph + 1) ||
          endsWithColon(reading, firstSentence));
      if (!owner && goesOn && voice) {
        owner = isQuotation(reading, voice) ? voice : spokenOn(voice, words[quote.first] as Word);
        if (owner !== voice) drafts.push(owner);
      }
      // `She said the raid was lawful. "They fired first."`
      const last = bySentence.get(firstSentence - 1)?.findLast(({ quotes, sources }) => quotes && sources.length > 0);
      if (
        !owner &&
        last &&
        opens &&
        near.length === 0 &&
        quote.size >= SHORTEST &&
        paragraph === reading.paragraphs[firstSentence - 1]
      ) {
        owner = spokenOn(last, words[quote.first] as Word);
        drafts.push(owner);
      }
      // `When asked, he said, "No."`: what stands before the cue was no part of it.
      if (
        owner?.weak &&
        start(owner) < quote.first &&
        isCapital(words[quote.first + 1]) &&
        !owner.content.some((part) => reading.quoteOf[part.last - 1] !== -1)
      )
        owner.content = [];
      if (owner) owner.content.push({ first: quote.first, last: quote.last });
    }
    // Paragraphs that each open a quotation, with the speaker named in a later one.
    if (!quote.continues) pending = [];
    if (!owner) pending.push(quote);
    else {
      for (const { first, last } of pending) owner.content.push({ first, last });
      pending = [];
    }
    if (owner?.quotes) {
      voice = owner;
      voiceParagraph = reading.paragraphs[lastSentence] as number;
      voiceSentence = Math.max(lastSentence, owner.trigger.sentence);
    }
  }
  for (const draft of drafts) draft.content = merge(draft.content);
}

/** Whether all that a voice is said to have said stands in quotation marks. */
const isQuotation = (reading: Reading, { content }: Draft): boolean =>
  content.every(
    ({ first, last }) => (reading.quoteOf[first] as number) >= 0 && (reading.quoteOf[Math.max(first, last - 2)] as number) >= 0,
  );

/** `She said the raid was lawful. "We will go on."`: what is quoted next is of the same voice, and said by itself. */
const spokenOn = ({ sources }: Draft, trigger: Word): Draft => ({
  cue: [],
  trigger,
  sources,
  content: [],
  via: [],
  stance: "asserts",
  weak: false,
  quotes: true,
});

/** The attributions of a sentence whose cue is near a quotation. The list is in order of cues. */
function around(drafts: readonly Draft[] | undefined, quote: Quote): Draft[] {
  if (!drafts) return [];
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle] as Draft).trigger.index < quote.first - NEAR) low = middle + 1;
    else high = middle;
  }
  const found: Draft[] = [];
  for (let i = low; i < drafts.length && (drafts[i] as Draft).trigger.index < quote.last + NEAR; i++)
    found.push(drafts[i] as Draft);
  return found;
}

/** A quoted phrase right behind the content, or behind its preposition, is of it: "condemned the raid “in every respect”". */
function gapTo(words: readonly Word[], first: number): number {
  const before = words[first - 1] as Word | undefined;
  return before?.upos === "ADP" ? 1 : 0;
}

/** Content that a quotation runs out of ends with the quotation. */
function grow(draft: Draft, quote: Quote, words: readonly Word[]): void {
  const blocked = [...draft.cue, ...draft.sources];
  const whole: Range = { first: quote.first, last: quote.last };
  if (draft.content.some((part) => holds(part, whole)) && !draft.weak) return;
  const behind = draft.content.find((part) => part.last <= whole.first && whole.first - part.last <= 1);
  if (behind) whole.first = behind.last;
  if (!blocked.some((part) => meets(part, whole))) draft.content.push(whole);
  // `The army warned them: "…," it said`: what introduces the quotation is not of it.
  if (draft.weak)
    draft.content = draft.content.map((part) =>
      meets(part, quote) && part.first < quote.first && words[quote.first - 1]?.text === ":"
        ? { first: quote.first, last: part.last }
        : part,
    );
}

const isCapital = (word: Word | undefined): boolean => word !== undefined && word.text !== word.lower;

const start = (draft: Draft): number =>
  Math.min(...draft.cue.map(({ first }) => first), ...draft.sources.map(({ first }) => first));
const end = (draft: Draft): number => Math.max(...draft.cue.map(({ last }) => last));

/** `"…," he said`: the first cue that follows. */
function after(near: readonly Draft[], quote: Quote): Draft | undefined {
  return near
    .filter(
      (draft) => draft.quotes && start(draft) >= quote.last && start(draft) - quote.last <= 3 && draft.trigger.sentence >= 0,
    )
    .sort((a, b) => start(a) - start(b))[0];
}

/** `he said: "…"`: the last cue that precedes. */
function before(near: readonly Draft[], quote: Quote, words: readonly Word[]): Draft | undefined {
  const found = near
    .filter((draft) => draft.quotes && end(draft) <= quote.first && quote.first - end(draft) <= REACH)
    .sort((a, b) => end(b) - end(a))[0];
  if (!found) return undefined;
  const mark = words[quote.first - 1]?.text;
  return mark === "," || mark === ":" || quote.first - end(found) <= 1 || quote.size >= 6 ? found : undefined;
}

function endsWithColon(reading: Reading, sentence: number): boolean {
  const last = reading.document.sentences[sentence - 1]?.last;
  return last !== undefined && reading.document.words[last - 1]?.text === ":";
}
