import type { Knowledge, Modality, Word } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import { rowsOf } from "../shared/tables.ts";
import { relation } from "../shared/tree.ts";
import { lemmaOf } from "./lemma.ts";
import type { Syntax } from "./syntax.ts";

/** What a governing word does to the happening that it governs: "plan" makes it planned, "foil" undoes it. */
export interface Government {
  governor: string;
  /** Whether the governor's subject does the happening, undergoes it, or neither. */
  subject: "actor" | "recipient" | undefined;
  modality: Modality;
  negates: boolean;
}

/** A happening under its governor. */
export interface Governed {
  government: Government;
  word: Word;
  /** The complement that was governed: the happening itself, or what leads to it. */
  by: "clause" | "noun" | "modifier";
}

const CLAUSAL = new Set(["xcomp", "ccomp", "advcl", "acl", "csubj"]);

/** The table `events/governors`: light verbs, control verbs, nouns and adjectives over happenings. */
export class Governors {
  private readonly table = new Map<string, Government>();
  private readonly classes: WordClasses;

  constructor(knowledge: Knowledge, classes: WordClasses) {
    this.classes = classes;
    for (const row of rowsOf(knowledge, "events/governors", ["governor", "relation", "subject", "modality", "polarity"])) {
      const subject = row.subject === "actor" || row.subject === "recipient" ? row.subject : undefined;
      for (const governor of row.governor.split("|"))
        for (const rel of row.relation.split("|"))
          this.table.set(`${governor} ${rel}`, {
            governor,
            subject,
            modality: row.modality as Modality,
            negates: row.polarity === "negated",
          });
    }
  }

  get(governor: Word, particle: string, rel: string): Government | undefined {
    const lemma = lemmaOf(governor);
    return (particle && this.table.get(`${lemma}_${particle} ${rel}`)) || this.table.get(`${lemma} ${rel}`);
  }

  /** What governs a word, if a word of the table does. */
  over(word: Word, syntax: Syntax): Governed | undefined {
    let at = word;
    for (let n = 0; relation(at) === "conj" && n < 6; n++) {
      const first = syntax.head(at);
      if (!first) return undefined;
      at = first;
    }
    // "carried out a round of air strikes": what counts the happening stands for it.
    const counter = syntax.head(at);
    if (counter && relation(at) === "nmod" && this.classes.has("counter", lemmaOf(counter)) && syntax.preposition(at) === "of")
      at = counter;
    const above = syntax.head(at);
    if (!above) return undefined;
    const rel = relation(at);
    const particle = particleOf(above, syntax);
    const found = (government: Government | undefined, by: Governed["by"]): Governed | undefined =>
      government && { government, word: above, by };
    if (rel === "obj" || at.deprel === "nsubj:pass") return found(this.get(above, particle, "obj"), "noun");
    if (rel === "nsubj") return found(this.get(above, particle, "subj"), "noun");
    const preposition = syntax.preposition(at);
    // "responsibility for the hostage-taking": a gerund behind a preposition is a noun, whatever the tagger took it for.
    if (rel === "obl" || rel === "nmod" || ((rel === "acl" || rel === "advcl") && preposition !== "")) {
      if (at.deprel === "nmod:poss") return undefined;
      // "turned to violence", but not "turned a blind eye to the violence".
      const turned = preposition === "to" && above.upos === "VERB" && syntax.has(above, "obj");
      if (turned && !this.classes.has("blame", lemmaOf(above))) return undefined;
      const first = preposition.split(" ")[0] as string;
      const own = this.get(above, particle, preposition) ?? this.get(above, particle, first);
      if (own) return found(own, "noun");
      // "claimed responsibility for a raid", the raid hung on the claiming.
      const object = rel === "obl" && above.upos === "VERB" ? syntax.child(above, (c) => c.deprel === "obj") : undefined;
      const over = object && object.index < at.index ? this.get(object, "", first) : undefined;
      return over && { government: over, word: object as Word, by: "noun" };
    }
    if (rel === "compound") return found(this.get(above, "", "compound"), "noun");
    if (CLAUSAL.has(rel) && at.deprel !== "acl:relcl") {
      const mark = syntax.child(at, (c) => c.deprel === "mark" || (c.deprel === "advmod" && c.xpos === "WRB"))?.lower ?? "";
      // "told the paper that rebels attacked": a finite clause is a statement, whatever the verb asks for elsewhere.
      if (rel === "ccomp" && isStatement(at, syntax)) return undefined;
      // "was pressed into service when police failed": what was meanwhile is no complement.
      if (rel === "advcl" && this.classes.has("meanwhile", mark)) return undefined;
      return found(this.get(above, particle, "comp") ?? (mark ? this.get(above, particle, mark) : undefined), "clause");
    }
    return undefined;
  }

  /** Adjectives before a noun: "planned", "alleged", "failed". */
  modifying(noun: Word, syntax: Syntax): Government | undefined {
    for (const child of syntax.children(noun)) {
      if (child.deprel !== "amod" && child.deprel !== "compound") continue;
      const government = this.table.get(`${lemmaOf(child)} mod`) ?? this.table.get(`${child.lower} mod`);
      if (government) return government;
    }
    return undefined;
  }
}

const isStatement = (clause: Word, syntax: Syntax): boolean =>
  clause.xpos === "VBD" ||
  clause.xpos === "VBZ" ||
  clause.xpos === "VBP" ||
  syntax.child(clause, (c) => (relation(c) === "aux" || c.deprel === "cop") && c.xpos !== "MD" && c.xpos !== "VB") !== undefined;

export function particleOf(verb: Word, syntax: Syntax): string {
  const particle = syntax.child(verb, (c) => c.deprel === "compound:prt")?.lower;
  // "beat back an attack": a particle that was read as an adverb.
  return particle ?? syntax.child(verb, (c) => c.lower === "back" && c.index === verb.index + 1)?.lower ?? "";
}
