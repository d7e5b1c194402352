import type { Document, Word } from "../model/index.ts";
import type { Cues } from "./cues.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { keyOf, skeletonOf, withoutArticle } from "./keys.ts";

/** A run of words that the gazetteer knows as a name. */
export interface Match {
  first: number;
  last: number;
  key: string;
  entries: readonly number[];
  loose: boolean;
}

/** No name of a place is longer, counted in words and hyphens. */
const LONGEST = 9;

/** Small words inside a name: "Isle of Man", "Deir ez-Zor", "Rio de Janeiro", "Newcastle upon Tyne". */
const INSIDE = new Set(
  "of the de del la las los le les el al ar as ash at az an ad ez es e i ye da do dos das du di san upon under on sur am im bin bei - – ' ’ & and".split(
    " ",
  ),
);

/**
 * The longest name of the gazetteer that begins at each word, left to right, none within another. One look-up a length;
 * linear in the words.
 */
export function matches(document: Document, gazetteer: Gazetteer, cues: Cues): Match[] {
  const { words } = document;
  const keys: (string | undefined)[] = [];
  const keyAt = (i: number) => (keys[i] ??= keyOfWord(words[i] as Word));
  const named = new Set<number>();
  for (const name of document.names) for (let i = name.first; i < name.last; i++) named.add(i);
  const found: Match[] = [];
  for (let first = 0; first < words.length; ) {
    const match = begins(words, first) ? longest(document, first, keyAt, named, gazetteer, cues) : undefined;
    if (match) {
      found.push(match);
      first = match.last;
    } else first++;
  }
  return found;
}

/** As `keyOf`, but "the" keeps its place inside a longer name. */
const keyOfWord = (word: Word): string => (word.lower === "the" ? "the" : keyOf(word.text));

/** A direction alone is no place, though villages are called so. */
const DIRECTION = /^(?:(?:north|south|east|west|central|far|upper|lower)(?:ern)? ?)+$/;

const isOffice = (word: Word | undefined): boolean =>
  word !== undefined &&
  /^(?:council|manager|hall|attorney|clerk|schools?|police|officials?|commission|commissioner|administrator|planner|employees)$/.test(
    word.lower,
  );

const isCapital = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
};

/** A name begins with a capital, or with an Arabic article and a hyphen: "al-Qaim". */
function begins(words: readonly Word[], i: number): boolean {
  const { text } = words[i] as Word;
  // "US$" is money.
  if (text.endsWith("$") || words[i + 1]?.text === "$") return false;
  if (isCapital(text)) return true;
  if (text !== "al" && text !== "el" && text !== "ez" && text !== "as" && text !== "ar")
    return /^(?:al|el|as|ar|ad|az|an)-[A-Z]/.test(text);
  const dash = words[i + 1];
  const name = words[i + 2];
  return dash?.text === "-" && name !== undefined && isCapital(name.text);
}

function longest(
  document: Document,
  first: number,
  keyAt: (i: number) => string,
  named: ReadonlySet<number>,
  gazetteer: Gazetteer,
  cues: Cues,
): Match | undefined {
  const { words } = document;
  const opening = words[first] as Word;
  let key = "";
  let best: Match | undefined;
  let glue = true;
  // "the al-Omar oil field": behind the name's capitals.
  let tail = false;
  for (let i = first; i < words.length && i < first + LONGEST; i++) {
    const word = words[i] as Word;
    if (word.sentence !== opening.sentence) break;
    tail ||= i > first && cues.tails.has(word.text);
    if (i > first && !isCapital(word.text) && !INSIDE.has(word.lower) && !/^[0-9]+$/.test(word.text) && !glue && !tail) break;
    if (tail && !cues.tails.has(word.text)) break;
    // A gap wider than a blank ends a name; so does a line break, but not one inside wrapped text.
    if (i > first && word.start - (words[i - 1] as Word).end > 2) break;
    const part = keyAt(i);
    glue = word.text === "-" || word.text === "–";
    if (part === "" && !glue && word.text !== "." && !/^['’‘`]$/.test(word.text)) break;
    if (part !== "") key = key === "" ? part : `${key} ${part}`;
    if (glue || INSIDE.has(word.text) || part === "") continue;
    const bare = key.startsWith("the ") ? key.slice(4) : key;
    const entries = DIRECTION.test(bare)
      ? []
      : find(
          gazetteer,
          bare,
          opening.text,
          /^(?:al|el)$/i.test(opening.text) || opening.text.includes("-") || words[first + 1]?.text === "-",
          cues.articles,
        );
    // "Dublin City Manager" is of Dublin.
    if (word.lower === "city" && i > first && isOffice(words[i + 1])) continue;
    if (entries.length > 0) best = { first, last: i + 1, key: bare, entries, loose: false };
    else if (!tail && (!best || best.loose)) {
      // By transliteration only what the model takes for a name, and what is long enough to be no other word.
      const loose =
        named.has(i) &&
        !DIRECTION.test(bare) &&
        bare.length >= 5 &&
        (i === first || (words[first] as Word).text.length > 2 || /^al /.test(bare)) &&
        !cues.common.has(bare)
          ? gazetteer.find(skeletonOf(bare))
          : [];
      if (loose.length > 0) best = { first, last: i + 1, key: bare, entries: loose, loose: true };
    }
  }
  const match = best && withoutThe(best, words, gazetteer);
  // "City" alone is no place, whatever village is called so.
  return match && match.last === match.first + 1 && cues.kinds.has((words[match.first] as Word).lower) ? undefined : match;
}

/** "The Hague" keeps its article, "the Gaza Strip" does not. */
function withoutThe(match: Match, words: readonly Word[], gazetteer: Gazetteer): Match {
  if ((words[match.first] as Word).lower !== "the" || match.last === match.first + 1) return match;
  const own = match.entries.some((index) => gazetteer.entry(index).name.startsWith("The "));
  return own && (words[match.first] as Word).text !== "the" ? match : { ...match, first: match.first + 1 };
}

function find(
  gazetteer: Gazetteer,
  key: string,
  opening: string,
  hyphen: boolean,
  articles: ReadonlySet<string>,
): readonly number[] {
  const entries = gazetteer.find(key);
  // "al-Qaim" is found as "Qaim"; "At Benedict" is no Arabic.
  if (entries.length > 0 || !hyphen || !/^(?:al|ar|as|ash|at|az|an|ad|el)(?:-|$)/i.test(opening)) return entries;
  return gazetteer.find(withoutArticle(key)).filter((index) => articles.has(gazetteer.entry(index).country));
}
