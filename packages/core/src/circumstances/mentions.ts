import type { Document, Event, Time, Word } from "../model/index.ts";
import { isClock } from "../shared/clock.ts";
import { type Circumstance, finest, happened, isDay, isDeed, isSpot, type Story } from "./story.ts";

/** "Police opened fire. One man died in the firing": a bare noun for the deed just told is by whom the deed was. */
export function shareActors({ clusters, wordOf, document }: Story): void {
  const sentenceOf = (event: Event) => wordOf(event)?.sentence ?? -1;
  for (const cluster of clusters) {
    let known: Event | undefined;
    for (const event of cluster) {
      if (event.actors.some(({ entity }) => entity !== undefined)) known = event;
      if (!known || event.actors.length > 0 || event.mode === undefined || event.mode !== known.mode) continue;
      const whom = new Set(known.actors.map(({ entity }) => entity));
      if (event.recipients.some(({ entity }) => whom.has(entity))) continue;
      if (!isBareMention(document, wordOf(event)) || sentenceOf(event) - sentenceOf(known) > 1) continue;
      event.actors = known.actors.map((actor) => ({ ...actor, implied: true }));
    }
  }
}

/**
 * "condemned the strike", "vowed revenge for it": said against whoever did what is spoken of, as any of its mentions tells.
 * `reactions`: from the words said to the deed.
 */
export function turnOnDoers({ clusters }: Story, reactions: ReadonlyMap<Event, Event>): void {
  for (const [said, deed] of reactions) {
    if (said.recipients.length > 0) continue;
    const told = [deed, ...(clusters.find((cluster) => cluster.includes(deed)) ?? [])].find(({ actors }) => actors.length > 0);
    const own = new Set(said.actors.map(({ entity }) => entity));
    if (told && !told.actors.some(({ entity }) => entity !== undefined && own.has(entity)))
      said.recipients = told.actors.map((actor) => ({ ...actor, implied: true }));
  }
}

/** "the firing", "the raid": a noun that tells nothing new; "the rocket fire" tells of a weapon and may be another's. */
function isBareMention({ words }: Document, noun: Word | undefined): boolean {
  if (noun?.upos !== "NOUN") return false;
  const before = noun.children.filter((index) => index < noun.index).map((index) => words[index] as Word);
  return before.some(({ lower }) => lower === "the") && before.every(({ deprel }) => deprel === "det" || deprel === "case");
}

/** What one mention of a happening says of when or where holds of its other mentions. The most definite is passed on. */
export function share(story: Story, what: Circumstance): void {
  for (const cluster of story.clusters) {
    const known =
      (what === "times" && cluster.find((event) => event.times.some((id) => isDated(story, story.timeOf(id))))) ||
      cluster.find((event) => event[what].length > 0);
    if (!known) continue;
    if (what === "places") refine(story, cluster);
    for (const event of cluster) {
      if (event[what].length === 0) event[what] = what === "places" ? finest(story, known.places) : [...known[what]];
      else if (what === "times") takeDay(story, event, known);
    }
  }
}

/** "a strike in eastern Afghanistan … the strike in Kunar province": the spot is told with the country that holds it. */
function refine(story: Story, cluster: readonly Event[]): void {
  const places = (event: Event) => event.places.map((id) => story.placeOf(id)).filter((place) => place !== undefined);
  const spots = cluster.map(places).find((list) => list.some(isSpot)) ?? [];
  for (const event of cluster) {
    const own = places(event);
    if (own.length === 0 || own.some(isSpot)) continue;
    const inside = spots.filter(
      (spot) => isSpot(spot) && own.some(({ country }) => country !== undefined && country === spot.country),
    );
    event.places = [...inside.map(({ id }) => id), ...event.places].slice(0, 3);
  }
}

/** "The explosion, shortly after 3 p.m.": a bare clock is of the day that another mention tells. */
function takeDay(story: Story, event: Event, known: Event): void {
  const day = known.times.map((id) => story.timeOf(id)).find((time) => time && isDay(time) && isDated(story, time))?.earliest;
  if (day === undefined) return;
  for (const id of event.times) {
    const time = story.timeOf(id);
    if (time && isClock(story.document.text, time) && time.anchor !== "explicit")
      story.learn({ ...time, value: day + time.value.slice(day.length), earliest: day, latest: day, anchor: "text" });
  }
}

const isDated = ({ document }: Story, time: Time | undefined): boolean =>
  time?.earliest !== undefined && !isClock(document.text, time);

/** Prepositions by which a deed stands within another. */
const WITHIN: ReadonlySet<string> = new Set(["in", "during", "by", "amid", "at"]);

/** "four men were killed in the air strikes": one deed within another happens when and where that does, and the other way round. */
export function within(story: Story, what: Circumstance): void {
  const { document } = story;
  for (const event of story.events) {
    const word = story.wordOf(event);
    if (!word || !happened(event)) continue;
    const whole = wholeOf(story, word);
    if (!whole || !happened(whole) || !isDeed(whole) || !isDeed(event)) continue;
    if (event[what].length === 0) event[what] = [...whole[what]];
    else if (whole[what].length === 0) whole[what] = [...event[what]];
  }

  function wholeOf(from: Story, word: Word): Event | undefined {
    for (const index of word.children) {
      const child = document.words[index] as Word;
      if (!/^(?:obl|nmod)/.test(child.deprel)) continue;
      const inside = from.eventAt(child);
      if (
        inside &&
        child.children.some((i) => document.words[i]?.deprel === "case" && WITHIN.has(document.words[i]?.lower ?? ""))
      )
        return inside;
    }
    return undefined;
  }
}
