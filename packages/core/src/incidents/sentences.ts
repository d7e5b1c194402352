import type { Analysis, Span } from "../model/index.ts";

/** Index of the sentence that holds a span's start; logarithmic. */
export function createSentences({ sentences }: Pick<Analysis, "sentences">): (span: Span) => number {
  const starts = sentences.map(({ start }) => start);
  return ({ start }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= start) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
}
