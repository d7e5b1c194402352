import type { Modality, Polarity, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Frame } from "./frames.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Syntax } from "./syntax.ts";

/** How a happening is put: whether it took place, and under which words it stands. */
export interface Standing {
  modality: Modality;
  polarity: Polarity;
  /** The words that govern the happening through its complements, nearest first: a frame among them may take it over. */
  above: Word[];
  /** "will", "would", "be to": it is told as something to come. */
  future: boolean;
  /** The word "must" or "should" in its clause: told by somebody, it is a demand. */
  obliged: boolean;
}

const NEGATIVE = new Set(["not", "n't", "n’t", "never", "neither", "nor", "hardly", "barely"]);
const NEARLY = new Set(["nearly", "almost"]);
const NEGATIVE_DET = new Set(["no", "neither", "nobody", "none", "nothing"]);
const FUTURE = new Set(["will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d"]);
const WOULD = /^(?:would|'d|’d)$/;
const POSSIBLE = new Set(["may", "might", "could", "can", "ca"]);
const OBLIGED = new Set(["must", "should", "ought"]);
const CONDITIONAL = new Set(["if", "unless", "whether", "lest", "should", "once"]);
const MAYBE = new Set(["possibly", "perhaps", "maybe", "potentially", "probably", "likely", "apparently"]);
const HABIT = new Set(["often", "usually", "typically", "normally", "generally", "rarely", "sometimes"]);
const OWNING_UP = new Set(["claim", "admit", "acknowledge", "accept", "assume", "mention", "announce"]);
const DEFINITE = new Set(["the", "this", "that", "these", "those", "its", "their", "his", "her", "our"]);

/** "would include the kidnapping of officials": what is contained or brought about is no more real than its verb. */
const EFFECTING = new Set(["include", "involve", "entail", "mean", "provoke", "trigger", "comprise", "envisage"]);

/** Verbs that put an end to what has begun, those that are said of nothing else, and those that keep it from beginning. */
const STOPPING = new Set(["stop", "end", "halt", "curb", "interrupt", "reduce", "contain", "quell", "break_up", "disperse"]);
const ENDING = new Set(["contain", "quell", "break_up"]);
const AVERTING = new Set(["prevent", "avert", "forestall", "preempt", "stop", "thwart", "foil"]);

/** Verbs that give somebody what stands behind "with". */
const PROVIDING = new Set(["provide", "supply", "furnish", "present", "charge", "leave"]);

/** Which of two says less of what took place. */
const WEIGHT: Record<Modality, number> = {
  actual: 0,
  general: 1,
  possible: 2,
  planned: 3,
  demanded: 4,
  threatened: 5,
  hypothetical: 6,
};
const weaker = (a: Modality, b: Modality): Modality => (WEIGHT[b] > WEIGHT[a] ? b : a);

interface Clause {
  modality: Modality;
  negated: boolean;
  future: boolean;
  obliged: boolean;
}

/** What the auxiliaries, adverbs and marks of a verb's own clause say; the "no" of `counted` has been heard already. */
function clauseOf(scene: Scene, verb: Word, counted?: Word): Clause {
  const { syntax } = scene;
  const clause: Clause = { modality: "actual", negated: false, future: false, obliged: false };
  const set = (modality: Modality) => {
    clause.modality = weaker(clause.modality, modality);
  };
  for (const child of syntax.children(verb)) {
    const rel = relation(child);
    if (rel === "aux") {
      // "The ministry would not say": past of will, or a condition; both are no report of a deed.
      if (FUTURE.has(child.lower)) {
        // "would have killed hundreds": what did not come about.
        const unreal = WOULD.test(child.lower) && syntax.child(verb, (c) => c.lower === "have" && relation(c) === "aux");
        clause.future ||= !unreal;
        set(unreal ? "hypothetical" : "planned");
      } else if (POSSIBLE.has(child.lower) || POSSIBLE.has(lemmaOf(child))) {
        // "could not", "can now": ability; what was possible is still no deed.
        set("possible");
      } else if (OBLIGED.has(child.lower)) {
        clause.obliged = true;
        set("demanded");
      }
    } else if (rel === "advmod" || rel === "cc" || rel === "cc:preconj") {
      if (NEGATIVE.has(child.lower)) clause.negated ||= !isNotOnly(syntax, child);
      // "have yet to arrest anybody"
      else if (child.lower === "yet" && /^(?:have|be|remain)$/.test(lemmaOf(verb)) && syntax.has(verb, "xcomp"))
        clause.negated = true;
      // "was nearly shot down": what all but happened did not; "nearly 30 were shot" counts them.
      else if (NEARLY.has(child.lower) && child.index === verb.index - 1) clause.negated = true;
      else if (child.lower === "longer" && syntax.child(child, (c) => c.lower === "no")) clause.negated = true;
      else if (MAYBE.has(child.lower) && child.lower !== "apparently") set("possible");
      else if (HABIT.has(child.lower) && (verb.xpos === "VBP" || verb.xpos === "VBZ")) set("general");
    } else if (rel === "mark") {
      if (CONDITIONAL.has(child.lower) && child.lower !== "once") set("hypothetical");
      else if (child.lower === "without") clause.negated = true;
    } else if (rel === "nsubj") {
      if (
        child !== counted &&
        (NEGATIVE_DET.has(child.lower) ||
          syntax.child(
            child,
            (c) =>
              (c.deprel === "det" && c.lower === "no") ||
              (c.lower === "neither" && c.index < child.index) ||
              // "not a single arrest was made"
              (c.lower === "not" && c.index < child.index && /^(?:an?|one)$/.test(syntax.at(c.index + 1, c)?.lower ?? "")),
          ))
      )
        clause.negated = true;
    } else if (rel === "obj") {
      if (
        child !== counted &&
        (child.lower === "nothing" ||
          child.lower === "nobody" ||
          syntax.child(child, (c) => c.deprel === "det" && c.lower === "no"))
      )
        clause.negated = true;
    }
  }
  // "Had he been detained, …", "had they known?": a condition without "if", or a question.
  const inverted = syntax.child(verb, (c) => relation(c) === "aux" && (c.lower === "had" || c.lower === "should"));
  const subject =
    inverted &&
    syntax.child(
      verb,
      (c) => (relation(c) === "nsubj" || c.deprel === "obj") && c.index > inverted.index && c.index < verb.index,
    );
  const said = syntax.child(verb, (c) => relation(c) === "advmod" && NEGATIVE.has(c.lower) && c.index < (inverted?.index ?? 0));
  if ((subject && !said) || isInvertedClause(scene, verb)) set("hypothetical");
  if (!subject && isQuestion(syntax, verb)) set("hypothetical");
  // "be to attack", "is going to attack"
  if (
    verb.xpos === "VB" &&
    syntax.child(verb, (c) => c.lower === "to" && c.deprel === "mark") &&
    syntax.child(verb, (c) => c.deprel === "cop" || (relation(c) === "aux" && lemmaOf(c) === "be"))
  ) {
    clause.future = true;
    set("planned");
  }
  return clause;
}

/** Climbs from a trigger through what governs it. */
export function standingOf(scene: Scene, trigger: Word, frame: Frame, isFrame: (word: Word) => boolean): Standing {
  const { syntax, governors } = scene;
  const standing: Standing = { modality: "actual", polarity: "affirmed", above: [], future: false, obliged: false };
  let negations = 0;
  const take = (clause: Clause) => {
    standing.modality = weaker(standing.modality, clause.modality);
    if (clause.negated) negations++;
    standing.future ||= clause.future;
    standing.obliged ||= clause.obliged;
  };
  const verbal = (word: Word) => word.upos === "VERB" || word.upos === "AUX";
  if (verbal(trigger) || syntax.has(trigger, "aux") || syntax.has(trigger, "nsubj")) take(clauseOf(scene, trigger));
  let counted: Word | undefined;
  let averted = false;
  if (!verbal(trigger)) {
    if (syntax.child(trigger, (c) => c.deprel === "det" && NEGATIVE_DET.has(c.lower))) {
      negations++;
      counted = trigger;
    }
    const modifier = governors.modifying(trigger, syntax);
    if (modifier) {
      standing.modality = weaker(standing.modality, modifier.modality);
      if (modifier.negates) negations++;
    }
  }
  // "There were no foreigners held hostage": nobody to whom it was done.
  const described = verbal(trigger) && relation(trigger) === "acl" ? syntax.head(trigger) : undefined;
  const there = described && syntax.head(described);
  if (there && syntax.has(there, "expl") && syntax.child(described, (c) => c.deprel === "det" && c.lower === "no")) negations++;
  let at = trigger;
  for (let n = 0; n < 8; n++) {
    const above = syntax.head(at);
    if (!above) break;
    const rel = relation(at);
    if (rel === "conj") {
      // A conjunct shares auxiliaries and government with the first, unless it has a subject of its own.
      if (syntax.has(at, "nsubj") || syntax.has(at, "aux")) {
        at = above;
        if (!verbal(at)) break;
        // its own clause stands, but what governs both still governs
        if (CLAUSE_STOP.has(at.deprel) || relation(at) === "root") break;
        continue;
      }
      // The last of "a and b" carries negation only of its own: "not attacked and killed" is rare.
      // "would send soldiers and asked for helicopters": a finite past shares no "would".
      if (verbal(above) && !(at.xpos === "VBD" && above.xpos === "VB")) {
        const shared = clauseOf(scene, above);
        take({ ...shared, negated: shared.negated && hasNobody(syntax, above) });
      }
      // "demanded the release of the editor and the arrest of the guard": joined to the editor, and meant beside the release.
      const upper = relation(above) === "nmod" && !verbal(at) && !isFrame(above) ? syntax.head(above) : undefined;
      at = upper && !verbal(upper) && (isFrame(upper) || governors.over(upper, syntax)) ? upper : above;
      continue;
    }
    const governed = governors.over(at, syntax);
    if (governed) {
      standing.above.push(above);
      // "did nothing to stop the riots", "ended the siege": what is under way has taken place, whatever comes of the verb.
      if (at === trigger && STOPPING.has(lemmaOf(above)) && isUnderWay(scene, trigger, above)) break;
      if (AVERTING.has(lemmaOf(above)) && governed.government.negates) averted = true;
      else standing.modality = weaker(standing.modality, governed.government.modality);
      if (governed.government.negates) negations++;
      // "have not been able to arrest": an adjective with its copula is negated as a verb is.
      if (verbal(above) || syntax.has(above, "cop")) {
        const clause = clauseOf(scene, above, counted);
        // "could be seen patrolling"
        if (clause.modality === "possible" && at.xpos === "VBG" && scene.classes.has("perceiving", lemmaOf(above)))
          clause.modality = "actual";
        // The future of a promise or demand is no news of the deed beyond what the governor says of it, and an attack that
        // nobody owns up to took place.
        take(OWNING_UP.has(lemmaOf(above)) && relation(at) === "obj" ? { ...clause, negated: false } : clause);
      } else {
        const modifier = governors.modifying(above, syntax);
        if (modifier) standing.modality = weaker(standing.modality, modifier.modality);
        // "made no attempt to": what has been heard of the noun is not heard again of its verb.
        if (syntax.child(above, (c) => c.deprel === "det" && c.lower === "no")) {
          negations++;
          counted = above;
        }
      }
      at = above;
      continue;
    }
    if (
      rel === "xcomp" ||
      rel === "ccomp" ||
      (rel === "advcl" && at.xpos === "VB") ||
      (rel === "acl" && at.deprel !== "acl:relcl" && at.xpos === "VB")
    ) {
      standing.above.push(above);
      if (rel !== "ccomp" && at.xpos === "VB" && isInfinitive(syntax, at)) {
        // An infinitive that no known word governs is a purpose: of a deed it is a plan, of a state of things a thought.
        const deed = above.xpos === "VBD" || above.xpos === "VBN" || syntax.has(above, "aux");
        standing.modality = weaker(standing.modality, deed ? "planned" : "hypothetical");
      }
      if (rel === "xcomp" && verbal(above)) {
        take(clauseOf(scene, above));
        at = above;
        continue;
      }
      if (rel === "acl" && !verbal(above) && !isFrame(above)) {
        // "reached a consensus to exchange prisoners": go on to what governs the noun.
        at = above;
        const over = syntax.head(at);
        if (over && (relation(at) === "obj" || relation(at) === "obl")) standing.above.push(over);
      }
      break;
    }
    if (rel === "advcl" && (at.xpos === "VBG" || at.xpos === "VBN" || at.deprel === "advcl")) {
      const mark = syntax.child(at, (c) => c.deprel === "mark");
      // ", killing five": what the main clause's auxiliaries say holds of it too.
      if (!mark && verbal(above) && at.xpos === "VBG") {
        take({ ...clauseOf(scene, above), negated: false });
        at = above;
        continue;
      }
      break;
    }
    // "my arrest would help nobody": somebody's is spoken of as what may come, and the attack that "would be the first" has been.
    if (at === trigger && rel === "nsubj" && isWould(syntax, above) && isOnes(syntax, trigger)) {
      standing.modality = weaker(standing.modality, "hypothetical");
      break;
    }
    if (!verbal(at) && (rel === "nsubj" || rel === "obj" || rel === "obl" || rel === "nmod")) {
      standing.above.push(above);
      const definite = isDefinite(syntax, trigger);
      // "were not provided with any police protection"
      const given = rel === "obl" && syntax.preposition(at) === "with" && PROVIDING.has(lemmaOf(above));
      // "Terrorist attacks will not break our will": whatever such deeds do, none is told of here.
      if (at === trigger && rel === "nsubj" && isKind(scene, trigger, above)) {
        const clause = clauseOf(scene, above);
        if (clause.modality !== "actual" || clause.negated) {
          standing.modality = weaker(standing.modality, "general");
          break;
        }
      }
      if (verbal(above) && (!definite || EFFECTING.has(lemmaOf(above))) && (rel !== "obl" || given)) {
        // "could trigger attacks": an indefinite happening shares the doubt of its verb.
        const clause = clauseOf(scene, above, counted);
        if (clause.modality !== "actual")
          standing.modality = weaker(standing.modality, clause.modality === "demanded" ? "possible" : clause.modality);
        if (clause.negated && (rel === "nsubj" || given)) negations++;
      }
      break;
    }
    break;
  }
  // "did nothing" is told by its frame, and its "nothing" undoes no inaction.
  const nothing = isInherent(frame.id) && syntax.child(trigger, (c) => relation(c) === "obj" && c.lower === "nothing");
  // A frame of inaction that asks for a "not" has said it.
  if (frame.negated !== (isInherent(frame.id) && !nothing)) negations++;
  standing.polarity = negations % 2 === 1 ? "negated" : "affirmed";
  // "would answer any attack": of none in particular.
  if (!verbal(trigger) && negations === 0 && syntax.child(trigger, (c) => c.deprel === "det" && c.lower === "any"))
    standing.modality = weaker(standing.modality, "hypothetical");
  // "prevented an attack", and "could not prevent the massacre", which took place.
  if (averted && standing.polarity === "negated") standing.modality = weaker(standing.modality, "possible");
  else if (averted && standing.modality === "possible") standing.modality = "actual";
  return standing;
}

/** "stop the riots", "quell unrest", "stop clashes that left 30 dead". */
const isUnderWay = ({ syntax }: Scene, noun: Word, verb: Word): boolean =>
  isDefinite(syntax, noun) ||
  ENDING.has(lemmaOf(verb)) ||
  syntax.below(noun, () => false).some((c) => c.deprel === "acl:relcl" && (c.xpos === "VBD" || syntax.has(c, "aux")));

/** "No farmer was beaten or killed": the subject that is denied is the subject of both. */
const hasNobody = (syntax: Syntax, verb: Word): boolean =>
  syntax.child(
    verb,
    (c) =>
      relation(c) === "nsubj" &&
      (/^(?:nobody|none|nothing)$/.test(c.lower) || syntax.child(c, (d) => d.deprel === "det" && d.lower === "no") !== undefined),
  ) !== undefined;

/** "Should the rebels attack, the army will respond": a condition before the comma whose auxiliary was hung on the main verb. */
function isInvertedClause({ document, syntax }: Scene, verb: Word): boolean {
  const first = document.words[document.sentences[verb.sentence]?.first ?? -1];
  if (!first || (first.lower !== "had" && first.lower !== "should") || !/^(?:advcl|xcomp|ccomp)$/.test(verb.deprel)) return false;
  if (first.index === verb.index || first.head === verb.index) return false;
  for (let i = verb.index + 1, n = 0; n < CLAUSE; i++, n++) {
    const word = syntax.at(i, verb);
    if (word?.text === ",") return true;
    if (!word || word.upos === "VERB") return false;
  }
  return false;
}
/** How many words may stand behind the verb of such a condition. */
const CLAUSE = 12;

/** "Has the bridge been blown up?", "are any of them wounded?": what is asked is not told. */
function isQuestion(syntax: Syntax, verb: Word): boolean {
  if (relation(verb) !== "root") return false;
  const subject = syntax.child(verb, (c) => relation(c) === "nsubj");
  const aux = syntax.child(verb, (c) => relation(c) === "aux");
  if (!subject || !aux || aux.index > subject.index) return false;
  if (syntax.child(verb, (c) => c.index < aux.index && /^(?:wh.+|how)$/.test(c.lower))) return false;
  return syntax.child(verb, (c) => c.text === "?") !== undefined;
}

const isDefinite = (syntax: Syntax, noun: Word): boolean =>
  noun.upos !== "VERB" &&
  syntax.child(noun, (c) => (c.deprel === "det" && DEFINITE.has(c.lower)) || c.deprel === "nmod:poss") !== undefined;

/** A bare plural before a verb that tells of no happening: "attacks will not weaken us", and not "attacks will go on". */
const isKind = ({ syntax, classes }: Scene, noun: Word, verb: Word): boolean =>
  noun.xpos === "NNS" &&
  verb.upos === "VERB" &&
  !syntax.isPassive(verb) &&
  !syntax.has(verb, "expl") &&
  (!classes.has("happening", lemmaOf(verb)) || syntax.has(verb, "obj")) &&
  !syntax.child(noun, (c) => c.deprel === "det" || c.deprel === "nummod" || c.deprel === "nmod:poss");

const isWould = (syntax: Syntax, predicate: Word): boolean =>
  syntax.child(predicate, (c) => c.deprel === "aux" && /^(?:would|'d|’d|might|could)$/.test(c.lower)) !== undefined;
const isOnes = (syntax: Syntax, noun: Word): boolean =>
  syntax.child(noun, (c) => c.deprel === "nmod:poss" && c.upos === "PRON") !== undefined;

/** "Not only had they burned the school": no negation. */
const isNotOnly = (syntax: Syntax, word: Word): boolean =>
  word.lower === "not" && /^(?:only|just|merely)$/.test(syntax.at(word.index + 1, word)?.lower ?? "");

/** Frames that tell of a deed left undone: "inaction", "looked on". */
export const isInherent = (frameId: string): boolean => frameId.endsWith(".not");

const CLAUSE_STOP = new Set(["root", "parataxis", "acl:relcl", "advcl"]);

const isInfinitive = (syntax: Syntax, verb: Word): boolean =>
  syntax.child(verb, (c) => c.lower === "to" && (c.deprel === "mark" || c.upos === "PART")) !== undefined;
