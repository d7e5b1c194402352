import type { Document } from "../model/index.ts";

/** A first paragraph of more sentences than this is no lead but the whole report. */
const LEAD_SENTENCES = 3;

/** Where the paragraph after the headline ends, up to a few sentences: what the report is about. */
export function leadEndOf({ text, headline, sentences }: Document): number {
  const first = sentences.findIndex(({ start }) => start >= (headline?.end ?? 0));
  let last = first;
  while (last >= 0 && last < first + LEAD_SENTENCES - 1) {
    const [here, next] = [sentences[last], sentences[last + 1]];
    if (!here || !next || text.slice(here.end, next.start).includes("\n")) break;
    last++;
  }
  return sentences[last]?.end ?? 0;
}
