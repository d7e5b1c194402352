import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import type { Syntax } from "./syntax.ts";

/** "No officers", "none of the passengers", "neither the driver nor the guard": nobody. */
export function isNobody(syntax: Syntax, word: Word): boolean {
  if (/^(?:nobody|none|no-one|neither)$/.test(word.lower)) return true;
  if (word.lower === "one" && syntax.at(word.index - 1, word)?.lower === "no") return true;
  const denied = (noun: Word) =>
    syntax.child(
      noun,
      (c) => c.index < noun.index && /^(?:no|neither|nor)$/.test(c.lower) && /^(?:det|cc|advmod)/.test(c.deprel),
    );
  if (denied(word)) return true;
  // "no women or children", "neither the driver nor the guard"
  const first = relation(word) === "conj" ? syntax.head(word) : undefined;
  const alike = first && syntax.child(word, (c) => c.deprel === "cc" && /^n?or$/.test(c.lower));
  return alike !== undefined && denied(first as Word) !== undefined;
}

/** Nobody is the victim of himself: "killed himself", "blew themselves up". */
export const isSelf = (word: Word): boolean => word.upos === "PRON" && /sel(?:f|ves)$/.test(word.lower);

const HARM = /^(?:kill|wound|injure|hurt|harm|die|perish|maim)$/;

/**
 * "The gunman killed himself": who harms himself alone attacks nobody. "blew himself up" is an attack of its own, and "shot himself"
 * is counted among shootings.
 */
export function dropSelfHarm(drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    const { type, recipients, frame } = draft;
    if (type !== "ASSAULT" || frame.mode === "suicide-attack" || recipients.length === 0) continue;
    if (!recipients.every(({ word }) => isSelf(word))) continue;
    // "shot himself after killing his wife": the other deed is the one against somebody.
    const other = [...drafts.values()].some((one) => one !== draft && one.type === "ASSAULT" && !one.dropped);
    if (frame.mode !== "firearms" || other) draft.dropped = true;
  }
}

/**
 * "Nobody was injured when a grenade exploded": that a deed harmed nobody is told of the deed, and is none of its own. "No civilians
 * were killed" speaks for the civilians alone, and "killed by soldiers" clears somebody: such denials stay.
 */
export function dropHarmless({ syntax, kinds }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    const { word, type, standing, actors } = draft;
    if (type !== "ASSAULT" || standing.polarity !== "negated" || !HARM.test(lemmaOf(word))) continue;
    if (actors.some((actor) => kinds.isA(actor.word, "@actor"))) continue;
    const harmed = syntax.object(word)?.word ?? syntax.surfaceSubject(word)?.word;
    if (harmed && isNobody(syntax, harmed) && ANYBODY.test(harmed.lower)) draft.dropped = true;
  }
}
const ANYBODY = /^(?:nobody|none|no-one|one|people|person|persons|casualties|injuries)$/;
