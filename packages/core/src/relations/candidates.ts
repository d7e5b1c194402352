import type { Document, Sentence, Word } from "../model/index.ts";
import { childrenOf, relation } from "../shared/tree.ts";
import type { Signal } from "./signals.ts";

/** Two words of one sentence of which one may tell why the other is, and what stands between them. */
export interface Candidate {
  near: Word;
  far: Word;
  /** How the tree ties them: "obl marked", "advcl VBG", "subject obj". */
  tie: string;
  /** The words that mark the tie ("in protest at" is "in"), or the lemma of the verb that is the tie; "-" for none. */
  mark: string;
  /** The words to show for it: indices into the document's words, `last` exclusive. */
  first: number;
  last: number;
  /** The words of the lexicon that tie the same two, if any do. */
  signal?: Signal;
}

const TIES: ReadonlySet<string> = new Set(["nmod", "obl", "advcl", "acl", "xcomp", "conj", "parataxis", "dep", "appos"]);
const CONTENT: ReadonlySet<string> = new Set(["VERB", "NOUN", "ADJ", "PROPN", "AUX", "NUM", "PRON"]);

/** Every such pair of a sentence: what hangs on a word by a clause or a preposition, a verb's subject with its object, and what
 * the lexicon's signals tie. Linear in the words, but for the objects of one verb. */
export function candidatesOf(document: Document, sentence: Sentence, signals: readonly Signal[]): Candidate[] {
  const found: Candidate[] = [];
  const byEnds = new Map<string, Candidate>();
  const add = (one: Candidate) => {
    const key = `${one.near.index} ${one.far.index}`;
    if (byEnds.has(key)) return;
    byEnds.set(key, one);
    found.push(one);
  };
  for (let i = sentence.first; i < sentence.last; i++) {
    const far = document.words[i] as Word;
    const near = document.words[far.head];
    if (!near || !CONTENT.has(far.upos)) continue;
    const kind = relation(far);
    if (TIES.has(kind)) {
      const marks = marksOf(document, far);
      const verbal = far.upos === "VERB" || far.xpos.startsWith("VB");
      const [first, last] = [marks[0], marks[marks.length - 1]];
      if (first && last) {
        const mark = marks.map(({ lower }) => lower).join(" ");
        add({ near, far, tie: `${kind} marked`, mark, first: first.index, last: last.index + 1 });
      } else if (verbal) {
        const told = far.xpos === "VBG" || far.xpos === "VBN" ? far.lemma.toLowerCase() : "-";
        add({ near, far, tie: `${far.deprel} ${far.xpos}`, mark: told, first: far.index, last: far.index + 1 });
      }
    } else if (kind === "nsubj") {
      for (const object of childrenOf(document, near, "obj", "obl", "xcomp")) {
        const marks = marksOf(document, object).map(({ lower }) => lower);
        const mark = [near.lemma.toLowerCase(), ...marks].join(" ");
        add({ near: far, far: object, tie: `subject ${relation(object)}`, mark, first: near.index, last: near.index + 1 });
      }
    }
  }
  for (const signal of signals) {
    const { governor: near, complement: far, first, last, text } = signal;
    if (!near || near === far || near.sentence !== far.sentence) continue;
    const known = byEnds.get(`${near.index} ${far.index}`);
    if (known) Object.assign(known, { signal, first, last });
    else add({ near, far, tie: "signal", mark: text, first, last, signal });
  }
  return found;
}

/** The prepositions and conjunctions of a word, with what is fixed to them ("due to"). */
function marksOf(document: Document, word: Word): Word[] {
  const marks: Word[] = [];
  for (const mark of childrenOf(document, word, "case", "mark")) marks.push(mark, ...childrenOf(document, mark, "fixed"));
  return marks.sort((a, b) => a.index - b.index);
}
