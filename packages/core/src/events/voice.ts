import type { Document, Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import { isToDeath } from "./aftermath.ts";
import { subjectBehindConjunction } from "./astray.ts";
import { lemmaOf } from "./lemma.ts";
import { Trees } from "./trees.ts";

/** What may head a noun phrase. */
export const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"]);

/** Trees in which active and passive are told apart, also where a verb was misread. */
export class Voice extends Trees {
  protected readonly classes: WordClasses;

  constructor(document: Document, classes: WordClasses) {
    super(document);
    this.classes = classes;
  }

  /** Whether a word names a time, which is no object and no agent however it hangs. */
  protected readonly isDay = (word: Word): boolean => word.upos !== "VERB" && this.classes.has("timeword", lemmaOf(word));

  /**
   * "Jets destroyed depots, the army said": a finite verb that the parser took for a participle before its object.
   * A noun right before such a participle cannot modify what follows, so it is the subject.
   */
  misread(verb: Word): { subject: Word; object: Word } | undefined {
    if (verb.deprel === "acl") return this.finite(verb);
    if (verb.deprel !== "amod" || verb.upos !== "VERB" || (verb.xpos !== "VBN" && verb.xpos !== "VBD")) return undefined;
    const object = this.head(verb);
    const before = this.at(verb.index - 1, verb);
    if (!object || !before || object.index < verb.index) return undefined;
    // No determiner or number stands after an adjective: in "the blast wounded nine people" the "adjective" is the subject.
    const counted =
      before.upos === "ADJ" &&
      this.child(object, (c) => c.index > verb.index && (c.deprel === "nummod" || c.deprel === "det")) !== undefined;
    if (before.upos !== "NOUN" && before.upos !== "PROPN" && !counted) return undefined;
    // "A crowd in Tarma burned shops": what stands between a preposition and the verb is the adverbial of the noun before.
    const above = this.child(object, (c) => c.deprel === "case" && c.index < before.index) && this.head(object);
    const doer = above && above.index < verb.index && relation(object) === "nmod" ? above : before;
    return { subject: this.topOf(doer, verb), object };
  }

  /**
   * "Rebels in the east killed nine soldiers": a finite verb that was read as describing the noun before it. A participle that
   * describes is passive, and has no object of its own.
   */
  private finite(verb: Word): { subject: Word; object: Word } | undefined {
    if (verb.deprel !== "acl" || verb.upos !== "VERB" || (verb.xpos !== "VBN" && verb.xpos !== "VBD")) return undefined;
    const above = this.head(verb);
    if (!above || above.index > verb.index || this.has(verb, "aux") || this.classes.has("ditransitive", lemmaOf(verb)))
      return undefined;
    if (this.child(verb, (c) => c.deprel === "obl:agent" || c.deprel === "mark") !== undefined) return undefined;
    const object =
      this.child(verb, (c) => c.deprel === "obj" && c.index > verb.index && NOMINAL.has(c.upos) && !this.isDay(c)) ??
      (this.at(verb.index + 1, verb)?.lower === "at" && /^(?:least|most)$/.test(this.at(verb.index + 2, verb)?.lower ?? "")
        ? this.child(verb, (c) => relation(c) === "obl" && c.index > verb.index + 2 && NOMINAL.has(c.upos))
        : undefined);
    const before = this.at(verb.index - 1, verb);
    // "one of the officers killed, Constable Ana Perez, had …": behind a comma it is said who that is.
    if (this.at(verb.index + 1, verb)?.text === ",") return undefined;
    return object && before && NOMINAL.has(before.upos) ? { subject: this.topOf(above, verb), object } : undefined;
  }

  /** The head of the phrase that a noun ends: "police in the capital fired". */
  protected topOf(noun: Word, verb: Word): Word {
    let subject = noun;
    for (let n = 0; n < 4; n++) {
      const above = this.head(subject);
      if (
        !above ||
        above.index > verb.index ||
        (relation(subject) !== "nmod" && relation(subject) !== "compound" && relation(subject) !== "flat")
      )
        break;
      subject = above;
    }
    return subject;
  }

  /** "was killed", "killed in the raid" after a noun. */
  isPassive(verb: Word): boolean {
    if (this.misread(verb)) return false;
    if (this.child(verb, (c) => c.deprel === "aux:pass" || c.deprel === "obl:agent")) return true;
    if (verb.deprel === "conj") {
      const first = this.head(verb);
      const bare = this.isParticiple(verb) && !this.has(verb, "nsubj") && !this.has(verb, "obj") && !this.has(verb, "aux");
      if (first && bare && !subjectBehindConjunction(this, verb, this.isDay)) {
        if (this.child(first, (c) => c.deprel === "aux:pass" || c.deprel === "nsubj:pass")) return true;
        if (first.deprel === "acl" && this.isParticiple(first)) return true;
      }
    }
    if (this.isTrailing(verb) || isToDeath(this, verb)) return true;
    if (verb.xpos !== "VBN" && verb.xpos !== "JJ" && !(verb.deprel === "acl" && this.isParticiple(verb))) return false;
    if (verb.deprel === "amod" || verb.deprel === "acl") return !this.has(verb, "obj");
    // "found two men shot", "was left wounded"
    if (verb.deprel === "xcomp") return verb.xpos === "VBN" && !this.has(verb, "aux") && !this.has(verb, "obj");
    if (verb.deprel === "advcl") return !this.has(verb, "aux") && !this.has(verb, "nsubj") && !this.has(verb, "obj");
    // With a subject and no auxiliary the participle is a past tense, or a headline's, which is told by what it means.
    if (verb.deprel === "root" || verb.deprel === "parataxis")
      return !this.has(verb, "aux") && !this.has(verb, "obj") && !this.has(verb, "nsubj");
    return false;
  }

  /** "appeared in court, charged with murder": without a conjunction of its own, what has happened to the subject. */
  private isTrailing(verb: Word): boolean {
    return (
      verb.deprel === "advcl" &&
      verb.xpos === "VBD" &&
      this.classes.has("victimverb", lemmaOf(verb)) &&
      !this.child(verb, (c) => c.deprel === "mark" || c.deprel === "obj" || relation(c) === "nsubj" || relation(c) === "aux")
    );
  }
}
