import type { Document, Report } from "../../model/index.ts";
import type { Actor } from "../lexicon/actors.ts";
import type { Piece } from "../lexicon/normalise.ts";
import type { Trie } from "../lexicon/trie.ts";

/** Keys of acronyms that are also words: in a line of capitals only the form with dots is the acronym. */
const WORDS_TOO = new Set([
  "us",
  "is",
  "who",
  "it",
  "un",
  "aid",
  "care",
  "pen",
  "car",
  "add",
  "map",
  "lan",
  "mend",
  "fis",
  "pa",
  "eta",
  "ira",
  "un",
  "adf",
  "pan",
  "pot",
]);

/** Peoples whose names are words too: in a line of capitals a pole is of wood. */
const PEOPLES_TOO = new Set(["pole", "poles"]);

/**
 * The lexicon's names in a text. Where several actors share an alias, the one whose country is in play, or who held the
 * office on the day, is meant; a rule that does not decide leaves the first of the files.
 */
export function choose(
  document: Document,
  report: Report,
  pieces: readonly Piece[],
  actors: Trie<Actor>,
): { start: number; end: number; actor: Actor }[] {
  const { text } = document;
  const hits = actors.matches(pieces, (actor, first, last) => fits(actor, pieces, first, last, text));
  // Countries in play: named without any doubt.
  const inPlay = new Map<string, number>();
  const present = new Set<string>();
  for (const { values, first, last } of hits) {
    const [actor] = values as [Actor];
    if (actor.country && (actor.kind === "state" || actor.kind === "population"))
      inPlay.set(actor.country, (inPlay.get(actor.country) ?? 0) + 1);
    for (const value of values) if (!value.short && (last - first > 1 || value.kind !== "person")) present.add(value.reference);
  }
  const day = report.published?.slice(0, 10) ?? "";
  const found: { start: number; end: number; actor: Actor }[] = [];
  for (const { values, first, last } of hits) {
    let best: Actor | undefined;
    let bestScore = -1;
    for (const actor of values) {
      const score = worth(actor, inPlay, present, day, (pieces[last - 1] as Piece).key.length, titled(actor, pieces, first));
      if (score > bestScore) [best, bestScore] = [actor, score];
    }
    if (best) found.push({ start: (pieces[first] as Piece).start, end: (pieces[last - 1] as Piece).end, actor: best });
  }
  return found;
}

function fits(actor: Actor, pieces: readonly Piece[], first: number, last: number, text: string): boolean {
  const head = pieces[first] as Piece;
  if (actor.as === "people" && PEOPLES_TOO.has(head.key) && (head.caseless || shouted(pieces, first))) return false;
  if (head.caseless) return fitsSmall(actor, pieces, first, last);
  if (actor.exact && text.slice(head.start, head.end) !== actor.exact) return false;
  if (actor.acronym) {
    const large = (piece: Piece) => piece.upper || /\d/.test(piece.key) || (actor.spoken === true && piece.capital);
    for (let i = first; i < last; i++) if (!large(pieces[i] as Piece)) return false;
    if (last - first === 1 && WORDS_TOO.has(head.key) && shouted(pieces, first))
      return text.slice(head.start, head.end).includes(".");
    return true;
  }
  // "visited Russia today": a name's last word is written large too, but "the Mahdi army" is the Mahdi Army.
  if (actor.proper && last - first > 1 && !(pieces[last - 1] as Piece).capital) return false;
  if (head.capital) return true;
  // "al-Qaeda", "the Gambia": the first word proper counts.
  return last - first > 1 && /^(?:al|el|the|an|as|ash|at|de|d)$/.test(head.key) && (pieces[first + 1] as Piece).capital;
}

/** In a line without capitals: names of several words, states, and abbreviations that can be no word. */
function fitsSmall(actor: Actor, pieces: readonly Piece[], first: number, last: number): boolean {
  if (last - first > 1) return !actor.proper;
  const { key } = pieces[first] as Piece;
  if (actor.acronym) return key.length > 2 && (!/[aeiouy]/.test(key) || (key.length > 3 && !WORDS_TOO.has(key)));
  return actor.as !== "capital" && (actor.kind === "state" || actor.kind === "population");
}

/** Whether the neighbours too are words in capitals; "A" and "I" say nothing of it. */
function shouted(pieces: readonly Piece[], at: number): boolean {
  const near = [...nearest(pieces, at, -1), ...nearest(pieces, at, 1)];
  return near.length > 0 && near.every((piece) => piece.upper && piece.key.length > 1);
}

function nearest(pieces: readonly Piece[], at: number, step: 1 | -1): Piece[] {
  const next = pieces[at + step];
  const piece = next && next.key.length === 1 ? pieces[at + 2 * step] : next;
  return piece ? [piece] : [];
}

/** How well an alias fits this report; below zero: not at all. */
function worth(
  actor: Actor,
  inPlay: ReadonlyMap<string, number>,
  present: ReadonlySet<string>,
  day: string,
  letters: number,
  called: boolean,
): number {
  let score = 1;
  if (actor.kind === "person") {
    const whole = present.has(actor.reference);
    const national = inPlay.has(actor.country) || actor.country === "";
    // A last name alone is anyone's; it is the leader's when the full name stands there, or the country and the day agree.
    const then = day === "" || inOffice(actor, day);
    if (actor.short && !whole && !(then && (national || called || actor.famous))) return -1;
    if (whole) score += 4;
    if (national) score += 1;
    if (day !== "" && inOffice(actor, day)) score += 2;
    return score;
  }
  // A short abbreviation is anything's, unless its country or its full name is there, or all know it.
  if (
    actor.acronym &&
    actor.country !== "" &&
    actor.kind !== "state" &&
    actor.kind !== "media" &&
    actor.rule !== "known" &&
    letters <= 3 &&
    !inPlay.has(actor.country) &&
    !present.has(actor.reference)
  )
    return -1;
  if (actor.rule === "country") score += inPlay.has(actor.country) ? 2 : -0.5;
  if (actor.rule === "only") return inPlay.has(actor.country) ? 3 : -1;
  return score;
}

/** "President Obama": the title of the office before the name. */
function titled(actor: Actor, pieces: readonly Piece[], first: number): boolean {
  const before = pieces[first - 1];
  return (
    before !== undefined &&
    actor.title !== "" &&
    (pieces[first] as Piece).joined &&
    actor.title.toLowerCase().endsWith(before.key)
  );
}

const inOffice = ({ from, until }: Actor, day: string): boolean => (from === "" || from <= day) && (until === "" || day <= until);
