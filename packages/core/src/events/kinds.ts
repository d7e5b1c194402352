import type { Document, Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import { lemmaOf } from "./lemma.ts";
import type { Nominals } from "./nominals.ts";
import type { Syntax } from "./syntax.ts";

const BODY_KINDS = new Set([
  "state",
  "government",
  "military",
  "police",
  "armed-group",
  "party",
  "organisation",
  "intergovernmental",
  "media",
  "judiciary",
  "business",
]);
const HUMAN_KINDS = new Set(["person", "civilians", "protesters", "population", "police", "military", "armed-group"]);

/** What a noun phrase is: whether it may fill a role that asks for "@human", "@armed", "@building". */
export class Kinds {
  private readonly document: Document;
  private readonly syntax: Syntax;
  private readonly classes: WordClasses;
  private readonly nominals: Nominals;

  constructor(document: Document, syntax: Syntax, classes: WordClasses, nominals: Nominals) {
    this.document = document;
    this.syntax = syntax;
    this.classes = classes;
    this.nominals = nominals;
  }

  /** Whether a noun phrase is of a class: "@name" of the lexicon, or a plain lemma. */
  isA(noun: Word, value: string): boolean {
    if (value === "*") return true;
    const core = this.nominals.core(noun);
    if (!value.startsWith("@")) return lemmaOf(noun) === value || noun.lower === value || lemmaOf(core) === value;
    const name = value.slice(1);
    const lemma = lemmaOf(core).replace(/^(?:ex|vice|co)-(?=\p{L})/u, "");
    if (name === "natural" && lemma === "fire" && this.isFired(core)) return false;
    if (this.classes.has(name, lemma) || this.classes.has(name, core.lower)) return true;
    switch (name) {
      // "it failed to guard the train": the force that a name or pronoun stands for.
      case "policeonly":
      case "policeforce":
      case "policeside": {
        const entity = this.nominals.entity(core);
        return entity !== undefined && (entity.kind === "police" || entity.sector === "COP");
      }
      case "human": {
        if (this.classes.has("person", lemma) || this.isPersonal(core)) return true;
        if (this.isAdjectivalPeople(core)) return true;
        const entity = this.nominals.entity(core);
        return (
          entity !== undefined && (HUMAN_KINDS.has(entity.kind) || (entity.kind === "unknown" && this.named(core, "person")))
        );
      }
      case "someone":
        return (
          this.classes.has("person", lemma) ||
          this.isPersonal(core) ||
          this.nominals.entity(core)?.kind === "person" ||
          this.named(core, "person")
        );
      case "actor": {
        if (
          this.classes.has("person", lemma) ||
          this.classes.has("body", lemma) ||
          this.isPersonal(core) ||
          this.isAdjectivalPeople(core)
        )
          return true;
        return (
          this.nominals.entity(core) !== undefined ||
          (core.upos === "PROPN" && !this.classes.has("object", lemma)) ||
          this.named(core, "person") ||
          this.named(core, "organisation")
        );
      }
      // "the World Bank suspended aid": a bank that is no firm; states that suspend one of theirs.
      case "igo":
        return this.nominals.entity(core)?.kind === "intergovernmental";
      case "media":
        return this.nominals.entity(core)?.kind === "media";
      case "state":
        return this.nominals.entity(core)?.kind === "state";
      case "body": {
        const kind = this.nominals.entity(core)?.kind;
        return kind !== undefined && BODY_KINDS.has(kind);
      }
      case "armed": {
        const kind = this.nominals.entity(core)?.kind;
        return kind === "armed-group" || kind === "military" || kind === "police";
      }
      case "official": {
        const entity = this.nominals.entity(core);
        return (
          entity !== undefined &&
          (entity.kind === "government" || (entity.kind === "person" && (entity.title !== undefined || entity.sector === "GOV")))
        );
      }
      case "name":
        // "the town of Cizre" names as Cizre does.
        return (
          core.upos === "PROPN" ||
          this.syntax.child(core, (c) => c.upos === "PROPN" && relation(c) === "nmod" && this.syntax.preposition(c) === "of") !==
            undefined
        );
      // "the liberation of Mosul"
      case "placename":
        return core.upos === "PROPN" && this.named(core, "place");
      // "beat Barcelona": a town that plays.
      case "town":
        return core.xpos === "NNP" && this.nominals.entity(core)?.kind === "population";
      case "pronoun":
        return core.upos === "PRON";
      case "self":
        return /sel(?:f|ves)$/.test(core.lower);
      case "it":
        return core.lower === "it" || core.lower === "this" || core.lower === "that";
      default:
        return false;
    }
  }

  /** "Israeli fire", "army fire": shots, and no fire that breaks out; with a weapon ("artillery fire") it is told as that one's. */
  private isFired(fire: Word): boolean {
    const before = this.syntax.children(fire).filter((c) => c.deprel === "amod" || c.deprel === "compound");
    return (
      before.some((c) => this.nominals.modifierEntity(c) !== undefined || this.classes.has("armed", lemmaOf(c))) &&
      !before.some((c) => this.classes.has("weaponry", lemmaOf(c)))
    );
  }

  private named(word: Word, kind: string): boolean {
    // Names are few in a sentence; a linear look would be quadratic in a report, so go by the word's place.
    const names = this.document.names;
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((names[middle]?.last ?? 0) > word.index) high = middle;
      else low = middle + 1;
    }
    const name = names[low];
    return name !== undefined && name.first <= word.index && name.kind === kind;
  }

  /** "at 0600", "Ana Perez, 45, and": hours and ages count nobody; nor do "7 km" suffer anything. */
  isMeasure(word: Word): boolean {
    if (this.classes.has("distance", word.lower)) return true;
    if (word.upos !== "NUM") return false;
    if (/^(?:[01]\d|2[0-3])[0-5]\d$/.test(word.lower) && this.syntax.preposition(word) !== "") return true;
    const [comma, before] = [this.syntax.at(word.index - 1, word), this.syntax.at(word.index - 2, word)];
    return /^\d{1,2}$/.test(word.lower) && comma?.lower === "," && before?.upos === "PROPN";
  }

  /** "the wounded", "the injured", "many", "some", "five": adjectives and numbers that stand for people. */
  private isAdjectivalPeople(word: Word): boolean {
    return (
      (word.upos === "NUM" && !this.isMeasure(word)) ||
      // "thousands marched": past "of" it is another word that says who.
      this.classes.has("crowd", word.lower) ||
      ((word.upos === "ADJ" || word.upos === "VERB") && this.syntax.child(word, (c) => c.deprel === "det") !== undefined)
    );
  }

  /** "he", "someone", "themselves": a word that stands for a person, or for several. */
  private readonly isPersonal = (word: Word): boolean => this.classes.has("personal", word.lower);
}
