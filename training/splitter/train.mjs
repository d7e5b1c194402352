// Trains the sentence splitter: logistic regression over the hashed features of packages/core/src/language/sentences,
// cut to 8 bits. Seeded; needs a build of core.
//   node training/splitter/train.mjs EWT-TRAIN.conllu GUM-OPEN-TRAIN.conllu --leave-out GUM-NEWS-DEV.conllu --measure EWT-DEV.conllu,GUM-NEWS-DEV.conllu
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { eachFeature, SIZE, sceneOf } from "../../packages/core/dist/language/sentences/features.js";
import { LINE, PARAGRAPH, readGaps } from "../../packages/core/dist/language/sentences/lines.js";
import { createSplitter, isCandidate } from "../../packages/core/dist/language/sentences/splitter.js";
import { createAbbreviations, createTokeniser, fold } from "../../packages/core/dist/language/tokens/index.js";
import { readConllu } from "../conllu.mjs";

const EPOCHS = 12;
const RATE = 0.04;
const DECAY = 1e-5;
/** Copies of the treebanks after the first: their edited text is nearer to news than the web's. */
const EDITED = 4;
/** Copies of the own sentences among those of the treebanks. */
const OWN = 20;

const root = new URL("../..", import.meta.url);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { "leave-out": { type: "string", default: "" }, measure: { type: "string", default: "" } } });
const { tables } = JSON.parse(readFileSync(new URL("packages/english/data/pack.json", root), "utf8"));
const knowledge = { tables, models: {} };
const tokenise = createTokeniser(knowledge);
const abbreviations = createAbbreviations(knowledge);

// Mulberry32
let state = 20261122;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** Text and the offsets where its sentences begin. `wide`: two blanks after a sentence, as typists do. */
function assemble(paragraphs, wide) {
  let text = "";
  const begins = [];
  for (const sentences of paragraphs) {
    if (text) text += "\n\n";
    for (const [i, sentence] of sentences.entries()) {
      if (i > 0) text += wide ? "  " : " ";
      begins.push(text.length);
      text += sentence;
    }
  }
  return { text, begins: new Set(begins) };
}

function ownSentences() {
  const paragraphs = [[]];
  for (const line of readFileSync(new URL("own.txt", import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("#")) continue;
    if (line === "") paragraphs.push([]);
    else paragraphs.at(-1).push(line);
  }
  return paragraphs.filter((p) => p.length > 0);
}

function piecesOf(text) {
  const { starts, ends } = tokenise(text, 0, text.length);
  return starts.map((start, i) => ({ start, end: ends[i], text: text.slice(start, ends[i]), lower: fold(text.slice(start, ends[i])) }));
}

/** Every candidate of a text as [features, whether a sentence begins there]. */
function examplesOf({ text, begins }, into) {
  const words = piecesOf(text);
  const gaps = readGaps(text, words.map((w) => w.start), words.map((w) => w.end));
  const scene = sceneOf(words, gaps, abbreviations);
  let first = 0;
  for (let i = 1; i < words.length; i++) {
    const truth = begins.has(words[i].start);
    if (gaps[i] !== PARAGRAPH && gaps[i] !== LINE && isCandidate(scene, i)) {
      const features = [];
      eachFeature(scene, i, first, (slot) => features.push(slot));
      into.push({ features, truth });
    }
    if (truth || gaps[i] === PARAGRAPH || gaps[i] === LINE) first = i;
  }
}

const leaveOut = new Set(values["leave-out"] ? readConllu(values["leave-out"]).map(({ id }) => id) : []);
const examples = [];
for (const file of positionals.flatMap((file, i) => Array(i === 0 ? 1 : EDITED).fill(file))) {
  for (const document of readConllu(file)) {
    if (leaveOut.has(document.id)) continue;
    const plain = { text: document.text, begins: new Set(document.sentences.map(({ start }) => start)) };
    examplesOf(plain, examples);
    const draw = random();
    // Case-robust: some texts again in capitals, some in lower case.
    if (draw < 0.15) examplesOf({ text: same(document.text, (t) => t.toUpperCase()), begins: plain.begins }, examples);
    else if (draw < 0.2) examplesOf({ text: same(document.text, (t) => t.toLowerCase()), begins: plain.begins }, examples);
    else if (draw < 0.35) {
      const wide = widen(plain);
      examplesOf(draw < 0.27 ? wide : { text: same(wide.text, (t) => t.toUpperCase()), begins: wide.begins }, examples);
    }
  }
}
const own = ownSentences();
for (let copy = 0; copy < OWN; copy++) {
  const one = assemble(own, copy % 2 === 1);
  examplesOf(copy % 3 === 2 ? { text: same(one.text, (t) => t.toUpperCase()), begins: one.begins } : one, examples);
}

/** Another case, when it keeps all offsets. */
function same(text, change) {
  const changed = change(text);
  return changed.length === text.length ? changed : text;
}

/** Two blanks between the sentences of a paragraph. */
function widen({ text, begins }) {
  let wide = "";
  const moved = new Set();
  for (let at = 0; at < text.length; at++) {
    if (begins.has(at)) {
      if (text[at - 1] === " ") wide += " ";
      moved.add(wide.length);
    }
    wide += text[at];
  }
  return { text: wide, begins: moved };
}

const weights = new Float64Array(SIZE);
const sums = new Float64Array(SIZE);
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [examples[i], examples[j]] = [examples[j], examples[i]];
  }
  const rate = RATE * (1 - epoch / EPOCHS) + 0.002;
  for (const { features, truth } of examples) {
    let score = 0;
    for (const slot of features) score += weights[slot];
    const step = rate * ((truth ? 1 : 0) - 1 / (1 + Math.exp(-score)));
    for (const slot of features) weights[slot] += step - DECAY * weights[slot];
  }
  for (let k = 0; k < SIZE; k++) sums[k] += epoch >= EPOCHS / 2 ? weights[k] : 0;
}
const largest = [...sums].map(Math.abs).sort((a, b) => b - a)[20];
const table = Int8Array.from(sums, (w) => Math.max(-127, Math.min(127, Math.round((w / largest) * 127))));
const folder = new URL("packages/english/data/models/", root);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("splitter.bin", folder), table);
console.log(`${examples.length} examples, ${table.filter((w) => w !== 0).length} of ${SIZE} weights in use`);

const split = createSplitter({ tables, models: { splitter: new Uint8Array(table.buffer) } });
for (const file of values.measure.split(",").filter(Boolean)) {
  let right = 0;
  let gold = 0;
  let found = 0;
  for (const { text, sentences } of readConllu(file)) {
    const words = piecesOf(text);
    const begins = split(text, words);
    const printed = [];
    let first = 0;
    for (let i = 1; i <= words.length; i++) if (i === words.length || begins[i]) printed.push(`${words[first].start}:${words[(first = i) - 1].end}`);
    const wanted = new Set(sentences.map(({ start, end }) => `${start}:${end}`));
    gold += wanted.size;
    found += printed.length;
    right += printed.filter((s) => wanted.has(s)).length;
  }
  console.log(`${file.split("/").at(-1)}: precision ${(100 * right / found).toFixed(2)}, recall ${(100 * right / gold).toFixed(2)}, F1 ${(200 * right / (found + gold)).toFixed(2)}`);
}
