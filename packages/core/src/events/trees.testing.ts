import type { Document, Sentence, Word } from "../model/index.ts";

/**
 * A document from CoNLL-U for tests. Only the columns that matter are read: index, form, lemma, upos, xpos, head and
 * deprel, whitespace-separated, in that order; ten-column lines are read too. A blank line ends a sentence.
 */
export function documentOf(conllu: string): Document {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let text = "";
  for (const block of conllu.split(/\n\s*\n/)) {
    const rows = block
      .split("\n")
      .map((line) => line.trim().split(/\t|\s+/))
      .filter((cells) => /^\d+$/.test(cells[0] ?? ""));
    if (rows.length === 0) continue;
    const first = words.length;
    const start = text.length;
    for (const cells of rows) {
      const ten = cells.length >= 8;
      const [, form = "", lemma = "", upos = "", xpos = ""] = cells;
      const head = Number(ten ? cells[6] : cells[5]);
      const deprel = (ten ? cells[7] : cells[6]) ?? "dep";
      const at = text.length;
      text += form;
      words.push({
        index: words.length,
        sentence: sentences.length,
        start: at,
        end: text.length,
        text: form,
        lower: form.toLowerCase(),
        lemma,
        upos,
        xpos,
        head: head === 0 ? -1 : first + head - 1,
        deprel,
        children: [],
      });
      text += " ";
    }
    for (let i = first; i < words.length; i++) {
      const word = words[i] as Word;
      if (word.head >= 0) words[word.head]?.children.push(i);
    }
    const root = words.slice(first).find((word) => word.head < 0)?.index ?? first;
    sentences.push({ index: sentences.length, first, last: words.length, root, start, end: text.length - 1 });
  }
  return { text, sentences, words, names: [] };
}
