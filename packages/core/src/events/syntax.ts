import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { attackAbove, isOutcome, isSpeaking, leftAs } from "./aftermath.ts";
import {
  agentBeyond,
  beforeDash,
  countedBefore,
  inverted,
  listed,
  mutual,
  namedBehind,
  saying,
  subjectBeforeHyphen,
  subjectBehindConjunction,
  subjectBehindDay,
  subjectJoinedToAdverbial,
  subjectOfAuxiliary,
  subjectOfSaying,
  subjectOfTold,
} from "./astray.ts";
import { behindFront, isAcross } from "./beyond.ts";
import { lemmaOf } from "./lemma.ts";
import { enumerated } from "./lists.ts";
import { bareObject, behindAs, behindParticle, countedMore, joinedAcross, leftSo, named } from "./objects.ts";
import { NOMINAL, Voice } from "./voice.ts";

/** A word in a deep role; `implied` when it stands in another clause (a controller, an antecedent, a shared subject). */
export interface Found {
  word: Word;
  implied: boolean;
}

/** What is done to people by the same hand, one deed behind the other. */
const HARMING = new Set(
  "abduct kidnap kill murder shoot stab beat torture rape behead execute ambush attack burn wound injure".split(" "),
);

/** How far a search climbs: keeps cost linear on degenerate trees. */
const CLIMB = 8;

const RELATIVE = new Set(["who", "which", "that", "whom", "whose"]);
const CLAUSE = new Set(["root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "conj", "csubj"]);
/** Before what somebody is accused of. */
const BLAMED = new Set(["of", "with", "for"]);
/** Classes of those who can be nothing but the doers of what stands before "by". */
const DOERS = ["armed", "official", "body"];

/** Deep grammatical relations over UD trees: active and passive, relatives, control and coordination made alike. */
export class Syntax extends Voice {
  /** The antecedent of a relative clause whose head is `verb`; undefined when there is none. */
  private antecedent(verb: Word): Word | undefined {
    let clause: Word | undefined = verb;
    for (let n = 0; clause && n < CLIMB; n++) {
      if (clause.deprel === "acl:relcl" || clause.deprel === "acl") return this.head(clause);
      if (clause.deprel !== "conj" && clause.deprel !== "xcomp" && clause.deprel !== "ccomp") return undefined;
      clause = this.head(clause);
    }
    return undefined;
  }

  /** "threw stones at police, who arrested two": no thing is "who" where people stand right before it. */
  private personBefore(who: Word, antecedent: Word): Word | undefined {
    if (antecedent.upos !== "NOUN" || this.classes.has("person", lemmaOf(antecedent))) return undefined;
    const comma = this.at(who.index - 1, who);
    const before = comma?.text === "," ? this.at(comma.index - 1, who) : comma;
    return before && before.index !== antecedent.index && this.classes.has("person", lemmaOf(before)) ? before : undefined;
  }

  private resolve(verb: Word, word: Word): Found {
    if (RELATIVE.has(word.lower) && (word.xpos.startsWith("W") || word.upos === "PRON" || word.upos === "SCONJ")) {
      const antecedent = this.antecedent(verb);
      const person = word.lower === "who" && antecedent ? this.personBefore(word, antecedent) : undefined;
      if (antecedent && antecedent !== verb)
        return { word: person ?? attackAbove(this, this.classes, verb, antecedent) ?? antecedent, implied: true };
    }
    return { word, implied: false };
  }

  /** "According to officials, rifles were seized": a subject that was read as joined to the source before it. */
  private afterSource(verb: Word): Word | undefined {
    if (relation(verb) !== "root" && relation(verb) !== "ccomp") return undefined;
    const source = this.child(
      verb,
      (c) => relation(c) === "obl" && c.index < verb.index && this.child(c, (w) => w.lower === "according") !== undefined,
    );
    return (
      source &&
      this.child(
        source,
        (c) =>
          (c.deprel === "conj" || c.deprel === "appos") &&
          this.child(source, (w) => w.lower === "," && w.index < c.index) !== undefined &&
          this.child(source, (w) => w.deprel === "cc") === undefined &&
          NOMINAL.has(c.upos),
      )
    );
  }

  private readonly isBy = (noun: Word): boolean =>
    this.preposition(noun) === "by" && NOMINAL.has(noun.upos) && noun.upos !== "NUM" && !this.isDay(noun);

  private readonly isDoer = (noun: Word): boolean =>
    DOERS.some((name) => this.classes.has(name, lemmaOf(noun)) || this.classes.has(name, noun.lower));

  private agent(verb: Word): Word | undefined {
    return (
      this.child(verb, (c) => c.deprel === "obl:agent") ??
      this.child(verb, (c) => relation(c) === "obl" && this.isBy(c)) ??
      agentBeyond(this, verb, this.isBy, this.isDay, this.isDoer) ??
      this.agentOfUtterance(verb) ??
      this.agentOfBoth(verb)
    );
  }

  /** "were abducted and killed by gunmen": who did the second of two deeds to the same people did the first. */
  private agentOfBoth(verb: Word): Word | undefined {
    const next = this.child(verb, (c) => c.deprel === "conj" && c.index > verb.index && c.index <= verb.index + 3);
    if (!next || !HARMING.has(lemmaOf(verb)) || !HARMING.has(lemmaOf(next)) || this.has(next, "nsubj")) return undefined;
    return this.child(next, (c) => c.deprel === "obl:agent");
  }

  /** "was condemned in a joint statement by the three states": who gave out the words in which it was done. */
  private agentOfUtterance(verb: Word): Word | undefined {
    const words = this.child(
      verb,
      (c) => relation(c) === "obl" && this.preposition(c) === "in" && this.classes.has("utterance", lemmaOf(c)),
    );
    return words && this.child(words, (c) => relation(c) === "nmod" && this.isBy(c));
  }

  /** Who does it. */
  subject(verb: Word, climb = CLIMB): Found | undefined {
    const passive = this.isPassive(verb);
    if (passive) {
      const agent = this.agent(verb);
      return agent && this.resolve(verb, agent);
    }
    return this.surfaceSubject(verb, climb);
  }

  /** The subject as it stands, active or passive, its own or shared. */
  surfaceSubject(verb: Word, climb = CLIMB): Found | undefined {
    const misread = this.misread(verb);
    if (misread) return { word: misread.subject, implied: false };
    const own =
      this.child(verb, (c) => relation(c) === "nsubj" && c.deprel !== "nsubj:outer" && c.upos !== "PUNCT") ??
      // "A sniper shot two men": read as a compound.
      (verb.upos === "VERB" && this.has(verb, "obj")
        ? this.child(
            verb,
            (c) => c.deprel === "compound" && c.upos === "NOUN" && c.index < verb.index && this.at(c.index + 1, c)?.text !== "-",
          )
        : undefined) ??
      this.afterSource(verb) ??
      subjectOfSaying(this, verb) ??
      subjectBehindConjunction(this, verb, this.isDay) ??
      subjectOfAuxiliary(this, verb) ??
      subjectBehindDay(this, verb, this.isDay) ??
      subjectBeforeHyphen(this, verb, this.isDay) ??
      (this.has(verb, "aux") ? subjectJoinedToAdverbial(this, verb, this.isDay) : undefined);
    if (own) return this.resolve(verb, own);
    const above = climb > 0 ? this.head(verb) : undefined;
    if (!above) return undefined;
    const implied = (found: Found | undefined): Found | undefined => found && { word: found.word, implied: true };
    switch (relation(verb)) {
      case "conj":
        // "troops entered and burned …", and under a passive first verb its surface subject: "was shot and fell".
        return above.upos === "VERB" || above.upos === "AUX" || above.upos === "ADJ"
          ? implied(this.surfaceSubject(above, climb - 1))
          : undefined;
      case "xcomp": {
        // Object control: "ordered troops to leave"; else subject control.
        const object = this.child(above, (c) => (c.deprel === "obj" || c.deprel === "iobj") && c.index < verb.index);
        const mover = object && verb.xpos === "VBG" ? this.moverInto(object) : undefined;
        if (mover) return implied(mover);
        if (object && NOMINAL.has(object.upos)) return implied({ word: object, implied: true });
        return implied(this.surfaceSubject(above, climb - 1));
      }
      case "advcl":
        // "prompting the guards to open fire": who is prompted, however the infinitive hangs.
        if (
          verb.xpos === "VB" &&
          this.classes.has("directing", lemmaOf(above)) &&
          !this.isPassive(above) &&
          this.child(verb, (c) => c.deprel === "mark" && c.lower === "to")
        ) {
          const object = this.child(above, (c) => c.deprel === "obj" && c.index < verb.index);
          if (object && NOMINAL.has(object.upos)) return implied({ word: object, implied: true });
        }
        // "was guilty of ordering", however the clause hangs on the adjective
        if (above.upos === "ADJ" && this.isBlamed(verb)) return implied(this.surfaceSubject(above, climb - 1));
        // "two men suspected of being involved", "charged two officers with killing": whom the accusation names.
        if (this.classes.has("blame", lemmaOf(above)) && this.isBlamed(verb)) return implied(this.object(above));
        if (
          this.child(
            verb,
            (c) =>
              c.deprel === "mark" &&
              c.lower !== "to" &&
              c.lower !== "by" &&
              c.lower !== "after" &&
              c.lower !== "before" &&
              c.lower !== "while" &&
              c.lower !== "without" &&
              c.lower !== "in" &&
              !(c.lower === "for" && !this.child(above, (o) => o.deprel === "obj")),
          )
        )
          return undefined;
        // "The hall was shattered by a blast, killing nine": what suffers it kills nobody, and what did it does.
        if (isOutcome(this, this.classes, verb, above) && this.isStruck(above)) return implied(this.subject(above, climb - 1));
        // "taxed cars made in China, accusing Beijing of …": words behind a comma are of whoever acts in the sentence.
        if (above.deprel === "acl" && isSpeaking(this, this.classes, verb) && !this.surfaceSubject(above, 0)) {
          const main = this.clauseHead(this.head(above) ?? above);
          return main === above ? undefined : implied(this.surfaceSubject(main, 1));
        }
        // "was forceful in blaming", "was held in contempt for refusing": whom the clause is about.
        return above.upos === "VERB" || above.upos === "AUX" || this.has(above, "cop")
          ? implied(this.surfaceSubject(above, climb - 1))
          : undefined;
      case "ccomp":
        // "…, she said, asking them to wait": a participle that was read as what is said.
        if (verb.xpos !== "VBG" || verb.index < above.index || this.has(verb, "mark")) return undefined;
        if (this.classes.has("speaking", lemmaOf(verb))) return implied(this.surfaceSubject(above, climb - 1));
        return implied(subjectOfTold(this, verb, (told) => this.surfaceSubject(told, climb - 1)));
      case "acl":
        if (verb.deprel === "acl:relcl") {
          // An object relative has its own subject, so a clause without one relativises the subject.
          return { word: attackAbove(this, this.classes, verb, above) ?? above, implied: true };
        }
        if (verb.xpos === "VBG" || verb.lower.endsWith("ing")) {
          // "was found guilty of ordering"
          if (above.upos === "ADJ" && this.has(verb, "mark")) return implied(this.surfaceSubject(above, climb - 1));
          // "accused the army of shelling homes": the clause was hung on whom the accusation names.
          const over = this.head(above);
          if (over && above.deprel === "obj" && this.classes.has("blame", lemmaOf(over)) && this.has(verb, "mark"))
            return { word: above, implied: true };
          const mover = this.moverInto(above);
          if (mover) return { word: mover.word, implied: true };
          // "a policy of seizing farms", "posted a message blaming them": of what somebody does or says, he does it.
          const marked =
            !this.classes.has("person", lemmaOf(above)) && this.child(verb, (c) => c.deprel === "mark") !== undefined;
          return (
            (marked || this.classes.has("utterance", lemmaOf(above)) ? this.ownerOf(above) : undefined) ?? {
              word: above,
              implied: true,
            }
          );
        }
        // "say a million people marched": a finite verb that nobody can do to another, read as describing its subject.
        if (verb.xpos === "VBD" && this.classes.has("intransitive", lemmaOf(verb)))
          return { word: this.topOf(above, verb), implied: false };
        return this.ownerOf(above);
      default:
        return undefined;
    }
  }

  /** "entered the town shooting at troops": who entered, and not the town. */
  private moverInto(place: Word): Found | undefined {
    const verb = this.head(place);
    if (verb?.upos !== "VERB" || !this.classes.has("moving", lemmaOf(verb))) return undefined;
    if (relation(place) !== "obj" && relation(place) !== "obl") return undefined;
    const acts = this.classes.has("person", lemmaOf(place)) || this.classes.has("troops", lemmaOf(place));
    return acts ? undefined : this.surfaceSubject(verb, 2);
  }

  private readonly isBlamed = (verb: Word): boolean =>
    this.child(verb, (c) => c.deprel === "mark" && BLAMED.has(c.lower)) !== undefined;

  private isStruck(verb: Word): boolean {
    return this.isPassive(verb) && (this.classes.has("striking", lemmaOf(verb)) || this.agent(verb) !== undefined);
  }

  /** "its vow to avenge", "Iran's attempt to …", "is in the process of leaving", "signed a decree banning": whose noun it is. */
  private ownerOf(noun: Word): Found | undefined {
    const poss = this.child(noun, (c) => c.deprel === "nmod:poss");
    if (poss) return { word: poss, implied: true };
    const about = this.has(noun, "cop") && this.child(noun, (c) => relation(c) === "nsubj");
    if (about) return { word: about, implied: true };
    // "foiled an attempt by the rebels to kidnap": not who foiled it.
    const by = this.oblique(noun, "by")[0];
    if (by) return { word: by, implied: true };
    const verb = this.head(noun);
    if (verb && verb.upos === "VERB" && relation(noun) === "obj") {
      // "gave the militia a free hand to loot": he to whom it is given, unless what is given is a word.
      const given =
        this.child(verb, (c) => c.deprel === "iobj") ??
        (this.classes.has("granting", lemmaOf(verb)) ? this.oblique(verb, "to")[0] : undefined);
      if (given && !this.classes.has("pledge", lemmaOf(noun))) return { word: given, implied: true };
      // "vetoed a resolution calling for": no words of his.
      if (this.classes.has("rejecting", lemmaOf(verb)) || this.classes.has("averting", lemmaOf(verb))) return undefined;
      const found = this.surfaceSubject(verb, 2);
      return found && { word: found.word, implied: true };
    }
    return undefined;
  }

  /** Whom or what it is done to. */
  object(verb: Word): Found | undefined {
    const misread = this.misread(verb);
    if (misread) return { word: misread.object, implied: false };
    const turned = inverted(this, verb);
    if (turned) return { word: turned, implied: false };
    if (this.isPassive(verb)) {
      const own =
        this.child(verb, (c) => relation(c) === "nsubj") ??
        this.afterSource(verb) ??
        subjectOfSaying(this, verb) ??
        countedBefore(this, verb) ??
        subjectJoinedToAdverbial(this, verb, this.isDay);
      if (own) return this.resolve(verb, own);
      const above = this.head(verb);
      if (!above) return undefined;
      if (verb.deprel === "acl" || verb.deprel === "amod") return { word: above, implied: true };
      const left = this.isPassive(above) ? undefined : leftAs(this, verb, above);
      if (left) return { word: left, implied: true };
      const found = this.surfaceSubject(verb, CLIMB);
      return found && { word: found.word, implied: true };
    }
    const told = named(this, verb) ?? countedMore(this, verb);
    if (told) return { word: told, implied: false };
    const own =
      this.child(verb, (c) => c.deprel === "obj" && c.index > verb.index) ?? this.child(verb, (c) => c.deprel === "obj");
    if (own) return this.resolve(verb, own);
    const behind =
      behindAs(this, verb) ??
      leftSo(this, verb) ??
      behindParticle(this, verb) ??
      joinedAcross(this, verb) ??
      bareObject(this, verb, this.isDay);
    if (behind) return { word: behind, implied: false };
    // "the men whom police arrested": the relative clause has its own subject and no object.
    if (verb.deprel === "acl:relcl") {
      const subject = this.child(verb, (c) => relation(c) === "nsubj");
      const above = this.head(verb);
      if (subject && !RELATIVE.has(subject.lower) && above) return { word: above, implied: true };
    }
    // "attacked and looted the shops": the object stands with the last verb, with the first, or is shared.
    if (verb.deprel === "conj") return undefined;
    const next = this.child(
      verb,
      (c) => c.deprel === "conj" && c.upos === "VERB" && !this.has(c, "nsubj") && c.index - verb.index <= 3,
    );
    if (next) {
      const shared = this.child(next, (c) => c.deprel === "obj");
      if (shared) return { word: shared, implied: true };
    }
    return undefined;
  }

  /** Nominals that hang on a word by a preposition. */
  oblique(word: Word, ...prepositions: string[]): Word[] {
    const found: Word[] = [];
    for (const child of this.children(word)) {
      const rel = relation(child);
      // "in front of the church", "outside of the bank", "across from the port": a preposition that was read as a noun or adverb.
      const beyond = behindFront(this, child);
      if (beyond && prepositions.includes("in front of")) found.push(beyond);
      if (beyond) continue;
      if (prepositions.includes("in front of") && isAcross(this, child)) found.push(child);
      if (rel !== "obl" && rel !== "nmod" && rel !== "advcl" && rel !== "acl" && rel !== "xcomp" && rel !== "advmod") continue;
      if (child.deprel === "nmod:poss") continue;
      const prep = this.preposition(child);
      if (prep !== "" && (prepositions.includes(prep) || prepositions.includes(prep.split(" ")[0] as string))) found.push(child);
      else if (prep === "" && (rel === "advcl" || rel === "acl" || rel === "obl")) {
        // "accused of bombing", "resorted to firing": the preposition is a mark before a clause, or before what is like one.
        const mark = this.child(child, (c) => c.deprel === "mark");
        if (mark && prepositions.includes(mark.lower)) found.push(child);
      }
    }
    return found;
  }

  /** The verb or nominal predicate whose clause a word stands in. */
  clauseHead(word: Word): Word {
    let at = word;
    for (let n = 0; n < 20; n++) {
      if (CLAUSE.has(relation(at)) && !(relation(at) === "conj" && at.upos !== "VERB" && at.upos !== "AUX")) return at;
      const above = this.head(at);
      if (!above) return at;
      at = above;
    }
    return at;
  }

  /** Nouns joined to a noun by "and", the noun first. */
  conjuncts(noun: Word): Word[] {
    const found = [noun];
    const joined = this.children(noun).filter((c) => c.deprel === "conj");
    const sayers = saying(this, joined);
    for (const child of [...joined.filter((c) => !sayers.includes(c)), ...listed(this, noun)]) {
      if (!NOMINAL.has(child.upos) || (child.upos === "ADJ" && !this.has(child, "nummod")) || found.length >= 12) continue;
      found.push(child);
      // "Ana, Juan, Eva and Luis": a name that was read as joined to the one before it, and not to the first.
      // "six monks, a cook and her daughter": the last of a list, read as joined to the one before it.
      if (child.upos === "NOUN" && !this.has(child, "cc"))
        for (const c of this.children(child))
          if (c.deprel === "conj" && NOMINAL.has(c.upos) && this.has(c, "cc") && found.length < 12) found.push(c);
      if (child.upos === "PROPN")
        for (const c of this.children(child))
          if (c.deprel === "conj" && c.upos === "PROPN" && !this.has(c, "cc") && found.length < 12) found.push(c);
    }
    for (const one of enumerated(this, noun)) if (!found.includes(one) && found.length < 12) found.push(one);
    const names = namedBehind(this, noun);
    if (names) found.push(...[names, ...this.children(names).filter((c) => c.deprel === "conj")].slice(0, 12));
    const first = beforeDash(this, noun) ?? mutual(this, noun);
    return first ? [...found, first] : found;
  }
}
