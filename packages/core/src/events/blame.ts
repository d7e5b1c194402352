import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

const PUNISHING = /^(?:sanction\.(?:convict|foundguilty|conviction|sentence)|coerce\.arrest|accuse\.charge|threaten\.warrant)/;

/**
 * "sentenced for the murder of a nurse", "arrested two men over the abuse", "held in connection with the bombing": whoever is
 * punished for a deed did it, as it is told.
 */
export function blamePunished(scene: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const over of drafts.values()) {
    if (over.dropped || !PUNISHING.test(over.rule) || over.recipients.length === 0) continue;
    const punished = over.recipients.map(({ word }) => word);
    for (const on of [over.word, ...punished])
      for (const word of punishedFor(scene, on)) {
        const deed = drafts.get(word.index);
        if (deed?.type === "ASSAULT" && deed.actors.length === 0)
          deed.actors = punished.map((one) => ({ word: one, implied: true }));
      }
  }
}

/** What stands behind "for", "over" and "in connection with"; behind a bare "in" only what is a crime: in a raid one is arrested. */
function punishedFor({ syntax, classes }: Scene, on: Word): Word[] {
  const within = syntax.oblique(on, "in");
  return [
    ...syntax.oblique(on, "for", "over"),
    ...within.filter((noun) => classes.has("violent-crime", lemmaOf(noun))),
    ...within.filter((noun) => CONNECTION.test(lemmaOf(noun))).flatMap((noun) => syntax.oblique(noun, "with", "to")),
  ];
}

const CONNECTION = /^(?:connection|relation)$/;

/** "criticised the police for their negligence": a pronoun of the deed's own, which is theirs whom the blame names. */
export const isOwn = ({ syntax }: Scene, { word, actors }: Draft): boolean =>
  actors.length === 1 &&
  syntax.child(word, (c) => c.deprel === "nmod:poss" && c.upos === "PRON" && c.index === actors[0]?.word.index) !== undefined;

/** "blamed the government and the army for the murder": a deed that was hung on the last of those who are blamed for it. */
export function chargeWith({ syntax, classes }: Scene, accusation: Draft, drafts: ReadonlyMap<number, Draft>): void {
  if (accusation.recipients.length === 0 || !classes.has("blame", lemmaOf(accusation.word))) return;
  for (const { word } of accusation.recipients) {
    for (const noun of syntax.oblique(word, "for", "in", "of")) {
      const deed = relation(noun) === "nmod" ? drafts.get(noun.index) : undefined;
      if (deed?.type !== "ASSAULT" || deed.actors.length > 0) continue;
      deed.actors = accusation.recipients.map((one) => ({ word: one.word, implied: true }));
    }
  }
}

/** "After the murder of the judge she held the army responsible for it": a deed told before, and a pronoun for it. */
export function blameForIt({ syntax }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  let deed: Draft | undefined;
  for (const draft of drafts.values()) {
    if (draft.dropped) continue;
    if (draft.type === "ASSAULT") deed = draft;
    if (draft.type !== "ACCUSE" || draft.recipients.length === 0 || !deed || deed.actors.length > 0) continue;
    const blamed = syntax.below(draft.word, () => false, 40);
    if (blamed.some((word) => /^(?:it|this|them|these)$/.test(word.lower) && syntax.preposition(word) === "for"))
      deed.actors = draft.recipients.map(({ word }) => ({ word, implied: true }));
  }
}

/** "condemned the massacre of the priests": whoever did it is meant, told or not, and never those to whom it was done. */
export function blameDoers({ syntax }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.dropped || draft.type !== "ACCUSE") continue;
    const object = syntax.object(draft.word)?.word;
    const deed = object && drafts.get(object.index);
    if (!deed || (deed.type !== "ASSAULT" && deed.type !== "COERCE")) continue;
    const victims = new Set(deed.recipients.map(({ word }) => word.index));
    draft.recipients = draft.recipients.filter(({ word }) => !victims.has(word.index));
    if (draft.recipients.length === 0) draft.recipients = deed.actors.map(({ word }) => ({ word, implied: true }));
    draft.blames = true;
  }
}

/** "blamed the rebels for the murder", "accused of the bombing". */
export function isBlamedFor({ syntax }: Scene, word: Word): boolean {
  const preposition = syntax.preposition(word);
  return ["for", "of", "over", "with", "in"].includes(preposition);
}
