import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import type { Document } from "../model/index.ts";
import { creditsOf, outletsOf } from "./credits.ts";

const outlets = outletsOf(loadEnglish());
const REST = " The road was closed for an hour and opened again before noon, and nobody was hurt there, witnesses said.";
const read = (text: string) =>
  creditsOf({ text, sentences: [], words: [], names: [] } as Document, outlets).map(({ name, kind, start, end }) => [
    name,
    kind,
    text.slice(start, end),
  ]);

describe("credits", () => {
  it.each([
    ["(AFP) – A bridge fell.", "Agence France-Presse", "byline", "AFP"],
    ["KABUL, Afghanistan (Reuters) - A bridge fell.", "Reuters", "byline", "Reuters"],
    [`A bridge fell.${REST} — AP`, "Associated Press", "byline", "AP"],
    ["A bridge fell, according to The Associated Press.", "Associated Press", "relay", "Associated Press"],
    ["A bridge fell, Reuters reported on Monday.", "Reuters", "relay", "Reuters"],
    ["A bridge fell, AFP quoted two engineers as saying.", "Agence France-Presse", "relay", "AFP"],
    ["A bridge fell, per the AP.", "Associated Press", "relay", "AP"],
    ["The bridge fell, as reported by Northgate.", "Northgate", "relay", "Northgate"],
    ["The bridge is old, the mayor told Reuters.", "Reuters", "told", "Reuters"],
  ])("%s", (text, name, kind, printed) => expect(read(text)).toEqual([[name, kind, printed]]));

  it.each([
    "KABUL (Sept. 8) - A bridge fell.",
    "The mayor told John Smith to leave.",
    "According to Haddad, a bridge fell.",
    "(AFP) was founded long ago.",
  ])("none in: %s", (text) => expect(read(text)).toEqual([]));

  it("takes the agency for the one named before", () => {
    expect(read("Two men fled, AFP reported. The agency said that both were caught.")).toEqual([
      ["Agence France-Presse", "relay", "AFP"],
      ["Agence France-Presse", "relay", "The agency said"],
    ]);
  });
});
