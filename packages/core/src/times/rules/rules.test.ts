import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import { createGrammars, recognise } from "../finder.ts";
import { createVocabulary } from "../vocabulary.ts";
import { ATOMS, COMPOSED, JOINED } from "./index.ts";

const vocabulary = createVocabulary(loadEnglish());
const grammars = createGrammars();

function read(text: string) {
  const document = { text, sentences: [], words: [], names: [] };
  const { reader, found } = recognise(document, vocabulary, grammars);
  return found.map(({ first, last, rule }) => {
    const start = reader.scan.pieces[first]!.start;
    return { text: text.slice(start, reader.scan.pieces[last - 1]!.end), rule };
  });
}

const rules = [...ATOMS, ...JOINED, ...COMPOSED];

test("ids are unique", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("reads its example", () => {
    const open = rule.example.indexOf("[");
    const close = rule.example.indexOf("]");
    const text = rule.example.replace("[", "").replace("]", "");
    expect(open).toBeGreaterThanOrEqual(0);
    expect(read(text)).toContainEqual({ text: text.slice(open, close - 1), rule: id });
  });
  test.each((rule.not ?? []).map((text) => [text]))("leaves alone: %s", (text) => {
    expect(read(text).filter((found) => found.rule === id)).toEqual([]);
  });
});
