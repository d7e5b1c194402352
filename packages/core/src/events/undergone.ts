import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** "Two dead, thirty wounded", "134 herders massacred": a participle whose auxiliary is left out has its victim as subject. */
export function undergo({ syntax, classes, kinds, document }: Scene, draft: Draft): void {
  const { word } = draft;
  // "Troops attacked in the hamlet": who is armed and acts in a sentence's past tense does it, whatever a headline leaves out.
  const inHeadline = document.headline !== undefined && word.start < document.headline.end;
  if (word.xpos === "VBD" && !inHeadline && classes.has("assaulting", lemmaOf(word)))
    if (draft.actors.every(({ word: actor }) => kinds.isA(actor, "@armed"))) return;
  if (draft.recipients.length > 0 || draft.actors.length === 0) return;
  // "soldiers shot in the air": at nobody.
  if ([2, 3].some((step) => syntax.at(word.index + step, word)?.lower === "air")) return;
  // "with shops set ablaze": a building does nothing to anybody.
  const built = draft.type === "ASSAULT" && draft.actors.every(({ word: actor }) => kinds.isA(actor, "@structure"));
  if (!built && !classes.has("victimverb", lemmaOf(word))) return;
  // "he shot again", "Police name clerk shot in store": a pronoun that acts, and the subject of another verb.
  if (LOOSE.has(lemmaOf(word)) && !(syntax.has(word, "nsubj") && draft.actors.every(({ word: actor }) => actor.upos !== "PRON")))
    return;
  if (
    (word.xpos !== "VBD" && word.xpos !== "VBN" && word.lower !== "shot") ||
    syntax.isPassive(word) ||
    syntax.has(word, "aux") ||
    syntax.has(word, "ccomp") ||
    syntax.object(word) ||
    syntax.oblique(word, "at", "into", "towards").length > 0
  )
    return;
  draft.recipients = draft.actors;
  draft.actors = [];
}

const NUMBERS = new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
]);

/** Verbs that those who do it often have without an object. */
const LOOSE = new Set(["shoot", "shot", "stab", "gun", "knife"]);

/** "two groups backed by Iran, the Lions and the Eagles": as many names behind the agent as were told of are no agents. */
export function leaveList({ syntax }: Scene, draft: Draft): void {
  if (draft.word.deprel !== "acl" || !syntax.isPassive(draft.word) || draft.actors.length < 3) return;
  const noun = syntax.head(draft.word);
  const number = noun && syntax.child(noun, (c) => c.deprel === "nummod");
  if (number && NUMBERS.get(number.lower) === draft.actors.length - 1) draft.actors.splice(1);
}
