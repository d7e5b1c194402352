import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/**
 * "Snow blocked the road", "The eruption closed the airport", "A bear attacked two hikers": what weather, the ground and animals do
 * is no deed of anybody's. What they are told to be like ("a storm of protest", "the Lions") is left alone.
 */
export function dropNature(scene: Scene, drafts: ReadonlyMap<number, Draft>): void {
  const { syntax, classes, nominals } = scene;
  for (const draft of drafts.values()) {
    const { word } = draft;
    if (draft.dropped || word.upos !== "VERB") continue;
    const told = syntax.subject(word)?.word;
    // "A swarm of bees attacked": what is counted.
    const subject = told && nominals.core(told);
    if (!subject) continue;
    const lemma = lemmaOf(subject);
    // "Snow blocked the road": written large at the head of its sentence, it is no name.
    const wild = classes.has("weather", lemma) || classes.has("animal", lemma);
    const opens = wild && syntax.at(subject.index - 1, subject) === undefined;
    if (!opens && (subject.upos !== "NOUN" || nominals.mention(subject)?.form === "name")) continue;
    const force = classes.has("weather", lemma) && draft.type !== "ASSAULT" && !syntax.oblique(subject, "of").length;
    if (force || classes.has("animal", lemma)) draft.dropped = true;
  }
}
