import type { Name, Word } from "../../model/index.ts";
import { type Batch, batches, type Segment } from "./batch.ts";
import { planEncoder } from "./encoder.ts";
import type { Kernel } from "./kernel.ts";
import { Layout } from "./memory.ts";
import { planParser } from "./parser.ts";
import { planTagger } from "./tagger.ts";
import type { Weights } from "./weights.ts";

/** Runs the network over segments. Its memory is of one size whatever the text, and is used again for every batch. */
export function createReader(model: Weights, kernelOf: (bytes: number) => Kernel) {
  const layout = new Layout();
  const plans = [planEncoder(model, layout), planTagger(model, layout), planParser(model, layout)] as const;
  const kernel = kernelOf(layout.size);
  layout.load(kernel.memory);
  const encoder = plans[0](kernel);
  const tagger = plans[1](kernel, encoder);
  const parser = plans[2](kernel, encoder);

  function run(words: Word[], batch: Batch, names: Name[]): void {
    encoder.encode(words, batch);
    tagger.run(batch);
    parser.run(batch, (s, place, head, relation) => {
      const { first } = batch.segments[s] as Segment;
      const word = words[first + place] as Word;
      const row = (batch.rows[s] as number) + place;
      word.upos = tagger.upos(row);
      word.xpos = tagger.xpos(row);
      word.head = head === 0 ? -1 : first + head - 1;
      word.deprel = relation;
    });
    for (const [s, { first, last }] of batch.segments.entries()) {
      for (const name of tagger.names(batch.rows[s] as number, last - first)) {
        const { start } = words[first + name.first] as Word;
        const { end } = words[first + name.last - 1] as Word;
        names.push({ start, end, first: first + name.first, last: first + name.last, kind: name.kind, score: name.score });
      }
    }
  }

  return {
    kernel: kernel.kind,
    read(words: Word[], segments: readonly Segment[]): Name[] {
      const names: Name[] = [];
      for (const batch of batches(segments)) run(words, batch, names);
      return names;
    },
  };
}
