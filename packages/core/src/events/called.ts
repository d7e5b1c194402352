import type { Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import { lemmaOf } from "./lemma.ts";
import type { Found, Syntax } from "./syntax.ts";

/** Verbs that say what somebody is, behind "as". */
const NAMING = /^(?:name|identify|describe|accuse|point|denounce|single|cite|regard|see|list|suspect|know|view|portray|brand)$/;

/**
 * Who is called what a noun says: "Ana Perez was the author of the attack", "is said to be its mastermind", "was named as the
 * mastermind", "police named her as a suspect", "is accused of being the author"; and
 * what those are who are called so: "the authors of the attack are guards".
 */
export function calledSo(syntax: Syntax, classes: WordClasses, called: Word): Found | undefined {
  const noun = oneOf(syntax, called);
  const above = syntax.head(noun);
  // "The authors of the attack are guards": what they are is told behind the verb.
  if (above && relation(noun) === "nsubj" && syntax.has(above, "cop") && classes.has("person", lemmaOf(above)))
    return { word: above, implied: false };
  // "The killers were identified as soldiers"
  if (above?.upos === "VERB" && NAMING.test(lemmaOf(above)) && syntax.object(above)?.word === noun) {
    const told = syntax.oblique(above, "as")[0];
    return told && { word: told, implied: false };
  }
  if (syntax.has(noun, "cop")) {
    const own = syntax.child(noun, (c) => relation(c) === "nsubj");
    if (own) return syntax.surfaceSubject(noun);
    if (!above || !/^(?:xcomp|advcl|acl)$/.test(relation(noun)) || noun.deprel === "acl:relcl") return undefined;
    if (relation(noun) === "acl" && above.upos !== "VERB") {
      // "accused two colonels of being the authors": hung on whom the accusation names.
      const over = syntax.head(above);
      return over && classes.has("blame", lemmaOf(over)) ? { word: above, implied: true } : undefined;
    }
    const found = classes.has("blame", lemmaOf(above)) ? syntax.object(above) : syntax.surfaceSubject(above);
    return found && { word: found.word, implied: true };
  }
  if (above?.upos !== "VERB" || syntax.preposition(noun) !== "as" || !NAMING.test(lemmaOf(above))) return undefined;
  const found = syntax.object(above) ?? (lemmaOf(above) === "point" ? syntax.surfaceSubject(above) : undefined);
  return found && found.word.index !== noun.index ? { word: found.word, implied: true } : undefined;
}

/** "one of the authors", "some of those responsible": the one that is taken out of them. */
function oneOf(syntax: Syntax, noun: Word): Word {
  const above = relation(noun) === "nmod" && syntax.preposition(noun) === "of" ? syntax.head(noun) : undefined;
  return above && /^(?:one|two|three|some|several|many|all|both)$/.test(above.lower) ? above : noun;
}
