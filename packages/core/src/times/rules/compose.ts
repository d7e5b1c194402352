import type { Rule } from "../pattern.ts";
import type { Calendar, Plain, Reading } from "../reading.ts";
import type { Unit } from "../vocabulary.ts";
import { after, before, calendar, duration } from "./make.ts";

const MODS: Readonly<Record<string, string>> = {
  early: "START",
  earlier: "START",
  beginning: "START",
  start: "START",
  opening: "START",
  onset: "START",
  mid: "MID",
  middle: "MID",
  midst: "MID",
  late: "END",
  later: "END",
  end: "END",
  close: "END",
  about: "APPROX",
  around: "APPROX",
  roughly: "APPROX",
  approximately: "APPROX",
  some: "APPROX",
  circa: "APPROX",
  nearly: "LESS_THAN",
  almost: "LESS_THAN",
  barely: "LESS_THAN",
  over: "MORE_THAN",
};

const modded = (reading: Reading, mod: string): Reading => ({ ...reading, mod });

/** Whether a day, or a part of one, may be joined with a clock or a part of the day. */
const isDayLike = (c: Calendar): boolean =>
  c.day !== undefined ||
  c.weekday !== undefined ||
  c.unit === "D" ||
  c.shift?.unit === "D" ||
  c.feast !== undefined ||
  c.pair !== undefined;

/** Parts of one date side by side. They run before the other composing rules. */
export const JOINED: readonly Rule[] = [
  {
    id: "compose.weekday-date",
    pattern: "the? w:WEEKDAY ,? d:TDATE",
    read: ({ w, d }: { w?: number; d?: Calendar }) =>
      d && d.day !== undefined && d.weekday === undefined ? { ...d, weekday: w as number } : undefined,
    example: "It was signed on [Friday, Oct. 23].",
  },
  {
    id: "compose.which-weekday-date",
    pattern: "w:TDAY ,? d:TDATE",
    read: ({ w, d }: { w?: Calendar; d?: Calendar }) =>
      w?.weekday !== undefined &&
      w.which !== undefined &&
      d?.day !== undefined &&
      d.weekday === undefined &&
      d.month !== undefined
        ? { ...d, weekday: w.weekday }
        : undefined,
    example: "The march is [this Sunday, March 8].",
  },
  {
    id: "compose.date-year",
    pattern: "d:TDATE ,? of? y:TYEAR",
    read: ({ d, y }: { d?: Calendar; y?: Calendar }) => {
      if (!d || !y || d.year !== undefined || d.base !== undefined || d.which !== undefined || d.shift) return undefined;
      if (d.month === undefined && d.quarter === undefined && d.season === undefined && d.half === undefined) return undefined;
      if (d.quarter === 0 || (y.year !== undefined && y.which === undefined && d.day === undefined)) return undefined;
      return { ...d, base: y };
    },
    example: "Pol Pot was held in [June last year].",
  },
];

/** Rules over expressions that were found before: `T…` elements. They run twice, so that two can nest. */
export const COMPOSED: readonly Rule[] = [
  {
    id: "compose.years-quarter",
    pattern: "y:TYEAR 's n:QUARTERTH? -? k:quarter|period",
    read: ({ y, n }: { y?: Calendar; n?: number }) => (y ? calendar({ quarter: n ?? 0, base: y }) : undefined),
    example: "Fewer came than in [last year's third quarter].",
  },
  {
    id: "compose.date-part",
    pattern: "m:early|late|mid? -? d:TDAY ,? p:PART",
    read: ({ d, p, m }: { d?: Calendar; p?: string; m?: string }) =>
      d && isDayLike(d) ? { ...partOf(p as string, d), ...(m && { mod: MODS[m] as string }) } : undefined,
    example: "He was shot [Thursday evening].",
  },
  {
    id: "compose.part-of-date",
    pattern: "the? p:PART of|on ,? d:TDAY",
    read: ({ d, p }: { d?: Calendar; p?: string }, reader, first) => {
      if (!d || !isDayLike(d)) return undefined;
      const alone = reader.scan.pieces[first]?.info.partAlone === true;
      return reader.scan.word(first) === "the" || alone ? partOf(p as string, d) : undefined;
    },
    example: "The doctor died on [the night of Friday, Oct. 23].",
  },
  {
    id: "compose.part-date",
    pattern: "m:mid|early|late? -? p:PART ,? d:TDAY",
    read: ({ d, p, m }: { d?: Calendar; p?: string; m?: string }) =>
      d && isDayLike(d) && d.which !== "same" ? { ...partOf(p as string, d), ...(m && { mod: MODS[m] as string }) } : undefined,
    example: "The talks broke off at [noon Thursday].",
  },
  {
    id: "compose.clock-date",
    pattern: "c:TCLOCK ,? d:TDAY",
    read: ({ c, d }: { c?: Calendar; d?: Calendar }) =>
      c?.clock && d && isDayLike(d) ? calendar({ clock: c.clock, base: d }) : undefined,
    example: "He was taken at [10 p.m. Wednesday].",
  },
  {
    id: "compose.date-clock",
    pattern: "d:TDAY ,? c:TCLOCK",
    read: ({ c, d }: { c?: Calendar; d?: Calendar }) =>
      c?.clock && d && isDayLike(d) ? calendar({ clock: c.clock, base: d }) : undefined,
    example: "It was heard [Tuesday 5 p.m.].",
  },
  {
    id: "compose.week-of",
    pattern: "the u:week of d:TDAY",
    read: ({ d }: { d?: Calendar }) => (d ? calendar({ weekOf: true, base: d }) : undefined),
    example: "She testifies in [the week of March 6].",
  },
  {
    id: "compose.count-from-date",
    pattern: "the|just|only? n:N? u:ANYUNIT before|after|following d:TDAY",
    read: ({ n, u, d }, reader, first, last) => {
      if (!d || d.shift || (n === undefined && reader.scan.word(first) !== "the")) return undefined;
      if (
        !/^(?:[,.;:)]|'s|)$/.test(after(reader, last)) &&
        d.weekday === undefined &&
        d.day === undefined &&
        d.feast === undefined
      )
        return undefined;
      const count = n === undefined ? 1 : n.value;
      const forward = Array.from({ length: last - first }, (_x, i) => reader.scan.word(first + i)).some(
        (word) => word === "after" || word === "following",
      );
      return calendar({
        shift: { count: count === "X" ? "X" : forward ? count : -count, unit: u as Unit, from: "text" },
        base: d,
      });
    },
    example: "He fled [two days after Christmas].",
  },
  {
    id: "compose.modified",
    pattern: "the? m:early|late|mid|beginning|start|end|middle|close|earlier|later|onset|midst -? of|in? d:TWHOLE",
    read: ({ m, d }: { m?: string; d?: Calendar }, reader, first, last) => {
      if (!d || !m) return undefined;
      const article = reader.scan.word(first) === "the";
      const noun = /^(?:beginning|start|end|middle|close|onset|midst)$/.test(m);
      const of = Array.from({ length: Math.min(4, last - first) }, (_x, i) => reader.scan.word(first + i));
      if (noun !== (of.includes("of") || of.includes("in"))) {
        if (!(m === "earlier" || m === "later" || m === "early" || m === "late") || !of.includes("in")) return undefined;
      }
      if (m === "end" && before(reader, first) === "an") return undefined;
      if (
        !noun &&
        article &&
        d.decade === undefined &&
        d.century === undefined &&
        d.season === undefined &&
        d.year === undefined &&
        d.unit !== undefined
      )
        return undefined;
      if (noun && !article && before(reader, first) !== "at" && before(reader, first) !== "by") return undefined;
      // "early 35" and clock times take no such word.
      return modded(d, MODS[m] as string);
    },
    example: "The bill is due [early next year].",
  },
  {
    id: "compose.half-of",
    pattern: "the w:first|second|last|latter half of d:TWHOLE",
    read: ({ w, d }: { w?: string; d?: Calendar }) => (d ? modded(d, w === "first" ? "START" : "END") : undefined),
    example: "It marked [the last half of the 1980s].",
  },
  {
    id: "compose.approximate",
    pattern: "m:about|around|roughly|approximately|some|circa|nearly|almost|barely|over d:T",
    read: ({ m, d }: { m?: string; d?: Reading }, reader, first) => {
      if (!d || !m) return undefined;
      // "over the weekend", "around the year": place and time words, not measures.
      const measured = d.is === "plain" ? d.type === "DURATION" : d.shift !== undefined;
      const point =
        d.is === "calendar" && (d.clock !== undefined || d.day !== undefined || d.year !== undefined || d.mod === "END");
      const next = reader.scan.word(first + 1) ?? "";
      if (m === "over" && (!measured || d.is === "calendar" || /^(?:the|recent|past|last|next|coming)$/.test(next)))
        return undefined;
      if ((m === "some" || m === "nearly" || m === "almost" || m === "barely") && !measured) return undefined;
      if (!measured && !point) return undefined;
      if (/^(?:the|recent)$/.test(next) && m !== "about") return undefined;
      return modded(d, MODS[m] as string);
    },
    example: "The Journal noted it [about two years ago].",
  },
  {
    id: "compose.more-than",
    pattern: "m:more|less|fewer than d:T",
    read: ({ m, d }: { m?: string; d?: Reading }) =>
      d && (d.is === "plain" ? d.type === "DURATION" : d.shift !== undefined)
        ? modded(d, m === "more" ? "MORE_THAN" : "LESS_THAN")
        : undefined,
    example: "She spoke for [more than four hours].",
  },
  {
    id: "compose.at-least",
    pattern: "at least|most d:T",
    read: ({ d }: { d?: Reading }, reader, first) =>
      d?.is === "plain" && d.type === "DURATION"
        ? modded(d, reader.scan.word(first + 1) === "least" ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS")
        : undefined,
    example: "They must wait [at least 30 days].",
  },
  {
    id: "compose.up-to",
    pattern: "up to d:T",
    read: ({ d }: { d?: Reading }) => (d?.is === "plain" && d.type === "DURATION" ? modded(d, "EQUAL_OR_LESS") : undefined),
    example: "He may be held [up to 180 days].",
  },
  {
    id: "compose.no-more-than",
    pattern: "no more|less|fewer|longer|later than d:T",
    read: ({ d }: { d?: Reading }, reader, first) =>
      d?.is === "plain" && d.type === "DURATION"
        ? modded(
            d,
            reader.scan.word(first + 1) === "less" || reader.scan.word(first + 1) === "fewer" ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS",
          )
        : undefined,
    example: "It lasts [no more than sixty days].",
  },
  {
    id: "compose.or-so",
    pattern: "d:T or so",
    read: ({ d }: { d?: Reading }) => (d ? modded(d, "APPROX") : undefined),
    example: "They will be here for [two years or so].",
  },
  {
    id: "compose.or-later",
    pattern: "d:TDATE or|and later|beyond|earlier|after|before",
    read: ({ d }: { d?: Calendar }, reader, _first, last) => {
      if (!d || d.year === undefined) return undefined;
      const word = reader.scan.word(last - 1);
      return /^(?:[,.;:)]|)$/.test(after(reader, last))
        ? modded(d, word === "earlier" || word === "before" ? "ON_OR_BEFORE" : "ON_OR_AFTER")
        : undefined;
    },
    example: "It will pay off in [1994 or later].",
  },
  {
    id: "compose.sometime",
    pattern: "sometime d:TDATE",
    read: ({ d }: { d?: Calendar }) => d,
    example: "The court rules [sometime next year].",
  },
  {
    id: "compose.duration-range",
    pattern: "between n:N and m:N u:UNITS",
    read: ({ n, m, u }) =>
      n && m && n.value !== "X" && m.value !== "X" && m.value > n.value
        ? ({ ...duration(n, u), mod: "APPROX" } as Plain)
        : undefined,
    example: "It takes [between two and six days].",
  },
];

function partOf(part: string, base: Calendar): Calendar {
  return part.includes(":") ? calendar({ clock: { hour: Number(part.slice(1, 3)), minute: 0 }, base }) : calendar({ part, base });
}
