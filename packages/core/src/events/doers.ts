import type { Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { relation } from "../shared/tree.ts";
import { calledSo } from "./called.ts";
import { type Governed, type Governors, particleOf } from "./governors.ts";
import { lemmaOf } from "./lemma.ts";
import type { Found, Syntax } from "./syntax.ts";

const RAID = /^(?:raid|sweep|swoop|operation|search)$/;
const ARRESTING = /^(?:arrest|detain|capture|seize|nab|apprehend|round_up|kill|rescue|free)$/;
const STRUCK = new Set(["target", "victim"]);

/** How many nouns may stand between a happening and the participle that says who did it. */
const CHAIN = 3;

/** Who does, or undergoes, the happening that a noun tells of, by the words over and beside it. */
export class Doers {
  private readonly syntax: Syntax;
  private readonly governors: Governors;
  private readonly classes: WordClasses;

  constructor(syntax: Syntax, governors: Governors, classes: WordClasses) {
    this.syntax = syntax;
    this.governors = governors;
    this.classes = classes;
  }

  /** "the army launched an attack", "the army suffered an attack". */
  of(noun: Word, role: "actor" | "recipient"): Found | undefined {
    if (role === "actor") {
      const told = this.behind(noun) ?? this.blamedFor(noun) ?? this.raiding(noun);
      if (told) return told;
    }
    const governed = this.governors.over(noun, this.syntax);
    if (governed && governed.government.subject === role && governed.by === "noun")
      return this.subjectOf(governed.word, this.isAdverbial(noun));
    const carrying = role === "actor" ? this.carrying(noun) : undefined;
    return carrying && this.agentOf(carrying.word);
  }

  /** A clause that tells who carried a noun's happening out: "attacks launched by rebels", "is believed to have been staged by them". */
  carrying(noun: Word): Governed | undefined {
    return this.participle(noun, noun, 0) ?? this.raised(noun) ?? this.trailing(noun);
  }

  /** On the noun, or misread as on a noun below it: "the killing of three clerks in Tarma carried out by the army". */
  private participle(noun: Word, at: Word, depth: number): Governed | undefined {
    for (const child of this.syntax.children(at)) {
      if (relation(child) === "acl" && child.upos === "VERB") {
        const government = this.governors.get(child, particleOf(child, this.syntax), "obj");
        if (government?.subject !== "actor") continue;
        const object = this.syntax.object(child)?.word;
        const own = depth === 0 && object?.index === noun.index;
        if (own || (depth > 0 && object === at && this.classes.has("perpetrate", lemmaOf(child))))
          return { government, word: child, by: "noun" };
      }
    }
    if (depth >= CHAIN) return undefined;
    for (const child of this.syntax.children(at)) {
      if (child.index < at.index || relation(child) !== "nmod") continue;
      const found = this.participle(noun, child, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  /** "The raid seems to have been launched by rebels": a verb that says nothing of the happening, over one that does. */
  private raised(noun: Word): Governed | undefined {
    const above = relation(noun) === "nsubj" ? this.syntax.head(noun) : undefined;
    const inner = above && this.syntax.child(above, (c) => c.deprel === "xcomp" && c.upos === "VERB");
    if (!inner || !this.syntax.isPassive(inner)) return undefined;
    const government = this.governors.get(inner, particleOf(inner, this.syntax), "obj");
    return government?.subject === "actor" ? { government, word: inner, by: "noun" } : undefined;
  }

  /** "condemned the murder of the judge, carried out by rebels": a participle that was read as the main verb's adverbial. */
  private trailing(noun: Word): Governed | undefined {
    const above = this.syntax.head(noun);
    const after =
      above &&
      this.syntax.child(
        above,
        (c) =>
          relation(c) === "advcl" &&
          c.index > noun.index &&
          this.classes.has("perpetrate", lemmaOf(c)) &&
          this.syntax.isParticiple(c) &&
          !this.syntax.has(c, "obj") &&
          !this.syntax.has(c, "nsubj"),
      );
    const government = after && this.governors.get(after, particleOf(after, this.syntax), "obj");
    return government?.subject === "actor" ? { government, word: after as Word, by: "noun" } : undefined;
  }

  /** "the attack was the work of rebels", "the cartel is behind this attack", "the men behind the attack". */
  private behind(noun: Word): Found | undefined {
    const { syntax } = this;
    const above = syntax.head(noun);
    if (syntax.preposition(noun) === "behind") {
      const subject = syntax.child(noun, (c) => relation(c) === "nsubj");
      if (subject && syntax.has(noun, "cop")) return { word: subject, implied: false };
      // "accused the militia of being behind the attack"
      const called = calledSo(syntax, this.classes, noun);
      if (called) return called;
      if (above && relation(noun) === "nmod") return { word: above, implied: true };
    }
    if (above && relation(noun) === "nsubj" && this.classes.has("handiwork", lemmaOf(above)) && syntax.has(above, "cop")) {
      const by = syntax.oblique(above, "of")[0];
      return by && { word: by, implied: false };
    }
    return undefined;
  }

  /** "arrested 12 suspects in a raid on a house": a raid of those who arrested. */
  private raiding(noun: Word): Found | undefined {
    const { syntax } = this;
    const verb = RAID.test(lemmaOf(noun)) && /^(?:in|during)$/.test(syntax.preposition(noun)) ? syntax.head(noun) : undefined;
    if (verb?.upos !== "VERB" || !ARRESTING.test(lemmaOf(verb))) return undefined;
    // "Child killed in American raid": a headline's participle has no doer.
    if (!syntax.isPassive(verb) && !syntax.has(verb, "obj")) return undefined;
    const found = syntax.subject(verb);
    return found && { word: found.word, implied: true };
  }

  /** "attributed the attack to the militia", "blamed the bombing on the rebels". */
  private blamedFor(noun: Word): Found | undefined {
    const { syntax } = this;
    const own = syntax.child(noun, (c) => c.deprel === "acl" && this.classes.has("attribute", lemmaOf(c)));
    const above = own ?? syntax.head(noun);
    // "a bombing blamed on the rebels", "a car bomb attributed to them"
    const undergone = own !== undefined || relation(noun) === "obj" || noun.deprel === "nsubj:pass";
    if (!above || !undergone || !this.classes.has("attribute", lemmaOf(above))) return undefined;
    const behind = (preposition: string) =>
      [...syntax.oblique(above, preposition), ...syntax.oblique(noun, preposition)].find((c) => c.index > above.index);
    const blamed = behind("to") ?? behind("on");
    return blamed && { word: blamed, implied: true };
  }

  /** "eight members of the army involved in the massacre": they, and not all the army. */
  private memberOf(body: Word): Word {
    const above = relation(body) === "nmod" && this.syntax.preposition(body) === "of" ? this.syntax.head(body) : undefined;
    return above && this.classes.has("membership", lemmaOf(above)) ? above : body;
  }

  private isAdverbial(noun: Word): boolean {
    const preposition = this.syntax.preposition(noun);
    return preposition !== "" && preposition !== "by";
  }

  private agentOf(verb: Word): Found | undefined {
    const agent = this.syntax.isPassive(verb) ? undefined : this.syntax.oblique(verb, "by")[0];
    return agent ? { word: agent, implied: false } : this.subjectOf(verb, false);
  }

  /** `adverbial`: the happening hangs on its governor by a preposition, so that of a passive the surface subject is meant. */
  private subjectOf(governor: Word, adverbial: boolean): Found | undefined {
    const { syntax } = this;
    const lemma = lemmaOf(governor);
    // "the author of the attack": who is called so, else the one so called.
    if (this.classes.has("perpetrator", lemma) && governor.upos !== "VERB")
      return calledSo(syntax, this.classes, governor) ?? { word: governor, implied: true };
    if (governor.upos === "NOUN") {
      const owner = syntax.child(governor, (c) => c.deprel === "nmod:poss");
      if (owner) return { word: owner, implied: false };
      // "The house was the target of a raid": who or what is said to be it.
      const told = syntax.has(governor, "cop") ? syntax.child(governor, (c) => relation(c) === "nsubj") : undefined;
      if (told && STRUCK.has(lemma)) return { word: told, implied: false };
      const above = this.governors.over(governor, syntax);
      return above && above.government.subject === "actor" ? this.subjectOf(above.word, this.isAdverbial(governor)) : undefined;
    }
    // "blamed the militia for the attacks", "two men were involved in the attack": not who blames but who is blamed.
    if (this.classes.has("blame", lemma)) return syntax.object(governor);
    const found = adverbial && syntax.isPassive(governor) ? syntax.object(governor) : syntax.subject(governor);
    // "were named as the men responsible for the attack": they are, and not "the men".
    const called = found && governor.upos === "ADJ" ? calledSo(syntax, this.classes, found.word) : undefined;
    return called ?? (found && { ...found, word: this.memberOf(found.word) });
  }
}
