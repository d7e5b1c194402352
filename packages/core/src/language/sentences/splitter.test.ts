import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import { createLanguage } from "../language.ts";
import { createTokeniser, fold } from "../tokens/index.ts";
import { createSplitter } from "./index.ts";

const knowledge = loadEnglish();
const tokenise = createTokeniser(knowledge);
const split = createSplitter(knowledge);

function sentences(text: string, headline?: { start: number; end: number }): string[] {
  const { starts, ends } = tokenise(text, 0, text.length);
  const words = starts.map((start, i) => ({
    start,
    end: ends[i] as number,
    text: text.slice(start, ends[i]),
    lower: fold(text.slice(start, ends[i])),
  }));
  const begins = split(text, words, headline);
  const found: string[] = [];
  let first = 0;
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && !begins[i]) continue;
    found.push(text.slice(words[first]?.start, words[i - 1]?.end).replace(/\s+/g, " "));
    first = i;
  }
  return found;
}

describe("sentences", () => {
  it.each([
    ["a dateline", ["MOGADISHU, Somalia (AP) —", "A mortar hit the port on Sunday.", "Three dockers died."]],
    [
      "labels behind a dateline",
      ["LIMA, 3 May 89 (Radio Sol) --", "[Text] [Rojas]", "A bridge was blown up.", "Nobody was hurt."],
    ],
    [
      "ranks and initials",
      ["Navy Cmdr. Ruth B. Olsen spoke first.", "U.S. Gen. Mark A. Stein followed her.", "They left at 4 p.m. on Jan. 3."],
    ],
    [
      "a quotation of several sentences",
      ['"We waited all night.', "Nobody came.", 'Then the roof fell," said Hana, 31.', "She lost a brother."],
    ],
    ["curly quotes", ["“They will pay,” the general said.", "“All of them.”", "He then left."]],
    ["abbreviations amid", ["The group, i.e. the old guard, met Sen. Cole vs. his wish.", "It broke up at noon."]],
    ["ellipses", ["He paused... and went on.", "The crowd cheered."]],
    ["brackets", ["The army (the 3rd Brigade, etc.) withdrew.", "It will return."]],
    ["questions", ["Who gave the order?", "No one knows!", "The inquiry goes on."]],
    ["capitals", ["THE REBELS TOOK THE BRIDGE ON MONDAY.", "COL. LUIS VEGA SAID THAT TWO MEN WERE HURT.", "THE ARMY DENIED IT."]],
    ["a caption and its credit", ["The ferry at the quay of Port Vance", "Image: Harbour Office.", "It sank on Monday."]],
    ["a line of results", ["Rosa Lind of the PFD", "In the eastern district nobody won."]],
    ["a mark typed the wrong way round", ["“We saw the smoke.“", "The guard then left."]],
    ["small letters", ["police fired at the crowd on monday.", "two men were hurt."]],
  ])("%s", (_, expected) => expect(sentences(expected.join(" "))).toEqual(expected));

  it("ends with a paragraph, with or without a full stop", () =>
    expect(sentences("Mayor shot dead\n\nGunmen killed the mayor\n \nof a town")).toEqual([
      "Mayor shot dead",
      "Gunmen killed the mayor",
      "of a town",
    ]));

  it("ends with the headline", () => {
    const text = "Two killed in raid The army raided a camp on Friday.";
    expect(sentences(text, { start: 0, end: 18 })[0]).toBe("Two killed in raid");
  });

  it("goes on over a line break that wraps, also in capitals", () => {
    const text =
      "   QUITO, 9 MAR 90 -- [TEXT] THE NATIONAL POLICE COMMAND HAS REPORTED THAT\nSIX PEASANTS WERE TAKEN FROM THEIR HOMES IN THE PROVINCE OF ESMERALDAS BY\nARMED MEN.  THE POLICE ARE LOOKING FOR THEM IN THE HILLS NEAR THE BORDER\nWITH COLOMBIA.\n";
    expect(sentences(text).slice(-2)).toEqual([
      "THE NATIONAL POLICE COMMAND HAS REPORTED THAT SIX PEASANTS WERE TAKEN FROM THEIR HOMES IN THE PROVINCE OF ESMERALDAS BY ARMED MEN.",
      "THE POLICE ARE LOOKING FOR THEM IN THE HILLS NEAR THE BORDER WITH COLOMBIA.",
    ]);
  });

  it("ends with each item of a list and each short line", () =>
    expect(sentences("The dead:\n- Ali Hassan, 20\n- Omar Said, 31\nRegional Command East\nKABUL, Afghanistan")).toEqual([
      "The dead:",
      "- Ali Hassan, 20",
      "- Omar Said, 31",
      "Regional Command East",
      "KABUL, Afghanistan",
    ]));
});

describe("any text", () => {
  const language = createLanguage({ ...knowledge, models: { splitter: knowledge.models.splitter as Uint8Array } });
  const bits = fc.constantFrom(
    "a",
    "The",
    " ",
    "  ",
    "\n",
    "\n\n",
    ".",
    "!",
    '"',
    "”",
    "(",
    "etc.",
    "Inc.",
    "U.S.",
    "5",
    "—",
    "\u2029",
    "- ",
    "x\n",
  );

  it("gives sentences that hold all words, in order, each at least one", () => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        const { words, sentences } = language.read({ id: "x", text: parts.join("") });
        let next = 0;
        for (const [i, sentence] of sentences.entries()) {
          expect(sentence.first).toBe(next);
          expect(sentence.last).toBeGreaterThan(sentence.first);
          expect(sentence.index).toBe(i);
          expect(sentence.start).toBe(words[sentence.first]?.start);
          expect(sentence.end).toBe(words[sentence.last - 1]?.end);
          next = sentence.last;
        }
        expect(next).toBe(words.length);
        expect(
          words.every((word, i) => word.index === i && word.end > word.start && word.start >= (words[i - 1]?.end ?? 0)),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("takes the full stop off an abbreviation that ends a sentence, not off U.S.", () => {
    const words = (text: string) => language.read({ id: "x", text }).words.map(({ text }) => text);
    expect(words("They took guns, cash, etc.").slice(-2)).toEqual(["etc", "."]);
    expect(words("He came to the U.S.").slice(-1)).toEqual(["U.S."]);
  });
});
