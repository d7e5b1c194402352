import type { Abbreviations } from "../tokens/index.ts";
import { PARAGRAPH } from "./lines.ts";
import { Shape, shapeOf } from "./shapes.ts";

/** What the splitter's features look at, computed once for all words. */
export interface Scene {
  gaps: Uint8Array;
  shapes: Uint8Array;
  /** A hash of each word in lower case. */
  hashes: Int32Array;
  /** Whether a double quotation mark is open before the word, and a bracket, by counting within the paragraph. */
  quoted: Uint8Array;
  bracketed: Uint8Array;
  /** Of the word's paragraph: 0 as usual, 1 all capitals, 2 no capitals. */
  cases: Uint8Array;
}

/** The number of weights, a power of two. */
export const SIZE = 1 << 17;

export function sceneOf(
  words: readonly { text: string; lower: string }[],
  gaps: Uint8Array,
  abbreviations: Abbreviations,
): Scene {
  const n = words.length;
  const scene: Scene = {
    gaps,
    shapes: new Uint8Array(n),
    hashes: new Int32Array(n),
    quoted: new Uint8Array(n),
    bracketed: new Uint8Array(n),
    cases: new Uint8Array(n),
  };
  let open = 0;
  let depth = 0;
  let first = 0;
  let lowers = 0;
  let uppers = 0;
  const close = (to: number) => {
    scene.cases.fill(lowers === 0 && uppers > 2 ? 1 : uppers === 0 && lowers > 2 ? 2 : 0, first, to);
    first = to;
    lowers = 0;
    uppers = 0;
  };
  for (let i = 0; i < n; i++) {
    const { text, lower } = words[i] as { text: string; lower: string };
    if (gaps[i] === PARAGRAPH) {
      close(i);
      open = 0;
      depth = 0;
    }
    const shape = sided(shapeOf(text, lower, abbreviations), gaps[i] as number, i + 1 < n ? (gaps[i + 1] as number) : PARAGRAPH);
    scene.shapes[i] = shape;
    scene.hashes[i] = hashOf(lower);
    scene.quoted[i] = open;
    scene.bracketed[i] = depth > 0 ? 1 : 0;
    if (shape === Shape.Lower) lowers++;
    else if (shape === Shape.Upper || shape === Shape.Capital) uppers++;
    else if (shape === Shape.Open) depth++;
    else if (shape === Shape.Close && depth > 0) depth--;
    // Single marks are too often apostrophes to be counted.
    else if (lower === '"' || lower === "''" || lower === "``")
      open = shape === Shape.Quote ? 1 - open : shape === Shape.OpenQuote ? 1 : 0;
  }
  close(n);
  return scene;
}

/**
 * A straight quotation mark opens after a blank and closes before one. Curly ones tell by themselves, but for those typed
 * the wrong way round: "gone.“ However" closes.
 */
function sided(shape: Shape, before: number, after: number): Shape {
  if (shape !== Shape.Quote && shape !== Shape.OpenQuote && shape !== Shape.CloseQuote) return shape;
  if (before > 0 === after > 0) return shape;
  return before > 0 ? Shape.OpenQuote : Shape.CloseQuote;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length && i < 24; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** MurmurHash3's last steps over three values, cut to a slot of the table. */
function slot(template: number, a: number, b: number): number {
  let h = Math.imul(template * 0x9e3779b1 + a, 0x85ebca6b) ^ (Math.imul(b, 0xc2b2ae35) >>> 3);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 13;
  return h & (SIZE - 1);
}

/** The features of "a sentence begins at word `i`", that before it having begun at word `first`: slots of the table. */
export function eachFeature(scene: Scene, i: number, first: number, take: (slot: number) => void): void {
  const { shapes, hashes, gaps, quoted, bracketed, cases } = scene;
  const n = shapes.length;
  const inside = (k: number) => k >= first && k < n && !(k > i && after(gaps, i, k));
  const shape = (k: number): number => (inside(k) ? (shapes[k] as number) : 0);
  const word = (k: number): number => (inside(k) ? (hashes[k] as number) : 0);
  const p2 = shape(i - 2);
  const p1 = shape(i - 1);
  const n1 = shape(i);
  const n2 = shape(i + 1);
  const w2 = word(i - 2);
  const w1 = word(i - 1);
  const v1 = word(i);
  const v2 = word(i + 1);
  const gap = gaps[i] as number;
  const gapAfter = i + 1 < n ? (gaps[i + 1] as number) : PARAGRAPH;
  const gapBefore = gaps[i - 1] as number;
  const state = (quoted[i] as number) | ((bracketed[i] as number) << 1) | ((cases[i] as number) << 2);
  const length = Math.min(i - first, 40);
  const bucket = length < 4 ? length : length < 8 ? 4 : length < 16 ? 5 : length < 30 ? 6 : 7;
  const here = (p1 * 32 + n1) * 8 + gap;
  take(slot(1, here, state));
  take(slot(2, here, p2));
  take(slot(3, here, n2 * 8 + gapAfter));
  take(slot(4, here, bucket));
  take(slot(5, w1, n1 * 8 + gap));
  take(slot(6, v1, p1 * 8 + gap));
  take(slot(7, w1, v1));
  take(slot(8, v1, n1 * 16 + (cases[i] as number)));
  take(slot(9, w1, p1));
  take(slot(10, w2, here));
  take(slot(11, v2, here));
  take(slot(12, p2 * 32 + p1, n1 * 32 + n2));
  take(slot(13, here, gapBefore * 8 + gapAfter + 64 * state));
  take(slot(14, shape(i - 3) * 32 + p2, here));
  take(slot(15, p1 * 32 + n1, shape(i + 2) * 32 + n2));
  take(slot(16, w2, w1));
  take(slot(17, v1, v2));
  take(slot(18, word(first), here));
  take(slot(19, shape(first), here * 8 + bucket));
  take(slot(20, v1, n1 * 32 + p1));
  take(slot(21, v1, (n1 * 32 + n2) * 32 + p1));
  take(slot(22, v1 ^ (n1 * 77), v2));
  take(slot(23, (p1 * 32 + n1) * 8 + gap, quoted[i] as number));
  take(slot(24, (p2 * 32 + p1) * 32 + n1, state * 8 + gap));
}

/** Whether a paragraph's end lies between word `i` and the later word `k`. */
function after(gaps: Uint8Array, i: number, k: number): boolean {
  for (let j = i + 1; j <= k; j++) if (gaps[j] === PARAGRAPH) return true;
  return false;
}

export function scoreOf(scene: Scene, i: number, first: number, table: Int8Array): number {
  let score = 0;
  eachFeature(scene, i, first, (at) => {
    score += table[at] as number;
  });
  return score;
}
