import { pad } from "../../shared/calendar.ts";
import type { Quantity } from "../elements/index.ts";
import type { Rule } from "../pattern.ts";
import { before, durationValue, set } from "./make.ts";

const weekdays = (weekday: number, part?: string): string => `XXXX-WXX-${weekday}${part ?? ""}`;

/** Repetitions: TimeML's SET. */
export const SETS: readonly Rule[] = [
  {
    id: "set.every-unit",
    pattern: "every|each other|single? u:UNIT",
    read: ({ u }, reader, first, last) =>
      u === "S" ? undefined : set(durationValue(last - first === 3 && reader.scan.word(first + 1) === "other" ? 2 : 1, u)),
    example: "It happens [every day].",
  },
  {
    id: "set.every-count",
    pattern: "every n:N u:UNITS",
    read: ({ n, u }: { n?: Quantity; u?: never }) => set(durationValue(n?.value ?? "X", u as never)),
    example: "A child dies [every two minutes].",
  },
  {
    id: "set.each-of",
    pattern: "each of the past|last n:N? u:UNITS",
    read: ({ u }) => set(durationValue(1, u)),
    example: "He marched in [each of the last three years].",
  },
  {
    id: "set.every-weekday",
    pattern: "every|each w:WEEKDAY p:PART?",
    read: ({ w, p }) => set(weekdays(w, p)),
    example: "They pray [each Thursday].",
  },
  {
    id: "set.every-month",
    pattern: "every|each m:MONTH",
    read: ({ m }) => set(`XXXX-${pad(m, 2)}`),
    example: "They march [each July].",
  },
  {
    id: "set.every-season",
    pattern: "every|each s:SEASON",
    read: ({ s }) => set(`XXXX-${s}`),
    example: "Fighting flares [every spring].",
  },
  {
    id: "set.every-part",
    pattern: "every|each p:PART",
    read: ({ p }) => (p.includes(":") ? set(`XXXX-XX-XX${p}`) : set(`XXXX-XX-XX${p}`)),
    example: "They are shelled [every night].",
  },
  {
    id: "set.weekdays",
    pattern: "w:HABIT",
    read: ({ w }) => set(weekdays(w)),
    example: "The court sits on [Mondays].",
  },
  {
    id: "set.weekday-parts",
    pattern: "w:WEEKDAY p:nights|mornings|evenings|afternoons",
    read: ({ w, p }) => set(weekdays(w, `T${p === "nights" ? "NI" : p === "mornings" ? "MO" : p === "evenings" ? "EV" : "AF"}`)),
    example: "Flights leave on [Tuesday nights].",
  },
  {
    id: "set.times-a-unit",
    pattern: "once|twice a|an|every|each u:UNIT",
    read: ({ u }) => set(durationValue(1, u)),
    example: "She reports [twice a week].",
  },
  {
    id: "set.count-times-a-unit",
    pattern: "n:N times a|an|every|each|per u:UNIT",
    read: ({ u }) => set(durationValue(1, u)),
    example: "It is checked [three times a day].",
  },
  {
    id: "set.per-unit",
    pattern: "per < u:UNIT >",
    read: ({ u }) => (u === "S" || u === "MIN" ? undefined : set(durationValue(1, u))),
    example: "It costs two million per [month].",
  },
  {
    id: "set.frequency",
    pattern: "f:FREQ",
    read: ({ f }, reader, first) => (/^(?:-|semi|bi)$/.test(before(reader, first)) ? undefined : set(f)),
    example: "The border opens [daily].",
  },
];
