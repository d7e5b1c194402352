import type { Rule } from "../pattern.ts";
import { after, before, calendar } from "./make.ts";

/** Words that point without a date, and words that point back into the text. */
export const REFERENCES: readonly Rule[] = [
  {
    id: "reference.word",
    pattern: "r:REF",
    read: ({ r }, reader, first, last) => {
      const word = reader.scan.word(first);
      const next = after(reader, last);
      if (word === "future" && last - first === 1 && before(reader, first) === "'s")
        return { is: "plain", type: "DATE", value: r };
      // "past" and "recent" of a person ("a recent convert") stay; "shortly before" measures no time.
      if (/^(?:shortly|soon)$/.test(word ?? "") && /^(?:after|before|afterward|afterwards|thereafter|as)$/.test(next))
        return undefined;
      if ((word === "current" || word === "recent") && /^(?:and|events?|affairs)$/.test(next)) return undefined;
      if (
        word === "the" &&
        reader.scan.word(first + 1) === "past" &&
        /^(?:[\p{L}\d])/u.test(next) &&
        !/^(?:and|was|is|has|had|for|to|that|it|he|she|they|we|when|but|by|as|with|on|in|of|at|or)$/.test(next)
      ) {
        return undefined;
      }
      return { is: "plain", type: "DATE", value: r };
    },
    example: "He is [now] in exile.",
    not: ["It fell shortly after dawn broke and shortly before they left."],
  },
  {
    id: "reference.one-day",
    pattern: "will|would|may|might|could|can|shall|should < one day >",
    read: () => ({ is: "plain", type: "DATE", value: "FUTURE_REF" }),
    example: "They will [one day] come home.",
  },
  {
    id: "reference.that-time",
    pattern: "at|by|until|till|since|before|from < that|the? same? time|moment|point >",
    read: (_, reader, first, last) => {
      if (/^(?:of|to|when|for|being|he|she|they|it|we|has|is|limit)$/.test(after(reader, last))) return undefined;
      if (reader.scan.word(first) === "the" && (last - first !== 2 || reader.scan.word(last - 1) !== "time")) return undefined;
      return last - first < 2 ? undefined : calendar({ which: "that" });
    },
    example: "He was a minister at [the time].",
  },
  {
    id: "reference.then",
    pattern: "since|until|till|by|before|from < then >",
    read: () => calendar({ which: "that" }),
    example: "No one has seen her since [then].",
  },
];
