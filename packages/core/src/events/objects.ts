import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Trees } from "./trees.ts";

const NAMED = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"]);
/** As how many words may stand between "more" and what is more. */
const NEAR = 8;

/** Verbs that say what something is called, and tell nothing of it. */
export const NAMING: ReadonlySet<string> = new Set(["call", "term", "describe", "label", "dub", "deem", "consider", "brand"]);

/** Verbs whose particle leaves them their object. */
const SEPARABLE = new Set(
  "hand over|turn over|take over|give up|blow up|set up|break up|round up|carry out|drive out|throw out|pull out|shoot down|bring down|lay down|gun down|put down|break off|call off|cut off|set off|hand out|tear up|shut down|close down|beat up".split(
    "|",
  ),
);

/** "bombed what it called a camp": what it was called is what was bombed. */
export function named(syntax: Trees, verb: Word): Word | undefined {
  const called = syntax.child(
    verb,
    (c) => c.deprel === "ccomp" && NAMING.has(c.lemma) && syntax.child(c, (w) => w.lower === "what") !== undefined,
  );
  return (
    called &&
    syntax.child(called, (c) => (c.deprel === "obj" || c.deprel === "xcomp") && c.index > called.index && NOMINAL.has(c.upos))
  );
}

/** "launched more than a dozen missiles", read as if "more" were launched. */
export function countedMore(syntax: Trees, verb: Word): Word | undefined {
  const more = syntax.child(verb, (c) => c.deprel === "obj" && /^(?:more|fewer|less)$/.test(c.lower));
  return (
    more &&
    syntax.child(
      verb,
      (c) => relation(c) === "obl" && c.index > more.index && c.index - more.index <= NEAR && NOMINAL.has(c.upos),
    )
  );
}

/** "taking as hostages two engineers": an object that was read as that of the noun behind "as". */
export function behindAs(syntax: Trees, verb: Word): Word | undefined {
  const as = syntax.child(verb, (c) => relation(c) === "obl" && c.index > verb.index && syntax.preposition(c) === "as");
  return as && syntax.child(as, (c) => c.deprel === "obj" && c.index > as.index);
}

/** "left 31 dead": whom a verb left so, hung on what it left them. */
export function leftSo(syntax: Trees, verb: Word): Word | undefined {
  const state = syntax.child(verb, (c) => c.deprel === "xcomp" && c.upos === "ADJ" && c.index > verb.index);
  return state && syntax.child(state, (c) => NAMED.has(c.upos) && c.index > verb.index && c.index < state.index);
}

/** "handed over its tanks": a particle read as a preposition. */
export function behindParticle(syntax: Trees, verb: Word): Word | undefined {
  const particle = syntax.at(verb.index + 1, verb);
  if (particle?.deprel !== "case" || !SEPARABLE.has(`${verb.lemma} ${particle.lower}`)) return undefined;
  const object = syntax.head(particle);
  return object?.head === verb.index ? object : undefined;
}

/** "on Saturday and arrested lawyer Ana Perez": an object that was read as joined to what stands before the verb. */
export function joinedAcross(syntax: Trees, verb: Word): Word | undefined {
  if (verb.deprel !== "conj" || syntax.child(verb, (c) => relation(c) === "obj" || c.deprel === "aux:pass")) return undefined;
  for (let i = verb.index + 1; i <= verb.index + 5; i++) {
    const next = syntax.at(i, verb);
    if (!next) return undefined;
    if (NAMED.has(next.upos) && next.deprel === "conj" && next.head < verb.index)
      return next.head === verb.head ? undefined : next;
    // Only what describes the noun to come may stand between.
    if (next.head <= i || !/^(?:det|amod|nummod|compound|nmod:poss|nmod:desc)$/.test(next.deprel)) return undefined;
  }
  return undefined;
}

/** "captured on Thursday a key town": an object that was read as a bare adverbial. */
export function bareObject(syntax: Trees, verb: Word, isDay: (word: Word) => boolean): Word | undefined {
  if (syntax.has(verb, "ccomp")) return undefined;
  const bare = syntax
    .children(verb)
    .filter(
      (c) =>
        relation(c) === "obl" &&
        c.index > verb.index &&
        (c.upos === "NOUN" || c.upos === "PROPN") &&
        syntax.preposition(c) === "" &&
        c.deprel !== "obl:tmod" &&
        !isDay(c),
    );
  return bare.find((c) => !DISTANCE.test(c.lower)) ?? bare.map((c) => beforeDistance(syntax, c)).find(Boolean);
}

/** "attacked a post 12 km from the border": a noun that was read as part of how far it was. */
function beforeDistance(syntax: Trees, distance: Word): Word | undefined {
  const number = syntax.child(distance, (c) => c.deprel === "nummod");
  return number && syntax.child(distance, (c) => c.deprel === "compound" && c.index < number.index);
}

/** "went off 7 km north of the town": how far it was. */
const DISTANCE = /^(?:km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|yards?|feet|foot|blocks?|leagues?|paces?)$/;
