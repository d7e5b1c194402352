import type { Document, Sentence } from "../model/index.ts";

/** The index of each sentence's paragraph: a blank line begins one, and so does a line break that does not only wrap the text. */
export function paragraphsOf(document: Document): Int32Array {
  const { sentences, text } = document;
  const paragraphs = new Int32Array(sentences.length);
  for (let s = 1; s < sentences.length; s++) {
    const gap = text.slice((sentences[s - 1] as Sentence).end, (sentences[s] as Sentence).start);
    paragraphs[s] =
      (paragraphs[s - 1] as number) + (/\n\s*\n|\u2029/.test(gap) || (gap.includes("\n") && !wraps(document, s)) ? 1 : 0);
  }
  return paragraphs;
}

/** Whether the line break before a sentence only wraps the text: both its neighbours have line breaks within. */
function wraps({ text, sentences }: Document, s: number): boolean {
  const inside = (sentence: Sentence | undefined) =>
    sentence !== undefined && text.slice(sentence.start, sentence.end).includes("\n");
  return inside(sentences[s - 1]) || inside(sentences[s]);
}
