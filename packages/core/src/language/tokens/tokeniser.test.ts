import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth, LINEAR } from "../../../../../tests/cost.ts";
import { loadEnglish } from "../../../../english/src/node.ts";
import { BLANK, classAt, UNSEEN } from "./characters.ts";
import { createTokeniser, fold, mend } from "./index.ts";

const tokenise = createTokeniser(loadEnglish());
const words = (text: string) => {
  const { starts, ends } = tokenise(text, 0, text.length);
  return starts.map((start, i) => text.slice(start, ends[i])).join("|");
};

describe("words", () => {
  it.each([
    // Clitics
    ["They don't think Biden's plan can't work.", "They|do|n't|think|Biden|'s|plan|ca|n't|work|."],
    ["We cannot, and they’re gonna fail.", "We|can|not|,|and|they|’re|gon|na|fail|."],
    ["The workers' union wouldn't've signed.", "The|workers|'|union|would|n't|'ve|signed|."],
    ["THE ARMY'S CAMP DIDN'T BURN", "THE|ARMY|'S|CAMP|DID|N'T|BURN"],
    ["the U.S.'s role", "the|U.S.|'s|role"],
    // Hyphens
    ["an air-strike by anti-war ex-generals", "an|air|-|strike|by|anti-war|ex-generals"],
    ["the UN-led, US-backed pre-war talks", "the|UN|-|led|,|US|-|backed|pre-war|talks"],
    ["15,000-strong, mid-1990s, 5-10 men", "15,000|-|strong|,|mid-1990s|,|5|-|10|men"],
    ["Call 555-0142 or 1-800-555-0142.", "Call|555-0142|or|1-800-555-0142|."],
    // Names with apostrophes
    ["Kata'ib and Kata’ib near al-Qa'im, O'Hara", "Kata'ib|and|Kata’ib|near|al|-|Qa'im|,|O'Hara"],
    ["Sana'a's airport", "Sana'a|'s|airport"],
    // Abbreviations, ranks, initials
    ["Navy Cmdr. Ann B. Lee and U.S. Gen. Roe", "Navy|Cmdr.|Ann|B.|Lee|and|U.S.|Gen.|Roe"],
    ["at 5 p.m. on Jan. 3, vs. No. 10 Corp.", "at|5|p.m.|on|Jan.|3|,|vs.|No.|10|Corp."],
    ["No. That is wrong.", "No|.|That|is|wrong|."],
    ["It sat. Nobody moved.", "It|sat|.|Nobody|moved|."],
    ["John and I. Smith", "John|and|I.|Smith"],
    // Figures, currency, times
    ["$1.5 million, US$20, €30, £4m, 35mm, 5pm, 7:30am", "$|1.5|million|,|US$|20|,|€|30|,|£|4|m|,|35|mm|,|5|pm|,|7:30|am"],
    ["the 101st on 9/11, 3.5% of 1,200,000", "the|101st|on|9/11|,|3.5|%|of|1,200,000"],
    ["2011-05-02 and 12/10/1998", "2011-05-02|and|12/10/1998"],
    // Addresses
    ["See http://example.org/a_(b), www.example.com.", "See|http://example.org/a_(b)|,|www.example.com|."],
    ["Write to desk@example.org, @desk or #Kyiv", "Write|to|desk@example.org|,|@desk|or|#Kyiv"],
    // Marks
    ["Wait... what?! No -- never — “ever”…", "Wait|...|what|?!|No|--|never|—|“|ever|”|…"],
    ["('so-called' [FMLN])", "(|'|so|-|called|'|[|FMLN|]|)"],
    ["''quoted'' ``so``", "''|quoted|''|``|so|``"],
    ["P&L at AT&T and/or R&D", "P&L|at|AT&T|and|/|or|R&D"],
    // Damaged text
    ["It isnâ€™t the menâ€™s â€œwarâ€\u009d", "It|is|nâ€™t|the|men|â€™s|â€œ|war|â€\u009d"],
    ["â€˜â€˜warâ€™â€™ theyâ€™ll", "â€˜â€˜|war|â€™â€™|they|â€™ll"],
    ["mili\u00adtia zero\u200bwidth", "mili\u00adtia|zero\u200bwidth"],
    ["a\u00a0b\u2028c\u3000d", "a|b|c|d"],
    ["👍🏽 👨‍👩‍👧 🇺🇦!", "👍🏽|👨‍👩‍👧|🇺🇦|!"],
  ])("%s", (text, expected) => expect(words(text)).toBe(expected));

  it("folds case, curly quotes, invisible characters and mojibake, and nothing else", () => {
    expect(["N’t", "“", "Kata’ib", "MILI\u00adTIA", "â€œ", "nâ€™t", "É"].map(fold)).toEqual([
      "n't",
      '"',
      "kata'ib",
      "militia",
      '"',
      "n't",
      "é",
    ]);
  });
});

const pieces = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    " ",
    "\n",
    ".",
    "'",
    "’",
    "-",
    "â€™",
    "@",
    "http://",
    "U.S.",
    "don't",
    "5",
    "\ud83d",
    "\udc4d",
    "\u200d",
    "1,",
    "a.",
    "$",
    "[...]",
    "…",
  ),
);
const anything = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));

describe("damaged marks", () => {
  it("are read as they were meant, and other letters stay", () => {
    expect(["â€œ", "â€\u009d", "â€\ufffd", "â€˜â€˜", "menâ€™s", "â€”", "â€¦", "pâté", "â€x"].map(mend)).toEqual([
      "“",
      "”",
      "”",
      "‘‘",
      "men’s",
      "—",
      "…",
      "pâté",
      "â€x",
    ]);
  });
});

describe("any text", () => {
  it("is cut into words in order that never overlap and miss nothing that is to be seen", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { starts, ends } = tokenise(text, 0, text.length);
        let at = 0;
        const gap = (to: number) => {
          for (; at < to; at++) if (classAt(text, at) !== BLANK && classAt(text, at) !== UNSEEN) return false;
          return true;
        };
        return (
          starts.every((start, i) => {
            const end = ends[i] as number;
            const fine = start >= at && end > start && end <= text.length && gap(start);
            at = end;
            return fine;
          }) && gap(text.length)
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "a",
    "-",
    "a-",
    "1,",
    "1-",
    "'",
    "a'",
    "a.",
    ".",
    "@",
    "a@",
    "ab",
    "http://",
    "\ud83d",
    "👍\u200d",
    "â€™",
    "$",
    "a_",
    "( ",
  ])("costs no more than its length: %j over and over", (unit) => {
    const read = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      return () => tokenise(text, 0, text.length);
    };
    expect(growth(read, 20_000)).toBeLessThan(LINEAR);
  });
});
