import type { Document, Event, Knowledge, Place, Time, Word } from "../model/index.ts";
import { datelineOf } from "../shared/dateline.ts";
import { contains } from "../shared/spans.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { headOf, wordFrom } from "../shared/words.ts";
import { isAside } from "./clauses.ts";
import { type Circumstance, happened, isDay, isDeed, isSpot, type Story } from "./story.ts";

/** Where or when the story stands at a sentence. */
interface Scene {
  ids: readonly string[];
  sentence: number;
}

/** Passes on when and where the story stands: from the lead to its headline, from a deed to what goes on after it. */
export interface Scenes {
  headline(story: Story, what: Circumstance): void;
  goOn(story: Story, what: Circumstance, filed?: Time): void;
}

/** How many sentences on a scene holds. */
const REACH = 2;

export function createScenes(knowledge: Knowledge): Scenes {
  const says = new Set(
    rowsOf(knowledge, "events/classes", ["class", "words"]).flatMap((row) => (row.class === "say" ? listOf(row.words) : [])),
  );

  return { headline, goOn };

  /** A headline sums up the lead: the first event of its type there, else the one time or place that the lead names. */
  function headline(story: Story, what: Circumstance): void {
    const { document, events } = story;
    const line = document.headline;
    if (!line) return;
    const opening = datelineOf(document)?.end ?? line.end;
    const body = document.sentences.findIndex(({ start, end }) => start >= opening || (end > opening && start >= line.end));
    const end = document.sentences[body + 1]?.end ?? document.sentences[body]?.end ?? 0;
    const lead = events.filter(({ trigger }) => trigger.start >= line.end && trigger.end <= end);
    const inLead = named(story, what).filter(({ start }) => start >= line.end && start < (document.sentences[body]?.end ?? 0));
    for (const event of events) {
      if (!contains(line, event.trigger) || event[what].length > 0 || !happened(event)) continue;
      const source = lead.find((one) => one.type === event.type && happened(one) && one[what].length > 0);
      event[what] = [...(source?.[what] ?? (isDeed(event) ? sceneOf(inLead, body, what)?.ids : undefined) ?? [])];
    }
  }

  /**
   * A deed told without a time, in a sentence that names none, goes on where and when the deed before it did; or where and
   * when the sentences before it are set ("In Kunduz last night, a force went to a village. It …"), if they name just one.
   * `filed` is the day of the dateline, for a report that names no other.
   */
  function goOn(story: Story, what: Circumstance, filed?: Time): void {
    const { document } = story;
    const sentenceOf = (offset: number) => document.words[wordFrom(document.words, offset)]?.sentence ?? -1;
    const bySentence = new Map<number, (Time | Place)[]>();
    for (const one of named(story, what)) {
      const sentence = sentenceOf(one.start);
      const list = bySentence.get(sentence);
      if (list) list.push(one);
      else bySentence.set(sentence, [one]);
    }
    const tight = paragraphsTell(document);
    let scene: Scene | undefined = filed && { ids: [filed.id], sentence: -1 };
    let next = 0;
    for (const event of story.events) {
      const sentence = sentenceOf(event.trigger.start);
      if (!happened(event) || !isDeed(event)) continue;
      for (; next < sentence; next++) scene = sceneOf(bySentence.get(next), next, what) ?? scene;
      const here = bySentence.get(sentence);
      if (event[what].length === 0 && mayGoOn(story, event, what)) {
        const only = here ? sceneOf(free(story, event, here, what), sentence, what) : undefined;
        const from = only ?? (here ? undefined : scene);
        if (from && (filed || near(document, from.sentence, sentence, tight))) event[what] = [...from.ids];
      }
      if (event[what].length > 0 && !filed) scene = { ids: event[what], sentence };
    }
  }

  /** The times of a sentence that are no time of saying: "he said on Monday that …". */
  function free(story: Story, event: Event, here: readonly (Time | Place)[], what: Circumstance): readonly (Time | Place)[] {
    if (what === "places") return here;
    const { document } = story;
    const own = story.wordOf(event);
    return here.filter((one) => {
      let word = headOf(document, one);
      for (let steps = 0; word && word.upos !== "VERB" && steps < 8; steps++) word = document.words[word.head];
      return !word || word === own || !(says.has(word.lemma) || story.eventAt(word)?.type === "ACCUSE");
    });
  }

  function mayGoOn(story: Story, event: Event, what: Circumstance): boolean {
    if (isBackground(story, event, says)) return false;
    if (what === "places") return true;
    // "the bodies of men shot at close range", "a man who had killed": told of somebody, and not as it happens.
    const word = story.wordOf(event);
    return !isAside(story, event) && !(word?.deprel.startsWith("acl") ?? false);
  }
}

/** The times and places that set a scene. A country sets none and ends none; a year does end one. */
function named({ document, times, places }: Story, what: Circumstance): readonly (Time | Place)[] {
  return what === "times" ? times : places.filter((place) => isSpot(place) && isWhere(document, place));
}

/**
 * What a sentence sets the scene with: the one day that it names, or the one spot, which may be told in steps ("in Sabari
 * district, Khost province"). Two days or two spots set none.
 */
function sceneOf(found: readonly (Time | Place)[] | undefined, sentence: number, what: Circumstance): Scene | undefined {
  const definite = (found ?? []).filter((one) => (what === "times" ? isDay(one as Time) : isSpot(one as Place)));
  const first = definite[0];
  if (!first || (what === "times" && (found ?? []).length > 1)) return undefined;
  if (what === "places" && definite.some((one) => (one as Place).admin1 !== (first as Place).admin1)) return undefined;
  if (definite.length > 1 && what === "places" && (first as Place).admin1 === undefined) return undefined;
  return { ids: definite.slice(0, 3).map(({ id }) => id), sentence };
}

/** A sentence or two on, in one paragraph of the body where paragraphs tell anything; not out of the headline. */
function near(document: Document, from: number, to: number, tight: boolean): boolean {
  const [a, b] = [document.sentences[from], document.sentences[to]];
  if (!a || !b || to - from > REACH || a.start < (document.headline?.end ?? 0)) return false;
  return to === from || !tight || !BREAK.test(document.text.slice(a.end, b.start + 1));
}

const BREAK = /\n\s*\n|\n(?=\s*[\p{Lu}"“])/u;

/** Agencies break after each sentence; only where paragraphs hold several does a break part what is told. */
function paragraphsTell({ text, sentences }: Document): boolean {
  let breaks = 1;
  for (let i = 1; i < sentences.length; i++)
    if (BREAK.test(text.slice(sentences[i - 1]?.end, (sentences[i]?.start ?? 0) + 1))) breaks++;
  return sentences.length >= 1.6 * breaks;
}

/** A place named as where, and not as who acts or is meant: no subject, and part of a phrase ("in Zabul province") only behind a preposition. */
function isWhere(document: Document, place: Place): boolean {
  const word = headOf(document, place);
  if (!word || word.deprel.startsWith("nsubj")) return false;
  if (!/^(?:compound|nmod:poss|amod)/.test(word.deprel)) return true;
  return document.words[word.head]?.children.some((index) => document.words[index]?.deprel === "case") ?? false;
}

/** "had bombed", unless said so ("said it had bombed"), "earlier": what came before the story, and took place at another time. */
function isBackground(story: Story, event: Event, says: ReadonlySet<string>): boolean {
  const { document } = story;
  const { evidence, trigger } = event;
  const before = document.text.slice(Math.max(evidence.start, trigger.start - 40), trigger.start);
  if (/\b(?:earlier|previous|previously|last|since|ago|in the past|before)\b(?:\s+\p{L}+){0,3}\s*$/iu.test(before)) return true;
  const word = story.wordOf(event);
  if (!word?.children.some((index) => document.words[index]?.lower === "had")) return false;
  let clause: Word | undefined = word;
  for (let steps = 0; clause && steps < 4 && clause.deprel === "conj"; steps++) clause = document.words[clause.head];
  const above = clause && document.words[clause.head];
  return !(above && clause?.deprel === "ccomp" && says.has(above.lemma));
}
