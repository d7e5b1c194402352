import type { Knowledge } from "../model/index.ts";
import { createNumbers, type Numbers } from "../shared/numbers.ts";
import { rowsOf } from "../shared/tables.ts";

/** Units of time as `lexicons/en/times/units.tsv` codes them. */
export type Unit = "S" | "MIN" | "H" | "D" | "W" | "FN" | "M" | "Q" | "Y" | "DE" | "CE" | "HC" | "ML";

/** What the lexicon knows of one word. */
export interface WordInfo {
  month?: number;
  weekday?: number;
  /** A weekday that is a habit: "Mondays". */
  habit?: boolean;
  /** Also another word: case, a period or neighbours must speak for the time. */
  ambiguous?: boolean;
  abbreviation?: boolean;
  unit?: Unit;
  plural?: boolean;
  season?: string;
  part?: string;
  partAlone?: boolean;
  frequency?: string;
}

/** Phrases by their first word, longest first, each with what it stands for. */
export type Phrases = ReadonlyMap<string, readonly { words: readonly string[]; value: string }[]>;

export interface Vocabulary {
  words: ReadonlyMap<string, WordInfo>;
  numbers: Numbers;
  feasts: Phrases;
  references: Phrases;
  zones: Phrases;
  outlets: readonly { match: string; habit: "day" | "month" }[];
}

export function createVocabulary(knowledge: Knowledge): Vocabulary {
  const words = new Map<string, WordInfo>();
  const add = (word: string, info: WordInfo) => {
    words.set(word, { ...words.get(word), ...info });
  };
  for (const row of rowsOf(knowledge, "times/months", ["word", "month", "abbreviation", "ambiguous"])) {
    add(row.word, { month: Number(row.month), ambiguous: row.ambiguous !== "", abbreviation: row.abbreviation !== "" });
  }
  for (const row of rowsOf(knowledge, "times/weekdays", ["word", "weekday", "abbreviation", "ambiguous"])) {
    add(row.word, {
      weekday: Number(row.weekday),
      habit: row.ambiguous === "plural",
      ambiguous: row.ambiguous === "yes",
      abbreviation: row.abbreviation !== "",
    });
  }
  for (const row of rowsOf(knowledge, "times/units", ["word", "unit", "plural"])) {
    add(row.word, { unit: row.unit as Unit, plural: row.plural !== "" });
  }
  for (const row of rowsOf(knowledge, "times/seasons", ["word", "value"])) add(row.word, { season: row.value });
  for (const row of rowsOf(knowledge, "times/dayparts", ["words", "value", "use"])) {
    // "mid-morning" is found as "mid" + "morning" by a rule; the lexicon's hyphened words are read as written.
    add(row.words, { part: row.value, partAlone: row.use === "day" });
  }
  for (const row of rowsOf(knowledge, "times/frequencies", ["word", "value"])) add(row.word, { frequency: row.value });
  return {
    words,
    numbers: createNumbers(knowledge),
    feasts: phrases(rowsOf(knowledge, "times/holidays", ["name", "rule"]).map(({ name, rule }) => [name, rule])),
    references: phrases(rowsOf(knowledge, "times/references", ["words", "value"]).map((row) => [row.words, row.value])),
    zones: phrases(rowsOf(knowledge, "times/zones", ["words", "offset"]).map(({ words, offset }) => [words, offset])),
    outlets: rowsOf(knowledge, "times/outlets", ["match", "habit"]).map(({ match, habit }) => ({
      match,
      habit: habit === "day" ? "day" : "month",
    })),
  };
}

/** As the scanner cuts words: hyphens and possessives stand alone. */
const cut = (text: string): string[] => text.match(/[\p{L}\d]+\.?|'s|[^\s\p{L}\d]/gu) ?? [];

function phrases(rows: readonly (readonly [string, string])[]): Phrases {
  const found = new Map<string, { words: string[]; value: string }[]>();
  for (const [text, value] of rows) {
    const words = cut(text).map((word) => (word.length > 1 && word.endsWith(".") ? word : word));
    const first = words[0];
    if (first === undefined) continue;
    const list = found.get(first);
    if (list) list.push({ words, value });
    else found.set(first, [{ words, value }]);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}
