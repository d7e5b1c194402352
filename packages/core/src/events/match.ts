import type { Word } from "../model/index.ts";
import { fillers, isActorModifier } from "./fillers.ts";
import type { Condition, Frame, Trigger } from "./frames.ts";
import { isGerund } from "./gerund.ts";
import { tiedAt } from "./hyphens.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Syntax } from "./syntax.ts";

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
    // "was detained" is told by the verb's own frames.
    if (state && !state.recipient.some(({ relation: rel }) => rel === "head")) return state;
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
        if (rel.endsWith("mod") && classes.includes("actor") && isActorModifier(scene, filler)) return true;
      } else {
        if (plain.size > 0 && plain.has(lemmaOf(scene.nominals.core(filler)))) return true;
        for (const name of classes) if (scene.kinds.isA(filler, `@${name}`)) return true;
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
