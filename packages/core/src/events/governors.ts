import type { Knowledge, Modality, Word } from "../model/index.ts";
import { rowsOf } from "../shared/tables.ts";
import { relation } from "../shared/tree.ts";
import { lemmaOf } from "./lemma.ts";
import type { Found, Syntax } from "./syntax.ts";

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

const COUNTERS = new Set([
  "round",
  "series",
  "wave",
  "spate",
  "string",
  "number",
  "dozen",
  "hundred",
  "campaign",
  "couple",
  "pair",
  "succession",
  "flurry",
]);
const MEANWHILE = new Set([
  "when",
  "while",
  "as",
  "after",
  "before",
  "because",
  "since",
  "although",
  "though",
  "whereas",
  "once",
  "until",
]);
const CLAUSAL = new Set(["xcomp", "ccomp", "advcl", "acl", "csubj"]);

/** The table `events/governors`: light verbs, control verbs, nouns and adjectives over happenings. */
export class Governors {
  private readonly table = new Map<string, Government>();

  constructor(knowledge: Knowledge) {
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

  private get(governor: Word, particle: string, rel: string): Government | undefined {
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
    if (counter && relation(at) === "nmod" && COUNTERS.has(lemmaOf(counter)) && syntax.preposition(at) === "of") at = counter;
    const above = syntax.head(at);
    if (!above) return undefined;
    const rel = relation(at);
    const particle = particleOf(above, syntax);
    const found = (government: Government | undefined, by: Governed["by"]): Governed | undefined =>
      government && { government, word: above, by };
    if (rel === "obj" || at.deprel === "nsubj:pass") return found(this.get(above, particle, "obj"), "noun");
    if (rel === "nsubj") return found(this.get(above, particle, "subj"), "noun");
    if (rel === "obl" || rel === "nmod") {
      const preposition = syntax.preposition(at);
      if (at.deprel === "nmod:poss") return undefined;
      return found(
        this.get(above, particle, preposition) ?? this.get(above, particle, preposition.split(" ")[0] as string),
        "noun",
      );
    }
    if (rel === "compound") return found(this.get(above, "", "compound"), "noun");
    if (CLAUSAL.has(rel) && at.deprel !== "acl:relcl") {
      const mark = syntax.child(at, (c) => c.deprel === "mark")?.lower ?? "";
      // "told the paper that rebels attacked": a finite clause is a statement, whatever the verb asks for elsewhere.
      if (rel === "ccomp" && isStatement(at, syntax)) return undefined;
      // "was pressed into service when police failed": what was meanwhile is no complement.
      if (rel === "advcl" && MEANWHILE.has(mark)) return undefined;
      return found(this.get(above, particle, "comp") ?? (mark ? this.get(above, particle, mark) : undefined), "clause");
    }
    return undefined;
  }

  /** A participle or relative clause on a noun that carries it out: "attacks launched by rebels". */
  carrying(noun: Word, syntax: Syntax): Governed | undefined {
    for (const child of syntax.children(noun)) {
      if (relation(child) !== "acl" || child.upos !== "VERB") continue;
      const government = this.get(child, particleOf(child, syntax), "obj");
      if (government?.subject !== "actor") continue;
      const object = syntax.object(child);
      if (object && object.word.index === noun.index) return { government, word: child, by: "noun" };
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

  /** Who does or undergoes a noun's happening by its governor's subject: "the army launched an attack". */
  participant(noun: Word, role: "actor" | "recipient", syntax: Syntax): Found | undefined {
    if (role === "actor") {
      const behind = this.behind(noun, syntax);
      if (behind) return behind;
    }
    const governed = this.over(noun, syntax);
    if (governed && governed.government.subject === role && governed.by === "noun") return this.subjectOf(governed.word, syntax);
    const carrying = role === "actor" ? this.carrying(noun, syntax) : undefined;
    return carrying && this.subjectOf(carrying.word, syntax);
  }

  /** "the attack was the work of rebels", "the cartel is behind this attack", "the men behind the attack". */
  private behind(noun: Word, syntax: Syntax): Found | undefined {
    const above = syntax.head(noun);
    if (syntax.preposition(noun) === "behind") {
      const subject = syntax.child(noun, (c) => relation(c) === "nsubj");
      if (subject && syntax.has(noun, "cop")) return { word: subject, implied: false };
      if (above && relation(noun) === "nmod") return { word: above, implied: true };
    }
    if (above && relation(noun) === "nsubj" && WORKS.has(lemmaOf(above)) && syntax.has(above, "cop")) {
      const by = syntax.oblique(above, "of")[0];
      return by && { word: by, implied: false };
    }
    return undefined;
  }

  private subjectOf(governor: Word, syntax: Syntax): Found | undefined {
    if (DOERS.has(lemmaOf(governor))) {
      // "Ana Perez was the mastermind of the attack", "the author of the attack": who is called so, else the one so called.
      const named = syntax.has(governor, "cop") ? syntax.child(governor, (c) => relation(c) === "nsubj") : undefined;
      return { word: named ?? governor, implied: named === undefined };
    }
    if (governor.upos === "NOUN") {
      const owner = syntax.child(governor, (c) => c.deprel === "nmod:poss");
      if (owner) return { word: owner, implied: false };
      const above = this.over(governor, syntax);
      return above && above.government.subject === "actor" ? syntax.subject(above.word) : undefined;
    }
    // "blamed the militia for the attacks": not who blames but who is blamed.
    return BLAMING.has(lemmaOf(governor)) ? syntax.object(governor) : syntax.subject(governor);
  }
}

const WORKS = new Set(["work", "deed", "handiwork", "doing", "responsibility"]);
const DOERS = new Set(
  "perpetrator author mastermind culprit architect instigator planner executor organizer organiser ringleader".split(" "),
);
const BLAMING = new Set(["blame", "accuse", "suspect", "convict", "acquit", "credit", "find"]);

const isStatement = (clause: Word, syntax: Syntax): boolean =>
  clause.xpos === "VBD" ||
  clause.xpos === "VBZ" ||
  clause.xpos === "VBP" ||
  syntax.child(clause, (c) => (relation(c) === "aux" || c.deprel === "cop") && c.xpos !== "MD" && c.xpos !== "VB") !== undefined;

export function particleOf(verb: Word, syntax: Syntax): string {
  return syntax.child(verb, (c) => c.deprel === "compound:prt")?.lower ?? "";
}
