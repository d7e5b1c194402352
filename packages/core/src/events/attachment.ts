import type { PloverType, Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import type { Kinds } from "./kinds.ts";
import { lemmaOf } from "./lemma.ts";
import type { Nominals } from "./nominals.ts";
import type { Scene } from "./scene.ts";
import type { Syntax } from "./syntax.ts";

export type Kind = "time" | "place";

/** What is asked of an event: the words that its circumstances may hang on, and what else the sentence tells. */
export interface Bases {
  /** Word index -> distance from the event: 0 for its own words, 1 for its clause, more for clauses above. */
  far: ReadonlyMap<number, number>;
  /** Whether it is said, and not done: what its complements say of places is not where it was said. */
  said: boolean;
  told: ReadonlyMap<number, Draft>;
  /** Nouns over the event whose places are theirs alone. */
  over: ReadonlySet<number>;
}

/** Prepositions and nouns of direction that say where. */
const LOCATIVE = new Set(
  "in at near on inside outside around across off over above along within throughout from to into onto between by of close north south east west northwest northeast southwest southeast through toward towards behind against amid beside beyond opposite under below past via".split(
    " ",
  ),
);
/** What lies between two states. */
const BORDERS = new Set(["border", "frontier", "crossing", "road", "strait", "boundary", "line"]);
/** Prepositions that say where something is said. */
const SEAT = new Set("in at near inside outside around on off aboard".split(" "));
/** Nouns for a part of a place: "on both sides of the border". */
const PARTS = new Set("side part edge end outskirt suburb centre center middle heart north south east west".split(" "));
/** What sets one happening before or after another. */
const ASIDE = new Set(["after", "before", "since", "until", "till", "following", "ahead", "pending"]);
/** Nouns that set what they answer before what is told. */
const ANSWERS = new Set("response retaliation revenge answer reply reprisal reaction aftermath wake vengeance".split(" "));
/** Prepositions by which a happening stands within another: "arrested during a protest on Monday". */
const WITHIN = new Set(["", "in", "during", "by", "at", "amid", "with", "from", "through", "as", "on", "into", "under"]);
/** Verbs that tell of a happening named by a noun below them; their time and place are those of the telling. */
const TELLING = new Set(
  "accuse acknowledge admit agree allege announce blame call cite claim condemn confirm criticise criticize decry demand denounce deny deplore describe discuss hail investigate lament mourn offer order plan pledge praise probe promise propose quote recall refuse report say tell threaten urge vote vow want warn".split(
    " ",
  ),
);
/** Of a happening that is told by these as a subject, where it is told of is where it was. */
const REPORTED = new Set(["report", "record", "confirm", "announce"]);
/** What is done, and not said: a noun below such a verb tells of the same deed or of a part of it. */
const DEEDS: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID", "SANCTION"]);
const SAID: ReadonlySet<PloverType> = new Set(["ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT", "CONCEDE", "SANCTION"]);
/** What a happening is told to be the time of. */
const OCCASION = new Set(["time", "moment", "anniversary"]);
/** How far the day of a saying is from what it says. */
const TOLD = 9;
/** How far a word may hang from what it holds of. */
const CLIMB = 14;
const FAR = Number.POSITIVE_INFINITY;

const isPresent = ({ xpos }: Word): boolean => xpos === "VBZ" || xpos === "VBP";

/** Decides whether a time or a place holds of a happening, and how far it hangs from it, by the tree of a sentence. */
export class Attachment {
  private readonly syntax: Syntax;
  private readonly classes: WordClasses;
  private readonly nominals: Nominals;
  private readonly kinds: Kinds;

  constructor({ syntax, classes, nominals, kinds }: Scene) {
    this.syntax = syntax;
    this.classes = classes;
    this.nominals = nominals;
    this.kinds = kinds;
  }

  /**
   * The words that an event's circumstances may hang on, each with its distance: its own, the head of its clause, and the
   * clauses above that tell of it too ("continued to attack"; "…, killing two"). A clause that another's is set against
   * ("after gunmen killed …"), that tells of it ("condemned the raid") or that it only describes ("men who …") is left out.
   */
  basesOf(draft: Draft, told: ReadonlyMap<number, Draft>): Bases {
    return { far: this.farOf(draft, told), said: SAID.has(draft.type), told, over: this.nounsOver(draft.word, told) };
  }

  /**
   * Nouns between a happening and its clause that have places of their own: "officials in Geneva of a probe into the attack".
   * What the happening is of ("the victims of the attack in Kabul") or what counts it stands where it does.
   */
  private nounsOver(word: Word, told: ReadonlyMap<number, Draft>): ReadonlySet<number> {
    const over = new Set<number>();
    for (let at = word, n = 0; n < CLIMB && /^(?:nmod|appos)/.test(at.deprel); n++) {
      const above = this.syntax.head(at);
      if (!above || above.upos === "VERB" || told.has(above.index)) break;
      const holds = this.syntax.preposition(at) === "of" && at === word && !OCCASION.has(lemmaOf(above));
      if (!holds && !this.classes.has("counter", lemmaOf(above))) over.add(above.index);
      at = above;
    }
    return over;
  }

  /** "were eating nearby at the time of the blast": where somebody was just then, and not where it was. */
  isMeanwhile(word: Word): boolean {
    const above = /^nmod/.test(word.deprel) && this.syntax.preposition(word) === "of" ? this.syntax.head(word) : undefined;
    return above !== undefined && OCCASION.has(lemmaOf(above));
  }

  private farOf(draft: Draft, told: ReadonlyMap<number, Draft>): Map<number, number> {
    const bases = new Map<number, number>();
    const add = (word: Word, far: number) => {
      if (!bases.has(word.index)) bases.set(word.index, far);
    };
    for (const word of [draft.word, ...draft.merged]) add(word, 0);
    let clause = this.syntax.clauseHead(draft.word);
    const teller = this.tellerOf(draft.word, clause);
    if (teller) add(teller, TOLD);
    if (clause.index !== draft.word.index && this.isSpokenOf(draft.word, clause, told)) {
      // "a response to raids during the truce": what follows is of the raids, though it hangs on the answer.
      const answer = this.syntax.head(draft.word);
      if (answer && ANSWERS.has(lemmaOf(answer))) add(answer, 2);
      return bases;
    }
    add(clause, 1);
    for (let level = 1; level < 4; level++) {
      const above = this.syntax.head(clause);
      if (!above) break;
      const rel = relation(clause);
      if (rel === "acl") {
        // "in an attack that killed five": what is said of the attack holds of the killing.
        if (this.syntax.preposition(above) !== "" && told.has(above.index)) add(above, level);
        break;
      }
      if (rel === "advcl" && this.hasMark(clause, ASIDE)) break;
      // "was detained on Thursday and faces charges": what holds now is of no day past.
      if (rel === "conj" && (this.syntax.has(clause, "nsubj") || (isPresent(clause) && !isPresent(above)))) break;
      if (rel !== "xcomp" && rel !== "advcl" && rel !== "conj") break;
      // "vowed to attack on Monday", "accused of bombing": the telling has its own time.
      if (TELLING.has(lemmaOf(above)) && DEEDS.has(draft.type)) break;
      clause = above.upos === "VERB" || above.upos === "AUX" ? above : this.syntax.clauseHead(above);
      add(clause, level + (rel === "xcomp" ? 0.5 : 1));
    }
    return bases;
  }

  /**
   * The verb of saying over or behind a clause in the present perfect: "Police have arrested a suspect, the ministry said on
   * Monday" tells of what is new that day. A simple past has a day of its own.
   */
  private tellerOf(word: Word, clause: Word): Word | undefined {
    if (!this.syntax.child(word, (c) => relation(c) === "aux" && (c.lower === "has" || c.lower === "have"))) return undefined;
    const above = this.syntax.head(clause);
    if (above && relation(clause) === "ccomp" && TELLING.has(lemmaOf(above))) return above;
    return this.syntax.child(clause, (c) => relation(c) === "parataxis" && TELLING.has(lemmaOf(c)));
  }

  /** Whether a clause merely speaks of a happening that its noun names: "condemned the raid", "look into the deaths", "a week after the raid". */
  private isSpokenOf(noun: Word, clause: Word, told: ReadonlyMap<number, Draft>): boolean {
    // "Attacks were reported in Rafah": where they were.
    if (noun.head === clause.index && noun.deprel === "nsubj:pass" && REPORTED.has(lemmaOf(clause))) return false;
    if (TELLING.has(lemmaOf(clause)) || this.isSetAside(noun, clause)) return true;
    if (noun.head !== clause.index || this.isDeed(told.get(clause.index)) || this.classes.has("happening", lemmaOf(clause)))
      return false;
    const rel = relation(noun);
    const preposition = this.syntax.preposition(noun).split(" ")[0] as string;
    if (rel !== "obj" && !(rel === "obl" && !WITHIN.has(preposition))) return rel === "obl" && preposition === "into";
    return this.syntax.child(noun, (c) => c.deprel === "det" && c.lower !== "a" && c.lower !== "an") !== undefined;
  }

  private isDeed(draft: Draft | undefined): boolean {
    return draft !== undefined && DEEDS.has(draft.type);
  }

  /** Whether a noun hangs on its clause by "after", "before", "since", at whatever depth. */
  private isSetAside(noun: Word, clause: Word): boolean {
    let at = noun;
    for (let n = 0; n < 6 && at.index !== clause.index; n++) {
      if (ASIDE.has(this.syntax.preposition(at).split(" ").at(-1) as string) || this.isAnswered(at)) return true;
      // "in response to a rocket attack"
      if (at.index !== noun.index && ANSWERS.has(lemmaOf(at))) return true;
      const above = this.syntax.head(at);
      if (!above) return false;
      at = above;
    }
    return false;
  }

  /** "in reply to the raid", however the tree joins the words. */
  private isAnswered(noun: Word): boolean {
    return (
      this.syntax.child(noun, (c) => {
        const before = c.deprel === "case" ? this.syntax.at(c.index - 1, c) : undefined;
        return before !== undefined && ANSWERS.has(lemmaOf(before));
      }) !== undefined
    );
  }

  private hasMark(clause: Word, marks: ReadonlySet<string>): boolean {
    return (
      this.syntax.child(clause, (c) => {
        if (c.deprel === "mark" || c.deprel === "case") return marks.has(c.lower);
        // "three days after a jet killed …": "after" follows the measure, whatever it was hung on.
        return c.deprel.endsWith(":unmarked") && marks.has(this.syntax.at(c.index + 1, c)?.lower ?? "");
      }) !== undefined
    );
  }

  /**
   * Steps from a circumstance up to one of the words it may hold of, and how far that one is from the event; undefined
   * where it holds of something else.
   */
  distance(item: Word, kind: Kind, bases: Bases): { far: number; base: number } | undefined {
    let at = item;
    let far = 0;
    for (let n = 0; n < CLIMB; n++) {
      const base = bases.far.get(at.index);
      if (base !== undefined) return { far: far + n + base, base };
      const above = this.syntax.head(at);
      if (!above || (kind === "place" && bases.over.has(above.index))) return undefined;
      const step = this.step(item, at, above, kind, bases);
      // "captured a leader involved in attacks Saturday": a bare day at the end is the sentence's.
      if (step === FAR && kind === "time" && this.isFinal(item)) return this.fromRoot(item, bases);
      if (step === FAR) return undefined;
      far += step;
      at = above;
    }
    return undefined;
  }

  private isFinal(item: Word): boolean {
    const next = this.syntax.at(item.index + 1, item);
    return (next === undefined || next.lower === "." || next.lower === "while") && this.syntax.preposition(item) === "";
  }

  private fromRoot(item: Word, { far }: Bases): { far: number; base: number } | undefined {
    let root = item;
    for (let n = 0; n < 2 * CLIMB; n++) {
      const above = this.syntax.head(root);
      if (!above) break;
      const verbal = root.upos === "VERB" || root.upos === "AUX";
      if (verbal && /^(?:ccomp|parataxis|csubj|conj)$/.test(root.deprel)) return undefined;
      if (this.hasMark(root, ASIDE)) return undefined;
      root = above;
    }
    const base = far.get(root.index);
    return base === undefined ? undefined : { far: base + CLIMB, base };
  }

  /** What it costs to climb one step; Infinity where the circumstance stays below. */
  private step(item: Word, at: Word, above: Word, kind: Kind, { far, said, told }: Bases): number {
    const rel = relation(at);
    const verbal = at.upos === "VERB" || at.upos === "AUX" || this.syntax.has(at, "cop");
    if (at.index !== item.index && verbal) {
      // A relative clause speaks of what it hangs on: "the bomb that killed two on Monday".
      if (rel === "acl" && (far.get(above.index) === 0 || above.lower === "what")) return 1;
      // "struck five sites belonging to the militia on Sunday": a state has no day and no scene of its own.
      // But "a commander operating in the valley" says where he is, not where he was caught.
      if (rel === "acl")
        return at.deprel === "acl" &&
          this.classes.has("stative", lemmaOf(at)) &&
          (kind === "time" || !this.kinds.isA(above, "@actor"))
          ? 2
          : FAR;
      if (rel === "ccomp" || rel === "parataxis" || rel === "csubj" || rel === "conj") return FAR;
      if (rel === "advcl") return this.hasMark(at, ASIDE) ? FAR : 2;
      // "urged them to stay in Iraq": where they are to stay, not where it was said.
      return rel === "xcomp" && kind === "place" && said ? FAR : 0.5;
    }
    if (verbal) return 0;
    const preposition = this.syntax.preposition(at).split(" ");
    if (at.index !== item.index) {
      // "after the raid of Monday", "in the attack on Monday": a happening told by a noun has its own.
      if (preposition.some((word) => ASIDE.has(word)) || this.isAnswered(at)) return FAR;
      if (told.has(at.index) && (rel === "obj" || !WITHIN.has(preposition[0] as string))) return FAR;
    }
    if (far.has(above.index) || above.upos === "VERB") return 0;
    if (kind === "time") return this.timeStep(item, at, above, rel, preposition);
    return this.placeStep(at, above, rel, preposition);
  }

  private timeStep(item: Word, at: Word, above: Word, rel: string, preposition: readonly string[]): number {
    if (at.index !== item.index || this.nominals.isTime(above)) return 0;
    // "On March 3 rebels attacked": an adverbial, whatever the parser hung it on. "attacks during a Christmas truce".
    if (this.isPrepared(item)) return 1;
    if (this.syntax.preposition(above) === "during") return 0;
    // "a Christmas truce", "last week's ruling", "the treaty of 2015": of the noun alone.
    if (rel === "compound" || rel === "amod" || at.deprel === "nmod:poss" || rel === "nummod") return FAR;
    return rel === "nmod" && (preposition[0] === "of" || preposition[0] === "from") ? FAR : 0;
  }

  /** Whether "on" or "in" stands right before a date's words. */
  private isPrepared(item: Word): boolean {
    for (let i = item.index - 1; i >= item.index - 3; i--) {
      const before = this.syntax.at(i, item);
      if (!before) return false;
      if (before.lower === "on" || before.lower === "in") return true;
      if (before.upos !== "PROPN" && before.upos !== "NUM") return false;
    }
    return false;
  }

  private placeStep(at: Word, above: Word, rel: string, preposition: readonly string[]): number {
    // "at the request of France": by whose wish.
    if (at.deprel === "nmod:poss" || this.classes.has("behest", lemmaOf(above))) return FAR;
    // "rebels from Tigray", "the president of Mali": whose people they are, not where they act.
    // But "two of his bodyguards in Somalia" are where they were killed.
    if (above.upos === "NUM" && preposition[0] === "of") return 0;
    const person = this.nominals.entity(above) !== undefined || this.kinds.isA(above, "@actor");
    if (
      rel === "nmod" &&
      person &&
      !PARTS.has(lemmaOf(above)) &&
      !this.classes.has("area", lemmaOf(above)) &&
      (preposition[0] === "from" || preposition[0] === "of" || preposition[0] === "for")
    )
      return FAR;
    if ((rel === "compound" || rel === "amod") && !this.isSite(above)) return FAR;
    return 0;
  }

  /** "Kabul airport", "Helmand province": a modified noun that is a place itself. */
  private isSite(noun: Word): boolean {
    return this.kinds.isA(noun, "@building") || this.classes.has("building", lemmaOf(noun)) || noun.upos === "PROPN";
  }

  /**
   * A place tells where when it stands under a locative preposition, modifies the happening itself, or suffers it. What is
   * said to or of a place ("sanctions on Iran", "warned Washington") is said elsewhere. `wide`: a country, which before a
   * noun says whose it is ("the U.S. embassy").
   */
  isWhere(word: Word, wide: boolean, { far, said }: Bases, suffering: ReadonlySet<number>): boolean {
    let at = word;
    // "launched by Russia": who did it.
    if (word.deprel === "obl:agent") return false;
    for (let n = 0; n < 5; n++) {
      const preposition = this.syntax.preposition(at).split(" ")[0] as string;
      if (suffering.has(at.index) && said) return false;
      // "a truce between Israel and Hamas": who, unless it is said to be a border.
      if (preposition === "between" && wide) return BORDERS.has(lemmaOf(this.syntax.head(at) ?? at));
      if (preposition !== "") return (said ? SEAT : LOCATIVE).has(preposition);
      if (suffering.has(at.index) && (at.deprel === "obj" || at.deprel === "nsubj:pass")) return true;
      const above = this.syntax.head(at);
      if (!above) return false;
      const rel = relation(at);
      if (far.get(above.index) === 0 && (rel === "compound" || rel === "amod" || at.deprel === "nmod:poss")) return true;
      const named = rel === "compound" || rel === "amod";
      if (!(rel === "flat" || rel === "appos" || rel === "conj" || (named && !wide && this.isSite(above)))) return false;
      at = above;
    }
    return false;
  }
}
