import type { Entity, Sentence, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Domains } from "./domains.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";

/** A feature and how much of it there is: mostly 1. */
export type Feature = readonly [name: string, value: number];

export const logit = (p: number): number => Math.log(p / (1 - p));
/** Log odds of a score, about zero for the usual one. */
const centred = (score: number): number => logit(score) - 1.5;

/** Kinds that act alike. */
const KINDS: Readonly<Record<string, string>> = {
  state: "state",
  government: "state",
  intergovernmental: "state",
  judiciary: "state",
  military: "force",
  police: "force",
  "armed-group": "force",
  party: "politics",
  protesters: "people",
  civilians: "people",
  population: "people",
  person: "person",
  organisation: "body",
  media: "body",
  business: "business",
};

/** Types that are deeds; the others are words. */
const DEEDS = new Set(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID", "SANCTION"]);

/** What the words around a trigger may be of, as conditions on its surroundings. */
const AROUND = ["violence", "armed", "official", "body"].map((name) => ({
  name,
  condition: { relations: ["ctx"], plain: new Set<string>(), classes: [name], anything: false },
}));

export function featuresOf(
  scene: Scene,
  draft: Draft,
  score: number,
  surroundings: readonly string[],
  report: readonly Feature[],
): Feature[] {
  const { word, frame } = draft;
  const actor = classOf(scene, draft.actors[0]);
  const recipient = classOf(scene, draft.recipients[0]);
  const sort = draft.type === "ASSAULT" ? "assault" : DEEDS.has(draft.type) ? "deed" : "word";
  const features: Feature[] = [
    ["bias", 1],
    ["score", centred(score)],
    [`actor ${actor}`, 1],
    [`recipient ${recipient}`, 1],
    [`${sort} by ${actor}`, 1],
    [`${sort} to ${recipient}`, 1],
    [`${sort} ${frame.pos}`, 1],
  ];
  for (const { name, condition } of AROUND) if (scene.surroundings.hold(word, condition)) features.push([`${name} near`, 1]);
  if (word.xpos === "VBZ" || word.xpos === "VBP") features.push(["present tense", 1]);
  for (const name of surroundings) features.push([name, 1]);
  for (const name of toldAs(scene, draft)) features.push([name, 1]);
  // An accident's dead are no assault's: what a report is of tells most of what its deeds are.
  for (const [name, value] of report) features.push([name, value], [`${sort} in ${name}`, value]);
  return features;
}

/** How it is told: by which rule and word, in which form, and of whom in particular. */
function toldAs(scene: Scene, draft: Draft): string[] {
  const { word, frame, standing } = draft;
  const { syntax } = scene;
  const found = [
    `rule ${frame.id}`,
    `trigger ${lemmaOf(word)}.${frame.pos}`,
    `form ${word.xpos}`,
    `as ${relation(word)}`,
    `${draft.type} ${standing.modality}`,
  ];
  if (standing.polarity === "negated") found.push("negated");
  if (syntax.has(word, "aux")) found.push("auxiliary");
  if (frame.pos === "n") found.push(`noun with ${determinerOf(scene, word)}`);
  for (const [role, one] of [
    ["actor", draft.actors[0]],
    ["recipient", draft.recipients[0]],
  ] as const) {
    if (!one) continue;
    const core = scene.nominals.core(one.word);
    const entity = scene.nominals.entity(one.word);
    if (core.upos === "PRON") found.push(`${role} ${PERSONS.get(core.lower) ?? "they"}`);
    if (entity?.sector) found.push(`${role} of ${entity.sector}`);
    if (entity?.country) found.push(`${role} of a state`);
    if (one.implied) found.push(`${role} implied`);
    if (!entity) found.push(`${role} ${lemmaOf(core)}`);
  }
  return found;
}

const PERSONS: ReadonlyMap<string, string> = new Map(
  [
    ["first", "i me my we us our"],
    ["second", "you your"],
    ["it", "it this that which these"],
  ].flatMap(([person = "", words = ""]) => words.split(" ").map((word) => [word, person] as const)),
);

function determinerOf({ syntax }: Scene, noun: Word): string {
  const child = syntax.child(noun, (c) => c.deprel === "det" || c.deprel === "nmod:poss" || c.deprel === "nummod");
  return child === undefined ? "none" : child.deprel === "det" ? child.lower : relation(child);
}

/** What a role's filler is, coarsely: a force, the state, people, a thing, nobody. */
function classOf({ nominals, classes }: Scene, found: Found | undefined): string {
  if (!found) return "none";
  const { word } = found;
  const entity = nominals.entity(word) ?? nominals.modifierEntity(word);
  const core = nominals.core(word);
  const lemma = lemmaOf(core);
  if (entity && entity.kind !== "unknown") {
    // A mob, a gang: those who are named by what they do wrong act as a force does.
    if (entity.sector === "CRM" || entity.sector === "REB") return "force";
    const kind = KINDS[entity.kind] ?? "body";
    if (kind !== "person") return kind;
    if (/^(?:GOV|LEG|JUD|IGO)$/.test(entity.sector ?? "")) return "official";
    if (/^(?:MIL|COP|REB|CRM|SPY)$/.test(entity.sector ?? "")) return "force";
    return core.upos === "PRON" ? "pronoun" : "person";
  }
  if (classes.has("armed", lemma)) return "force";
  if (classes.has("building", lemma)) return "building";
  if (classes.has("weaponry", lemma) || classes.has("troops", lemma)) return "weapon";
  if (classes.has("person", lemma)) return "person";
  if (classes.has("realm", lemma)) return "state";
  if (core.upos === "PRON") return "pronoun";
  if (core.upos === "PROPN") return "name";
  if (core.upos === "NUM") return "number";
  return "thing";
}

const PAST_AGES = /^(?:1[0-8]\d\d|19[0-6]\d|[2-9]\d\d)$/;

/** The worlds that a sentence's words speak of, past ages, and whether somebody speaks of himself in it. */
export function surroundingsOf({ document }: Scene, sentence: Sentence, domains: Domains): string[] {
  const found = new Set<string>();
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = document.words[i] as Word;
    for (const domain of domains.of(word, lemmaOf(word))) found.add(`words of ${domain}`);
    if ((word.upos === "NUM" && PAST_AGES.test(word.text)) || word.lower === "century" || word.lower === "centuries")
      found.add("past age");
    if (SPEAKER.has(word.lower)) found.add("speaker");
    if (word.text === "?") found.add("question");
  }
  return [...found];
}

/** Classes of words of which a report may be full: of what happens to people, of what people do to each other, of those who rule. */
const OF_REPORTS = ["accident", "natural", "violence", "crime", "official"];

/** Of what sort the whole report is: the shares of its sentences in which somebody speaks of himself, and of what it tells. */
export function reportOf({ document, classes }: Scene, entities: readonly Entity[]): Feature[] {
  const { sentences, words } = document;
  if (sentences.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { first, last } of sentences) {
    const here = new Set<string>();
    for (let i = first; i < last; i++) {
      const word = words[i] as Word;
      if (SPEAKER.has(word.lower)) here.add("speaks");
      if (word.upos !== "NOUN" && word.upos !== "VERB") continue;
      const lemma = lemmaOf(word);
      for (const name of OF_REPORTS) if (classes.has(name, lemma)) here.add(name);
    }
    for (const name of here) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let powers = 0;
  for (const { kind, mentions } of entities) if (POWERS.has(KINDS[kind] ?? "")) powers += mentions.length;
  // One sentence or two tell little of what a report is about.
  const told = sentences.length / (sentences.length + 4);
  return [
    ...[...counts].map(([name, count]): Feature => [`report of ${name}`, told * Math.sqrt(count / sentences.length)]),
    ["report of powers", told * Math.min(2, powers / sentences.length)],
  ];
}
const POWERS = new Set(["state", "force", "politics"]);

const SPEAKER = new Set(["i", "we", "us", "me", "my", "our", "you", "your"]);
