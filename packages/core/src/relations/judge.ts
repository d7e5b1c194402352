import type { Document, Event, Knowledge, Word } from "../model/index.ts";
import { WordClasses } from "../shared/classes.ts";
import { rowsOf } from "../shared/tables.ts";
import { relation } from "../shared/tree.ts";
import type { Candidate } from "./candidates.ts";

/** How likely it is that one of two told things is why the other is, and that the far one is the effect. */
export interface Verdict {
  /** 0..1. */
  probability: number;
  /** Whether the far one follows from the near one, where there is a cause at all. */
  farFollows: boolean;
}

/** What the judge looks at beside the tree: the events by the word of their trigger, and which words are days and hours. */
export interface Told {
  eventAt(word: Word): Event | undefined;
  isTime(word: Word): boolean;
  /** The classes of words that a lemma is in, small letters ("events/classes"). */
  classesOf(lemma: string): readonly string[];
}

/**
 * Says whether a sentence gives one thing as why of another. Two logistic models, learnt by `training/causes`; weights in
 * `relations/judge`. It looks at the words that tie the two, at what the two are and at what hangs on them.
 */
export class CauseJudge {
  private readonly weights = new Map<string, readonly [cause: number, way: number]>();
  readonly classes: ReadonlyMap<string, readonly string[]>;

  constructor(knowledge: Knowledge) {
    for (const { feature, cause, way } of rowsOf(knowledge, "relations/judge", ["feature", "cause", "way"]))
      this.weights.set(feature, [Number(cause), Number(way)]);
    this.classes = new WordClasses(knowledge).byWord();
  }

  /** Whether there is a table: a lexicon without one leaves causes to the signals. */
  get learnt(): boolean {
    return this.weights.size > 0;
  }

  judge(features: readonly string[]): Verdict {
    let [cause, way] = [0, 0];
    for (const feature of features) {
      const weight = this.weights.get(feature);
      if (!weight) continue;
      cause += weight[0];
      way += weight[1];
    }
    return { probability: 1 / (1 + Math.exp(-cause)), farFollows: way > 0 };
  }
}

/** The names of what holds of a candidate, as the table has them. */
export function featuresOf(document: Document, candidate: Candidate, told: Told): string[] {
  const { near, far, tie, mark, signal } = candidate;
  const [kind] = tie.split(" ") as [string];
  const [a, b] = [kindOf(told.eventAt(near)), kindOf(told.eventAt(far))];
  const [nearLemma, farLemma] = [near.lemma.toLowerCase(), far.lemma.toLowerCase()];
  const found = [
    "bias",
    `tie ${tie}`,
    `${kind}: ${mark}`,
    `mark ${mark}`,
    `near ${nearLemma}`,
    `far ${farLemma}`,
    `${nearLemma} ${mark}`,
    `${mark} ${farLemma}`,
    `near is ${a}`,
    `far is ${b}`,
    `${a} ${mark}`,
    `${mark} ${b}`,
    `${a} and ${b}`,
    `near tag ${near.xpos}`,
    `far tag ${far.xpos}`,
    `${mark} tag ${far.xpos}`,
    `tag ${near.xpos} ${mark}`,
    `${far.upos} on ${near.upos}`,
    `${mark} as ${far.deprel}`,
    far.index < near.index ? "far first" : "near first",
  ];
  for (const name of told.classesOf(nearLemma)) found.push(`near of ${name}`, `${name} ${mark}`);
  for (const name of told.classesOf(farLemma)) found.push(`far of ${name}`, `${mark} of ${name}`);
  if (signal) {
    const { kind: says, strength, text } = signal;
    found.push(
      `signal ${text}`,
      `signal ${says} ${strength}`,
      `signal ${says} ${strength} ${a}`,
      `signal ${says} ${strength} on ${b}`,
    );
  }
  const before = document.words[candidate.first - 1];
  if (before && before.sentence === near.sentence) found.push(`${before.upos === "PUNCT" ? "," : before.lower} before ${mark}`);
  const subject = far.children.some((index) => document.words[index]?.deprel.startsWith("nsubj"));
  found.push(`${mark} ${subject ? "with" : "without"} subject`);
  const gap = Math.abs(far.index - near.index);
  found.push(`${mark} ${gap < 4 ? "close" : gap < 10 ? "apart" : "far off"}`);
  for (const word of childrenIn(document, far)) {
    const kind = kindOf(told.eventAt(word));
    if (kind !== "-") found.push(`${mark} over ${kind}`, `over ${kind}`);
  }
  for (const word of childrenIn(document, near)) {
    const kind = kindOf(told.eventAt(word));
    if (kind !== "-" && word !== far) found.push(`beside ${kind} ${mark}`);
  }
  if (told.isTime(far)) found.push("time", `time ${mark}`);
  for (const word of childrenIn(document, far)) {
    const below = relation(word);
    if (HELD.has(below)) found.push(`far ${below} ${word.lemma.toLowerCase()}`);
    else if (SHADES.has(below)) found.push(`far with ${word.lemma.toLowerCase()}`);
  }
  for (const word of childrenIn(document, near)) {
    const below = relation(word);
    if (HELD_NEAR.has(below)) found.push(`near ${below} ${word.lemma.toLowerCase()}`, `near has ${kindOf(told.eventAt(word))}`);
    else if (SHADES.has(below)) found.push(`near with ${word.lemma.toLowerCase()}`);
  }
  const above = document.words[near.head];
  if (above) found.push(`under ${above.lemma.toLowerCase()} ${near.deprel}`, `near ${near.deprel}`);
  else found.push("near root");
  return found;
}

const HELD: ReadonlySet<string> = new Set(["obj", "nsubj", "obl", "nmod", "compound", "amod"]);
const HELD_NEAR: ReadonlySet<string> = new Set(["obj", "nsubj", "compound"]);
const SHADES: ReadonlySet<string> = new Set(["aux", "advmod"]);

const childrenIn = ({ words }: Document, word: Word): Word[] => word.children.map((index) => words[index] as Word);

/** An event's type, with the mode where deeds of one type differ much. */
function kindOf(event: Event | undefined): string {
  if (!event) return "-";
  return event.type === "COERCE" && event.mode ? `COERCE/${event.mode}` : event.type;
}
