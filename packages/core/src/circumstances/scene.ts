import type { Document, Event, Knowledge, Place, PloverType, Time, Word } from "../model/index.ts";
import { datelineOf } from "../shared/dateline.ts";
import { contains } from "../shared/spans.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { headOf, wordFrom } from "../shared/words.ts";
import { isAside, isAsideWord } from "./clauses.ts";
import { type Circumstance, happened, isDay, isDeed, isSpot, type Story } from "./story.ts";

/** Where or when the story stands at a sentence. */
interface Scene {
  ids: readonly string[];
  sentence: number;
}

/** Passes on when and where the story stands: from the lead to its headline, from a deed to what goes on after it. */
export interface Scenes {
  dateline(story: Story, from: Place | undefined): void;
  headline(story: Story, what: Circumstance): void;
  goOn(story: Story, what: Circumstance, filed?: Time): void;
}

/** What a capital tells of and other places suffer. */
const AFAR: ReadonlySet<PloverType> = new Set(["ASSAULT", "MOBILIZE"]);
/** How many sentences on a scene holds, and for what was done to people without a word of who did it. */
const REACH = 2;
const FAR = 8;

export function createScenes(knowledge: Knowledge): Scenes {
  const classes = new Map(rowsOf(knowledge, "events/classes", ["class", "words"]).map((row) => [row.class, listOf(row.words)]));
  const says = new Set(classes.get("say"));
  const outcomes = new Set(classes.get("outcome"));

  return { dateline, headline, goOn };

  /**
   * "BAMAKO – The government dissolved …": what the lead's main clause tells without a place took place where it was filed.
   * A dateline with a day is that of a release, and names the office that gave it out.
   */
  function dateline(story: Story, from: Place | undefined): void {
    const { document } = story;
    const line = from && datelineOf(document);
    if (!line || /\d/.test(document.text.slice(line.start, line.end))) return;
    const lead = document.sentences[leadOf(document)];
    if (!lead) return;
    for (const event of story.events) {
      if (!contains(lead, event.trigger) || event.places.length > 0 || !happened(event) || AFAR.has(event.type)) continue;
      let word = story.wordOf(event);
      for (let steps = 0; word?.deprel === "conj" && steps < 4; steps++) word = document.words[word.head];
      if (word?.deprel === "root") event.places = [from.id];
    }
  }

  /** A headline sums up the lead: the first event of its type there, else the one time or place that the lead names. */
  function headline(story: Story, what: Circumstance): void {
    const { document, events } = story;
    const line = document.headline;
    if (!line) return;
    const body = leadOf(document);
    const end = document.sentences[body + 1]?.end ?? document.sentences[body]?.end ?? 0;
    const lead = events.filter(({ trigger }) => trigger.start >= line.end && trigger.end <= end);
    // What another event of the headline sums up is not this one's.
    const taken = new Set(story.clusters.filter((cluster) => cluster.some(({ trigger }) => contains(line, trigger))).flat());
    const mayBe = (a: Event, b: Event) => a.mode === undefined || b.mode === undefined || a.mode === b.mode;
    const inLead = named(story, what).filter(({ start }) => start >= line.end && start < (document.sentences[body]?.end ?? 0));
    for (const event of events) {
      if (!contains(line, event.trigger) || event[what].length > 0 || !happened(event)) continue;
      const source = lead.find(
        (one) => one.type === event.type && happened(one) && one[what].length > 0 && mayBe(event, one) && !taken.has(one),
      );
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
    const lead = leadOf(document);
    const alone = what === "places" ? isOneProvince(story) : isOneDay(story);
    let scene: Scene | undefined = filed && { ids: [filed.id], sentence: -1 };
    let next = 0;
    for (const event of story.events) {
      const sentence = sentenceOf(event.trigger.start);
      if (!happened(event) || !isDeed(event)) continue;
      for (; next < sentence; next++) scene = sceneOf(bySentence.get(next), next, what) ?? scene;
      const here = bySentence.get(sentence);
      if ((event[what].length === 0 || (what === "places" && isWide(story, event))) && mayGoOn(story, event, what)) {
        const only = here ? sceneOf(free(story, event, here, what), sentence, what) : undefined;
        const from = only ?? (here ? undefined : scene);
        // "At least 55 were wounded": of the attack that the story stands at, however far back it was told.
        // So is what a report that knows one province, or one day, tells of, wherever it tells it.
        const reach = isOutcome(story, event) || alone ? FAR : REACH;
        if (from && (filed || near(document, from.sentence, sentence, tight && reach === REACH, lead, reach)))
          event[what] = event[what].length === 0 ? [...from.ids] : narrowed(story, event, from.ids);
      }
      if (event[what].length > 0 && !filed && setsScene(story, event, what, scene)) scene = { ids: event[what], sentence };
    }
  }

  function isOutcome(story: Story, event: Event): boolean {
    const word = story.wordOf(event);
    return event.type === "ASSAULT" && event.actors.length === 0 && word !== undefined && outcomes.has(word.lemma);
  }

  /**
   * What of a sentence's times and places is not of a saying ("he said on Monday that …", "In New York, he told …"). Of times
   * neither what is of another clause ("where they were held in May"); what is one place in a sentence is so for all of it.
   */
  function free(story: Story, event: Event, here: readonly (Time | Place)[], what: Circumstance): readonly (Time | Place)[] {
    const { document } = story;
    const own = story.wordOf(event);
    return here.filter((one) => {
      let below = headOf(document, one);
      let word = below;
      let relative = false;
      for (let steps = 0; word && word.upos !== "VERB" && steps < 8; steps++) {
        below = word;
        if (word.deprel === "acl:relcl") relative = true;
        word = document.words[word.head];
      }
      // "…, who was in charge of operations in Paktia": of somebody, wherever he was caught.
      if (relative || isAnswering(document, one)) return false;
      if (!word || word === own) return true;
      // "announced sanctions on Wednesday": what is announced without a clause is so from then on.
      if (own && own.head === word.index && /^(?:obj|nsubj:pass)$/.test(own.deprel) && /^(?:announce|declare)$/.test(word.lemma))
        return true;
      if (what === "places") return word.deprel !== "acl:relcl" && !(says.has(word.lemma) && below?.deprel.startsWith("obl"));
      // "…, where teachers have been held since March": another's own.
      if (story.eventAt(word) && word.children.some((i) => document.words[i]?.deprel.startsWith("nsubj"))) return false;
      return !(says.has(word.lemma) || word.deprel.startsWith("acl") || isAsideWord(document, word));
    });
  }

  /** What a clause that only describes or looks back tells is no scene, nor is a country once a spot is known. */
  function setsScene(story: Story, event: Event, what: Circumstance, scene: Scene | undefined): boolean {
    if (isAside(story, event) || isRelative(story, event)) return false;
    if (what === "places" && event.places.every((id) => isAheadOf(story, id))) return false;
    if (what === "times") return true;
    const known = story.places.filter(({ id }) => event.places.includes(id));
    return scene === undefined ? known.length > 0 : known.some(({ precision }) => precision !== "country");
  }

  function mayGoOn(story: Story, event: Event, what: Circumstance): boolean {
    if (isBackground(story, event, says) || story.answered.has(event)) return false;
    const head = story.wordOf(event);
    // "criticised the killings": what is pointed to has its own place and time.
    if (head && head.upos !== "VERB" && /^(?:obj|obl|nmod)/.test(head.deprel) && isDefinite(story.document, head)) return false;
    // "sites used to launch drones": what something is for goes on nowhere.
    if (
      head?.upos === "VERB" &&
      /^(?:advcl|acl|xcomp)$/.test(head.deprel) &&
      isInfinitive(story.document, head) &&
      isUse(story, head)
    )
      return false;
    // "The president visited Kyiv. The union banned imports of coal": what is ended or forbidden is so nowhere, but for a court's ruling.
    // "The junta, which seized power in 2020, killed 50 men near Menaka": what a clause tells of another time was not there.
    if (what === "places" && isRelative(story, event) && isOfYear(story, event)) return false;
    if (what === "places") return event.type !== "SANCTION" || event.mode === "convict";
    // "the bodies of men shot at close range", "a man who had killed": told of somebody, and not as it happens.
    return !isAside(story, event) && !(head?.deprel.startsWith("acl") ?? false);
  }
}

/** "in response to the jailing of a cleric in Tehran": where what is answered was. */
function isAnswering(document: Document, one: Time | Place): boolean {
  for (
    let word = headOf(document, one), steps = 0;
    word && word.upos !== "VERB" && steps < 6;
    word = document.words[word.head], steps++
  )
    if (/^(?:response|retaliation|revenge|reprisal|reaction|reply|protest)$/.test(word.lower) && word.deprel === "obl")
      return true;
  return false;
}

/** "withdrew towards Kirumba": nobody is there yet. */
const isAhead = ({ words }: Document, place: Word): boolean =>
  place.children.some((index) => /^towards?$/.test(words[index]?.lower ?? ""));

function isAheadOf({ document, placeOf }: Story, id: string): boolean {
  const place = placeOf(id);
  const word = place && headOf(document, place);
  return word !== undefined && isAhead(document, word);
}

const isInfinitive = ({ words }: Document, verb: Word): boolean => verb.children.some((index) => words[index]?.lower === "to");
const isUse = ({ document }: Story, verb: Word): boolean => document.words[verb.head]?.lemma === "use";

/** Whether an event is told in a relative clause: "fighters who were killed in the strikes". */
function isRelative({ document, wordOf }: Story, event: Event): boolean {
  for (let word = wordOf(event), steps = 0; word && steps < 6; word = document.words[word.head], steps++)
    if (word.deprel.startsWith("acl")) return true;
  return false;
}

/** "in 2020": told of a year, and of no day. */
const isOfYear = (story: Story, { times }: Event): boolean =>
  times.length > 0 && times.every((id) => /^\d{4}$/.test(story.timeOf(id)?.value ?? ""));

/** The index of the first sentence of the body, a dateline in it or before it. */
function leadOf(document: Document): number {
  const opening = datelineOf(document)?.end ?? document.headline?.end ?? 0;
  return document.sentences.findIndex(({ end }) => end > opening);
}

/** Whether all that an event says of where is a country or a part of one: "in eastern Afghanistan". */
const isWide = (story: Story, event: Event): boolean =>
  event.places.every((id) => {
    const place = story.placeOf(id);
    return place?.country !== undefined && !isSpot(place);
  });

/** The spots that lie in the country that an event was told of, before it. */
function narrowed(story: Story, event: Event, ids: readonly string[]): string[] {
  const countries = event.places.map((id) => story.placeOf(id)?.country);
  const inside = ids.filter((id) => {
    const place = story.placeOf(id);
    return place !== undefined && isSpot(place) && countries.includes(place.country);
  });
  return [...new Set([...inside, ...event.places])].slice(0, 3);
}

/** The times and places that set a scene. A country sets none and ends none; a year, and a spot that is on no map, do end one. */
function named({ document, times, places }: Story, what: Circumstance): readonly (Time | Place)[] {
  return what === "times"
    ? times
    : places.filter((place) => (isSpot(place) || place.precision === undefined) && isWhere(document, place));
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

/** Whether a report names one day, and no other time. */
function isOneDay({ times }: Story): boolean {
  return new Set(times.map(({ earliest }) => earliest)).size === 1 && times.every(isDay);
}

/** Whether all spots of a report lie in one first-level region. */
function isOneProvince(story: Story): boolean {
  const regions = new Set(named(story, "places").flatMap((one) => ("admin1" in one ? (one.admin1 ?? []) : [])));
  return regions.size === 1;
}

const isDefinite = ({ words }: Document, noun: Word): boolean =>
  noun.children.some((index) => /^(?:the|this|that|these|those)$/.test((words[index] as Word).lower));

/** A sentence or two on, in one paragraph of the body where paragraphs tell anything; not out of the headline. */
function near(document: Document, from: number, to: number, tight: boolean, lead: number, reach: number): boolean {
  const [a, b] = [document.sentences[from], document.sentences[to]];
  if (!a || !b || to - from > reach || a.start < (document.headline?.end ?? 0)) return false;
  if (to === from || !tight || !BREAK.test(document.text.slice(a.end, b.start + 1))) return true;
  // What follows the lead tells more of it.
  return from === lead;
}

const BREAK = /\n\s*\n|\n(?=\s*[\p{Lu}"“])/u;

/** Agencies break after each sentence; only where paragraphs hold several does a break part what is told. */
function paragraphsTell({ text, sentences }: Document): boolean {
  let breaks = 1;
  for (let i = 1; i < sentences.length; i++)
    if (BREAK.test(text.slice(sentences[i - 1]?.end, (sentences[i]?.start ?? 0) + 1))) breaks++;
  return sentences.length >= 1.6 * breaks;
}

/**
 * A place named as where: no subject, part of a phrase ("in Zabul province") only behind a preposition, and not whose people
 * somebody is ("residents of Mayadin").
 */
function isWhere(document: Document, place: Place): boolean {
  let word = headOf(document, place);
  // "from Bismarck, N.D.": the second name is of the first.
  for (let steps = 0; word && /^(?:appos|flat|nmod:unmarked)/.test(word.deprel) && steps < 3; steps++)
    word = document.words[word.head];
  if (!word || word.deprel.startsWith("nsubj")) return false;
  if (isAhead(document, word)) return false;
  const above = document.words[word.head];
  const cases = (noun: Word | undefined) =>
    (noun?.children ?? []).map((index) => document.words[index] as Word).filter(({ deprel }) => deprel === "case");
  if (/^(?:compound|nmod:poss|amod)/.test(word.deprel)) return cases(above).length > 0 && !isPeople(above);
  // "residents of the town of Mayadin": up to whose it is.
  for (let at: Word | undefined = word, steps = 0; at && steps < 3; at = document.words[at.head], steps++) {
    // "the mayor of nearby Bankass"
    if (at.children.some((index) => document.words[index]?.lower === "nearby")) return true;
    if (at.deprel !== "nmod" || !cases(at).some(({ lower }) => lower === "of" || lower === "from")) break;
    const of = document.words[at.head];
    // "Capt. X, from Delaware, Ohio", "Ana Perez, 34, of Rye": whose home it is.
    const home = cases(at).some(({ lower }) => lower === "from") || document.words[at.index - 2]?.lower === ",";
    if (isPeople(of) || (of?.upos === "PROPN" && home)) return false;
  }
  return true;
}

/** Plural or titled people: "residents", "the governor". */
const isPeople = (word: Word | undefined): boolean =>
  word !== undefined &&
  /^(?:residents?|people|villagers?|citizens?|natives?|officials?|governors?|mayors?|leaders?|chiefs?|presidents?|kings?|ministers?|commanders?|fighters?|rebels?|members?|men|man|woman|women|families|family|tribes?|elders?|police|army|forces?|troops|soldiers?|governments?|bishops?|imams?)$/.test(
    word.lower,
  );

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
