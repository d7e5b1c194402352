import type { Credit, Document } from "../model/index.ts";
import { datelineOf } from "../shared/dateline.ts";
import { type Stem, stemsOf } from "../shared/stems.ts";
import type { Rarity } from "./rarity.ts";

/** How many terms are kept: what a story is about shows in fewer, and a month of reports must fit into memory. */
const KEPT = 48;
/** Stems that stand in more than about one stretch of twelve tell no story. */
const COMMON = 2.5;
/** News tells the story first: the headline's words count three times, the first sentences' twice. */
const HEADLINE = 3;
const LEAD = 2;
const LEAD_LENGTH = 350;
/** Two stories of one kind differ in their names. */
const NAME = 1.5;

/**
 * What a report is about: stems with their weights. The weight grows with how often a stem stands in the
 * report (its logarithm) and how rare it is elsewhere (tf·idf, Spärck Jones 1972).
 */
export function termsOf(document: Document, rarity: Rarity, credits: readonly Credit[]): Record<string, number> {
  const { text, headline } = document;
  const dateline = datelineOf(document);
  const body = headline?.end ?? 0;
  const counts = new Map<string, { count: number; capital: number; all: number }>();
  let before: Stem | undefined;
  for (const one of stemsOf(text)) {
    const opens = before === undefined || /[.!?:“"\n]/.test(text.slice(before.end, one.start));
    before = one;
    if (dateline && one.start >= dateline.start && one.end <= dateline.end) continue;
    if (credits.some(({ start, end }) => one.start >= start && one.end <= end)) continue;
    const inHeadline = headline !== undefined && one.end <= headline.end;
    const held = counts.get(one.stem) ?? { count: 0, capital: 0, all: 0 };
    held.count += inHeadline ? HEADLINE : one.start - body < LEAD_LENGTH ? LEAD : 1;
    // Headlines write every word with a capital, and so does the start of a sentence.
    if (!inHeadline && !opens) {
      held.all++;
      if (one.capital) held.capital++;
    }
    counts.set(one.stem, held);
  }
  const weighed = [...counts].flatMap(([stem, { count, capital, all }]) => {
    const rare = rarity(stem);
    if (rare < COMMON || stem.length < 2) return [];
    const named = all > 0 && capital * 2 > all;
    return [[stem, Math.round((1 + Math.log(count)) * rare * (named ? NAME : 1) * 10) / 10] as const];
  });
  weighed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return Object.fromEntries(weighed.slice(0, KEPT));
}
