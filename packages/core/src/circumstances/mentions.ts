import type { Event, Time, Word } from "../model/index.ts";
import { type Circumstance, happened, isDeed, type Story } from "./story.ts";

/** Words for the clock and the parts of a day, and no day: "shortly after 3 p.m.", "at dawn". */
const CLOCK =
  /^(?:(?:shortly|just|soon|about|around|at|after|before|early|late|mid|the|in)[\s-]+)*(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?|\d{4}(?:\s?hours)?|noon|midday|midnight|dawn|dusk|daybreak|sunrise|sunset|nightfall|morning|afternoon|evening|night)\s*(?:[A-Z]{2,4}|local time|hours|o'clock|\([^)]*\))*$/i;

/** What one mention of a happening says of when or where holds of its other mentions. The most definite is passed on. */
export function share(story: Story, what: Circumstance): void {
  for (const cluster of story.clusters) {
    const known =
      (what === "times" && cluster.find((event) => event.times.some((id) => isDated(story, story.timeOf(id))))) ||
      cluster.find((event) => event[what].length > 0);
    if (!known) continue;
    for (const event of cluster) {
      if (event[what].length === 0) event[what] = [...known[what]];
      else if (what === "times" && event !== known && event.times.every((id) => isClock(story, story.timeOf(id))))
        event.times = [...new Set([...event.times, ...known.times])];
    }
  }
}

/** Whether a time names a clock alone, its day being that of whatever it is said of. */
export const isClock = ({ document }: Story, time: Time | undefined): boolean =>
  time?.type === "TIME" && CLOCK.test(document.text.slice(time.start, time.end));

const isDated = (story: Story, time: Time | undefined): boolean => time?.earliest !== undefined && !isClock(story, time);

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
      if (inside && child.children.some((i) => document.words[i]?.deprel === "case" && WITHIN.has(document.words[i]?.lower ?? "")))
        return inside;
    }
    return undefined;
  }
}
