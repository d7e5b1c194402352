import type { Document, Event, Knowledge, Time, Word } from "../model/index.ts";
import { addMonths, civilDay, isoDay, isoWeek, mondayOf, pad, parseIsoDay } from "../shared/calendar.ts";
import { createNumbers } from "../shared/numbers.ts";
import { overlaps } from "../shared/spans.ts";
import { rowsOf } from "../shared/tables.ts";
import { mainOf } from "./clauses.ts";
import { happened, isDay, type Story } from "./story.ts";

type Unit = "H" | "D" | "W" | "FN" | "M" | "Y";

/** A distance in time between two happenings, as told: "less than a week after". Words `first` to `last`, exclusive. */
interface Measure {
  first: number;
  last: number;
  count: number;
  unit: Unit;
  /** 1: what follows the words came first ("after"); -1: it came later ("before"). */
  sign: 1 | -1;
  /** "less than", "within": no more than this. */
  most: boolean;
}

/** Reads "two days after gunmen killed …": the one happening's day from the other's. */
export interface Measurer {
  /** Writes times to events, and the new or changed times to the story. `all`: every time of the report; `published`: its day number. */
  measure(story: Story, all: readonly Time[], nextId: () => string, published?: number): void;
}

const UNITS: ReadonlySet<string> = new Set(["H", "D", "W", "FN", "M", "Y"]);

export function createMeasurer(knowledge: Knowledge): Measurer {
  const numbers = createNumbers(knowledge);
  const units = new Map(rowsOf(knowledge, "times/units", ["word", "unit"]).map(({ word, unit }) => [word, unit]));

  /** The measure that ends right before a word "after" or "before". */
  function measureBefore({ words }: Document, mark: Word): Measure | undefined {
    const unitWord = words[mark.index - 1];
    const unit = unitWord && unitWord.sentence === mark.sentence ? units.get(unitWord.lower) : undefined;
    if (!unit || !UNITS.has(unit)) return undefined;
    const word = (i: number) => words[i]?.lower;
    const sign = mark.lower === "before" ? -1 : 1;
    for (let first = Math.max(0, mark.index - 4); first < mark.index - 1; first++) {
      const here = word(first);
      const read = here === "a" || here === "an" || here === "the" ? { end: first + 1, value: 1 } : numbers.cardinal(word, first);
      if (!read || read.end !== mark.index - 1 || !Number.isInteger(read.value) || read.value > 400) continue;
      const less =
        (word(first - 2) === "less" && word(first - 1) === "than") || (word(first - 2) === "fewer" && word(first - 1) === "than");
      if (word(first - 1) === "than" && !less) return undefined; // "more than a week after" has no end
      return { first: less ? first - 2 : first, last: mark.index + 1, count: read.value, unit: unit as Unit, sign, most: less };
    }
    return undefined;
  }

  return {
    measure(story, all, nextId, published) {
      stretch(story, all, published);
      const { document } = story;
      for (const event of story.events) {
        const word = story.wordOf(event);
        if (!word || !happened(event)) continue;
        const mark = markOf(document, word);
        const measure = mark && measureBefore(document, mark.mark);
        const main = measure && mainOf(story, mark.clause);
        if (!measure || !main || main === event) continue;
        const [known, unknown, sign] =
          event.times.length === 0 ? [main, event, -measure.sign] : main.times.length === 0 ? [event, main, measure.sign] : [];
        const from = known && dayOf(story, known);
        if (!unknown || from === undefined || sign === undefined) continue;
        const time = timeOf(story, measure, from, sign, all, nextId);
        // What has happened is not to come: one of the two days was misread.
        if (published !== undefined && (parseIsoDay(time.earliest ?? "") ?? 0) > published) continue;
        unknown.times = [time.id];
        story.learn(time);
      }
    },
  };
}

/** "after eight days of talks", "in five days of fighting": so long, up to the day of what the sentence tells, or to the report's. */
function stretch(story: Story, all: readonly Time[], published: number | undefined): void {
  const { words } = story.document;
  for (const event of story.events) {
    const word = story.wordOf(event);
    const unit = word && event.times.length === 0 && /^(?:nmod|acl)/.test(word.deprel) ? words[word.head] : undefined;
    if (!unit || !word?.children.some((index) => words[index]?.lower === "of")) continue;
    const time = all.find(({ type, start, end }) => type === "DURATION" && start <= unit.start && unit.end <= end);
    const length = /^P(\d+)([DWMY])$/.exec(time?.value ?? "");
    if (!time || !length) continue;
    const main = mainOf(story, unit);
    const after = unit.children.some((index) => words[index]?.lower === "after");
    const end = (main && dayOf(story, main)) ?? (after ? undefined : published);
    if (end === undefined) continue;
    const first = shift(end, length[2] as Unit, -Number(length[1]));
    story.learn({ ...time, earliest: isoDay(first), latest: isoDay(end) });
    event.times = [time.id];
  }
}

/** "after" before the clause or noun of an event; its clause may be one above ("after they stormed a post, killing two"). */
function markOf({ words }: Document, word: Word): { mark: Word; clause: Word } | undefined {
  for (let at: Word | undefined = word, steps = 0; at && steps < 3; at = words[at.head], steps++) {
    for (const index of at.children) {
      const child = words[index] as Word;
      if ((child.deprel === "mark" || child.deprel === "case") && (child.lower === "after" || child.lower === "before"))
        return { mark: child, clause: at };
      // "three days after a jet killed …": the measure hangs on the verb, and "after" on whatever follows it.
      const next = child.deprel.endsWith(":unmarked") ? words[child.index + 1] : undefined;
      if (next && next.sentence === child.sentence && (next.lower === "after" || next.lower === "before"))
        return { mark: next, clause: at };
    }
    if (at.upos !== "VERB" || !/^(?:advcl|xcomp|conj)$/.test(at.deprel)) return undefined;
  }
  return undefined;
}

function dayOf(story: Story, event: Event): number | undefined {
  for (const id of event.times) {
    const time = story.timeOf(id);
    if (time && isDay(time)) return parseIsoDay(time.earliest as string);
  }
  return undefined;
}

function timeOf(story: Story, measure: Measure, from: number, sign: number, all: readonly Time[], nextId: () => string): Time {
  const { words } = story.document;
  const span = { start: (words[measure.first] as Word).start, end: (words[measure.last - 1] as Word).end };
  const old = all.find((time) => overlaps(time, span));
  const id = old?.id ?? nextId();
  const { count, unit } = measure;
  if (measure.most || unit === "H") {
    const reach = unit === "H" ? Math.ceil(count / 24) : Math.abs(shift(from, unit, count * sign) - from) - 1;
    // "less than a week after": on an earlier day, or it would have been hours.
    const ends = [unit === "H" ? from : from + sign, from + sign * reach].sort((a, b) => a - b) as [number, number];
    const value = unit === "H" ? `PT${count}H` : `P${unit === "FN" ? 2 * count : count}${unit === "FN" ? "W" : unit}`;
    return {
      ...(old ?? span),
      id,
      type: "DURATION",
      value,
      ...(measure.most && { mod: "LESS_THAN" }),
      earliest: isoDay(ends[0]),
      latest: isoDay(ends[1]),
      anchor: "text",
    };
  }
  return { id, ...span, type: "DATE", ...pointOf(shift(from, unit, count * sign), unit), anchor: "text" };
}

function shift(day: number, unit: Unit, count: number): number {
  if (unit === "D") return day + count;
  if (unit === "W") return day + 7 * count;
  if (unit === "FN") return day + 14 * count;
  return addMonths(day, unit === "M" ? count : 12 * count);
}

/** As TimeML has it, a point is as fine as the unit that it was counted in: "two weeks after" names a week. */
function pointOf(day: number, unit: Unit): { value: string; earliest: string; latest: string } {
  const { year, month } = civilDay(day);
  switch (unit) {
    case "W":
    case "FN": {
      const { year: of, week } = isoWeek(day);
      const monday = mondayOf(of, week);
      return { value: `${pad(of, 4)}-W${pad(week, 2)}`, earliest: isoDay(monday), latest: isoDay(monday + 6) };
    }
    case "M":
    case "Y": {
      const value = unit === "M" ? `${pad(year, 4)}-${pad(month, 2)}` : pad(year, 4);
      const first = parseIsoDay(unit === "M" ? `${value}-01` : `${value}-01-01`) as number;
      return { value, earliest: isoDay(first), latest: isoDay(addMonths(first, unit === "M" ? 1 : 12) - 1) };
    }
    default:
      return { value: isoDay(day), earliest: isoDay(day), latest: isoDay(day) };
  }
}
