import type { Knowledge, Sentence, Word } from "../model/index.ts";
import { rowsOf } from "../shared/tables.ts";
import type { Domains } from "./domains.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";

const logit = (p: number): number => Math.log(p / (1 - p));

/** What a report's events are worth on the whole, in the sentences that the judge has learnt from. */
const USUAL = 0.75;
/** How much of what the others tell is believed, and how far one event may be moved, in log odds. */
const BELIEVED = 0.7;
const [LEAST_SHIFT, MOST_SHIFT] = [-1, 1.5];

/**
 * The events of a report speak for each other: a match report's attack is none, and a doubtful one among raids is likely one.
 * The first look at each, its own sentence alone, is moved by the mean of all; one or two events tell little.
 */
export function together(alone: readonly number[]): number[] {
  if (alone.length < 2) return [...alone];
  const mean = alone.reduce((sum, p) => sum + p, 0) / alone.length;
  const shift = (BELIEVED * (logit(mean) - logit(USUAL)) * alone.length) / (alone.length + 4);
  const bounded = Math.min(MOST_SHIFT, Math.max(LEAST_SHIFT, shift));
  return alone.map((p) => sigmoid(logit(p) + bounded));
}

/** A feature and how much of it there is: mostly 1. */
export type Feature = readonly [name: string, value: number];

/** Below this an event is taken for none: a match, a price, a film, a figure of speech. */
export const LEAST = 0.2;

/**
 * Says whether a frame's words tell of an event, and how sure an event is. Two logistic models, learnt by `training/judge`
 * from sentences written and annotated for it; weights in `events/judge`. The judge looks at whose deed it is, to whom, and
 * in which surroundings; it only leaves out. The confidence of what stays is the frame's own score, calibrated: the order of
 * events is that of their scores, and of those said to be sure to 0.8 about eight in ten are right.
 */
export class Judge {
  private readonly weights = new Map<string, number>();

  constructor(knowledge: Knowledge) {
    for (const { feature, weight } of rowsOf(knowledge, "events/judge", ["feature", "weight"]))
      this.weights.set(feature, Number(weight));
  }

  private weight(name: string): number {
    return this.weights.get(name) ?? 0;
  }

  /** How likely it is an event at all, 0..1. */
  probability(features: readonly Feature[]): number {
    return sigmoid(features.reduce((sum, [name, value]) => sum + this.weight(name) * value, 0));
  }

  /** The share of events with this score that are right, 0..1. */
  confidence(score: number): number {
    return sigmoid(this.weight("calibration") + this.weight("calibration score") * centred(score));
  }
}

const sigmoid = (sum: number): number => Math.min(0.999, Math.max(0.001, 1 / (1 + Math.exp(-sum))));
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

export function featuresOf(scene: Scene, draft: Draft, score: number, surroundings: readonly string[]): Feature[] {
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
  return features;
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
  }
  return [...found];
}

const SPEAKER = new Set(["i", "we", "us", "me", "my", "our", "you", "your"]);
