import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

const PUNISHING = /^(?:sanction\.(?:convict|foundguilty|conviction|sentence)|coerce\.arrest)/;

/** "sentenced for the murder of a nurse", "arrested two men over the abuse": whoever is punished for a deed did it, as it is told. */
export function blamePunished({ syntax }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const over of drafts.values()) {
    if (over.dropped || !PUNISHING.test(over.rule) || over.recipients.length === 0) continue;
    const punished = over.recipients.map(({ word }) => word);
    for (const on of [over.word, ...punished])
      for (const word of syntax.oblique(on, "for", "over")) {
        const deed = drafts.get(word.index);
        if (deed?.type === "ASSAULT" && deed.actors.length === 0)
          deed.actors = punished.map((one) => ({ word: one, implied: true }));
      }
  }
}

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
