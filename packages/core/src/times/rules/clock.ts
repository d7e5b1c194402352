import type { Rule } from "../pattern.ts";
import { calendar } from "./make.ts";

/** Times of the day. The day is joined by the composing rules, or comes from the text around. */
export const CLOCKS: readonly Rule[] = [
  {
    id: "clock.time",
    pattern: "c:CLOCK",
    read: ({ c }) => calendar({ clock: c }),
    example: "The blast came at [10:35 a.m.].",
    not: ["They won 10:35 in the end."],
  },
];
