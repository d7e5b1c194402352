import type { Word } from "../model/index.ts";
import type { Trees } from "./trees.ts";

/** How many words a list may hold. */
const MOST = 12;
const NAMED = new Set(["NOUN", "PROPN", "PRON", "NUM"]);

/**
 * "three journalists: Juan Rojas, Luis Gil and Pedro Sosa", "two vehicles -- a bus and a truck", "two of the priests, Juan Rojas
 * and Luis Gil,": those who are counted before they are named.
 */
export function enumerated(syntax: Trees, noun: Word): Word[] {
  const counts = noun.upos === "NUM" && noun.lower !== "one" && noun.lower !== "1";
  if (noun.xpos !== "NNS" && noun.xpos !== "NNPS" && !counts && !syntax.has(noun, "nummod")) return [];
  const isOpened = (c: Word) => {
    const mark = c.index > noun.index && NAMED.has(c.upos) ? punctBefore(syntax, c) : undefined;
    return mark !== undefined && (/^(?::|--|–|—)$/.test(mark) || (/^[,(]$/.test(mark) && isOfNames(syntax, c)));
  };
  const above = syntax.head(noun);
  const first =
    syntax.child(noun, (c) => /^(?:appos|parataxis|dep|list)/.test(c.deprel) && isOpened(c)) ??
    (above && syntax.child(above, (c) => c.deprel === "parataxis" && c.index > noun.index && c.upos !== "PRON" && isOpened(c)));
  if (!first || syntax.has(first, "nsubj") || syntax.has(first, "cop")) return [];
  const rest = syntax.children(first).filter((c) => c.deprel === "conj" && NAMED.has(c.upos));
  // A dash may open an aside: only a list of several, or one thing that is named, is whom the noun counts.
  if (rest.length === 0) return [];
  const all = [first, ...rest];
  // "Juan Rojas, a photographer, Luis Gil, a teacher": what each is stands between the names.
  return (first.upos === "PROPN" ? all.filter((c) => c.upos === "PROPN") : all).slice(0, MOST);
}

/** Behind a comma or in brackets nothing but a list of names is whom the noun counts. */
const isOfNames = (syntax: Trees, first: Word): boolean =>
  first.upos === "PROPN" && syntax.child(first, (c) => c.deprel === "conj" && c.upos === "PROPN") !== undefined;

/** The mark before a noun and all that describes it. */
function punctBefore(syntax: Trees, noun: Word): string | undefined {
  const own = syntax.below(noun, (c) => c.index > noun.index || c.deprel === "cc" || c.upos === "PUNCT", MOST);
  return syntax.at((own[0] as Word).index - 1, noun)?.text;
}
