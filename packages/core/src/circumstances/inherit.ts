import type { Document, Event, Place, PloverType, Relation, Time, Word } from "../model/index.ts";
import { datelineOf } from "../shared/dateline.ts";
import { contains, overlaps } from "../shared/spans.ts";
import { headOf, wordFrom } from "../shared/words.ts";

/** When and where an event happened, as far as its own clause tells. */
type Circumstance = "times" | "places";

/** Deeds: what goes on from sentence to sentence in one place and time. Words said do not. */
const DEEDS: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID", "SANCTION"]);

/** What sets one happening before or after another. */
const ASIDE = new Set(["after", "before", "since", "until", "following"]);

/**
 * Gives events whose own clause names no actor, time or place those that the report implies, in this order: of another mention of
 * the same happening; for a headline, of the lead that it sums up; of the deed just told, when the report goes on about it
 * in the next sentence of a paragraph. What an event's own clause says is never overruled. Returns new events.
 */
export function inherit(
  document: Document,
  events: readonly Event[],
  relations: readonly Relation[],
  times: readonly Time[],
  places: readonly Place[],
): Event[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  // A place that acts is not where it acts: "U.S. air strikes".
  const acts = (event: Event, id: string) =>
    event.actors.some(({ head }) => overlaps(head, byId.get(id) ?? { start: 0, end: 0 }));
  const told = events.map((event) => ({ ...event, places: event.places.filter((id) => !acts(event, id)) }));
  const sameOf = clusters(told, relations);
  for (const cluster of sameOf) shareActors(document, cluster);
  for (const what of ["times", "places"] as const) {
    for (const cluster of sameOf) share(cluster, what);
    // A country in a sentence sets no scene and ends none; a year does end one.
    const named =
      what === "times"
        ? times.filter(({ type }) => type === "DATE" || type === "TIME")
        : places.filter((place) => isSpot(place) && isWhere(document, place));
    coordinate(document, told, what);
    headline(document, told, what, named);
    goOn(document, told, what, named);
    for (const cluster of sameOf) share(cluster, what);
  }
  return told;
}

/** Groups of mentions of one happening, in text order. */
function clusters(events: readonly Event[], relations: readonly Relation[]): Event[][] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const group = new Map<string, Event[]>();
  for (const { type, from, to } of relations) {
    if (type !== "same") continue;
    const [later, first] = [byId.get(from), byId.get(to)];
    if (!later || !first) continue;
    const members = group.get(to) ?? [first];
    members.push(later);
    group.set(to, members);
    group.set(from, members);
  }
  return [...new Set(group.values())];
}

function share(cluster: readonly Event[], what: Circumstance): void {
  const known = cluster.find((event) => event[what].length > 0);
  if (!known) return;
  for (const event of cluster) if (event[what].length === 0) event[what] = [...known[what]];
}

/** "Police opened fire. One man died in the firing": a bare noun for the deed just told is by whom the deed was. */
function shareActors(document: Document, cluster: readonly Event[]): void {
  const sentenceOf = ({ trigger }: Event) => document.words[wordFrom(document.words, trigger.start)]?.sentence ?? -1;
  let known: Event | undefined;
  for (const event of cluster) {
    if (event.actors.some(({ entity }) => entity !== undefined)) known = event;
    if (!known || event.actors.length > 0 || event.mode === undefined || event.mode !== known.mode) continue;
    const whom = new Set(known.actors.map(({ entity }) => entity));
    if (event.recipients.some(({ entity }) => whom.has(entity))) continue;
    if (!isBareMention(document, event) || sentenceOf(event) - sentenceOf(known) > 1) continue;
    event.actors = known.actors.map((actor) => ({ ...actor, implied: true }));
  }
}

/** "the firing", "the raid": a noun that tells nothing new; "the rocket fire" tells of a weapon and may be another's. */
function isBareMention({ words }: Document, { trigger }: Event): boolean {
  const noun = words[wordFrom(words, trigger.start)];
  if (noun?.upos !== "NOUN") return false;
  const before = noun.children.filter((index) => index < noun.index).map((index) => words[index] as Word);
  return before.some(({ lower }) => lower === "the") && before.every(({ deprel }) => deprel === "det" || deprel === "case");
}

/** A headline sums up the lead: the first event of its type there, else the one time or place that the lead names. */
function headline(document: Document, events: readonly Event[], what: Circumstance, named: readonly (Time | Place)[]): void {
  const line = document.headline;
  if (!line) return;
  const opening = datelineOf(document)?.end ?? line.end;
  const body = document.sentences.findIndex(({ start }) => start >= opening);
  const end = document.sentences[body + 1]?.end ?? document.sentences[body]?.end ?? 0;
  const lead = events.filter(({ trigger }) => trigger.start >= line.end && trigger.end <= end);
  for (const event of events) {
    if (!contains(line, event.trigger) || event[what].length > 0 || !happened(event)) continue;
    const source = lead.find((one) => one.type === event.type && happened(one) && one[what].length > 0);
    const inLead = named.filter(({ start }) => start >= line.end && start < (document.sentences[body]?.end ?? 0));
    event[what] = [...(source?.[what] ?? sceneOf(inLead, body, what)?.ids ?? [])];
  }
}

/** "dissolved a militia and dismissed its generals on Sunday": verbs joined under one subject share what stands at either end. */
function coordinate(document: Document, events: readonly Event[], what: Circumstance): void {
  const at = new Map(events.map((event) => [verbOf(document, event), event]));
  for (const [word, event] of at) {
    if (word?.deprel !== "conj" || !happened(event)) continue;
    const first = at.get(document.words[word.head]);
    const ownSubject = word.children.some((index) => document.words[index]?.deprel.startsWith("nsubj"));
    if (!first || ownSubject || !happened(first)) continue;
    if (first[what].length === 0) first[what] = [...event[what]];
    else if (event[what].length === 0) event[what] = [...first[what]];
  }
}

/** The first verb of an event's trigger, else its first word. */
function verbOf(document: Document, { trigger }: Event): Word | undefined {
  const from = wordFrom(document.words, trigger.start);
  for (let i = from; i < document.words.length && (document.words[i] as Word).start < trigger.end; i++)
    if (document.words[i]?.upos === "VERB") return document.words[i];
  return document.words[from];
}

/**
 * A deed told without a time, in a sentence that names none, goes on where and when the deed before it did; or where and
 * when the sentences before it are set ("In Kunduz last night, a force went to a village. It …"), if they name just one.
 */
function goOn(document: Document, events: readonly Event[], what: Circumstance, named: readonly (Time | Place)[]): void {
  const sentenceOf = (offset: number) => document.words[wordFrom(document.words, offset)]?.sentence ?? -1;
  const bySentence = new Map<number, (Time | Place)[]>();
  for (const one of named) {
    const sentence = sentenceOf(one.start);
    const list = bySentence.get(sentence);
    if (list) list.push(one);
    else bySentence.set(sentence, [one]);
  }
  let scene: { ids: readonly string[]; sentence: number } | undefined;
  let next = 0;
  for (const event of events) {
    const sentence = sentenceOf(event.trigger.start);
    if (!happened(event) || !DEEDS.has(event.type)) continue;
    for (; next < sentence; next++) scene = sceneOf(bySentence.get(next), next, what) ?? scene;
    const here = bySentence.get(sentence);
    if (event[what].length === 0 && !isBackground(document, event) && (what === "places" || !isAside(document, event))) {
      const only = here ? sceneOf(here, sentence, what) : undefined;
      const from = only ?? (here ? undefined : scene);
      if (from && near(document, from.sentence, sentence)) event[what] = [...from.ids];
    }
    if (event[what].length > 0) scene = { ids: event[what], sentence };
  }
}

/**
 * What a sentence sets the scene with: the one day that it names, or the one spot, which may be told in steps ("in Sabari
 * district, Khost province"). Two days or two spots set none.
 */
function sceneOf(
  named: readonly (Time | Place)[] | undefined,
  sentence: number,
  what: Circumstance,
): { ids: string[]; sentence: number } | undefined {
  const definite = (named ?? []).filter((one) => (what === "times" ? isDay(one as Time) : isSpot(one as Place)));
  const first = definite[0];
  if (!first || (what === "times" && (named ?? []).length > 1)) return undefined;
  if (what === "places" && definite.some((one) => (one as Place).admin1 !== (first as Place).admin1)) return undefined;
  if (definite.length > 1 && what === "places" && (first as Place).admin1 === undefined) return undefined;
  return { ids: definite.slice(0, 3).map(({ id }) => id), sentence };
}

const isDay = ({ earliest, latest }: Time) => earliest !== undefined && earliest === latest;
const isSpot = ({ precision }: Place) => precision !== undefined && precision !== "country" && precision !== "region";

const happened = (event: Event) => event.polarity === "affirmed" && event.modality === "actual";

/** One sentence on, or two, in one paragraph of the body; not out of the headline. */
function near(document: Document, from: number, to: number): boolean {
  const [a, b] = [document.sentences[from], document.sentences[to]];
  if (!a || !b || to - from > 2 || a.start < (document.headline?.end ?? 0)) return false;
  return to === from || !/\n\s*\n|\n(?=\s*[\p{Lu}"“])/u.test(document.text.slice(a.end, b.start + 1));
}

/** A place named as where, and not as who acts or is meant: no subject, and part of a phrase ("in Zabul province") only behind a preposition. */
function isWhere(document: Document, place: Place): boolean {
  const word = headOf(document, place);
  if (!word || word.deprel.startsWith("nsubj")) return false;
  if (!/^(?:compound|nmod:poss|amod)/.test(word.deprel)) return true;
  return document.words[word.head]?.children.some((index) => document.words[index]?.deprel === "case") ?? false;
}

/** "a day after gunmen killed …", "since the raid": set apart in time from what the sentence tells. */
function isAside(document: Document, event: Event): boolean {
  for (let word = verbOf(document, event), steps = 0; word && steps < 6; word = document.words[word.head], steps++) {
    const marked = word.children.some((index) => {
      const child = document.words[index] as Word;
      return (child.deprel === "mark" || child.deprel === "case") && ASIDE.has(child.lower);
    });
    if (marked) return true;
    if (word.head < 0) return false;
  }
  return false;
}

/** "had bombed": what came before the story, and took place at another time. */
function isBackground(document: Document, { evidence, trigger }: Event): boolean {
  const before = document.text.slice(Math.max(evidence.start, trigger.start - 40), trigger.start);
  return /\b(?:had|earlier|previous|previously|last|since|ago|in the past|before)\b(?:\s+\p{L}+){0,3}\s*$/iu.test(before);
}
