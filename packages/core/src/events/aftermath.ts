import type { Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import { lemmaOf } from "./lemma.ts";
import type { Trees } from "./trees.ts";

/** How far a place may hang from the attack that was on it. */
const FAR = 4;

/** "an attack on a bar in the port, which killed nine": what killed is the attack, and no bar and no port. */
export function attackAbove(syntax: Trees, classes: WordClasses, verb: Word, antecedent: Word): Word | undefined {
  const isBuilt = classes.has("building", lemmaOf(antecedent)) || antecedent.upos === "PROPN";
  // "clashes between herders and farmers that left 30 dead": of people it is "who" that tells.
  const isThing = syntax.child(verb, (c) => c.deprel === "nsubj" && /^(?:that|which)$/.test(c.lower)) !== undefined;
  if (!(isBuilt || (isThing && classes.has("person", lemmaOf(antecedent)))) || !classes.has("outcome", lemmaOf(verb)))
    return undefined;
  let at: Word | undefined = antecedent;
  for (let n = 0; at && n < FAR; n++) {
    if (classes.has("onslaught", lemmaOf(at))) return at;
    at = /^(?:nmod|obl|appos|conj|flat)/.test(at.deprel) ? syntax.head(at) : undefined;
  }
  return undefined;
}

/** Verbs that say in what state somebody was left or found. */
const LEAVING = new Set(["leave", "find", "have", "see", "keep", "discover"]);

/** "left one student injured", "found two men shot": whom a participle behind the object of such a verb tells of. */
export function leftAs(syntax: Trees, verb: Word, above: Word): Word | undefined {
  if (!/^(?:advcl|xcomp)$/.test(verb.deprel) || !LEAVING.has(lemmaOf(above))) return undefined;
  return syntax.child(above, (c) => c.deprel === "obj" && c.index > above.index && c.index < verb.index);
}

/** "was struck by a blast, killing nine": a participle behind a verb that tells the outcome of what was done. */
export function isOutcome(syntax: Trees, classes: WordClasses, verb: Word, above: Word): boolean {
  return verb.xpos === "VBG" && verb.index > above.index && classes.has("outcome", lemmaOf(verb)) && !syntax.has(verb, "mark");
}

/** "…, accusing Beijing of …": words said, behind a comma. */
export function isSpeaking(syntax: Trees, classes: WordClasses, verb: Word): boolean {
  const speaks = classes.has("speaking", lemmaOf(verb)) || classes.has("blame", lemmaOf(verb));
  return speaks && verb.xpos === "VBG" && syntax.at(verb.index - 1, verb)?.text === "," && !syntax.has(verb, "mark");
}

/** "Guard stabbed to death in prison": a headline's participle, told without its auxiliary. */
export function isToDeath(syntax: Trees, verb: Word): boolean {
  const [next, after] = [syntax.at(verb.index + 1, verb), syntax.at(verb.index + 2, verb)];
  const dead = next?.lower === "dead" || (next?.lower === "to" && after?.lower === "death");
  if (!dead || verb.upos !== "VERB" || !syntax.isParticiple(verb)) return false;
  return syntax.has(verb, "nsubj") && syntax.child(verb, (c) => relation(c) === "obj" || relation(c) === "aux") === undefined;
}
