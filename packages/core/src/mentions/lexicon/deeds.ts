import type { Knowledge } from "../../model/index.ts";
import { listOf, rowsOf } from "../../shared/tables.ts";

/** Lemmas of nouns before which a modifier tells who acts: a state's adjective ("an Israeli raid"), a force ("police firing"). */
export interface Deeds {
  state: ReadonlySet<string>;
  force: ReadonlySet<string>;
}

export function readDeeds(knowledge: Knowledge): Deeds {
  const state = new Set<string>();
  const force = new Set<string>();
  for (const { deed, by } of rowsOf(knowledge, "actors/deeds", ["deed", "by"]))
    for (const lemma of listOf(deed)) (by === "state" ? state : force).add(lemma);
  return { state, force };
}
