import type { Document, Event, Time, Word } from "../model/index.ts";
import { byPosition } from "../shared/spans.ts";
import { ASIDE, type Circumstance, happened, isDeed, type Story } from "./story.ts";

/** "dissolved a militia and dismissed its generals on Sunday": verbs joined under one subject share what stands at either end. */
export function coordinate(story: Story, what: Circumstance): void {
  for (const event of story.events) {
    const word = story.wordOf(event);
    if (word?.deprel !== "conj" || !happened(event) || hasSubject(story, word)) continue;
    const above = story.document.words[word.head];
    const first = above && story.eventAt(above);
    if (!first || !happened(first) || (what === "places" && !(isDeed(first) && isDeed(event)))) continue;
    if (first[what].length === 0) first[what] = [...event[what]];
    else if (event[what].length === 0) event[what] = [...first[what]];
  }
}

const hasSubject = ({ document }: Story, word: Word): boolean =>
  word.children.some((index) => document.words[index]?.deprel.startsWith("nsubj"));

/**
 * "bombed a village on Thursday, in answer to the rocket attack on Erbil ten days earlier", "detained a man linked to a murder in
 * March yesterday": no happening has two days. A time right after a noun that has none is that noun's.
 */
export function partDays(story: Story): void {
  for (const event of story.events) {
    const times = event.times.map((id) => story.timeOf(id)).filter((time) => time?.earliest !== undefined);
    const own = times.length > 1 ? story.wordOf(event) : undefined;
    if (!own) continue;
    const inText = times.filter((time) => time !== undefined).sort(byPosition);
    let from = event.trigger.end;
    for (const time of inText) {
      if (inText.every((other) => meet(time, other))) continue;
      const noun = story.events.findLast(
        (other) =>
          other !== event &&
          (other.times.length === 0 || other.times.includes(time.id)) &&
          other.trigger.start >= from &&
          other.trigger.end <= time.start &&
          story.wordOf(other)?.sentence === own.sentence,
      );
      from = time.end;
      if (!noun || event.times.length < 2) continue;
      noun.times = [time.id];
      event.times = event.times.filter((id) => id !== time.id);
    }
  }
}

const meet = (a: Time, b: Time): boolean => (a.earliest ?? "") <= (b.latest ?? "") && (b.earliest ?? "") <= (a.latest ?? "");

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
    if (before && /^(?:hours?|days?|weeks?|months?|years?|long)$/.test(before.lower)) continue;
    const main = mainOf(story, word);
    if (main && happened(main) && isDeed(main)) event[what] = [...main[what]];
  }
}

/** "a day after gunmen killed …", "since the raid": set apart in time from what the sentence tells. */
export function isAside({ document, wordOf }: Story, event: Event): boolean {
  for (let word = wordOf(event), steps = 0; word && steps < 6; word = document.words[word.head], steps++) {
    if (isAsideWord(document, word)) return true;
    if (word.head < 0) return false;
  }
  return false;
}

/** Whether a clause or a noun opens with "after", "before", "since". */
export const isAsideWord = ({ words }: Document, word: Word): boolean =>
  word.children.some((index) => {
    const child = words[index] as Word;
    return (child.deprel === "mark" || child.deprel === "case") && ASIDE.has(child.lower);
  });

/** The event of the clause above, or its subject ("The massacre came a week after …"), past a verb of saying set within. */
export function mainOf(story: Story, word: Word): Event | undefined {
  const { words } = story.document;
  for (let at = words[word.head], steps = 0; at && steps < 4; at = words[at.head], steps++) {
    const here = story.eventAt(at);
    if (here) return here;
    if (at.upos !== "VERB") continue;
    for (const index of at.children) {
      const child = words[index] as Word;
      const subject = child.deprel.startsWith("nsubj") ? story.eventAt(child) : undefined;
      if (subject) return subject;
    }
    const carried = carriedBy(story, at, word);
    if (carried) return carried;
    // "Jets struck the sites, the ministry said, two days after an attack": what is said stands before the saying.
    const said = at.children.map((index) => words[index] as Word).find((c) => c.deprel === "ccomp" && c.index < at.index);
    const content = said && word.index > at.index ? (story.eventAt(said) ?? eventIn(story, said)) : undefined;
    if (content) return content;
    // "… on Friday, they said, after guerrillas had …": the clause that the saying is set behind.
    const told = at.deprel === "parataxis" ? lastBefore(story, at) : undefined;
    if (told) return told;
    if (/^(?:ccomp|acl)/.test(at.deprel)) return undefined;
  }
  return undefined;
}

/** "carried out a round of air strikes after …": the deed that a verb's object names, at once or as what there is a round of. */
function carriedBy(story: Story, verb: Word, before: Word): Event | undefined {
  const { words } = story.document;
  for (const index of verb.children) {
    const object = words[index] as Word;
    if (object.deprel !== "obj" || object.index >= before.index) continue;
    for (const one of [object, ...object.children.map((i) => words[i] as Word).filter(({ deprel }) => deprel === "nmod")]) {
      const found = story.eventAt(one);
      if (found && one.index < before.index) return found;
    }
  }
  return undefined;
}

/** The last event before a word whose verb hangs beside it. */
function lastBefore(story: Story, word: Word): Event | undefined {
  const { words } = story.document;
  for (let i = word.index - 1; i > word.index - 20 && words[i]?.sentence === word.sentence; i--) {
    const one = words[i] as Word;
    const found =
      one.upos === "VERB" && (one.head === word.head || one.index === word.head)
        ? (story.eventAt(one) ?? eventIn(story, one))
        : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The event that a verb's adverbial names: "were killed in a firefight" may be told by either word. */
function eventIn(story: Story, verb: Word): Event | undefined {
  for (const index of verb.children) {
    const child = story.document.words[index] as Word;
    const found = /^(?:obl|obj|nsubj)/.test(child.deprel) ? story.eventAt(child) : undefined;
    if (found) return found;
  }
  return undefined;
}
