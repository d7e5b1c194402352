import type { Word } from "../model/index.ts";
import { included } from "./astray.ts";
import { behindBracket } from "./brackets.ts";
import { fillers, isActorModifier, KINDS } from "./fillers.ts";
import type { Source } from "./frames.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found, Syntax } from "./syntax.ts";

/**
 * Fills a role: the first source that has a filler of its class. Coordinated fillers all count. `not`: who has another role; neither
 * they nor a pronoun for them fill this one ("Russia closed its border with Iran").
 */
export function fill(scene: Scene, word: Word, sources: readonly Source[], not: readonly Found[] = []): Found[] {
  const { nominals, kinds, syntax } = scene;
  const taken = new Set(not.map((found) => found.word.index));
  const acting = new Set(not.map((found) => nominals.entity(found.word)?.id));
  const isOther = (filler: Word) =>
    !taken.has(filler.index) &&
    !(filler.deprel === "nmod:poss" && filler.upos === "PRON" && acting.has(nominals.entity(filler)?.id ?? ""));
  for (const { relation: rel, filter } of sources) {
    const told =
      rel === "subj" ? fillers(scene, word, rel).flatMap((one) => authors(scene, one, filter)) : fillers(scene, word, rel);
    const found = told
      .map((one) => meant(scene, one))
      .filter(({ word: filler }) => {
        if (!isOther(filler)) return false;
        if (nominals.isTime(nominals.core(filler)) || kinds.isMeasure(filler) || !isNominal(filler)) return false;
        if (filler.lower === "it" && rel === "subj" && filler.deprel === "expl") return false;
        if (filler.upos === "DET" && rel === "mod") return false;
        if (rel === "mod")
          return (
            !KINDS.has(filler.lower) &&
            (filter === undefined || filter === "@actor" ? isActorModifier(scene, filler) : kinds.isA(filler, filter)) &&
            filler.upos !== "NUM" &&
            // "Russian tank fire": by what it was, and not by whom.
            !(filter === "@actor" && scene.classes.has("guns", lemmaOf(filler)))
          );
        return filter === undefined || kinds.isA(filler, filter);
      });
    // Of the several owners of a thing the first is whom it is about.
    if (rel.endsWith(">")) found.splice(1);
    if (found.length > 0)
      return found
        .flatMap(({ word: filler, implied }) =>
          syntax
            .conjuncts(filler)
            .flatMap((one) => [one, ...included(syntax, one).flatMap((named) => syntax.conjuncts(named))])
            .map((conjunct) => ({ word: conjunct, implied })),
        )
        .map((one) => livesOf(scene, one))
        .filter(({ word: w }) => !nominals.isTime(w) && !kinds.isMeasure(w) && !taken.has(w.index));
  }
  return [];
}

/** "Liberation Front (LF) rebels": the rebels, and not the front that the parser took for the head. */
function meant({ syntax, kinds }: Scene, found: Found): Found {
  const behind = behindBracket(syntax, found.word);
  if (behind && kinds.isA(behind, "@human")) return { ...found, word: behind };
  const named = titledPerson(syntax, found.word);
  return named ? { ...found, word: named } : found;
}

/** "senator and presidential candidate Juan Perez": two titles of one person, whose name was hung beside the first. */
function titledPerson(syntax: Syntax, title: Word): Word | undefined {
  if (title.upos !== "NOUN" || title.xpos === "NNS" || syntax.child(title, (c) => c.deprel === "det" || c.deprel === "nummod"))
    return undefined;
  // "the 1999 assassination of journalist Pedro Rubio": the name behind it was hung beside it.
  const next = syntax.at(title.index + 1, title);
  if (next?.upos === "PROPN" && next.head === title.head && next.deprel === "nmod" && !syntax.has(next, "case")) return next;
  const above = syntax.at(title.index + 1, title)?.lower === "and" ? syntax.head(title) : undefined;
  return (
    above &&
    syntax.child(
      above,
      (c) =>
        c.upos === "PROPN" &&
        c.deprel === title.deprel &&
        c.index > title.index + 2 &&
        c.index <= title.index + 6 &&
        syntax.child(c, (w) => w.deprel === "nmod:desc" && w.index < c.index && w.index > title.index) !== undefined,
    )
  );
}

/** "an attempt on the president's life": it is he who was attacked. */
function livesOf({ syntax }: Scene, found: Found): Found {
  const owner = /^(?:life|lives)$/.test(found.word.lower) && syntax.child(found.word, (c) => c.deprel === "nmod:poss");
  return owner ? { ...found, word: owner } : found;
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

/** "the union's letter accused …", "a ministry statement called …": what is written speaks for whose it is. */
function authors(scene: Scene, found: Found, filter: string | undefined): Found[] {
  const { syntax, classes, nominals, kinds } = scene;
  const { word } = found;
  if ((filter !== undefined && filter !== "@actor") || !classes.has("utterance", lemmaOf(word)) || nominals.entity(word))
    return [found];
  const owner = syntax.child(
    word,
    (c) => (c.deprel === "nmod:poss" && kinds.isA(c, "@actor")) || (/^(?:compound|amod)/.test(c.deprel) && isBody(scene, c)),
  );
  return owner ? [{ word: owner, implied: true }] : [found];
}

const isBody = (scene: Scene, modifier: Word): boolean =>
  isActorModifier(scene, modifier) || scene.classes.has("body", lemmaOf(modifier));
