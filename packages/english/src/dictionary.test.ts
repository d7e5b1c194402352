import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { mistakes } from "./check.ts";
import { withDictionary } from "./dictionary.ts";
import { loadEnglish } from "./node.ts";

const english = loadEnglish();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function dictionary(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dictionary-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const wrong = (name: string, text: string): string => {
  const folder = dictionary({ [name]: text });
  try {
    withDictionary(english, folder);
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, "");
  }
  return "";
};

const FRAME = "id\ttrigger\ttype\tmode\tcameo\tactor\trecipient\tneeds\tunless\n";
const GROUP = "name\tkind\tcountry\tsector\taliases\trule\n";

describe("a user's dictionary", () => {
  it.each([
    ["an unknown file", "actors/grups.tsv", GROUP, "actors/grups.tsv: no such lexicon file; there are"],
    [
      "an unknown column",
      "actors/groups.tsv",
      "name\tkinds\n",
      'actors/groups.tsv: no column "kinds" here; there are name, kind',
    ],
    ["a missing key", "actors/groups.tsv", "kind\narmed-group\n", 'column "name" is missing; it says which row is meant'],
    ["a cell too many", "actors/groups.tsv", "name\tkind\nA\tparty\tX\n", "actors/groups.tsv:2: 3 cells, but 2 columns"],
    ["an empty name", "actors/groups.tsv", `${GROUP}\tparty\n`, "actors/groups.tsv:2: name is empty; every row needs one"],
    [
      "an unknown kind",
      "actors/groups.tsv",
      `${GROUP}Owls\tmilitia\n`,
      'actors/groups.tsv:2: kind "militia" is unknown; it must be one of state,',
    ],
    ["a missing kind", "actors/groups.tsv", `${GROUP}Owls\t\n`, "actors/groups.tsv:2: kind is empty; it must be one of state,"],
    [
      "a bad country",
      "actors/groups.tsv",
      `# mine\n${GROUP}Owls\tparty\tIRAK\n`,
      'actors/groups.tsv:3: country "IRAK" is unknown; it must be ISO 3166-1 alpha-3',
    ],
    [
      "an unknown sector",
      "actors/groups.tsv",
      `${GROUP}Owls\tparty\tIRQ\tREBEL\n`,
      'actors/groups.tsv:2: sector "REBEL" is unknown',
    ],
    [
      "an unknown rule",
      "actors/groups.tsv",
      `${GROUP}Owls\tparty\tIRQ\tREB\t\tmaybe\n`,
      'actors/groups.tsv:2: rule "maybe" is unknown; it must be one of country',
    ],
    [
      "an alias of ours",
      "actors/groups.tsv",
      `${GROUP}Owls\tarmed-group\tIRQ\tREB\tHezbollah\n`,
      'actors/groups.tsv:2: alias "Hezbollah" is that of Hezbollah (actors/groups) too; a rule must say who is meant',
    ],
    [
      "an alias twice",
      "actors/groups.tsv",
      `${GROUP}Owls\tarmed-group\tIRQ\tREB\tNight Birds\nBats\tarmed-group\tIRQ\tREB\tNight-Birds\n`,
      'actors/groups.tsv:3: alias "Night-Birds" is that of Owls (actors/groups) too',
    ],
    [
      "a day that is none",
      "actors/leaders.tsv",
      "name\tfrom\nAna Lis\t1 May 2020\n",
      'actors/leaders.tsv:2: from "1 May 2020" is no day; it reads 2014-05-26',
    ],
    [
      "an office that ends before it begins",
      "actors/leaders.tsv",
      "name\tfrom\tuntil\nAna Lis\t2020-05-01\t2019-05-01\n",
      'actors/leaders.tsv:2: until "2019-05-01" is not after 2020-05-01',
    ],
    [
      "an unknown type",
      "frames/protest.tsv",
      `${FRAME}my.march\tmarch.v\tPARADE\n`,
      'frames/protest.tsv:2: type "PARADE" is unknown; it must be one of AGREE,',
    ],
    [
      "an unknown mode",
      "frames/protest.tsv",
      `${FRAME}my.march\tmarch.v\tPROTEST\tparade\n`,
      'frames/protest.tsv:2: mode "parade" is unknown; it must be one of the modes of PROTEST: demo,',
    ],
    [
      "a bad code",
      "frames/protest.tsv",
      `${FRAME}my.march\tmarch.v\tPROTEST\tdemo\t14b\n`,
      'frames/protest.tsv:2: cameo "14b" is no CAMEO code',
    ],
    [
      "a word without part of speech",
      "frames/protest.tsv",
      `${FRAME}my.march\tmarch\tPROTEST\n`,
      'frames/protest.tsv:2: trigger "march" is no word with its part of speech',
    ],
    [
      "no trigger",
      "frames/protest.tsv",
      `${FRAME}my.march\t\tPROTEST\n`,
      'frames/protest.tsv:2: trigger "" is no word with its part of speech',
    ],
    [
      "an unknown class",
      "frames/protest.tsv",
      `${FRAME}my.march\tmarch.v\tPROTEST\t\t\tsubj@crowds\n`,
      'frames/protest.tsv:2: actor "subj@crowds": no class "@crowds" in events/classes',
    ],
    [
      "a bad condition",
      "frames/protest.tsv",
      `${FRAME}my.march\tmarch.v\tPROTEST\t\t\t\t\tobj:bus\n`,
      'frames/protest.tsv:2: needs "obj:bus" is no condition; it reads relation=word|@class',
    ],
    [
      "a rule twice",
      "frames/protest.tsv",
      `${FRAME}my.march\tmarch.v\tPROTEST\nmy.march\tmarch.n\tPROTEST\n`,
      'frames/protest.tsv:3: id "my.march" stands in line 2 too',
    ],
    [
      "an unknown modality",
      "events/governors.tsv",
      "governor\trelation\tsubject\tmodality\nmull\tobj\tactor\tmaybe\n",
      'events/governors.tsv:2: modality "maybe" is unknown; it must be one of actual,',
    ],
    [
      "a rank that is no number",
      "events/weapons.tsv",
      "words\tmode\trank\ncatapult\tprimitive\thigh\n",
      'events/weapons.tsv:2: rank "high" is no number',
    ],
  ])("is refused with file and line: %s", (_, name, text, message) => {
    expect(wrong(name, text)).toContain(message);
  });

  it("is told all of its mistakes at once", () => {
    const message = wrong("actors/groups.tsv", `${GROUP}Owls\tmilitia\tIRAK\n`);
    expect(message.split("\n")).toHaveLength(2);
  });

  it("may claim an alias of ours where a rule says who is meant, and takes the place of a row of ours", () => {
    expect(wrong("actors/groups.tsv", `${GROUP}Owls\tarmed-group\tIRQ\tREB\tHezbollah\tcountry\n`)).toBe("");
    expect(wrong("actors/groups.tsv", `${GROUP}Hezbollah\tarmed-group\tLBN\tREB\tHezbollah\n`)).toBe("");
  });

  it("finds nothing wrong with our own tables", () => {
    const sheets = Object.entries(english.tables).map(([name, table]) => ({
      name,
      path: name,
      table: { ...table, lines: table.rows.map((_, i) => i + 1) },
    }));
    expect(mistakes(sheets, english)).toEqual([]);
  });
});
