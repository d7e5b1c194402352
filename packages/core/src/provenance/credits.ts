import type { Credit, Document, Knowledge } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";

/** The names of outlets, lower case -> the lexicon's name. */
export type Outlets = ReadonlyMap<string, string>;

export function outletsOf(knowledge: Knowledge): Outlets {
  const outlets = new Map<string, string>();
  for (const { name, aliases } of rowsOf(knowledge, "actors/media", ["name", "aliases"])) {
    const plain = name.replace(/\s*\(.*\)$/, "");
    for (const alias of [plain, ...listOf(aliases)]) outlets.set(alias.toLowerCase(), plain);
  }
  return outlets;
}

/** A name of up to five words, each with a capital, a digit or a small joint: "Agence France-Presse", "Voice of America". */
const NAME = String.raw`\p{Lu}[\p{L}\p{N}.&'’-]*(?: (?:of |for |the |al-|de )?\p{Lu}[\p{L}\p{N}&'’-]*){0,4}`;
const CALLED = "(?:[Tt]he )?(?:news agency |newspaper |broadcaster |daily )?";
const KIND = "(?: (?:news agency|newspaper|news service|wire service|daily|news site|television|radio|TV))?";
const SAID = "(?:said|says|reported|reports|quoted|quotes|cited|cites|wrote|writes|has reported|had reported|was told|learned)";

/** "(AFP) –", "KABUL (AP) —" at the head of the body; "— Reuters" or a line of its own at its end. */
const BRACKET = new RegExp(String.raw`^[^()\n]{0,60}\((${NAME})\)\s*(?:[-–—]|:)`, "u");
const TAIL = new RegExp(String.raw`(?:[-–—]\s*|\n\s*(?:Source: |By )?|\()(${NAME})\)?\s*$`, "u");
/** The words before or after an outlet's name that make it the source of what is told. */
const RELAYS: readonly RegExp[] = [
  new RegExp(
    `(?:[Aa]ccording to|[Pp]er|reported by|quoted by|carried by|citing|quoting|[Ii]n a report by|[Aa] report by|[Aa]s told to) ${CALLED}(${NAME})`,
    "dgu",
  ),
  new RegExp(String.raw`(${NAME})${KIND} ${SAID}\b`, "dgu"),
];
/** What somebody told an outlet was published by that outlet first. */
const TOLD = new RegExp(String.raw`\b(?:told|tells|telling) ${CALLED}(${NAME})`, "dgu");
/** "the agency said": the one named before. */
const AGENCY = /\b(?:[Tt]he (?:news )?agency (?:said|says|reported|quoted|cited|added)|told the (?:news )?agency)\b/dgu;

/**
 * The outlets that a report gives as its source, in text order. Outlets that the lexicon lacks are given too after the
 * plainest words ("as reported by Northgate"), since another report may be theirs.
 */
export function creditsOf(document: Document, outlets: Outlets): Credit[] {
  const { text, headline } = document;
  const body = headline?.end ?? 0;
  const found: Credit[] = [];
  const add = (kind: Credit["kind"], start: number, match: string, anyName = false) => {
    // The full stop of a sentence is no part of the name that ends it.
    const printed = match.replace(/(?<=\p{L}{2})\.$/u, "");
    const read = known(printed, outlets);
    if (read) found.push({ start, end: start + read.length, name: read.name, kind });
    else if (anyName) found.push({ start, end: start + printed.length, name: printed, kind });
  };
  const offset = body + (/^\s*/.exec(text.slice(body))?.[0].length ?? 0);
  const bracket = BRACKET.exec(text.slice(offset, offset + 160));
  if (bracket?.[1]) add("byline", offset + bracket[0].indexOf(`(${bracket[1]})`) + 1, bracket[1]);
  const last = text.slice(-60);
  const tail = TAIL.exec(last);
  if (tail?.[1] && text.length > 120) add("byline", text.length - last.length + last.lastIndexOf(tail[1]), tail[1]);
  for (const [i, pattern] of RELAYS.entries())
    for (const match of text.matchAll(pattern)) {
      add("relay", startOf(match), match[1] as string, i === 0 && /report|carried/.test(match[0]));
    }
  for (const match of text.matchAll(TOLD)) add("told", startOf(match), match[1] as string);
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  for (const match of text.matchAll(AGENCY)) {
    const before = found.findLast(({ start }) => start < match.index);
    if (before) found.push({ ...before, start: match.index, end: match.index + match[0].length, kind: "relay" });
  }
  return found
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((one, i, all) => i === 0 || one.start >= (all[i - 1] as Credit).end);
}

/** Where a match's name begins; the patterns have one group and say where it is. */
const startOf = ({ index, indices }: RegExpExecArray): number => indices?.[1]?.[0] ?? index;

/** The longest run of a name's first words that is an outlet: "AFP Friday" is AFP. */
function known(printed: string, outlets: Outlets): { name: string; length: number } | undefined {
  for (let length = printed.length; length > 0; length = printed.lastIndexOf(" ", length - 1)) {
    const name = outlets.get(
      printed
        .slice(0, length)
        .replace(/['’]s$/, "")
        .toLowerCase(),
    );
    if (name) return { name, length };
  }
  return undefined;
}
