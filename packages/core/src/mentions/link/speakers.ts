import type { Document } from "../../model/index.ts";
import type { Clusters } from "./clusters.ts";
import { type Quote, quoteAt } from "./quotes.ts";

const LABEL = /^[ \t]*(?:[A-Z][\p{L}.'’-]*(?:[ \t]+[A-Z][\p{L}.'’-]*){0,3}|Q|A)[ \t]*:[ \t]/gmu;

/**
 * First and second person. "I" in a quotation is its speaker, "we" the speaker's side (the speaker where that is a group);
 * outside of quotations the narrator's, or, in a transcript, those of the turn. Returns for each "we" that has no one to
 * join the candidate that speaks for it.
 */
export function linkSpeakers(document: Document, clusters: Clusters, quotes: readonly Quote[]): Map<number, number> {
  const sides = new Map<number, number>();
  const turns = turnsOf(document.text);
  /** By voice: the first candidate of each person. */
  const first = new Map<string, number>();
  let turn = 0;
  for (const [i, one] of clusters.candidates.entries()) {
    if (one.form !== "pronoun" || one.person === 3) continue;
    while (turn < turns.length && (turns[turn] as Turn).start <= one.start) turn++;
    const at = quoteAt(quotes, one.start);
    const speaker = at >= 0 ? (quotes[at] as Quote).speaker : -1;
    const said = clusters.candidates[speaker];
    let voice: string;
    if (at >= 0) voice = speaker >= 0 ? `speaker ${clusters.find(speaker)}` : `quote ${at}`;
    else if (turns.length >= 3 && turn > 0) voice = `turn ${(turns[turn - 1] as Turn).name}`;
    else voice = "narrator";
    if (one.person === 1 && said && at >= 0) {
      const alone = one.number === "one";
      if ((alone && said.number !== "many") || (!alone && said.number !== "one" && said.form !== "pronoun")) {
        clusters.join(speaker, i);
        continue;
      }
    }
    if (one.person === 2 && turns.length >= 3 && at < 0) voice = "you";
    const key = `${voice} ${one.person} ${one.person === 1 ? one.number : ""}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    else clusters.join(before, i);
    if (one.person === 1 && one.number === "many" && speaker >= 0) sides.set(i, speaker);
  }
  return sides;
}

interface Turn {
  start: number;
  name: string;
}

/** The turns of a transcript: lines that open with a name and a colon. */
function turnsOf(text: string): Turn[] {
  const turns: Turn[] = [];
  for (const found of text.matchAll(LABEL)) turns.push({ start: found.index, name: found[0].trim() });
  return turns;
}
