import type { Time } from "../model/index.ts";

/** Words for the clock and the parts of a day, and no day: "shortly after 3 p.m.", "at dawn". */
const CLOCK =
  /^(?:(?:shortly|just|soon|about|around|at|after|before|early|late|mid|the|in)[\s-]+)*(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?|\d{4}(?:\s?hours)?|noon|midday|midnight|dawn|dusk|daybreak|sunrise|sunset|nightfall|morning|afternoon|evening|night)\s*(?:[A-Z]{2,4}|local time|hours|o'clock|\([^)]*\))*$/i;

/** Whether a time names a clock or a part of the day alone: its day is that of whatever it is said of. */
export const isClock = (text: string, { type, start, end }: Time): boolean =>
  type === "TIME" && CLOCK.test(text.slice(start, end));
