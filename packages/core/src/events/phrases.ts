import type { Argument, Document, Span, Word } from "../model/index.ts";
import { closed, opened } from "../shared/brackets.ts";
import { isCharge } from "../shared/charges.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import { isDayBeside } from "../shared/weekdays.ts";
import { lemmaOf } from "./lemma.ts";
import type { Nominals } from "./nominals.ts";
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

/** Prepositions of what is told of a happening and not of the noun before. */
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
const HYPHEN = /^[-‐‑]$/;
const NUMERAL_OPENINGS = new Set(["at least", "at most", "more than", "fewer than", "less than", "up to", "as many"]);
const DEEPEST = 4;
const NONE: ReadonlySet<Word> = new Set();
/** How long a description may be that stands whole as an argument, in UTF-16 code units. */
const LONGEST = 100;

/** Which words a noun phrase has, as an argument of an event. */
export class Phrases {
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

  /** The noun phrase of a head as an argument of the happening that a trigger tells, without those that are arguments themselves. */
  argument(found: Found, trigger: Word, apart: readonly Word[] = []): Argument {
    const { word, implied } = found;
    const wares = this.waresOf(word);
    if (wares) return { ...wares, ...(implied && { implied: true }) };
    const core = this.nominals.core(word);
    // "attacked the patrol with grenades", "an attack by rebels on a post": what has a role of its own is no part of another's phrase.
    const others = new Set(apart.filter((other) => other !== word && other.head === word.index && relation(other) === "nmod"));
    const over = this.branchTo(trigger, word);
    if (over) others.add(over);
    const span = this.mentionOf(core, this.span(word, others), trigger, others);
    const thing = ["building", "weaponry", "detachment"].some((name) => this.classes.has(name, lemmaOf(core)));
    const owner = thing ? this.nominals.owner(core) : undefined;
    const entity = this.nominals.entity(word) ?? (owner?.kind === "person" ? undefined : owner);
    return {
      ...span,
      ...(entity && { entity: entity.id }),
      head: { start: core.start, end: core.end },
      ...(implied && { implied: true }),
    };
  }

  /** "accused the army of the massacre": where a happening hangs on the one who is told to have done it, he is named without it. */
  private branchTo(trigger: Word, noun: Word): Word | undefined {
    let at: Word | undefined = trigger;
    for (let n = 0; at && n < DEEPEST; n++) {
      if (at.head === noun.index) return relation(at) === "nmod" && at.index > noun.index ? at : undefined;
      at = this.syntax.head(at);
    }
    return undefined;
  }

  /** "tariffs on Canadian canola": the wares, and the state that they are of. */
  private waresOf(word: Word): Argument | undefined {
    const wares = /^(?:amod|compound)$/.test(word.deprel) ? this.syntax.head(word) : undefined;
    const state = wares && this.classes.has("ware", lemmaOf(wares)) ? this.nominals.modifierEntity(word) : undefined;
    return state && wares && { ...this.span(wares), entity: state.id, head: { start: wares.start, end: wares.end } };
  }

  /**
   * A description is the whole of the mention that it is ("two men wearing masks"), as the list of entities has it, unless
   * what is told of it there is this very happening ("the men who attacked the post"), or a long story.
   */
  private mentionOf(core: Word, span: Span, trigger: Word, apart: ReadonlySet<Word>): Span {
    const found = this.nominals.mention(core);
    // "a Shining Path attack": a name before a noun, whose words hang beside each other.
    if (found?.form === "name" && found.end === span.end && found.start < span.start && core.deprel === "compound")
      return { start: found.start, end: found.end };
    if (found?.form !== "nominal" || found.start !== span.start || found.end <= span.end) return span;
    const circular = trigger.start >= span.end && trigger.start < found.end;
    const shared = [...apart].some(({ start }) => start >= span.end && start < found.end);
    return circular || shared || found.end - found.start > LONGEST ? span : { start: found.start, end: found.end };
  }

  /** The further actors that a phrase names beside the one of `argument`: "Egyptian warships" of "French and Egyptian warships". */
  further({ word, implied }: Found): Argument[] {
    const core = this.nominals.core(word);
    return this.nominals.others(core).map(({ entity, mention }) => ({
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
  span(noun: Word, apart: ReadonlySet<Word> = NONE): Span {
    const words = this.syntax.below(noun, (c) => {
      if (apart.has(c)) return true;
      if (c.deprel === "case" && c.head === noun.index) return true;
      if (isDayBeside(this.document.words, c) || isCharge(this.document, c)) return true;
      const rel = relation(c);
      // "Party leader Ana Perez": a name that follows its title without a comma.
      if (rel === "appos" && c.head === noun.index && this.adjoins(noun, c)) return false;
      // "the militia against U.S. personnel", "Albania on Friday": what no name or kind needs.
      if (
        rel === "nmod" &&
        c.deprel !== "nmod:poss" &&
        (ADVERBIAL.has(this.syntax.preposition(c).split(" ")[0] as string) ||
          this.nominals.isTime(c) ||
          this.classes.has("purpose", lemmaOf(c)))
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
    const all = this.document.words;
    const end = closed(all, (words[first] as Word).index, (words[last] as Word).index + 1) - 1;
    const from = opened(all, this.opening(words[first] as Word).index, end + 1);
    return { start: (all[from] as Word).start, end: (all[end] as Word).end };
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
      // "a 34-year-old man": the article before what the age was cut off with.
      else if (at !== first && before?.deprel === "det" && before.head >= first.index) return before;
      else return at;
    }
    return at;
  }
}
