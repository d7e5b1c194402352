import type { Quantity } from "../elements/index.ts";
import type { Rule } from "../pattern.ts";
import type { Unit } from "../vocabulary.ts";
import { after, before, calendar, duration, whichOf } from "./make.ts";

const shift = (quantity: Quantity, unit: Unit, sign: 1 | -1, from: "now" | "text") =>
  calendar({
    shift: { count: quantity.value === "X" ? "X" : sign * quantity.value, unit, from },
    ...(quantity.vague && { mod: "APPROX" }),
  });

/** What is said of money and counts: "$5 a share, a year ago" and never "five a year". */
const isRate = (word: string): boolean => /^[\d$£€%]/.test(word);

/** Expressions that count from the report's date or from a time of the text. */
export const RELATIVE: readonly Rule[] = [
  {
    id: "relative.today",
    pattern: "today",
    read: () => calendar({ unit: "D", which: "this" }),
    example: "Troops moved in [today].",
  },
  {
    id: "relative.yesterday",
    pattern: "yesterday",
    read: () => calendar({ shift: { count: -1, unit: "D", from: "now" } }),
    example: "She spoke [yesterday].",
  },
  {
    id: "relative.tomorrow",
    pattern: "tomorrow",
    read: () => calendar({ shift: { count: 1, unit: "D", from: "now" } }),
    example: "They meet [tomorrow].",
  },
  {
    id: "relative.day-before-yesterday",
    pattern: "the day before yesterday",
    read: () => calendar({ shift: { count: -2, unit: "D", from: "now" } }),
    example: "It began [the day before yesterday].",
  },
  {
    id: "relative.day-after-tomorrow",
    pattern: "the day after tomorrow",
    read: () => calendar({ shift: { count: 2, unit: "D", from: "now" } }),
    example: "It ends [the day after tomorrow].",
  },
  {
    id: "relative.tonight",
    pattern: "tonight",
    read: () => calendar({ part: "TNI", base: calendar({ unit: "D", which: "this" }) }),
    example: "A curfew starts [tonight].",
  },
  {
    id: "relative.overnight",
    pattern: "overnight",
    read: () => calendar({ part: "TNI", which: "past" }),
    example: "Two towns fell [overnight].",
  },
  {
    id: "relative.last-night",
    pattern: "last night",
    read: () => calendar({ part: "TNI", base: calendar({ shift: { count: -1, unit: "D", from: "now" } }) }),
    example: "The raid was [last night].",
  },
  {
    id: "relative.this-part",
    pattern: "this p:PART",
    read: ({ p }) => calendar({ part: p, base: calendar({ unit: "D", which: "this" }) }),
    example: "He resigned [this evening].",
  },
  {
    id: "relative.which-part",
    pattern: "the|that w:next|following|previous|same|that? p:PART",
    read: ({ w, p }, reader, first) => {
      if (!w && reader.scan.word(first) === "the") return undefined;
      return calendar({ part: p, base: calendar({ unit: "D", which: (w && whichOf(w)) ?? "that" }) });
    },
    example: "They fled [the next morning].",
  },
  {
    id: "relative.the-part",
    pattern: "in|during|by|through|throughout|on < the p:PART hours? >",
    read: ({ p }) => calendar({ part: p }),
    example: "Shops opened in [the morning].",
  },
  {
    id: "relative.part-alone",
    pattern: "at|by|before|after|around|until|since|from|to|till < p:PARTALONE >",
    read: ({ p }) => calendar(p.includes(":") ? { clock: { hour: Number(p.slice(1, 3)), minute: 0 } } : { part: p }),
    example: "The gunmen came at [dawn].",
  },
  {
    id: "relative.at-night",
    pattern: "at|by < p:night|nighttime >",
    read: () => calendar({ part: "TNI" }),
    example: "They travel at [night].",
  },
  {
    id: "relative.next-day",
    pattern: "next day",
    read: () => calendar({ unit: "D", which: "following" }),
    example: "He was dead [next day].",
  },
  {
    id: "relative.which-unit",
    pattern:
      "the|that|this? w:last|this|next|past|coming|previous|preceding|prior|following|ensuing|same|current|upcoming|latest f:fiscal? u:UNIT",
    read: ({ w, u, f }, reader, first) => {
      if (u === "S" || u === "MIN" || u === "H") return undefined;
      const word = reader.scan.word(first);
      const which = whichOf(w)!;
      if (u === "Q" && which === "latest") return calendar({ quarter: 0, which });
      // "the last day of the trial", "this second"
      if (u === "D" && (which === "last" || which === "latest" || which === "past") && word !== "this") {
        return undefined;
      }
      if ((word === "the" || word === "this") && which === "past") return duration({ value: 1 }, u, -1);
      if (word === "the" && which === "coming") return duration({ value: 1 }, u, 1);
      if (word === "the" && which === "last" && (u === "DE" || u === "CE")) return duration({ value: 1 }, u, -1);
      if (word === "the" && which === "next" && (u === "D" || u === "Y" || u === "W" || u === "M")) {
        return calendar({ unit: u, which: "following" });
      }
      return calendar({ unit: u, which, ...(f && { fiscal: true }) });
    },
    example: "Prices doubled [last month].",
    not: ["He came for the last day."],
  },
  {
    id: "relative.that-unit",
    pattern: "that same? u:UNIT",
    read: ({ u }) => (u === "S" || u === "MIN" || u === "H" ? undefined : calendar({ unit: u, which: "that" })),
    example: "He was elected [that year].",
  },
  {
    id: "relative.weekend",
    pattern: "the? w:last|this|next|past|previous|following|coming|that|same? weekend",
    read: ({ w }, reader, first) => {
      if (w === undefined && reader.scan.word(first) !== "the") return undefined;
      return calendar({ weekend: true, ...(w !== undefined && { which: whichOf(w)! }) });
    },
    example: "They talked over [the weekend].",
  },
  {
    id: "relative.this-weekend",
    pattern: "this past|coming weekend",
    read: (_, reader, first) => calendar({ weekend: true, which: reader.scan.word(first + 1) === "past" ? "last" : "next" }),
    example: "It was stormed [this past weekend].",
  },
  {
    id: "relative.the-unit",
    pattern: "the f:full|whole|entire|fiscal? u:UNIT",
    read: ({ u, f }, reader, first, last) => {
      const next = after(reader, last);
      const word = before(reader, first);
      if (u === "Q" || u === "Y" || u === "W" || u === "M") {
        // "in the year ended June 30" is a length; "the week of" is another rule's.
        if (/^(?:ended|ending|before|after|when|that|long)$/.test(next))
          return u === "Q" ? calendar({ quarter: 0 }) : duration({ value: 1 }, u);
        if (next === "-" || next === "ahead") return undefined;
        if (
          !/^(?:in|during|of|for|since|by|throughout|over|earlier|later|from|to|early|late|on|through|until|end)$/.test(word) &&
          u !== "Q"
        ) {
          return undefined;
        }
        return u === "Q"
          ? calendar({ quarter: 0 })
          : calendar({ unit: u, which: "that", ...(f === "fiscal" && { fiscal: true }) });
      }
      if (u === "D")
        return /^(?:in|during|throughout|of)$/.test(word) && next !== "of" && !f
          ? calendar({ unit: "D", which: "that" })
          : undefined;
      return undefined;
    },
    example: "It was the worst day of [the year].",
    not: ["The day was warm."],
  },
  {
    id: "relative.ago",
    pattern: "n:N more? u:ANYUNIT or? so? ago|back",
    read: ({ n, u }, reader, _first, last) => {
      const back = reader.scan.word(last - 1) === "back";
      if (back && !/^(?:[,.;:]|)$/.test(after(reader, last))) return undefined;
      const reading = shift(n, u, -1, "now");
      return reader.scan.word(last - 2) === "so" ? { ...reading, mod: "APPROX" } : reading;
    },
    example: "The camp closed [three months ago].",
    not: ["He took two days back home."],
  },
  {
    id: "relative.units-ago",
    pattern: "u:UNITS ago|earlier|later",
    read: ({ u }, reader, _first, last) => {
      const word = reader.scan.word(last - 1);
      return word === "ago" ? shift({ value: "X" }, u, -1, "now") : shift({ value: "X" }, u, word === "later" ? 1 : -1, "text");
    },
    example: "[Hours earlier] a shell had hit.",
  },
  {
    id: "relative.ago-today",
    pattern: "n:N u:ANYUNIT ago today",
    read: ({ n, u }) => (n.value === "X" ? undefined : calendar({ shift: { count: -n.value, unit: u, from: "now" }, unit: "D" })),
    example: "They took power [ten years ago today].",
  },
  {
    id: "relative.from-now",
    pattern: "n:N u:ANYUNIT from now|today",
    read: ({ n, u }) => shift(n, u, 1, "now"),
    example: "Elections are [two weeks from now].",
  },
  {
    id: "relative.later",
    pattern: "just|only|some? n:N u:ANYUNIT later|afterward|afterwards|after|thereafter|on",
    read: ({ n, u }, reader, _first, last) => {
      const word = reader.scan.word(last - 1);
      const next = after(reader, last);
      if (word === "on") return undefined;
      if (word === "after") {
        // "a day after" that is followed by what came first: an event here, a time by another rule.
        if (/^(?:[,.;:)]|)$/.test(next)) return shift(n, u, 1, "text");
        return undefined;
      }
      return shift(n, u, 1, "text");
    },
    example: "[Two days later] the bridge fell.",
  },
  {
    id: "relative.earlier",
    pattern: "n:N u:ANYUNIT earlier|previously|before|prior|beforehand",
    read: ({ n, u }, reader, _first, last) => {
      const word = reader.scan.word(last - 1);
      if ((word === "before" || word === "prior") && !/^(?:[,.;:)]|)$/.test(after(reader, last))) return undefined;
      return shift(n, u, -1, "text");
    },
    example: "The post was hit [a week earlier].",
  },
  {
    id: "relative.year-earlier-period",
    pattern: "the? comparable|corresponding|same? year -|– earlier|ago q:QUARTERTH? k:quarter|period|month|week|months",
    read: ({ q }) => calendar({ shift: { count: -1, unit: "Y", from: "text" }, ...(q !== undefined && { quarter: q }) }),
    example: "Deaths fell against [the year-earlier period].",
  },
  {
    id: "relative.year-earlier",
    pattern: "year -|– earlier|ago",
    read: () => calendar({ shift: { count: -1, unit: "Y", from: "text" } }),
    example: "The [year-earlier] figures were higher.",
  },
  {
    id: "relative.in-future",
    pattern: "in < n:N u:ANYUNIT '? ’? time >",
    read: ({ n, u }) => shift(n, u, 1, "now"),
    example: "He returns in [two weeks time].",
  },
  {
    id: "relative.day-after",
    pattern: "the day after|before",
    read: (_, reader, _first, last) =>
      /^(?:[,.;:)]|)$/.test(after(reader, last))
        ? calendar({ shift: { count: reader.scan.word(last - 1) === "after" ? 1 : -1, unit: "D", from: "text" } })
        : undefined,
    example: "They had met [the day before].",
  },
  {
    id: "relative.year-end",
    pattern: "the? year -? 's? end",
    read: (_captures, _reader, first, last) =>
      last - first < 2 ? undefined : calendar({ unit: "Y", which: "this", mod: "END" }),
    example: "The force leaves by [year-end].",
  },
  {
    id: "relative.the-period",
    pattern: "the latest|corresponding|comparable|same? period",
    read: (_, reader, first) =>
      reader.scan.word(first + 1) === "period" ? undefined : calendar({ quarter: 0, which: "latest" }),
    example: "Trade shrank in [the latest period].",
  },
  {
    id: "relative.rate",
    pattern: "a|an u:UNIT",
    read: ({ u }, reader, first, last) => {
      if (u === "Q") return undefined;
      const word = before(reader, first);
      const next = after(reader, last);
      if (/^(?:or|ago|and|later|earlier|after|before|off|from|-|old|to|long)$/.test(next) && next !== "and") return undefined;
      if (
        /^(?:after|in|for|within|over|about|than|nearly|almost|once|of|just|only|only|every|with|through|last|take|takes|took|at|by)$/.test(
          word,
        )
      ) {
        return word === "once" ? undefined : duration({ value: 1 }, u);
      }
      return isRate(word) ||
        (/[^s]s$/.test(word) && !/^(?:was|is|has|his|its|this|as|us)$/.test(word)) ||
        /^(?:million|billion|thousand|hundred|people|twice|men)$/.test(word)
        ? {
            is: "plain",
            type: "SET",
            value: u === "H" ? "PT1H" : u === "MIN" ? "PT1M" : u === "S" ? "PT1S" : duration({ value: 1 }, u).value,
          }
        : undefined;
    },
    example: "They earn 50 dollars [a month].",
    not: ["It was a year of grief."],
  },
];
