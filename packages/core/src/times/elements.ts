import { isDay } from "./calendar.ts";
import type { Element, Reader } from "./pattern.ts";
import type { Calendar, Clock, Reading } from "./reading.ts";
import type { Phrases, Unit } from "./vocabulary.ts";

/** How many: a number, or "X" for "several". `last` is the greater of "two to three". */
export interface Quantity {
  value: number | "X";
  last?: number;
  /** "a couple of", "a dozen": not meant exactly. */
  vague?: boolean;
}

const one = <Value>(at: number, value: Value) => ({ end: at + 1, value });

const capital = (reader: Reader, at: number): boolean => {
  const text = reader.scan.pieces[at]?.text ?? "";
  return reader.scan.caseless || (text !== "" && text[0] !== (text[0] as string).toLowerCase());
};

const info = (reader: Reader, at: number) => reader.scan.pieces[at]?.info ?? {};

const MONTH: Element = (reader, at) => {
  const { month, ambiguous, abbreviation } = info(reader, at);
  if (month === undefined || (ambiguous && !capital(reader, at))) return undefined;
  // "Jan" is a first name too: an abbreviation has its period or stands beside a number.
  const digits = (i: number) => /^['’]?\d/.test(reader.scan.word(i) ?? "");
  if (abbreviation && !reader.scan.pieces[at]?.text.endsWith(".") && !digits(at - 1) && !digits(at + 1)) return undefined;
  return one(at, month);
};

const WEEKDAY: Element = (reader, at) => {
  const { weekday, habit, ambiguous } = info(reader, at);
  if (weekday === undefined || habit) return undefined;
  // "Sun" and "sat" are days with a period, or before a comma and a date.
  const piece = reader.scan.pieces[at];
  return !ambiguous || (capital(reader, at) && piece?.text.endsWith(".")) ? one(at, weekday) : undefined;
};

const HABIT: Element = (reader, at) => {
  const { weekday, habit } = info(reader, at);
  return weekday !== undefined && habit ? one(at, weekday) : undefined;
};

const UNIT: Element = (reader, at) => {
  const { unit, plural } = info(reader, at);
  return unit !== undefined && !plural ? one(at, unit) : undefined;
};
const UNITS: Element = (reader, at) => {
  const { unit, plural } = info(reader, at);
  return unit !== undefined && plural ? one(at, unit) : undefined;
};
const ANYUNIT: Element = (reader, at) => UNIT(reader, at) ?? UNITS(reader, at);

const SEASON: Element = (reader, at) => {
  const { season } = info(reader, at);
  return season === undefined ? undefined : one(at, season);
};

const PART: Element = (reader, at) => {
  const { part } = info(reader, at);
  if (part !== undefined) return one(at, part);
  // "pre-dawn hours", "early morning hours", "small hours"
  const word = reader.scan.word(at);
  const joint = reader.scan.word(at + 1) === "-" ? 2 : 1;
  const next = info(reader, at + joint).part;
  if ((word === "mid" || word === "pre") && next !== undefined) return { end: at + joint + 1, value: next };
  if (word === "small" && reader.scan.word(at + 1) === "hours") return { end: at + 2, value: "TNI" };
  return undefined;
};
/** A part that names itself: "dawn", "midnight". */
const PARTALONE: Element = (reader, at) => {
  const { part, partAlone } = info(reader, at);
  return part !== undefined && partAlone ? one(at, part) : undefined;
};

const FREQ: Element = (reader, at) => {
  const { frequency } = info(reader, at);
  return frequency === undefined ? undefined : one(at, frequency);
};

const DAY: Element = (reader, at) => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(reader.scan.word(at) ?? "");
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 ? one(at, day) : undefined;
};
/** A day as an ordinal: "5th", "eighth", "twenty-first". */
const DAYTH: Element = (reader, at) => {
  const found = ORD(reader, at);
  return found && (found.value as number) <= 31 ? found : undefined;
};

const ORD: Element = (reader, at) => reader.vocabulary.numbers.ordinal((i) => reader.scan.word(i), at);

const NUM: Element = (reader, at) => reader.vocabulary.numbers.cardinal((i) => reader.scan.word(i), at);

const YEAR: Element = (reader, at) => {
  const word = reader.scan.word(at) ?? "";
  if (/^(?:1\d|20)\d\d$/.test(word)) return one(at, Number(word));
  if (!/^\p{L}/u.test(word)) return undefined;
  // "nineteen ninety-six", "two thousand and three"
  const first = NUM(reader, at);
  if (!first) return undefined;
  const century = first.value as number;
  if (century >= 13 && century <= 20 && first.end === at + 1) {
    const rest = NUM(reader, first.end);
    const value = rest?.value as number;
    return rest && value >= 10 && value <= 99 ? { end: rest.end, value: century * 100 + value } : undefined;
  }
  return century >= 2000 && century < 2100 ? first : undefined;
};
/** "89", "'89" */
const YEAR2: Element = (reader, at) => {
  const quote = reader.scan.word(at) === "'" || reader.scan.word(at) === "’" ? 1 : 0;
  const word = reader.scan.word(at + quote) ?? "";
  return /^\d\d$/.test(word) ? { end: at + quote + 1, value: fullYear(Number(word)) } : undefined;
};
/** Two digits name a year of 1950–2049. */
export const fullYear = (short: number): number => (short < 50 ? 2000 + short : 1900 + short);

/** "1990s", "'90s", "nineties": the decade, 199. */
const DECADE: Element = (reader, at) => {
  const quote = reader.scan.word(at) === "'" || reader.scan.word(at) === "’" ? 1 : 0;
  let word = reader.scan.word(at + quote) ?? "";
  let end = at + quote + 1;
  if (/^\d+$/.test(word) && reader.scan.word(end) === "'s") {
    word += "s";
    end++;
  }
  const long = /^(1\d|20)(\d)0s$/.exec(word);
  if (long) return { end, value: Number(`${long[1]}${long[2]}`) };
  const short = /^(\d)0s$/.exec(word);
  if (short) return { end, value: Number(short[1]) < 3 ? 200 + Number(short[1]) : 190 + Number(short[1]) };
  const named = TENS.indexOf(word);
  if (named >= 2) return { end, value: 190 + named };
  const parts = /^nineteen$/.test(word) ? TENS.indexOf(reader.scan.word(end) ?? "") : -1;
  return parts >= 2 ? { end: end + 1, value: 190 + parts } : undefined;
};
const TENS = ["", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

const FRACTIONS: Readonly<Record<string, number>> = { "1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75 };
const HALVES: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25 };

/** "two", "several", "a few", "a couple of", "two to three", "two and a half", "a". */
const N: Element = (reader, at) => {
  const word = (i: number) => reader.scan.word(i);
  const here = word(at);
  if (here === undefined) return undefined;
  const after = word(at + 1);
  let of = (end: number) => (word(end) === "of" ? end + 1 : end);
  if (here === "several" || here === "many") return { end: at + 1, value: { value: "X" } satisfies Quantity };
  if (here === "few") return { end: of(at + 1), value: { value: "X" } satisfies Quantity };
  if (here === "couple" && after === "of") return { end: at + 2, value: { value: 2, vague: true } satisfies Quantity };
  if (here === "both") return { end: at + 1, value: { value: 2 } satisfies Quantity };
  if (here === "dozens" || here === "hundreds" || here === "scores" || here === "thousands") {
    return after === "of" ? { end: at + 2, value: { value: "X" } satisfies Quantity } : undefined;
  }
  if (here === "a" || here === "an") {
    if (after === "few" || after === "number") {
      if (after === "number" && word(at + 2) !== "of") return undefined;
      return { end: of(at + 2), value: { value: "X" } satisfies Quantity };
    }
    if (after === "couple") return { end: of(at + 2), value: { value: 2, vague: true } satisfies Quantity };
    if (after === "dozen") return { end: at + 2, value: { value: 12, vague: true } satisfies Quantity };
  }
  of = (end) => end;
  const number = reader.vocabulary.numbers.cardinal(word, at);
  if (!number) return here === "a" || here === "an" ? { end: at + 1, value: { value: 1 } satisfies Quantity } : undefined;
  let { end } = number;
  let { value } = number;
  // "5 1/2", "5½"
  const fraction = FRACTIONS[word(end) ?? ""];
  if (fraction !== undefined && number.digits) {
    value += fraction;
    end++;
  }
  // "two and a half", "two-and-a-half"
  const and = word(end) === "-" ? end + 1 : end;
  if (word(and) === "and") {
    const gap = word(and + 1) === "-" ? 1 : 0;
    if (word(and + 1 + gap) === "a") {
      const half = HALVES[word(and + 2 + 2 * gap) ?? ""];
      if (half !== undefined) {
        value += half;
        end = and + 3 + 2 * gap;
      }
    }
  }
  const joint = word(end);
  if (joint === "to" || joint === "or" || joint === "and" || joint === "-" || joint === "–") {
    const next = NUM(reader, end + 1);
    const upper = next?.value as number;
    if (next && upper > value && joint !== "and" && reader.scan.pieces[end]?.fresh === false) {
      return { end: next.end, value: { value, last: upper } satisfies Quantity };
    }
  }
  return { end, value: { value } satisfies Quantity };
};

const NUMBER_CLOCK = /^([01]?\d|2[0-4])[:.h]([0-5]\d)(?:[:.]([0-5]\d))?(am|pm)?$/;

/** "10:35", "10.35pm", "10 p.m.", "1800 GMT", "18:00 UTC", "7 o'clock", "half past six". Undefined for a bare number. */
const CLOCK: Element = (reader, at) => {
  const word = (i: number) => reader.scan.word(i);
  const here = word(at);
  if (here === undefined) return undefined;
  let hour: number | undefined;
  let minute: number | undefined;
  let end = at + 1;
  let half: string | undefined;
  let sure = false;
  const colon = NUMBER_CLOCK.exec(here);
  const joined = /^(1[0-2]|0?[1-9])(am|pm)$/.exec(here);
  if (colon) {
    hour = Number(colon[1]);
    minute = Number(colon[2]);
    half = colon[4];
    sure = here.includes(":") && /^\d\d?:\d\d/.test(here) && prepared(reader, at);
  } else if (joined) {
    hour = Number(joined[1]);
    half = joined[2];
  } else if (/^\d{4}(?:hrs|hours|h)?$/.test(here) && Number(here.slice(0, 4)) <= 2400 && Number(here.slice(2, 4)) < 60) {
    hour = Number(here.slice(0, 2));
    minute = Number(here.slice(2, 4));
    if (here.length > 4) sure = true;
    else if (word(end) === "hours" || word(end) === "hrs") {
      end++;
      sure = true;
    } else if (!zoneAt(reader, end)) return undefined;
  } else if ((here === "half" || here === "quarter") && (word(end) === "past" || word(end) === "to")) {
    const next = NUM(reader, end + 1);
    const at12 = next?.value as number;
    if (!next || at12 > 12 || at12 < 1) return undefined;
    const past = word(end) === "past";
    if (here === "half" && !past) return undefined;
    hour = past ? at12 : (at12 + 11) % 12 || 12;
    minute = here === "half" ? 30 : past ? 15 : 45;
    end = next.end;
    if (word(end) === "o'clock") end++;
    sure = true;
  } else {
    const number = NUM(reader, at);
    const value = number?.value as number;
    if (!number || !Number.isInteger(value) || value < 0 || value > 24) return undefined;
    hour = value;
    end = number.end;
    if (word(end) === "o'clock") {
      end++;
      sure = true;
    }
  }
  if (half === undefined && (word(end) === "am" || word(end) === "pm")) {
    if (word(end) === "am" && !/\./.test(reader.scan.pieces[end]?.text ?? "") && !/^\d/.test(here)) return undefined;
    half = word(end);
    end++;
  }
  if (half === undefined && word(end) === "in" && word(end + 1) === "the") {
    const part = info(reader, end + 2).part;
    const named = part === "TMO" ? "am" : part === "TAF" || part === "TEV" ? "pm" : undefined;
    if (named && hour >= 1 && hour <= 12) {
      half = named;
      end += 3;
    }
  }
  if (half !== undefined) {
    if (hour < 1 || hour > 12) {
      if (half === "am" || hour > 23) return undefined; // "18:30 p.m." is written and plain; "14 a.m." is not
    } else hour = (hour % 12) + (half === "pm" ? 12 : 0);
    sure = true;
  }
  // "(GMT +8)", "GMT", "Eastern time"
  const zone = zoneAt(reader, end);
  if (zone) {
    end = zone.end;
    if (minute === undefined && half === undefined && !sure) return undefined;
    sure = true;
  }
  if (!sure || hour > 24) return undefined;
  const clock: Clock = {
    hour,
    ...(minute !== undefined && { minute }),
    ...(zone && zone.value !== "" && { zone: zone.value as string }),
  };
  return { end, value: clock };
};

/** A preposition or "hours" makes "18:00" a time and no score or ratio. */
function prepared(reader: Reader, at: number): boolean {
  const before = reader.scan.word(at - 1) ?? "";
  return TIME_PREPOSITIONS.has(before) || reader.scan.word(at + 1) === "hours";
}
const TIME_PREPOSITIONS: ReadonlySet<string> = new Set(
  "at by around about until till from before after since between approximately past roughly nearly and to".split(" "),
);

function zoneAt(reader: Reader, at: number) {
  const open = reader.scan.word(at) === "(" ? 1 : 0;
  const zone = phraseAt(reader, reader.vocabulary.zones, at + open);
  if (!zone) return undefined;
  const word = (i: number) => reader.scan.word(i);
  if (!/^[A-Z]/.test(reader.scan.pieces[at + open]?.text ?? "") && zone.value !== "" && zone.end - at === 1) return undefined;
  let { end, value } = zone;
  // "GMT +8", "UTC+3"
  const sign = word(end);
  if (value === "Z" && (sign === "+" || sign === "-") && /^\d{1,2}(?::\d\d)?$/.test(word(end + 1) ?? "")) {
    const [hours = "0", minutes = "00"] = (word(end + 1) as string).split(":");
    value = `${sign}${hours.padStart(2, "0")}:${minutes}`;
    end += 2;
  }
  if (open > 0) {
    if (word(end) !== ")") return undefined;
    end++;
  }
  return { end, value };
}

/** The longest phrase of a table that begins at a piece. */
export function phraseAt(reader: Reader, phrases: Phrases, at: number): { end: number; value: string } | undefined {
  const first = reader.scan.word(at);
  if (first === undefined) return undefined;
  for (const { words, value } of phrases.get(first) ?? []) {
    let i = 1;
    while (i < words.length && reader.scan.word(at + i) === words[i] && !reader.scan.pieces[at + i]?.fresh) i++;
    if (i === words.length) return { end: at + i, value };
  }
  return undefined;
}

/** "2020-03-05", "2020-03-05T14:00Z" */
const ISO: Element = (reader, at) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:t(\d{2}):(\d{2})(?::\d{2})?(z|[+-]\d{2}:?\d{2})?)?$/.exec(reader.scan.word(at) ?? "");
  if (!match) return undefined;
  const [, year, month, day, hour, minute, zone] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  const date: Calendar = { is: "calendar", year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined) return one(at, date);
  const clock: Clock = { hour: Number(hour), minute: Number(minute), ...(zone && { zone: zone.toUpperCase() }) };
  return one(at, { ...date, clock });
};

/** "25/12/2018", "7/8/07", "25.12.2018": the order of day and month is settled later, by the outlet's habit. */
const SLASHED: Element = (reader, at) => {
  const match = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(reader.scan.word(at) ?? "");
  if (!match) return undefined;
  const [a, b, y] = [Number(match[1]), Number(match[3]), match[4] as string];
  if (match[2] === "." && y.length === 2) return undefined; // a version number
  const year = y.length === 4 ? Number(y) : fullYear(Number(y));
  if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12) || year < 1500 || year > 2100) return undefined;
  return one(at, { is: "calendar", year, pair: [a, b] } satisfies Calendar);
};

/** "1998/99": a year that runs into the next. */
const YEARRANGE: Element = (reader, at) => {
  const match = /^((?:19|20)\d\d)\/(\d\d)$/.exec(reader.scan.word(at) ?? "");
  return match && (Number(match[1]) + 1) % 100 === Number(match[2])
    ? one(at, { is: "calendar", year: Number(match[1]) } satisfies Calendar)
    : undefined;
};

/** "first" … "fourth", "final" before a quarter. */
const QUARTERTH: Element = (reader, at) => {
  const word = reader.scan.word(at);
  if (word === "final" || word === "last") return one(at, 4);
  const found = ORD(reader, at);
  return found && (found.value as number) <= 4 ? found : undefined;
};
const QCODE: Element = (reader, at) => {
  const match = /^q([1-4])$/.exec(reader.scan.word(at) ?? "");
  if (match) return one(at, Number(match[1]));
  const next = /^([1-4])$/.exec(reader.scan.word(at + 1) ?? "");
  return reader.scan.word(at) === "q" && next && reader.scan.pieces[at + 1]?.gap === false
    ? { end: at + 2, value: Number(next[1]) }
    : undefined;
};

const FEAST: Element = (reader, at) => (capital(reader, at) ? phraseAt(reader, reader.vocabulary.feasts, at) : undefined);
const REF: Element = (reader, at) => phraseAt(reader, reader.vocabulary.references, at);

/** An expression found before, of a kind. */
const atom =
  (fits: (reading: Reading) => boolean): Element =>
  (reader, at) => {
    const found = reader.atoms.get(at);
    return found && fits(found.reading) ? { end: found.last, value: found.reading } : undefined;
  };
const calendar = (fits: (reading: Calendar) => boolean): Element => atom((reading) => reading.is === "calendar" && fits(reading));

/** Whether a reading stands for a day. */
export const ofDay = (c: Calendar): boolean =>
  c.clock === undefined &&
  c.part === undefined &&
  (c.day !== undefined ||
    c.weekday !== undefined ||
    c.pair !== undefined ||
    c.feast !== undefined ||
    dayUnit(c.shift?.unit) ||
    c.unit === "D");
const dayUnit = (unit: Unit | undefined): boolean => unit === "D";

/** An element whose reading depends on the pieces alone: each piece is read once. */
const once =
  (element: Element): Element =>
  (reader, at) => {
    let known = reader.scan.memo.get(element) as (ReturnType<Element> | null)[] | undefined;
    if (!known) {
      known = new Array(reader.scan.pieces.length).fill(undefined);
      reader.scan.memo.set(element, known);
    }
    const found = known[at];
    if (found !== undefined) return found ?? undefined;
    const read = element(reader, at);
    known[at] = read ?? null;
    return read;
  };

export const ELEMENTS: Readonly<Record<string, Element>> = {
  MONTH: once(MONTH),
  WEEKDAY,
  HABIT,
  UNIT,
  UNITS,
  ANYUNIT,
  SEASON,
  PART,
  PARTALONE,
  FREQ,
  DAY: once(DAY),
  DAYTH: once(DAYTH),
  ORD: once(ORD),
  NUM: once(NUM),
  YEAR: once(YEAR),
  YEAR2: once(YEAR2),
  DECADE: once(DECADE),
  N: once(N),
  CLOCK: once(CLOCK),
  ISO: once(ISO),
  SLASHED: once(SLASHED),
  YEARRANGE: once(YEARRANGE),
  QUARTERTH: once(QUARTERTH),
  QCODE,
  FEAST: once(FEAST),
  REF: once(REF),
  T: atom(() => true),
  TCAL: calendar(() => true),
  TDAY: calendar(ofDay),
  TDATE: calendar((c) => c.clock === undefined && c.part === undefined),
  TPART: calendar((c) => c.part !== undefined && c.base === undefined && c.which === undefined && c.weekday === undefined),
  TCLOCK: calendar((c) => c.clock !== undefined && c.base === undefined),
  TYEAR: calendar(
    (c) =>
      c.month === undefined &&
      c.day === undefined &&
      c.shift === undefined &&
      (c.unit === "Y" || c.year !== undefined) &&
      c.quarter === undefined &&
      c.season === undefined,
  ),
  TMONTH: calendar((c) => c.month !== undefined && c.day === undefined && c.year === undefined && c.which === undefined),
  TWHOLE: calendar((c) => c.clock === undefined && c.part === undefined && c.mod === undefined),
  TDUR: atom((reading) => reading.is === "plain" && reading.type === "DURATION" && reading.mod === undefined),
};
