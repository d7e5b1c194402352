import type { Sentence, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** How deep below the head of a sentence its frame may stand. */
const DEPTH = 3;

/** "In the film, a spy kills the king", "The novel tells how a colonel takes power": what a sentence tells took place in a story. */
export function isFiction(scene: Scene, sentence: Sentence): boolean {
  const { document, syntax, classes } = scene;
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = document.words[i] as Word;
    if (word.upos !== "NOUN" || !classes.has("story", lemmaOf(word))) continue;
    const above = syntax.head(word);
    if (!above) continue;
    const rel = relation(word);
    if (rel === "nsubj" && classes.has("narrating", lemmaOf(above)) && isHigh(scene, above)) return true;
    // "In the film, …": before the clause, and with nothing but an article or whose it is.
    if (rel === "obl" && syntax.preposition(word) === "in" && word.index - sentence.first <= DEPTH && isHigh(scene, above))
      return true;
  }
  return false;
}

/** Whether a verb is the head of its sentence, or what is joined to it. */
const isHigh = ({ syntax }: Scene, verb: Word): boolean => verb.deprel === "root" || syntax.head(verb)?.deprel === "root";
