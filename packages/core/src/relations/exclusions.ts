import type { Document, Word } from "../model/index.ts";
import type { Candidate } from "./candidates.ts";
import type { End } from "./ends.ts";

/** Words whose "to" tells what was said, agreed or asked for, and no purpose. */
const CONTENT: ReadonlySet<string> = new Set(["AGREE", "SUPPORT", "REQUEST", "THREATEN", "SANCTION"]);
const HARM = /^(?:die|kill|wound|injure|hurt)$/;
/** "claimed responsibility for", "denied any part in": who says it was he, and no reason. */
const CLAIMED = /^(?:responsibility|credit|part|role|involvement)$/;
/** Below this a participle of harm is taken to be the toll of what it hangs on, whatever that is. */
const FOLLOWED = 0.65;

/** "signed an accord to free the prisoners": what was agreed. */
export const isContent = (near: End, { mark }: Candidate): boolean =>
  mark === "to" && "event" in near && CONTENT.has(near.event.type);

const [CONDITIONS, CONCESSIONS] = [/\b(?:if|unless|until|till)$/, /\b(?:despite|although|though|in spite of)$/];

/** "will march if the price rises": what would follow. */
export const isCondition = ({ mark }: Candidate): boolean => CONDITIONS.test(mark);

/** "marched despite the ban": what did not keep them from it. */
export const isConcession = ({ mark }: Candidate): boolean => CONCESSIONS.test(mark);

/** "stormed the post, killing ten", "were hurt in the blast": the toll is a value of the attack, and nothing that followed from it. */
export const isToll = (one: End, other: End, probability: number): boolean =>
  isTollOf(one, other, probability) || isTollOf(other, one, probability);

function isTollOf(one: End, other: End, probability: number): boolean {
  if (!HARM.test(one.head.lemma)) return false;
  if ("event" in other && other.event.type === "ASSAULT" && (!("event" in one) || one.head.xpos === "VBG")) return true;
  // "a bomb that killed ten"
  if (one.head.deprel.startsWith("acl")) return true;
  return one.head.xpos === "VBG" && ("event" in one || probability < FOLLOWED);
}

export const isClaim = (end: End): boolean => !("event" in end) && CLAIMED.test(end.head.lemma);

/** What can happen or be a reason: an event, a clause, a thing; a name is neither ("protests against the president"). */
export const isMatter = (end: End): boolean => "event" in end || end.head.upos !== "PROPN";

/** "asked not to be named because the inquiry goes on": why a source is unnamed is no part of what happened. */
export const isAnonymity = ({ words }: Document, governor: Word | undefined): boolean =>
  governor !== undefined &&
  [governor, ...governor.children.map((index) => words[index] as Word)].some(
    ({ upos, lemma }) => upos === "VERB" && /^(?:name|identify)$/.test(lemma),
  );
