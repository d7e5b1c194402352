import type { Document, Event, Word } from "../model/index.ts";
import type { Roll } from "../shared/rolls.ts";
import { wordFrom } from "../shared/words.ts";
import type { Cue, Outcome } from "./cues.ts";
import type { Draft } from "./draft.ts";

/** One whom a list names, with what became of him and in which happening. */
export interface Listed {
  cue: Cue;
  head: Word;
  event: Event | undefined;
}

/**
 * Those whom the lists of a report name as dead or hurt: "The dead are Ana Ruiz, 42, and a police officer". Where the report
 * counts them elsewhere ("Two people were killed"), they were counted already, and the list tells who they are: the one of whom
 * "a man was killed … the victim was identified as Ana Ruiz" tells is given that name.
 */
export function listed(
  document: Document,
  rolls: readonly Roll[],
  events: readonly Event[],
  counted: readonly Draft[],
  entityOf: (head: Word) => string | undefined,
): Listed[] {
  if (rolls.length === 0) return [];
  const homes = new Map<number, Event>();
  for (const event of events)
    for (const { head } of event.recipients) {
      const word = document.words[wordFrom(document.words, head.start)];
      if (word) homes.set(word.index, event);
    }
  const found: Listed[] = [];
  const taken = new Set(counted.flatMap(({ head }) => (head ? [head] : [])));
  for (const { group, outcome, doers, open, one, members } of rolls) {
    if (doers) continue;
    const who = open ? entityOf(group) : undefined;
    // "He was identified as …": of whom nothing is told, nothing befell.
    const isThey = ({ head }: Draft) => head !== undefined && who !== undefined && entityOf(head) === who;
    if (open && !counted.some(isThey)) continue;
    const event = members.map(({ index }) => homes.get(index)).find((home) => home !== undefined);
    const told = outcome ?? outcomeOf(event, counted);
    if (!told) continue;
    const fresh = members.filter((head) => !taken.has(head));
    const alike = counted.filter(({ outcome, head }) => outcome === told && !(head && members.includes(head)));
    if (alike.some(({ quantity: { best, exact } }) => best > 1 && (best >= fresh.length || !exact))) continue;
    const [name] = fresh;
    // "One of those detained is a commander": he was among those who were told of.
    if (one && name?.upos !== "PROPN" && alike.length > 0) continue;
    if (one && name) {
      const nameless = alike.findLast(
        ({ quantity, head }) => quantity.best === 1 && head && head.index < group.index && (!open || entityOf(head) === who),
      );
      if (name.upos === "PROPN" && nameless?.head?.upos !== "PROPN")
        for (const draft of alike) if (draft.head === nameless?.head) draft.name = name;
      if (nameless) continue;
    }
    for (const head of fresh) found.push({ cue: { word: group, outcome: told, place: "object" }, head, event });
  }
  return found;
}

/** What became of "the victims": what their happening is, or the one thing that the report tells of those who were harmed. */
function outcomeOf(event: Event | undefined, counted: readonly Draft[]): Outcome | undefined {
  if (event?.type !== "ASSAULT") return undefined;
  if (event.mode === "abduct") return "abducted";
  const told = new Set(
    counted.filter(({ outcome }) => outcome === "killed" || outcome === "injured").map(({ outcome }) => outcome),
  );
  return told.size === 1 ? [...told][0] : undefined;
}
