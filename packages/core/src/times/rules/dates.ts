import type { Reader, Rule } from "../pattern.ts";
import { after, before, calendar, whichOf } from "./make.ts";

/** What a bare "1,990"-like figure is counted in, which makes it a number and no year. */
const COUNTED: ReadonlySet<string> = new Set(
  (
    "people men women children troops soldiers fighters militants rebels refugees prisoners police officers civilians miles mile km kilometers kilometres " +
    "metres meters feet tons tonnes pounds kilograms kg dollars euros percent per % votes seats homes houses families workers employees members jobs " +
    "protesters demonstrators victims deaths dead wounded injured barrels bodies others hectares acres square hours hrs gmt utc cases years shares points delegates volts rounds"
  ).split(" "),
);
/** A year is announced by these. */
const BEFORE_YEAR: ReadonlySet<string> = new Set(
  "in of since by until till from during before after through between and to for around about circa early late mid year fiscal summer winter spring autumn fall throughout or post pre".split(
    " ",
  ),
);

/** Whether a bare four-digit number names a year. */
function yearFits(reader: Reader, first: number, last: number, year: number): boolean {
  const word = before(reader, first);
  const next = after(reader, last);
  if (
    COUNTED.has(next) ||
    /^[$£€#%°/]$/.test(word) ||
    next === "%" ||
    next === "-" ||
    word === "no" ||
    word === "flight" ||
    word === "some"
  ) {
    return next === "-" && year > 1700 && BEFORE_YEAR.has(word);
  }
  // Digit groups ("1,990"), phone numbers and codes.
  const piece = reader.scan.pieces[first];
  if (piece && !piece.gap && first > 0 && !/^[("'‘“[–—-]$/.test(reader.scan.word(first - 1) ?? "")) return false;
  if (year >= 1900 && year < 2060)
    return !/^(?:at|room|route|highway|resolution|article|section|act|number|nearly|almost|than)$/.test(word);
  // "In 1812 Napoleon invaded …": what opens a sentence is a year without a comma behind it, too.
  if (word === "in" && year >= 1500 && year < 1900 && reader.scan.pieces[first - 1]?.fresh) return true;
  return (
    year >= (word === "in" ? 1000 : 1500) && year < 2100 && BEFORE_YEAR.has(word) && /^(?:[^\p{L}\d]|)$/u.test(next.slice(0, 1))
  );
}

/** A month that is also a word ("May", "March") needs more than a capital at the head of a sentence or in capital text. */
function monthFits(reader: Reader, first: number): boolean {
  const piece = reader.scan.pieces[first];
  if (!piece?.info.ambiguous) return true;
  if (piece.info.abbreviation && !piece.text.endsWith(".")) return false;
  const word = before(reader, first);
  if (
    /^(?:in|since|until|till|by|during|from|through|of|early|late|mid|last|this|next|to|between|for|before|after|-|and|or)$/.test(
      word,
    )
  ) {
    return !(reader.scan.caseless && (word === "to" || word === "and" || word === "or" || word === "this" || word === "for"));
  }
  return !reader.scan.caseless && !piece.fresh && /^(?:a|an|the|his|her|its|their|our|on|,)$/.test(word) && piece.lower !== "may";
}

/** Absolute and partly given dates: everything that names its own place in the calendar. */
export const DATES: readonly Rule[] = [
  {
    id: "date.iso",
    pattern: "d:ISO",
    read: ({ d }) => d,
    example: "The log of [2020-03-05] was lost.",
    not: ["Call 555-01-0200 now."],
  },
  {
    id: "date.eleventh-september",
    pattern:
      "< m:september|sept d:11|11th > terror|terrorist|attack|attacks|hijackings|hijackers|strikes|bombings|commission|suicide",
    read: () => calendar({ year: 2001, month: 9, day: 11 }),
    example: "It passed after the [Sept. 11] attacks.",
  },
  {
    id: "date.month-day-year",
    pattern: "m:MONTH .? the? d:DAY ,? y:YEAR",
    read: ({ m, d, y }) => calendar({ month: m, day: d, year: y }),
    example: "The bridge fell on [March 3, 2020].",
    not: ["In March 35,000 left."],
  },
  {
    id: "date.month-dayth-year",
    pattern: "m:MONTH the? d:DAYTH ,? y:YEAR?",
    read: ({ m, d, y }) => calendar({ month: m, day: d, ...(y !== undefined && { year: y }) }),
    example: "It was [March eighth].",
  },
  {
    id: "date.month-day",
    pattern: "m:MONTH .? d:DAY",
    read: ({ m, d }, reader, _first, last) =>
      // "May 20 people": an ambiguous word before what is counted is no month.
      m === 5 && COUNTED.has(after(reader, last)) ? undefined : calendar({ month: m, day: d }),
    example: "Talks resumed on [Nov. 9].",
    not: ["May 20 people die for this?"],
  },
  {
    id: "date.day-month-year",
    pattern: "the? d:DAY of? m:MONTH .? ,? y:YEAR",
    read: ({ d, m, y }) => calendar({ day: d, month: m, year: y }),
    example: "She was freed on [12 May 1989].",
  },
  {
    id: "date.dayth-month-year",
    pattern: "the? d:DAYTH of? m:MONTH ,? y:YEAR?",
    read: ({ d, m, y }) => calendar({ day: d, month: m, ...(y !== undefined && { year: y }) }),
    example: "It ended on [the 5th of June].",
  },
  {
    id: "date.day-month-year2",
    pattern: "d:DAY -? m:MONTH .? -? y:YEAR2",
    read: ({ d, m, y }, reader, first, last) => {
      const next = after(reader, last);
      // "3 May 12 people": the second number is a year when it is written as one, or past any day.
      const quoted = /['’]/.test(reader.scan.word(last - 2) ?? "");
      return COUNTED.has(next) || (!quoted && !reader.scan.caseless && y < 1960) || before(reader, first) === "$"
        ? undefined
        : calendar({ day: d, month: m, year: y });
    },
    example: "BOGOTA, [12 MAY 89].",
    not: ["On 3 May 12 people died."],
  },
  {
    id: "date.day-month",
    pattern: "the? d:DAY of? m:MONTH",
    read: ({ d, m }, reader, first) => (/^[$£€]$/.test(before(reader, first)) ? undefined : calendar({ day: d, month: m })),
    example: "Shelling began on [12 December].",
  },
  {
    id: "date.month-year",
    pattern: "m:MONTH .? of? ,? y:YEAR",
    read: ({ m, y }, reader, first) => (before(reader, first) === "$" ? undefined : calendar({ month: m, year: y })),
    example: "The war began in [February 1947].",
  },
  {
    id: "date.month-year2",
    pattern: "m:MONTH .? '|’ y:YEAR2",
    read: ({ m, y }) => calendar({ month: m, year: y }),
    example: "Since [Jan. '89] nothing came.",
  },
  {
    id: "date.month",
    pattern: "m:MONTH",
    read: ({ m }, reader, first) => (monthFits(reader, first) ? calendar({ month: m }) : undefined),
    example: "Rents rose in [October].",
    not: ["They may march again.", "May they rest."],
  },
  {
    id: "date.which-month",
    pattern: "w:last|this|next|past|previous|following|coming m:MONTH",
    read: ({ w, m }, reader, first) =>
      reader.scan.caseless && before(reader, first) === "" ? undefined : calendar({ which: whichOf(w)!, month: m }),
    example: "They met [last April].",
    not: ["The last march was small."],
  },
  {
    id: "date.numeric",
    pattern: "d:SLASHED",
    read: ({ d }) => d,
    example: "The form is dated [25/12/2018].",
    not: ["About 1/2 of them left."],
  },
  {
    id: "date.weekday",
    pattern: "d:WEEKDAY",
    read: ({ d }) => calendar({ weekday: d }),
    example: "He arrived on [Monday].",
    not: ["He sat in the sun."],
  },
  {
    id: "date.which-weekday",
    pattern: "the? w:last|this|next|past|previous|following|coming|preceding d:WEEKDAY",
    read: ({ w, d }) => calendar({ which: whichOf(w)!, weekday: d }),
    example: "He left [last Thursday].",
  },
  {
    id: "date.this-past-weekday",
    pattern: "this w:past|coming d:WEEKDAY",
    read: ({ w, d }) => calendar({ which: whichOf(w)!, weekday: d }),
    example: "It opens [this coming Sunday].",
  },
  {
    id: "date.same-day-month",
    pattern: "the w:same d:WEEKDAY",
    read: ({ d }) => calendar({ which: "same", weekday: d }),
    example: "It was held on [the same Monday].",
  },
  {
    id: "date.year",
    pattern: "the? s:year? y:YEAR",
    read: ({ s, y }, reader, first, last) => {
      if (s === undefined && reader.scan.word(first) === "the") return undefined;
      return s !== undefined || yearFits(reader, first, last, y) ? calendar({ year: y }) : undefined;
    },
    example: "He left in [1995].",
    not: ["About 2000 troops left.", "It cost $1995 then.", "More than 1990 fled."],
  },
  {
    id: "date.fiscal-year",
    pattern: "fiscal|fy year? y:YEAR",
    read: ({ y }) => calendar({ year: y, fiscal: true }),
    example: "The budget of [fiscal 2019] is spent.",
  },
  {
    id: "date.the-year-period",
    pattern: "the y:YEAR period",
    read: ({ y }) => calendar({ year: y, quarter: 0 }),
    example: "Sales were lower in [the 1988 period].",
  },
  {
    id: "date.year2",
    pattern: "in|since|of < '|’ y:YEAR2 >",
    read: ({ y }) => calendar({ year: y }),
    example: "They came back in ['89].",
  },
  {
    id: "date.decade",
    pattern: "the? d:DECADE",
    read: ({ d }, reader, first) =>
      // "in his seventies": an age.
      /^(?:his|her|their|my|your|its|the)$/.test(before(reader, first)) && /^\p{L}/u.test(reader.scan.word(first) ?? "")
        ? undefined
        : calendar({ decade: d }),
    example: "The war of [the 1990s] is not forgotten.",
    not: ["She is in her seventies."],
  },
  {
    id: "date.century",
    pattern: "the? n:ORD -? century",
    read: ({ n }) => (n <= 30 ? calendar({ century: n - 1 }) : undefined),
    example: "The mosque is of [the 11th century].",
  },
  {
    id: "date.quarter-year",
    pattern: "the? y:YEAR fiscal? n:ORD -? quarter",
    read: ({ y, n }) => (n <= 4 ? calendar({ year: y, quarter: n }) : undefined),
    example: "Exports fell in [the 1988 second quarter].",
  },
  {
    id: "date.quarter",
    pattern: "the|its|their|this|a? f:fiscal? -? n:QUARTERTH g:fiscal? -? quarter",
    read: ({ n, f, g }) => calendar({ quarter: n, ...((f || g) && { fiscal: true }) }),
    example: "Aid fell in [the third quarter].",
  },
  {
    id: "date.quarter-of-year",
    pattern: "the? f:fiscal? n:QUARTERTH -? quarter of? y:YEAR",
    read: ({ n, y }) => calendar({ quarter: n, year: y }),
    example: "It shrank in [the third quarter of 1984].",
  },
  {
    id: "date.quarter-code",
    pattern: "q:QCODE of? y:YEAR?",
    read: ({ q, y }) => calendar({ quarter: q, ...(y !== undefined && { year: y }) }),
    example: "It is due in [Q3 2021].",
  },
  {
    id: "date.year-quarter",
    pattern: "the y:YEAR quarter",
    read: ({ y }) => calendar({ quarter: 0, year: y }),
    example: "It lost less in [the 1988 quarter].",
  },
  {
    id: "date.half-year",
    pattern: "the w:first|second|last|latter half of y:YEAR",
    read: ({ w, y }) => calendar({ half: w === "first" ? 1 : 2, year: y }),
    example: "Arrests rose in [the first half of 1989].",
  },
  {
    id: "date.season-year",
    pattern: "the? s:SEASON of? y:YEAR",
    read: ({ s, y }) => calendar({ season: s, year: y }),
    example: "They fought in [the winter of 1994].",
  },
  {
    id: "date.which-season",
    pattern: "w:last|this|next|past|previous|coming|following s:SEASON",
    read: ({ w, s }) => calendar({ which: whichOf(w)!, season: s }),
    example: "The truce broke [last fall].",
  },
  {
    id: "date.this-past-season",
    pattern: "this w:past|coming s:SEASON",
    read: ({ w, s }) => calendar({ which: whichOf(w)!, season: s }),
    example: "The rebels moved [this past spring].",
  },
  {
    id: "date.season",
    pattern: "in|during|by|since|until|over|of|early|late|throughout|into|for < the? s:SEASON >",
    read: ({ s }, reader, _first, last) =>
      // "the fall of Saigon", "a spring of water"
      /^(?:of|in|\d{4})$/.test(after(reader, last)) ? undefined : calendar({ season: s }),
    example: "Elections come in [the spring].",
    not: ["They feared the fall of the town.", "Prices fall again."],
  },
  {
    id: "date.feast",
    pattern: "f:FEAST ,? y:YEAR?",
    read: ({ f, y }) => calendar({ feast: f, ...(y !== undefined && { year: y }) }),
    example: "It struck on [Easter Sunday].",
  },
  {
    id: "date.which-feast",
    pattern: "w:last|this|next|past f:FEAST",
    read: ({ w, f }) => calendar({ which: whichOf(w)!, feast: f }),
    example: "He was found [last Thanksgiving].",
  },
  {
    id: "date.nine-eleven",
    pattern: "9/11",
    read: () => calendar({ year: 2001, month: 9, day: 11 }),
    example: "It was the worst day since [9/11].",
  },
  {
    id: "date.years-range-end",
    pattern: "y:YEARRANGE",
    read: ({ y }) => y,
    example: "The budget of [1998/99] is closed.",
  },
];
