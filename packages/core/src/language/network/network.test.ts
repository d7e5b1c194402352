import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sentence, Word } from "../../model/index.ts";
import parity from "./fixtures/parity.json" with { type: "json" };
import { createNetwork } from "./network.ts";
import { settlePairs } from "./pairs.ts";
import { plainKernel } from "./plain.ts";
import { createReader } from "./reader.ts";
import { readWeights } from "./weights.ts";

const weights = readFileSync(new URL("../../../../english/data/models/parser.bin", import.meta.url));
const network = createNetwork(weights);

/** Sentences of words with one blank between them, save where a word is written "+word": that one touches the word before. */
function document(lines: readonly (readonly string[])[]): { words: Word[]; sentences: Sentence[] } {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let offset = 0;
  for (const line of lines) {
    const first = words.length;
    for (const form of line) {
      const text = form.length > 1 && form.startsWith("+") ? form.slice(1) : form;
      if (text !== form) offset--;
      const index = words.length;
      words.push({
        start: offset,
        end: offset + text.length,
        index,
        sentence: sentences.length,
        text,
        lower: text.toLowerCase(),
        lemma: "",
        upos: "",
        xpos: "",
        head: -1,
        deprel: "",
        children: [],
      });
      offset += text.length + 1;
    }
    sentences.push({ start: 0, end: 0, index: sentences.length, first, last: words.length, root: first });
  }
  return { words, sentences };
}

test("the reader reads what the trained model read", () => {
  const { words, sentences } = document(parity.map(({ words }) => words));
  const names = createReader(readWeights(weights), plainKernel).read(words, sentences);
  for (const [s, { first, last }] of sentences.entries()) {
    const expected = parity[s] as (typeof parity)[number];
    const part = words.slice(first, last);
    expect(part.map(({ upos }) => upos)).toEqual(expected.upos);
    expect(part.map(({ xpos }) => xpos)).toEqual(expected.xpos);
    expect(part.map(({ head }) => (head < 0 ? -1 : head - first))).toEqual(expected.heads);
    expect(part.map(({ deprel }) => deprel)).toEqual(expected.deprels);
    const found = names.filter((name) => name.first >= first && name.last <= last);
    expect(found.map((name) => [name.first - first, name.last - first, name.kind])).toEqual(expected.names);
  }
});

test("with vectors and without, the result is the same", () => {
  const lines = parity.map(({ words }) => words);
  lines.push(Array.from({ length: 400 }, (_, i) => ["militia", "said", ",", "Baghdad", "of", "7,000"][(i * i) % 6] as string));
  const fast = document(lines);
  const slow = document(lines);
  const plain = createNetwork(weights, { plain: true });
  expect([network.kernel, plain.kernel]).toEqual(["simd", "plain"]);
  expect(plain.read(slow.words, slow.sentences)).toEqual(network.read(fast.words, fast.sentences));
  expect(slow).toEqual(fast);
});

test("any words make one tree a sentence", () => {
  const word = fc.oneof(
    fc.constantFrom("the", "killed", "Iraq", ",", ".", "and", "“", "”", "(", ")", "U.S.", "2021"),
    fc.constantFrom("police", "rebels", "said", "on", "Friday", "armed", "with", "rifles", "set", "fire", "to", "two", "shots"),
    fc.constantFrom("that", "holding", "by", "attacked", "fired", "clashed", "guards", "told", "AFP", "in", "a", "statement"),
    fc.string({ minLength: 1, maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 6 }), (lines) => {
      const { words, sentences } = document(lines);
      network.read(words, sentences);
      for (const { first, last, root } of sentences) {
        const reached = [root];
        for (const at of reached) reached.push(...(words[at] as Word).children);
        expect(reached.sort((a, b) => a - b)).toEqual(Array.from({ length: last - first }, (_, i) => first + i));
        expect((words[root] as Word).head).toBe(-1);
        for (let i = first; i < last; i++) expect((words[i] as Word).deprel === "root").toBe(i === root);
      }
    }),
    { numRuns: 200 },
  );
});

test("brackets and quotation marks hang on what they enclose", () => {
  const { words, sentences } = document([["He", "said", "(", "+on", "+Monday", "+)", "that", "troops", "left", "."]]);
  const heads = [1, -1, 8, 4, 1, 1, 8, 8, 1, 1];
  for (const [i, word] of words.entries()) {
    word.head = heads[i] as number;
    word.deprel = /^[().]$/.test(word.text) ? "punct" : "dep";
  }
  settlePairs(words, 0, words.length);
  expect(words.map(({ head }) => head)).toEqual([1, -1, 4, 4, 1, 4, 8, 8, 1, 1]);
  expect(sentences).toHaveLength(1);
});

test("a sentence of thousands of words stays one tree", () => {
  const { words, sentences } = document([
    Array.from({ length: 1000 }, (_, i) => (i % 7 === 3 ? "," : i % 2 === 0 ? "rebels" : "attacked")),
  ]);
  network.read(words, sentences);
  expect(words.filter(({ head }) => head < 0)).toHaveLength(1);
  expect(words.reduce((sum, { children }) => sum + children.length, 0)).toBe(999);
});

test("without weights there is still a tree, and no text is no trouble", () => {
  const { words, sentences } = document([["Troops", "left", "."]]);
  expect(createNetwork(undefined).read(words, sentences)).toEqual([]);
  expect(words.map(({ head }) => head)).toEqual([-1, 0, 1]);
  expect(network.read([], [])).toEqual([]);
});
