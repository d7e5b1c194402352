import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/**
 * How well an event is told, 0..1, by hand-set parts: a verb with its participants in the main clause most, a bare noun in a side clause
 * least. `priors` shift frames whose words often tell something else or less. What a verb of saying reports stands as if it were the main clause.
 */
export function scoreOf(scene: Scene, draft: Draft, priors: ReadonlyMap<string, number>): number {
  const { word, standing } = draft;
  let sum = 0.8;
  if (draft.frame.pos === "n") sum -= 0.12;
  if (draft.actors.length > 0) sum += 0.05;
  if (draft.recipients.length > 0) sum += 0.04;
  if (draft.frame.needs.length > 0) sum += 0.02;
  if (draft.merged.length > 0) sum += 0.03;
  sum += priors.get(draft.frame.id) ?? 0;
  sum -= 0.06 * Math.min(4, depth(scene, word));
  if (standing.polarity === "negated") sum -= 0.1;
  if (standing.modality !== "actual" && draft.type !== "AGREE" && draft.type !== "THREATEN") sum -= 0.15;
  return Math.round(100 * Math.min(0.98, Math.max(0.05, sum))) / 100;
}

function depth({ syntax, classes }: Scene, word: Word): number {
  let levels = 0;
  let at = word;
  for (let n = 0; n < 12; n++) {
    const above = syntax.head(at);
    if (!above) return levels;
    const rel = relation(at);
    if (rel === "ccomp" && classes.has("say", lemmaOf(above))) {
      // content of a report
    } else if (rel === "acl" || rel === "advcl" || rel === "ccomp" || rel === "nmod" || rel === "obl") levels++;
    else if (rel === "conj" || rel === "xcomp") levels += 0.5;
    at = above;
  }
  return levels;
}
