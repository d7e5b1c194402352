import type { Argument, Document, Entity, Mention, Span, Time, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { wordFrom } from "../shared/words.ts";
import type { WordClasses } from "./classes.ts";
import { lemmaOf } from "./lemma.ts";
import type { Found, Syntax } from "./syntax.ts";

/** Branches of a noun phrase that tell more of it than which one it is. */
const OUTSIDE = new Set([
  "acl",
  "appos",
  "parataxis",
  "conj",
  "cc",
  "punct",
  "advcl",
  "dep",
  "discourse",
  "list",
  "ccomp",
  "nsubj",
  "cop",
  "obl",
  "aux",
  "mark",
  "advmod",
  "orphan",
  "dislocated",
  "vocative",
]);

/** Participles and relative clauses that tell who has the use of a place. */
const USING = new Set([
  "use",
  "house",
  "host",
  "occupy",
  "hold",
  "own",
  "belong",
  "run",
  "control",
  "operate",
  "man",
  "shelter",
  "serve",
  "guard",
]);
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

/** The noun phrases of one report: what they head, whom they name, what they are called. */
export class Nominals {
  private readonly document: Document;
  private readonly syntax: Syntax;
  private readonly classes: WordClasses;
  /** Word index -> entity and mention whose head the word is, and those which merely cover it. */
  private readonly heads = new Map<number, { entity: Entity; mention: Mention }>();
  private readonly covered = new Map<number, { entity: Entity; mention: Mention }>();
  /** Word index -> the further entities of a phrase that names several: "French and Egyptian warships". */
  private readonly composites = new Map<number, { entity: Entity; mention: Mention }[]>();
  private readonly temporal = new Set<number>();
  /** The first entity of the report that is called by a bare institutional noun: "police", "army". */
  private readonly institutions = new Map<string, Entity>();

  constructor(document: Document, syntax: Syntax, classes: WordClasses, entities: readonly Entity[], times: readonly Time[]) {
    this.document = document;
    this.syntax = syntax;
    this.classes = classes;
    for (const entity of entities) for (const mention of entity.mentions) this.index(entity, mention);
    for (const time of times) {
      for (let i = wordFrom(document.words, time.start); i < document.words.length; i++) {
        const word = document.words[i] as Word;
        if (word.start >= time.end) break;
        this.temporal.add(i);
      }
    }
  }

  private index(entity: Entity, mention: Mention): void {
    const { words } = this.document;
    const set = (map: Map<number, { entity: Entity; mention: Mention }>, i: number) => {
      const old = map.get(i);
      if (old && map === this.heads && isFurther(old, entity, mention)) {
        const [main, further] = old.mention.start < mention.start ? [old, { entity, mention }] : [{ entity, mention }, old];
        map.set(i, main);
        this.composites.set(i, [...(this.composites.get(i) ?? []), further]);
        return;
      }
      if (!old || mention.end - mention.start < old.mention.end - old.mention.start) map.set(i, { entity, mention });
    };
    if (mention.form === "nominal" && mention.end - mention.start <= 14) {
      const head = words[wordFrom(words, mention.head.start)];
      if (head && this.classes.has("institution", lemmaOf(head)) && !this.institutions.has(lemmaOf(head)))
        this.institutions.set(lemmaOf(head), entity);
    }
    for (let i = wordFrom(words, mention.head.start); i < words.length && (words[i] as Word).start < mention.head.end; i++)
      set(this.heads, i);
    let seen = 0;
    for (
      let i = wordFrom(words, mention.start);
      i < words.length && (words[i] as Word).start < mention.end && seen < 30;
      i++, seen++
    )
      set(this.covered, i);
  }

  /** Past "dozens of", "members of", "a number of": the word that says who. */
  core(noun: Word): Word {
    let at = noun;
    for (let n = 0; n < 3; n++) {
      if (
        !(
          this.classes.has("quantity", lemmaOf(at)) ||
          this.classes.has("timeword", lemmaOf(at)) ||
          at.upos === "NUM" ||
          at.upos === "DET"
        )
      )
        return at;
      const inner = this.syntax.child(at, (c) => relation(c) === "nmod" && this.syntax.preposition(c) === "of");
      if (!inner) return at;
      at = inner;
    }
    return at;
  }

  /** The entity that a noun phrase is a mention of; undefined for a phrase that names nobody. */
  entity(noun: Word): Entity | undefined {
    const core = this.core(noun);
    const direct = this.heads.get(core.index);
    if (direct) return direct.entity;
    const inside = this.covered.get(core.index);
    // A mention that merely covers the word counts when the word is no modifier within it.
    if (inside && !["compound", "amod", "nmod", "nummod", "det"].includes(relation(core))) {
      const headIndex = wordFrom(this.document.words, inside.mention.head.start);
      if (Math.abs(headIndex - core.index) <= 3) return inside.entity;
    }
    const appositive = this.syntax.child(core, (c) => c.deprel === "appos" || c.deprel === "flat");
    const named = appositive && this.heads.get(appositive.index)?.entity;
    return named ?? this.institutions.get(lemmaOf(core));
  }

  /** An entity named by a modifier: "U.S." in "U.S. airstrikes", "Iraqi" in "Iraqi soldiers". */
  modifierEntity(word: Word): Entity | undefined {
    const direct = this.heads.get(word.index);
    if (direct) return direct.entity;
    const around = this.covered.get(word.index);
    const noun = this.syntax.head(word);
    // The mention must be the modifier's own and not the whole phrase.
    return around && noun && around.mention.end <= noun.start && word.upos !== "DET" && word.upos !== "ADP"
      ? around.entity
      : undefined;
  }

  /** Whose a building or a weapon is: "facilities used by the militia", "the embassy's gate", "army barracks". */
  owner(thing: Word): Entity | undefined {
    for (const child of this.syntax.children(thing)) {
      if (child.deprel === "nmod:poss" || child.deprel === "compound" || child.deprel === "amod") {
        const entity = this.modifierEntity(child);
        if (entity) return entity;
      }
    }
    for (const child of this.syntax.children(thing)) {
      const rel = relation(child);
      if (rel === "nmod" && ["of", "for", "belonging to"].includes(this.syntax.preposition(child))) {
        const entity = this.entity(child);
        if (entity) return entity;
      }
      if (rel === "acl" && USING.has(lemmaOf(child))) {
        const user = this.syntax.isPassive(child)
          ? this.syntax.subject(child)
          : this.syntax.child(child, (c) => c.deprel === "obj") && this.syntax.object(child);
        const entity = user && this.entity(user.word);
        if (entity) return entity;
      }
    }
    return undefined;
  }

  /** Whether a noun stands inside a name: "liberation" in "Army of National Liberation". */
  inName(word: Word): boolean {
    const around = this.covered.get(word.index);
    if (around?.mention.form !== "name") return false;
    const { mention } = around;
    const before = this.document.words[word.index - 1];
    const after = this.document.words[word.index + 1];
    return (
      (before !== undefined && before.start >= mention.start && before.upos !== "DET") ||
      (after !== undefined && after.end <= mention.end)
    );
  }

  isTime(word: Word): boolean {
    if (this.temporal.has(word.index)) return true;
    return this.isTimeWord(word);
  }

  private isTimeWord(word: Word): boolean {
    // "march" and "may" are months only as names.
    return (
      word.upos !== "VERB" && this.classes.has("timeword", lemmaOf(word)) && (word.upos === "PROPN" || lemmaOf(word) !== "march")
    );
  }

  /** Whether a noun phrase is of a class: "@name" of the lexicon, or a plain lemma. */
  isA(noun: Word, value: string): boolean {
    if (value === "*") return true;
    const core = this.core(noun);
    if (!value.startsWith("@")) return lemmaOf(noun) === value || noun.lower === value || lemmaOf(core) === value;
    const name = value.slice(1);
    const lemma = lemmaOf(core);
    if (this.classes.has(name, lemma) || this.classes.has(name, core.lower)) return true;
    switch (name) {
      // "it failed to guard the train": the force that a name or pronoun stands for.
      case "policeonly":
      case "policeside": {
        const entity = this.entity(core);
        return entity !== undefined && (entity.kind === "police" || entity.sector === "COP");
      }
      case "human": {
        if (this.classes.has("person", lemma) || isPersonal(core)) return true;
        if (this.isAdjectivalPeople(core)) return true;
        const entity = this.entity(core);
        return (
          entity !== undefined && (HUMAN_KINDS.has(entity.kind) || (entity.kind === "unknown" && this.named(core, "person")))
        );
      }
      case "someone":
        return (
          this.classes.has("person", lemma) ||
          isPersonal(core) ||
          this.entity(core)?.kind === "person" ||
          this.named(core, "person")
        );
      case "actor": {
        if (
          this.classes.has("person", lemma) ||
          this.classes.has("body", lemma) ||
          isPersonal(core) ||
          this.isAdjectivalPeople(core)
        )
          return true;
        return (
          this.entity(core) !== undefined ||
          (core.upos === "PROPN" && !this.classes.has("object", lemma)) ||
          this.named(core, "person") ||
          this.named(core, "organisation")
        );
      }
      case "body": {
        const kind = this.entity(core)?.kind;
        return kind !== undefined && BODY_KINDS.has(kind);
      }
      case "armed": {
        const kind = this.entity(core)?.kind;
        return kind === "armed-group" || kind === "military" || kind === "police";
      }
      case "official": {
        const entity = this.entity(core);
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

  /** "at 0600", "Ana Perez, 45, and": hours and ages count nobody. */
  isMeasure(word: Word): boolean {
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
      CROWDS.has(word.lower) ||
      ((word.upos === "ADJ" || word.upos === "VERB") && this.syntax.child(word, (c) => c.deprel === "det") !== undefined)
    );
  }

  /** The noun phrase of a head as an argument of the happening that a trigger tells. */
  argument(found: Found, trigger: Word): Argument {
    const { word, implied } = found;
    const core = this.core(word);
    const span = this.mentionOf(core, this.span(word), trigger);
    const thing = this.classes.has("building", lemmaOf(core)) || this.classes.has("weaponry", lemmaOf(core));
    const owner = thing ? this.owner(core) : undefined;
    const entity = this.entity(word) ?? (owner?.kind === "person" ? undefined : owner);
    return {
      ...span,
      ...(entity && { entity: entity.id }),
      head: { start: core.start, end: core.end },
      ...(implied && { implied: true }),
    };
  }

  /**
   * A description is the whole of the mention that it is ("two men wearing masks"), as the list of entities has it, unless
   * what is told of it there is this very happening ("the men who attacked the post"), or a long story.
   */
  private mentionOf(core: Word, span: Span, trigger: Word): Span {
    const found = this.heads.get(core.index)?.mention;
    if (found?.form !== "nominal" || found.start !== span.start || found.end <= span.end) return span;
    const circular = trigger.start >= span.end && trigger.start < found.end;
    return circular || found.end - found.start > LONGEST ? span : { start: found.start, end: found.end };
  }

  /** The further actors that a phrase names beside the one of `argument`: "Egyptian warships" of "French and Egyptian warships". */
  further({ word, implied }: Found): Argument[] {
    const core = this.core(word);
    return (this.composites.get(core.index) ?? []).map(({ entity, mention }) => ({
      start: mention.start,
      end: mention.end,
      entity: entity.id,
      head: { start: core.start, end: core.end },
      ...(implied && { implied: true }),
    }));
  }

  /** Whether nothing but words of both stands between a title and a name. */
  private adjoins(title: Word, name: Word): boolean {
    for (let i = title.index + 1; i < name.index; i++)
      if (this.document.words[i]?.upos === "PUNCT" || this.document.words[i]?.upos === "ADP") return false;
    return name.index > title.index && name.index - title.index <= 4;
  }

  /** The phrase without relative clauses, appositions and what is joined by "and". */
  span(noun: Word): Span {
    const words = this.syntax.below(noun, (c) => {
      if (c.deprel === "case" && c.head === noun.index) return true;
      const rel = relation(c);
      // "Party leader Ana Perez": a name that follows its title without a comma.
      if (rel === "appos" && c.head === noun.index && this.adjoins(noun, c)) return false;
      // "the militia against U.S. personnel", "Albania on Friday": what no name or kind needs.
      if (
        rel === "nmod" &&
        c.deprel !== "nmod:poss" &&
        (ADVERBIAL.has(this.syntax.preposition(c).split(" ")[0] as string) || this.isTime(c) || PURPOSES.has(lemmaOf(c)))
      )
        return true;
      if (!OUTSIDE.has(rel)) return false;
      // "bomb militia posts": a compound that was read as a subject.
      if (rel === "nsubj" && c.head === noun.index && c.index === noun.index - 1 && noun.deprel === "obj") return false;
      // "U.S. and coalition personnel": coordination inside a modifier belongs to the phrase; so do adverbs of a number.
      if (c.head === noun.index) return !(rel === "advmod" && c.index < noun.index);
      return !(rel === "conj" || rel === "cc" || (rel === "punct" && c.lower === "-") || rel === "advmod");
    });
    // A preposition and words cut off from the head (a parse error) are left out.
    let first = words.findIndex((w) => w.index === noun.index);
    let last = first;
    const inside = new Set(words.map((w) => w.index));
    const bridge = (from: number, to: number) => {
      for (let i = Math.min(from, to) + 1; i < Math.max(from, to); i++)
        if (!inside.has(i) && this.document.words[i]?.upos !== "PUNCT") return false;
      return true;
    };
    while (first > 0 && bridge((words[first - 1] as Word).index, (words[first] as Word).index)) first--;
    while (last < words.length - 1 && bridge((words[last + 1] as Word).index, (words[last] as Word).index)) last++;
    while (
      first < last &&
      (words[first]?.upos === "PUNCT" ||
        words[first]?.deprel === "cc" ||
        (words[first]?.deprel === "case" && words[first]?.head === noun.index))
    )
      first++;
    while (last > first && words[last]?.upos === "PUNCT") last--;
    return { start: this.opening(words[first] as Word).start, end: (words[last] as Word).end };
  }

  /** Where a phrase begins: at the first word of a hyphenated compound, and with "at least" and its like. */
  private opening(first: Word): Word {
    let at = first;
    for (let n = 0; n < 8; n++) {
      const before = this.syntax.at(at.index - 1, at);
      const earlier = this.syntax.at(at.index - 2, at);
      const joined = before !== undefined && before.end === at.start;
      if (joined && earlier && HYPHEN.test(before.lower) && earlier.end === before.start) at = earlier;
      else if (joined && (before.lower.endsWith("-") || at.lower.startsWith("-")) && !HYPHEN.test(before.lower)) at = before;
      else if (before && NUMERAL_OPENINGS.has(`${before.lower} ${at.lower}`)) at = before;
      else if (before && earlier && at.upos === "NUM" && NUMERAL_OPENINGS.has(`${earlier.lower} ${before.lower}`)) at = earlier;
      else return at;
    }
    return at;
  }
}

/** How long a description may be that stands whole as an argument, in UTF-16 code units. */
const LONGEST = 100;

/** Two descriptions of one head that end together and differ in their country. */
const isFurther = (old: { entity: Entity; mention: Mention }, entity: Entity, mention: Mention): boolean =>
  old.entity !== entity &&
  old.mention.form === "nominal" &&
  mention.form === "nominal" &&
  old.mention.end === mention.end &&
  old.mention.start !== mention.start &&
  old.entity.country !== entity.country;

/** "the positions in self-defence": why it was done, and not which one. */
const PURPOSES = new Set([
  "defence",
  "defense",
  "self-defence",
  "self-defense",
  "retaliation",
  "response",
  "revenge",
  "reprisal",
]);
const CROWDS = new Set(["dozens", "scores", "hundreds", "thousands", "millions"]);
const HYPHEN = /^[-‐‑]$/;
const NUMERAL_OPENINGS = new Set(["at least", "at most", "more than", "fewer than", "less than", "up to", "as many"]);
const ADVERBIAL = new Set([
  "against",
  "during",
  "since",
  "after",
  "before",
  "amid",
  "over",
  "despite",
  "following",
  "on",
  "until",
  "via",
  "upon",
]);
const PERSONAL = new Set([
  "he",
  "she",
  "they",
  "we",
  "i",
  "you",
  "him",
  "her",
  "them",
  "us",
  "me",
  "who",
  "whom",
  "someone",
  "everyone",
  "anyone",
  "nobody",
  "somebody",
  "himself",
  "herself",
  "themselves",
]);
const isPersonal = (word: Word): boolean => PERSONAL.has(word.lower);
