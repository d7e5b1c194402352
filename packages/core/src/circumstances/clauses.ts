import type { Event, Word } from "../model/index.ts";
import { ASIDE, type Circumstance, happened, isDeed, type Story } from "./story.ts";

/** "dissolved a militia and dismissed its generals on Sunday": verbs joined under one subject share what stands at either end. */
export function coordinate(story: Story, what: Circumstance): void {
  for (const event of story.events) {
    const word = story.wordOf(event);
    if (word?.deprel !== "conj" || !happened(event) || hasSubject(story, word)) continue;
    const above = story.document.words[word.head];
    const first = above && story.eventAt(above);
    if (!first || !happened(first)) continue;
    if (first[what].length === 0) first[what] = [...event[what]];
    else if (event[what].length === 0) event[what] = [...first[what]];
  }
}

const hasSubject = ({ document }: Story, word: Word): boolean =>
  word.children.some((index) => document.words[index]?.deprel.startsWith("nsubj"));

/**
 * "Police fired on Monday after the crowd threw stones": a deed that a bare "after" or "when" sets right before another took
 * place then and there. With a measure ("two days after …") or a pluperfect that reaches back it did not.
 */
export function followOn(story: Story, what: Circumstance): void {
  for (const event of story.events) {
    const word = story.wordOf(event);
    if (word?.deprel !== "advcl" || event[what].length > 0 || !happened(event) || !isDeed(event)) continue;
    const mark = word.children.map((index) => story.document.words[index] as Word).find(({ deprel }) => deprel === "mark");
    if (!mark || !/^(?:after|when|as|while)$/.test(mark.lower)) continue;
    const before = story.document.words[mark.index - 1];
    if (before && /^(?:hours?|days?|weeks?|months?|years?|minutes?|long|soon|shortly)$/.test(before.lower)) continue;
    const above = story.document.words[word.head];
    const main = above && story.eventAt(above);
    if (main && happened(main) && isDeed(main)) event[what] = [...main[what]];
  }
}

/** "a day after gunmen killed …", "since the raid": set apart in time from what the sentence tells. */
export function isAside({ document, wordOf }: Story, event: Event): boolean {
  for (let word = wordOf(event), steps = 0; word && steps < 6; word = document.words[word.head], steps++) {
    const marked = word.children.some((index) => {
      const child = document.words[index] as Word;
      return (child.deprel === "mark" || child.deprel === "case") && ASIDE.has(child.lower);
    });
    if (marked) return true;
    if (word.head < 0) return false;
  }
  return false;
}
