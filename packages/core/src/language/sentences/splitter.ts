import type { Knowledge, Span } from "../../model/index.ts";
import { datelineOf } from "../../shared/dateline.ts";
import { createAbbreviations } from "../tokens/index.ts";
import { type Scene, sceneOf, scoreOf } from "./features.ts";
import { labelsOf } from "./labels.ts";
import { LINE, PARAGRAPH, readGaps } from "./lines.ts";
import { Shape } from "./shapes.ts";

/** A word as the splitter needs it. */
export interface Piece extends Span {
  text: string;
  lower: string;
}

/** Tells before which words a sentence begins: one byte a word, 1 where it does; the first is always 1. */
export type Splitter = (text: string, words: readonly Piece[], headline?: Span) => Uint8Array;

/**
 * A paragraph or a line that is complete always ends a sentence, and so does the headline. Elsewhere a linear model
 * over hashed features of the words around decides; without weights, a full stop before a capital.
 */
export function createSplitter(knowledge: Knowledge): Splitter {
  const abbreviations = createAbbreviations(knowledge);
  const weights = knowledge.models.splitter;
  const table = weights && new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength);

  return (text, words, headline) => {
    const starts = words.map(({ start }) => start);
    const ends = words.map(({ end }) => end);
    const scene = sceneOf(words, readGaps(text, starts, ends), abbreviations);
    const begins = new Uint8Array(words.length);
    // A dateline is a sentence of its own, as in the treebanks: it is no part of what follows.
    const dateline = datelineOf({ text, ...(headline && { headline }) });
    const labels = labelsOf(text, dateline);
    let label = 0;
    let first = 0;
    for (let i = 0; i < words.length; i++) {
      const gap = scene.gaps[i] as number;
      const [before, after] = [words[i - 1], words[i] as Piece];
      while (label < labels.length && (labels[label] as Span).end <= (before?.start ?? 0)) label++;
      const edge =
        before &&
        ((labels[label] && crosses(labels[label] as Span, before, after)) ||
          (headline && crosses(headline, before, after)) ||
          (dateline && before.end <= dateline.end && after.start >= dateline.end));
      if (gap === PARAGRAPH || gap === LINE || edge) begins[i] = 1;
      else if (isCandidate(scene, i)) begins[i] = (table ? scoreOf(scene, i, first, table) > 0 : byRule(scene, i)) ? 1 : 0;
      if (begins[i]) first = i;
    }
    return begins;
  };
}

const crosses = (headline: Span, before: Span, after: Span): boolean =>
  (before.end <= headline.end && after.start >= headline.end) || (before.end <= headline.start && after.start >= headline.start);

/** Where a sentence may begin within a paragraph: after a mark or an abbreviation, and before what is not in lower case. */
export function isCandidate({ shapes }: Scene, i: number): boolean {
  const before = shapes[i - 1] as Shape;
  const after = shapes[i] as Shape;
  // "including [the former director] Ada Reed": a bracket ends no sentence, what stands in it may.
  if (before === Shape.Close && after === Shape.Capital && (shapes[i - 2] as Shape) < Shape.Stop) return false;
  if (before >= Shape.Stop)
    return after !== Shape.Comma && before !== Shape.Comma && before !== Shape.Clitic && after !== Shape.Clitic;
  return (
    after !== Shape.Lower &&
    after !== Shape.Stop &&
    after !== Shape.Comma &&
    after !== Shape.Clitic &&
    after !== Shape.Exclamation
  );
}

function byRule({ shapes, gaps }: Scene, i: number): boolean {
  if (gaps[i] === 0) return false;
  const after = shapes[i] as Shape;
  let k = i - 1;
  while (k > 0 && (shapes[k] === Shape.Quote || shapes[k] === Shape.CloseQuote || shapes[k] === Shape.Close)) k--;
  const before = shapes[k] as Shape;
  return (before === Shape.Stop || before === Shape.Exclamation) && after !== Shape.Lower;
}
