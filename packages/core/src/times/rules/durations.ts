import type { Quantity } from "../elements/index.ts";
import type { Captures, Rule } from "../pattern.ts";
import type { Plain } from "../reading.ts";
import type { Unit } from "../vocabulary.ts";
import { after, before, duration, durationValue } from "./make.ts";

const plain = (value: string, mod?: string): Plain => ({ is: "plain", type: "DURATION", value, ...(mod && { mod }) });

/** Units that add to one value: "two years and three months" is P2Y3M. */
function added(a: Quantity, u: Unit, b: Quantity, v: Unit): Plain | undefined {
  if (a.value === "X" || b.value === "X") return undefined;
  const order = "Y M W D H MIN S".split(" ");
  const [first, second] = [order.indexOf(u), order.indexOf(v)];
  if (first < 0 || second <= first) return undefined;
  const one = durationValue(a.value, u);
  const two = durationValue(b.value, v).slice(1);
  return plain(one.includes("T") ? one + two.replace("T", "") : one + two);
}

export const DURATIONS: readonly Rule[] = [
  {
    id: "duration.count-unit",
    pattern:
      "n:N -? more|additional|full|consecutive|straight|long|whole|successive|solid|further|extra|trading|working|business|calendar|short|grueling|tense? u:ANYUNIT -? old? long?",
    read: ({ n, u }, reader, first, last) => {
      const word = before(reader, first);
      const next = after(reader, last);
      const alone = n.value === 1 && /^an?$/.test(reader.scan.word(first) ?? "");
      const text = reader.scan.word(last - 1);
      // An age of a person is no time; "52 years old", "a 27-year-old man".
      if (text === "old") return undefined;
      // "three-quarters of its food" is a share.
      if (u === "Q" && next === "of") return undefined;
      // "60 Minutes", "24 Hours": a title.
      const name = reader.scan.pieces[last - 1]?.text ?? "";
      if (!reader.scan.caseless && /^\p{Lu}\p{Ll}/u.test(name) && /^\d/.test(reader.scan.word(first) ?? "")) return undefined;
      if (/^(?:old|of)$/.test(next) && next === "old") return undefined;
      if (next === "-" && reader.scan.word(last + 1) === "old") return undefined;
      const noun = reader.scan.pieces[text === "long" ? last - (reader.scan.word(last - 2) === "-" ? 3 : 2) : last - 1]?.info;
      if (alone && noun?.plural) return undefined;
      if (alone && last - first === 2) {
        if (
          !/^(?:after|in|for|within|over|about|than|nearly|almost|just|only|through|lasted|lasting|last|take|takes|took|him|them|of|about|barely|exactly|spent)$/.test(
            word,
          )
        )
          return undefined;
      }
      if (/^[$£€]$/.test(word) || (u === "S" && alone)) return undefined;
      return duration(n, u);
    },
    example: "The siege lasted [two more weeks].",
    not: ["A woman, 52 years old, fell."],
  },
  {
    id: "duration.truce-old",
    pattern:
      "n:N -? u:ANYUNIT - old > truce|ceasefire|war|conflict|siege|blockade|standoff|strike|crisis|insurgency|rebellion|uprising|campaign|embargo|offensive|civil",
    read: ({ n, u }) => duration(n, u),
    example: "It broke the [8-month-old] truce.",
  },
  {
    id: "duration.and-a-half",
    pattern: "n:N u:UNIT and a half",
    read: ({ n, u }) => {
      if (n.value === "X") return undefined;
      if (u === "MIN") return plain(`PT${n.value}M30S`);
      if (u === "H") return plain(`PT${n.value}H30M`);
      return plain(durationValue(n.value + 0.5, u));
    },
    example: "They held out for [a year and a half].",
  },
  {
    id: "duration.half-unit",
    pattern: "half an|a u:UNIT",
    read: ({ u }) =>
      u === "D" || u === "Y" || u === "H" || u === "DE" || u === "CE" || u === "MIN"
        ? plain(u === "CE" ? "P50Y" : u === "DE" ? "P5Y" : u === "D" ? "PT12H" : u === "Y" ? "P6M" : durationValue(0.5, u))
        : undefined,
    example: "The firing went on for [half an hour].",
  },
  {
    id: "duration.half-hour",
    pattern: "a half -? u:UNIT",
    read: ({ u }) => (u === "H" ? plain("PT30M") : u === "CE" ? plain("P50Y") : undefined),
    example: "They waited [a half hour].",
  },
  {
    id: "duration.two-units",
    pattern: "n:N u:ANYUNIT and|, m:N v:ANYUNIT",
    read: ({ n, u, m, v }: Captures) => added(n, u, m, v),
    example: "He was held for [two years and three months].",
  },
  {
    id: "duration.toward",
    pattern:
      "the? w:past|last|next|coming|previous|following|first|final|preceding|latest|remaining|ensuing|intervening n:N -? u:ANYUNIT",
    read: ({ w, n, u }) => {
      const toward = w === "past" || w === "last" || w === "latest" ? -1 : w === "next" || w === "coming" ? 1 : undefined;
      return { ...duration(n, u, toward) };
    },
    example: "It had [the past three months] to act.",
  },
  {
    id: "duration.toward-vague",
    pattern: "the? w:past|last|next|coming|recent|future|early|first|previous|final|closing|opening u:UNITS and|or? v:UNITS?",
    read: ({ w, u }, reader, first, last) => {
      if (last - first < 2) return undefined;
      const word = reader.scan.word(first);
      if ((w === "first" || w === "early" || w === "final" || w === "closing" || w === "opening") && word !== "the")
        return undefined;
      return duration({ value: "X" }, u);
    },
    example: "Raids grew in [recent months].",
  },
  {
    id: "duration.the-count",
    pattern: "the n:N u:ANYUNIT",
    read: ({ n, u }, reader, first) => (n.value === 1 && reader.scan.word(first + 1) !== "one" ? undefined : duration(n, u)),
    example: "After [the four days] they left.",
  },
  {
    id: "duration.units",
    pattern:
      "for|in|within|over|after|of|took|spent|through|last|lasted|takes|take|the|several|during|until|before|despite|with|by|many|following < u:UNITS and|or? v:UNITS? >",
    read: ({ u }, reader, first, last) => {
      const word = before(reader, first);
      const next = after(reader, last);
      if (u === "S" || u === "Q") return undefined;
      if (word === "the" && !/^(?:before|after|following|leading|since|ahead|of|to|that|prior)$/.test(next)) return undefined;
      if (/^(?:old|ago|earlier|later)$/.test(next)) return undefined;
      if (word === "with" || word === "by" || word === "the") return u === "MIN" ? undefined : duration({ value: "X" }, u);
      return duration({ value: "X" }, u);
    },
    example: "They waited for [weeks].",
  },
  {
    id: "duration.units-of",
    pattern: "u:UNITS and|or? v:UNITS? > of|before|after",
    read: ({ u }, reader, first) =>
      u === "S" || u === "Q" || /^(?:\d|-)/.test(before(reader, first)) ? undefined : duration({ value: "X" }, u),
    example: "It followed [months] of talks.",
  },
  {
    id: "duration.over-the-years",
    pattern: "over|through < the u:UNITS >",
    read: ({ u }) => duration({ value: "X" }, u),
    example: "It changed over [the years].",
  },
  {
    id: "duration.unit-long",
    pattern: "u:ANYUNIT - long|old",
    read: ({ u }, reader, first) =>
      before(reader, first) === "-" ? undefined : duration({ value: reader.scan.pieces[first]?.info.plural ? "X" : 1 }, u),
    example: "It was a [decades-long] feud.",
  },
  {
    id: "duration.some-time",
    pattern: "for < some|a|long|quite time|while|long? time? >",
    read: (_, reader, first, last) => {
      const text = Array.from({ length: last - first }, (_x, i) => reader.scan.word(first + i)).join(" ");
      return /^(?:some time|a while|a long time|quite some time)$/.test(text) ? plain("PXX") : undefined;
    },
    example: "They may be there for [some time].",
  },
];
