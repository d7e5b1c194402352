import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import { otherSides, sameSide } from "./sides.ts";

/** What somebody is told to suffer by those who warn him: "warned that intruders will face …". */
const SUFFERING = new Set(["face", "pay", "suffer", "regret", "meet", "receive", "be", "lose", "find"]);

/**
 * "The minister warned that rebels could attack the town": a word of danger and no threat, as whoever is to do it is not of the
 * side of him who warns. "warned of a civil war" says of nobody that he will bring it.
 */
export function dropWarnings(scene: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.type !== "THREATEN" || !/^threaten\.warn\b/.test(draft.frame.id)) continue;
    if (!isForetelling(scene, draft)) continue;
    draft.dropped = true;
    for (const { standing } of drafts.values())
      if (standing.modality === "threatened" && standing.above.includes(draft.word)) standing.modality = "possible";
  }
}

function isForetelling(scene: Scene, { word, actors, frame }: Draft): boolean {
  const { syntax, classes, nominals } = scene;
  const speaker = actors[0]?.word;
  const clauses = syntax.children(word).filter((c) => c.deprel === "ccomp");
  for (const clause of clauses) {
    const doer = syntax.isPassive(clause) ? syntax.subject(clause) : syntax.surfaceSubject(clause);
    if (!doer) continue;
    const suffers = SUFFERING.has(lemmaOf(clause)) || syntax.has(clause, "cop");
    if (frame.id === "threaten.warn.own") return !speaker || suffers || !sameSide(scene, speaker, doer.word);
    if (!suffers && speaker && otherSides(scene, speaker, doer.word)) return true;
  }
  if (clauses.length > 0) return false;
  // "Washington warned of a harsh response", "warned Tehran of consequences": what he can bring about himself.
  const object = syntax.child(word, (c) => c.deprel === "obj" || c.deprel === "iobj");
  const about = syntax.oblique(word, "of", "about");
  if (about.length === 0 || syntax.child(word, (c) => relation(c) === "xcomp")) return false;
  if (about.some((noun) => classes.has("reprisal", lemmaOf(noun)))) return false;
  const kind = speaker && nominals.entity(speaker)?.kind;
  return object === undefined || (kind !== "state" && kind !== "armed-group" && kind !== "military");
}

/** Whose words a deed is told in, where he is known to be of another side than he who is to do it: foretold, and not threatened. */
export function isForetold(scene: Scene, draft: Draft): boolean {
  const teller = tellerOf(scene, draft.word);
  return teller !== undefined && draft.actors.some(({ word }) => otherSides(scene, teller, word));
}

/** Who says what a clause tells. */
export function tellerOf({ syntax, classes }: Scene, word: Word): Word | undefined {
  const clause = syntax.clauseHead(word);
  const above = syntax.head(clause);
  const over = above && relation(clause) === "ccomp" ? above : undefined;
  const telling = over ?? syntax.child(clause, (c) => relation(c) === "parataxis" && classes.has("say", lemmaOf(c)));
  return telling && syntax.subject(telling)?.word;
}
