import type { Word } from "../model/index.ts";
import type { DraftSource } from "./draft.ts";
import type { CueLexicon, Frame } from "./lexicon.ts";
import { child, type Reading, wordAt } from "./reading.ts";

/** The outlet that was spoken to: "told Reuters", "said in an interview with the BBC", "in a statement to reporters". */
export function viaOf(reading: Reading, verb: Word, frame: Frame, lexicon: CueLexicon): DraftSource[] {
  const found: DraftSource[] = [];
  if (frame.recipient) {
    const object = child(reading, verb, "iobj") ?? child(reading, verb, "obj");
    if (object && object.index > verb.index) found.push(phraseOf(reading, object));
  }
  const sentence = reading.document.sentences[verb.sentence] as { first: number; last: number };
  for (let i = verb.index + 1; i < Math.min(sentence.last, verb.index + REACH); i++) {
    const word = wordAt(reading, i);
    if ((reading.quoteOf[i] as number) >= 0) continue;
    const preposition = child(reading, word, "case")?.lower;
    if (word.head === verb.index && word.deprel.startsWith("obl") && preposition === "to" && isMedia(word, lexicon))
      found.push(phraseOf(reading, word));
    if (preposition !== "in" && preposition !== "on") continue;
    if (!STATEMENT.test(word.lemma)) continue;
    for (const inner of word.children) {
      const outlet = wordAt(reading, inner);
      const by = child(reading, outlet, "obl:agent");
      if (outlet.deprel === "acl" && by && /^(?:carry|publish|air|broadcast|release|quote|report)$/.test(outlet.lemma))
        found.push(phraseOf(reading, by));
      if (outlet.deprel.startsWith("nmod") && /^(?:with|to)$/.test(child(reading, outlet, "case")?.lower ?? ""))
        found.push(phraseOf(reading, outlet));
    }
  }
  return found;
}

/** How far behind the cue the outlet is looked for, in words. */
const REACH = 40;
const STATEMENT = /^(?:interview|statement|remark|comment|email|e-mail|call|message|briefing|telephone|conversation)$/;

const isMedia = (word: Word, lexicon: CueLexicon): boolean =>
  word.upos === "PROPN" || lexicon.sources.get(word.lemma.toLowerCase()) === "media";

function phraseOf(reading: Reading, head: Word): DraftSource {
  let first = reading.low[head.index] as number;
  let last = head.index + 1;
  while (first < head.index && /^(?:case|punct|cc)$/.test(wordAt(reading, first).deprel)) first++;
  // Clauses and places after it are of the saying: "told Reuters in Baghdad".
  while (
    last < reading.document.words.length &&
    wordAt(reading, last).head === head.index &&
    /^(?:flat|compound|nmod:poss|case)/.test(wordAt(reading, last).deprel) &&
    wordAt(reading, last).upos !== "ADP"
  )
    last++;
  return { first, last, head };
}
