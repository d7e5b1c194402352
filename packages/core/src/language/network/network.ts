import type { Name, Sentence, Word } from "../../model/index.ts";
import { withNames } from "./acronyms.ts";
import { LIMIT, type Segment } from "./batch.ts";
import { settleAttempts, settleBlame, settleClauses, settleObjects, settleOpening, settleSheltering } from "./clauses.ts";
import { settleFinite, settleFired } from "./finite.ts";
import { settleJoined, settleSecond, settleShared } from "./joined.ts";
import {
  settleBeside,
  settleCounted,
  settleInjured,
  settleLists,
  settleMostly,
  settleNaming,
  settleOwned,
  settleShot,
} from "./lists.ts";
import {
  settleCaused,
  settleGerunds,
  settleOverran,
  settleParticiples,
  settleSaid,
  settleShotDead,
  settleSubjects,
  settleTitles,
} from "./mends.ts";
import { settlePairs } from "./pairs.ts";
import { settleFree, settleNamedAuxiliaries, settleNamedVerbs, settleParticles, settleRoots } from "./particles.ts";
import { plainKernel } from "./plain.ts";
import { settleAfire, settleArms, settleCases } from "./prepositions.ts";
import { settleBounds, settleRanges } from "./ranges.ts";
import { createReader } from "./reader.ts";
import { rereadTold } from "./reread.ts";
import { simdKernel } from "./simd.ts";
import { settleStrays } from "./strays.ts";
import { readWeights } from "./weights.ts";

/** The learned reader: tags, trees and names over words whose sentences are set. */
export interface Network {
  /** Which kernel runs it; "none" without weights. */
  readonly kernel: "simd" | "plain" | "none";
  /**
   * Fills `upos`, `xpos`, `head`, `deprel` and `children` of the words and `root` of the sentences; returns the names
   * in text order. Every sentence gets one root and no cycle. Linear in the number of words.
   */
  read(words: Word[], sentences: Sentence[]): Name[];
}

/**
 * Prepares the network from its weights. Without weights every word is a noun on the word before, and there are no
 * names. `plain` keeps from vector instructions; the result is the same.
 */
export function createNetwork(weights: Uint8Array | undefined, { plain = false } = {}): Network {
  if (!weights) return { kernel: "none", read: chain };
  const reader = createReader(readWeights(weights), (bytes) => (plain ? undefined : simdKernel(bytes)) ?? plainKernel(bytes));
  return {
    kernel: reader.kernel,
    read(words, sentences) {
      const segments = sentences.flatMap((sentence) => cut(words, sentence));
      const names = withNames(words, sentences, () => {
        const found = reader.read(words, segments);
        rereadTold(words, segments, (again, parts) => {
          reader.read(again, parts);
          settle(again, parts);
        });
        return found;
      });
      settle(words, segments);
      for (const sentence of sentences) join(words, sentence);
      return names;
    },
  };
}

function settle(words: readonly Word[], segments: readonly Segment[]): void {
  for (const { first, last } of segments) {
    for (const mend of MENDS) mend(words, first, last);
  }
}

/** What is put right in a tree once it is read; the later lean on the earlier. */
const MENDS = [
  settleOverran,
  settleParticles,
  settleNamedAuxiliaries,
  settleRoots,
  settleNamedVerbs,
  settleFree,
  settleStrays,
  settlePairs,
  settleRanges,
  settleBounds,
  settleFinite,
  settleFired,
  settleTitles,
  settleSubjects,
  settleOpening,
  settleSheltering,
  settleClauses,
  settleObjects,
  settleBlame,
  settleAttempts,
  settleShotDead,
  settleGerunds,
  settleParticiples,
  settleSaid,
  settleJoined,
  settleShared,
  settleSecond,
  settleCaused,
  settleCases,
  settleArms,
  settleAfire,
  settleLists,
  settleNaming,
  settleInjured,
  settleBeside,
  settleCounted,
  settleMostly,
  settleOwned,
  settleShot,
];

/** A sentence as pieces of at most LIMIT words, cut after a mark where one stands in the second half. */
function cut(words: readonly Word[], { first, last }: Sentence): Segment[] {
  const pieces: Segment[] = [];
  for (let at = first; at < last; ) {
    let end = Math.min(last, at + LIMIT);
    if (end < last) {
      for (let i = end - 1; i > at + LIMIT / 2; i--) {
        if (/^[;:.!?,]$/.test((words[i] as Word).text)) {
          end = i + 1;
          break;
        }
      }
    }
    pieces.push({ first: at, last: end });
    at = end;
  }
  return pieces;
}

/** The roots of later pieces hang on the first's; children are listed. */
function join(words: Word[], sentence: Sentence): void {
  sentence.root = sentence.first;
  let found = false;
  for (let i = sentence.first; i < sentence.last; i++) (words[i] as Word).children = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = words[i] as Word;
    if (word.head < 0 && found) {
      word.head = sentence.root;
      word.deprel = "parataxis";
    } else if (word.head < 0) {
      found = true;
      sentence.root = i;
    }
  }
  for (let i = sentence.first; i < sentence.last; i++) {
    const { head } = words[i] as Word;
    if (head >= 0) (words[head] as Word).children.push(i);
  }
}

function chain(words: Word[], sentences: Sentence[]): Name[] {
  for (const sentence of sentences) {
    sentence.root = sentence.first;
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = words[i] as Word;
      word.upos = "NOUN";
      word.xpos = "NN";
      word.head = i === sentence.first ? -1 : i - 1;
      word.deprel = i === sentence.first ? "root" : "dep";
      word.children = i + 1 < sentence.last ? [i + 1] : [];
    }
  }
  return [];
}
