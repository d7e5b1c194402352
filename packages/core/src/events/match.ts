import type { Document, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { WordClasses } from "./classes.ts";
import type { Condition, Frame, Source, Trigger } from "./frames.ts";
import type { Governors } from "./governors.ts";
import { tiedAt } from "./hyphens.ts";
import { lemmaOf } from "./lemma.ts";
import type { Nominals } from "./nominals.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Found, Syntax } from "./syntax.ts";

/** What one report gives a frame to look at. */
export interface Scene {
  document: Document;
  syntax: Syntax;
  nominals: Nominals;
  governors: Governors;
  classes: WordClasses;
  surroundings: Surroundings;
}

/** The first frame of a word whose conditions hold; frames that say "no event" included. */
export function frameOf(scene: Scene, word: Word, triggers: readonly Trigger[]): Frame | undefined {
  const tied = triggers.some(({ entry }) => entry.tied !== undefined) ? tiedFrame(scene, word, triggers) : undefined;
  if (tied) return tied;
  if (word.deprel === "amod" && !scene.syntax.misread(word) && word.upos !== "NOUN" && word.upos !== "PROPN")
    return adjective(scene, word, triggers);
  const { syntax } = scene;
  const acts =
    word.upos === "VERB" ||
    (word.upos !== "NOUN" && (syntax.has(word, "nsubj") || syntax.has(word, "obj")) && word.deprel !== "compound");
  const named = word.upos === "PROPN";
  // "killed in police firing": a gerund behind the noun of who does it.
  const gerund = word.xpos === "VBG" && isGerund(scene, word);
  let verbal = (word.upos === "VERB" && !gerund) || (named && acts) || (word.upos === "ADJ" && acts);
  const nominal = gerund || word.upos === "NOUN" || (named && !acts) || (!verbal && standsAsNoun(syntax, word));
  // "would be targets": a noun that is predicated.
  if (verbal && word.upos !== "VERB" && syntax.has(word, "cop")) verbal = false;
  // A gerund that governs like a verb, and nouns that the tagger took for verbs, are read as what there is a frame for.
  if (
    !verbal &&
    nominal &&
    !syntax.has(word, "cop") &&
    (syntax.has(word, "obj") || syntax.has(word, "nsubj")) &&
    !triggers.some(({ form }) => form === "noun")
  )
    verbal = true;
  // "the wounded", "March 20", "those arrested": no happening.
  if (verbal && syntax.child(word, (c) => c.deprel === "det") && !syntax.has(word, "nsubj") && !syntax.has(word, "obj"))
    return undefined;
  if (word.upos === "VERB" && syntax.isPassive(word) && syntax.has(word, "aux")) {
    const state = adjective(scene, word, triggers);
    if (state) return state;
  }
  if (scene.nominals.isTime(word)) return undefined;
  for (const { entry, form } of triggers) {
    const { frame, particle } = entry;
    if (entry.tied !== undefined) continue;
    if (
      frame.pos === "v"
        ? !verbal
        : frame.pos === "n"
          ? !nominal
          : word.upos !== "ADJ" && !(word.upos === "VERB" && syntax.isPassive(word))
    )
      continue;
    if (frame.pos === "v" && !agrees(form, word)) continue;
    if (particle && !hasParticle(scene, word, particle)) continue;
    if (!frame.needs.every((condition) => holds(scene, word, condition))) continue;
    if (frame.unless.some((condition) => holds(scene, word, condition))) continue;
    return frame;
  }
  return undefined;
}

/** "Sunday's blast", "Lahore Blast: …": a noun by all that hangs on it, though the tagger took it for an adjective. */
const standsAsNoun = (syntax: Syntax, word: Word): boolean =>
  word.upos === "ADJ" &&
  NOMINAL_PLACE.test(word.deprel) &&
  syntax.child(word, (c) => c.deprel === "det" || c.deprel === "compound" || c.deprel === "nmod:poss") !== undefined &&
  !syntax.has(word, "cop");
const NOMINAL_PLACE = /^(?:root|nsubj|obj|obl|nmod|conj|appos|parataxis)/;

/** The frame of a word tied by hyphens, at the part of it that is the head of the others, whatever the tagger took it for. */
function tiedFrame(scene: Scene, word: Word, triggers: readonly Trigger[]): Frame | undefined {
  const tied = tiedAt(scene.document, word);
  if (!tied || (word.head >= tied.first && word.head <= tied.last)) return undefined;
  return triggers.find(
    ({ entry: { frame, tied: lemma } }) =>
      (lemma === tied.lemma || lemma === tied.text) &&
      frame.needs.every((condition) => holds(scene, word, condition)) &&
      !frame.unless.some((condition) => holds(scene, word, condition)),
  )?.entry.frame;
}

function isGerund({ syntax, classes }: Scene, word: Word): boolean {
  const before = syntax.at(word.index - 1, word);
  if (!before || !classes.has("armed", lemmaOf(before)) || before.upos === "VERB" || syntax.has(word, "aux")) return false;
  const mark = syntax.at(word.index - 2, word);
  return mark !== undefined && (mark.upos === "ADP" || mark.upos === "SCONJ" || mark.upos === "ADJ" || mark.upos === "DET");
}

/** Pasts that are another verb's present: the tagger's word is taken. Every other past is one, whatever its tag. */
const PRESENTS = new Set(["found", "fell", "saw", "wound", "bound", "ground", "felt", "lay", "bore", "rent"]);

function agrees(form: string, word: Word): boolean {
  if (form !== "past" && form !== "participle") return true;
  return !PRESENTS.has(word.lower) || (word.xpos !== "VBP" && word.xpos !== "VBZ" && word.xpos !== "VBG");
}

function adjective(scene: Scene, word: Word, triggers: readonly Trigger[]): Frame | undefined {
  for (const { entry } of triggers) {
    if (
      entry.tied === undefined &&
      entry.frame.pos === "a" &&
      entry.frame.needs.every((c) => holds(scene, word, c)) &&
      !entry.frame.unless.some((c) => holds(scene, word, c))
    )
      return entry.frame;
  }
  return undefined;
}

function hasParticle({ syntax }: Scene, word: Word, particle: string): boolean {
  if (
    syntax.child(
      word,
      (c) =>
        c.lower === particle && (c.deprel === "compound:prt" || c.deprel === "advmod" || c.upos === "ADP" || c.upos === "ADV"),
    ) !== undefined
  )
    return true;
  return syntax.at(word.index + 1, word)?.lower === particle;
}

function holds(scene: Scene, word: Word, condition: Condition): boolean {
  const { relations, plain, classes, anything } = condition;
  for (const rel of relations) {
    if (rel === "ctx") {
      if (scene.surroundings.hold(word, condition)) return true;
      continue;
    }
    if (rel === "head" && word.deprel === "root" && classes.includes("root")) return true;
    const loose = LOOSE.has(rel);
    for (const filler of candidates(scene, word, rel)) {
      if (anything) return true;
      const lemma = lemmaOf(filler);
      if (plain.has(lemma) || plain.has(filler.lower)) return true;
      const tied = tiedAt(scene.document, filler)?.lemma;
      if (tied !== undefined && (plain.has(tied) || classes.some((name) => scene.classes.has(name, tied)))) return true;
      if (loose) {
        for (const name of classes) if (scene.classes.has(name, lemma) || scene.classes.has(name, filler.lower)) return true;
        if (rel === "mod" && classes.includes("actor") && isActorModifier(scene, filler)) return true;
      } else {
        if (plain.size > 0 && plain.has(lemmaOf(scene.nominals.core(filler)))) return true;
        for (const name of classes) if (scene.nominals.isA(filler, `@${name}`)) return true;
      }
    }
  }
  return false;
}

const LOOSE = new Set(["any", "mod", "obj.mod", "next", "prev", "prt", "aux", "ccomp.aux", "self", "head", "comp", "inf"]);

/** What a condition looks at: the fillers, all that is joined to them, and every object of a verb that seems to have two. */
function candidates(scene: Scene, word: Word, rel: string): Word[] {
  const found = fillers(scene, word, rel).map((filler) => filler.word);
  if (LOOSE.has(rel)) return found;
  if (rel === "obj")
    for (const child of scene.syntax.children(word)) if (child.deprel === "obj" && !found.includes(child)) found.push(child);
  return found.flatMap((filler) => scene.syntax.conjuncts(filler));
}

/** "a terrorist attack", "a military operation" say what kind of attack it is, not whose. */
const KINDS = new Set(["terrorist", "suspect", "extremist", "paramilitary", "military"]);

function isActorModifier(scene: Scene, modifier: Word): boolean {
  if (KINDS.has(modifier.lower)) return false;
  return (
    scene.nominals.modifierEntity(modifier) !== undefined ||
    scene.classes.has("armed", lemmaOf(modifier)) ||
    scene.classes.has("official", lemmaOf(modifier))
  );
}

const plain = (word: Word): Found => ({ word, implied: false });

/** The words that stand in a relation to a trigger. A name that is no relation is a preposition. */
function fillers(scene: Scene, word: Word, rel: string): Found[] {
  const { syntax, governors } = scene;
  const optional = (found: Found | undefined): Found[] => (found ? [found] : []);
  switch (rel) {
    case "subj":
      return optional(syntax.subject(word));
    case "surf":
      return optional(syntax.surfaceSubject(word));
    case "obj":
      return optional(syntax.object(word));
    case "nsubj":
      return syntax
        .children(word)
        .filter((c) => relation(c) === "nsubj")
        .map(plain);
    case "iobj":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "iobj")
        .map(plain);
    case "xcomp":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "xcomp")
        .map(plain);
    case "ccomp":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "ccomp")
        .map(plain);
    case "comp":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "xcomp" || c.deprel === "ccomp" || c.deprel === "advcl" || c.deprel === "acl")
        .map(plain);
    case "prt":
    case "any":
      return syntax.children(word).map(plain);
    case "aux":
      return syntax
        .children(word)
        .filter((c) => relation(c) === "aux")
        .map(plain);
    case "mod": {
      const found = syntax
        .children(word)
        .filter(
          (c) =>
            c.deprel === "amod" ||
            c.deprel === "compound" ||
            c.deprel === "nummod" ||
            c.deprel === "advmod" ||
            (c.deprel === "nmod" && syntax.preposition(c) === "") ||
            c.deprel === "nmod:unmarked" ||
            c.deprel === "det",
        );
      // "police firing" is often taken apart; the noun right before the gerund belongs to it.
      const before = word.xpos === "VBG" && isGerund(scene, word) ? syntax.at(word.index - 1, word) : undefined;
      if (before && !found.includes(before)) found.push(before);
      return found.map(plain);
    }
    case "poss":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "nmod:poss")
        .map(plain);
    case "next":
      return optional(at(syntax, word, 1));
    case "prev":
      return optional(at(syntax, word, -1));
    case "self":
      return [plain(word)];
    case "head": {
      const above = syntax.head(word);
      return above ? [plain(above)] : [];
    }
    case "light":
      return optional(governors.participant(word, "actor", syntax));
    case "lightto": {
      const recipient = governors.participant(word, "recipient", syntax);
      if (recipient) return [recipient];
      const governed = governors.over(word, syntax) ?? governors.carrying(word, syntax);
      if (governed?.government.subject !== "actor") return [];
      return [
        ...syntax.children(governed.word).filter((c) => c.deprel === "iobj"),
        ...syntax
          .oblique(governed.word, "against", "on", "at", "upon", "to", "with", "toward", "towards", "into")
          .filter((noun) => isTarget(scene, noun)),
      ].map(plain);
    }
    case "obj>":
      return optional(syntax.object(word)).flatMap(({ word: object }) => owners(scene, object));
    case "subj>":
      return optional(syntax.subject(word)).flatMap(({ word: subject }) => owners(scene, subject));
    case "ccomp>":
      return clauses(syntax, word, "ccomp").flatMap((clause) => {
        const found = syntax.subject(clause) ?? syntax.object(clause);
        // "demanded that U.S. troops leave": whose troops they are is who is asked.
        const state =
          found &&
          scene.classes.has("troops", lemmaOf(found.word)) &&
          syntax.child(
            found.word,
            (c) => (c.deprel === "compound" || c.deprel === "nmod:poss") && scene.nominals.modifierEntity(c)?.kind === "state",
          );
        return state ? [{ word: state, implied: true }] : optional(found);
      });
    case "xcomp>":
    case "comp>":
      return clauses(syntax, word, "xcomp", "advcl", "acl").flatMap((clause) => {
        const object = syntax.object(clause);
        const others = syntax
          .oblique(clause, "with", "against", "to", "from", "on", "for", "in")
          .map((other) => ({ word: other, implied: true }));
        if (!object) return others;
        const itself = { word: object.word, implied: true };
        const owned = owners(scene, object.word);
        return scene.nominals.isA(object.word, "@actor") ? [itself, ...owned, ...others] : [...owned, ...others, itself];
      });
    case "speaker": {
      const clause = syntax.clauseHead(word);
      const above = syntax.head(clause);
      const speech =
        above && relation(clause) === "ccomp" && scene.classes.has("say", lemmaOf(above))
          ? above
          : syntax.child(clause, (c) => relation(c) === "parataxis" && scene.classes.has("say", lemmaOf(c)));
      return speech ? optional(syntax.subject(speech)).map((found) => ({ ...found, implied: true })) : [];
    }
    case "inf":
      return clauses(syntax, word, "xcomp", "ccomp", "advcl", "acl")
        .filter((clause) => clause.index > word.index && syntax.child(clause, (c) => c.lower === "to" && c.upos === "PART"))
        .map(plain);
    case "ccomp.aux":
      return clauses(syntax, word, "ccomp").flatMap((clause) =>
        syntax
          .children(clause)
          .filter((c) => relation(c) === "aux" || c.deprel === "cop")
          .map(plain),
      );
    default:
      if (rel.startsWith("obj."))
        return optional(syntax.object(word)).flatMap((object) => fillers(scene, object.word, rel.slice(4)));
      if (rel.endsWith(">"))
        return syntax
          .oblique(word, rel.slice(0, -1))
          .flatMap((noun) => [
            ...owners(scene, noun),
            ...clauses(syntax, noun, "acl").flatMap((clause) => optional(syntax.object(clause))),
          ]);
      if (rel === "by" && word.upos === "NOUN") {
        const own = syntax.oblique(word, rel);
        return (own.length > 0 ? own : agentBeyond(syntax, word)).map(plain);
      }
      return syntax.oblique(word, rel).map(plain);
  }
}

/** "the murder of the judge, head of the court, by two men": an agent that was hung on what stands between. */
function agentBeyond(syntax: Syntax, word: Word): Word[] {
  let at = syntax.child(word, (c) => c.deprel === "nmod" && syntax.preposition(c) === "of");
  for (let n = 0; at && n < 4; n++) {
    const found = syntax.oblique(at, "by").filter((c) => relation(c) === "nmod" || relation(c) === "obl");
    if (found.length > 0) return found;
    const last: Word[] = syntax
      .children(at)
      .filter((c) => c.index > (at as Word).index && /^(?:nmod|appos|conj|flat)/.test(c.deprel));
    at = last[last.length - 1];
  }
  return [];
}

const clauses = (syntax: Syntax, word: Word, ...relations: string[]): Word[] =>
  syntax.children(word).filter((c) => relations.includes(c.deprel));

function at(syntax: Syntax, word: Word, offset: number): Found | undefined {
  const found = syntax.at(word.index + offset, word);
  return found && plain(found);
}

/** What a happening may be aimed at: a person, a body, a place that is named or built; no "direction", no "dawn". */
const isTarget = ({ nominals }: Scene, noun: Word): boolean =>
  ["@actor", "@human", "@building", "@name"].some((value) => nominals.isA(noun, value));

/** Whose a thing is: "Israel's proposal", "a Syrian offer", "the demands of the rebels". */
function owners(scene: Scene, thing: Word): Found[] {
  const { syntax } = scene;
  const modifiers = syntax
    .children(thing)
    .filter((c) => c.deprel === "nmod:poss" || ((c.deprel === "amod" || c.deprel === "compound") && isActorModifier(scene, c)));
  const obliques = syntax.oblique(thing, "by", "from", "of", "for", "against", "with");
  // "a demonstration staged by students"
  const staging = syntax.child(thing, (c) => c.deprel === "acl" && syntax.isPassive(c));
  const agent = staging && syntax.subject(staging);
  return [...[...modifiers, ...obliques].map(plain), ...(agent ? [agent] : [])];
}

/**
 * Fills a role: the first source that has a filler of its class. Coordinated fillers all count. `not`: who has another role; neither
 * they nor a pronoun for them fill this one ("Russia closed its border with Iran").
 */
export function fill(scene: Scene, word: Word, sources: readonly Source[], not: readonly Found[] = []): Found[] {
  const { nominals, syntax } = scene;
  const taken = new Set(not.map((found) => found.word.index));
  const acting = new Set(not.map((found) => nominals.entity(found.word)?.id));
  const isOther = (filler: Word) =>
    !taken.has(filler.index) &&
    !(filler.deprel === "nmod:poss" && filler.upos === "PRON" && acting.has(nominals.entity(filler)?.id ?? ""));
  for (const { relation: rel, filter } of sources) {
    const found = fillers(scene, word, rel).filter(({ word: filler }) => {
      if (!isOther(filler)) return false;
      if (nominals.isTime(nominals.core(filler)) || nominals.isMeasure(filler) || !isNominal(filler)) return false;
      if (filler.lower === "it" && rel === "subj" && filler.deprel === "expl") return false;
      if (filler.upos === "DET" && rel === "mod") return false;
      if (rel === "mod")
        return (
          !KINDS.has(filler.lower) &&
          (filter === undefined || filter === "@actor" ? isActorModifier(scene, filler) : nominals.isA(filler, filter)) &&
          filler.upos !== "NUM"
        );
      return filter === undefined || nominals.isA(filler, filter);
    });
    // Of the several owners of a thing the first is whom it is about.
    if (rel.endsWith(">")) found.splice(1);
    if (found.length > 0)
      return found
        .flatMap(({ word: filler, implied }) => syntax.conjuncts(filler).map((conjunct) => ({ word: conjunct, implied })))
        .filter(({ word: w }) => !nominals.isTime(w) && !nominals.isMeasure(w) && !taken.has(w.index));
  }
  return [];
}

const isNominal = (word: Word): boolean =>
  word.upos === "NOUN" ||
  word.upos === "PROPN" ||
  word.upos === "PRON" ||
  word.upos === "NUM" ||
  word.upos === "ADJ" ||
  word.upos === "DET" ||
  word.upos === "X" ||
  word.upos === "SYM" ||
  (word.upos === "VERB" &&
    word.deprel !== "xcomp" &&
    word.deprel !== "ccomp" &&
    word.deprel !== "advcl" &&
    word.deprel !== "acl");
