import type { Document, Knowledge, Report } from "../model/index.ts";
import { createLemmatiser } from "./lemmas/index.ts";
import { createNetwork } from "./network/index.ts";
import { createSegmenter } from "./segmenter.ts";

/** Reads raw text into words, sentences, trees and names. */
export interface Language {
  read(report: Report): Document;
}

export function createLanguage(knowledge: Knowledge): Language {
  const segment = createSegmenter(knowledge);
  const network = createNetwork(knowledge.models.parser);
  const lemmatise = createLemmatiser(knowledge);

  return {
    read({ text, headline }) {
      const { words, sentences } = segment(text, headline);
      // Tags and trees need sentences, lemmas need tags.
      const names = network.read(words, sentences);
      lemmatise(words);
      return { text, ...(headline && { headline }), sentences, words, names };
    },
  };
}
