import type { Document, Entity, Mention, Time, Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import { wordFrom } from "../shared/words.ts";
import { lemmaOf } from "./lemma.ts";
import type { Syntax } from "./syntax.ts";

/** How long a description is that has nothing but an article before its noun, in UTF-16 code units. */
const BARE = 14;
const FORCES = new Set(["police", "military", "armed-group"]);

/** The noun phrases of one report: whom they name, what they count, whether they tell a time. */
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
  /** Those who are described by such a noun, at whatever length: "the front's guerrillas". */
  private readonly described = new Map<string, Set<Entity>>();

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
    if (mention.form === "nominal") {
      const head = words[wordFrom(words, mention.head.start)];
      const lemma = head && this.classes.has("institution", lemmaOf(head)) ? lemmaOf(head) : undefined;
      if (lemma !== undefined && mention.end - mention.start <= BARE && !this.institutions.has(lemma))
        this.institutions.set(lemma, entity);
      if (lemma !== undefined) this.described.set(lemma, (this.described.get(lemma) ?? new Set()).add(entity));
    }
    for (let i = wordFrom(words, mention.head.start); i < words.length && (words[i] as Word).start < mention.head.end; i++)
      set(this.heads, i);
    // "a group of guerrillas": whom the count counts is who is meant.
    const counting = mention.form === "nominal" ? words[wordFrom(words, mention.head.start)] : undefined;
    const counted = counting && this.core(counting);
    if (counted && counted !== counting && isBarePlural(this.syntax, counted)) set(this.heads, counted.index);
    let seen = 0;
    for (
      let i = wordFrom(words, mention.start);
      i < words.length && (words[i] as Word).start < mention.end && seen < 30;
      i++, seen++
    )
      set(this.covered, i);
  }

  /** Past "dozens of", "a number of", "the entrance of": the word that says who or what. */
  core(noun: Word): Word {
    let at = noun;
    for (let n = 0; n < 3; n++) {
      if (
        !(
          this.classes.has("quantity", lemmaOf(at)) ||
          this.classes.has("timeword", lemmaOf(at)) ||
          this.classes.has("part", lemmaOf(at)) ||
          at.upos === "NUM" ||
          at.upos === "DET"
        )
      )
        return at;
      // "One of them, Ana Perez, called for …": who it was, where that is told.
      const named = at.lower === "one" && this.syntax.child(at, (c) => c.deprel === "appos" && c.upos === "PROPN");
      if (named) return named;
      const inner = this.syntax.child(at, (c) => relation(c) === "nmod" && this.syntax.preposition(c) === "of");
      if (!inner) return at;
      at = inner;
    }
    return at;
  }

  /** The mention whose head a word is. */
  mention(core: Word): Mention | undefined {
    return this.heads.get(core.index)?.mention;
  }

  /** The further actors of a phrase that names several: "Egyptian warships" of "French and Egyptian warships". */
  others(core: Word): readonly { entity: Entity; mention: Mention }[] {
    return this.composites.get(core.index) ?? [];
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
      if (Math.abs(headIndex - core.index) <= 3 && !this.isTold(core, inside.mention)) return inside.entity;
    }
    const appositive = this.syntax.child(core, (c) => c.deprel === "appos" || c.deprel === "flat");
    const named = appositive && this.heads.get(appositive.index)?.entity;
    // "police pickets": those who stand before what is theirs.
    const theirs = inside && core.deprel === "compound" && FORCES.has(inside.entity.kind) ? inside.entity : undefined;
    const lemma = lemmaOf(core);
    const bare = named ?? this.institutions.get(lemma);
    if (bare || !this.classes.has("institution", lemma)) return bare;
    // "a rebel attack", where all rebels of the report are the same.
    const only = this.described.get(lemma);
    return theirs ?? (only?.size === 1 ? [...only][0] : undefined);
  }

  /** "two men who fired shots": what the clause that describes them tells of is not they. */
  private isTold(word: Word, { head, end }: Mention): boolean {
    const verb = this.syntax.head(word);
    return verb?.upos === "VERB" && verb.start >= head.end && verb.end <= end;
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
      if (rel === "acl" && this.classes.has("having", lemmaOf(child))) {
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
}

const isBarePlural = (syntax: Syntax, noun: Word): boolean =>
  (noun.xpos === "NNS" || noun.xpos === "NNPS") &&
  syntax.child(noun, ({ deprel }) => deprel === "det" || deprel === "nummod" || deprel === "nmod:poss") === undefined;

/** Two descriptions of one head that end together and differ in their country. */
const isFurther = (old: { entity: Entity; mention: Mention }, entity: Entity, mention: Mention): boolean =>
  old.entity !== entity &&
  old.mention.form === "nominal" &&
  mention.form === "nominal" &&
  old.mention.end === mention.end &&
  old.mention.start !== mention.start &&
  old.entity.country !== entity.country;
