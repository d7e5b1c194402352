import type { Knowledge } from "../../model/index.ts";
import { listOf, rowsOf } from "../../shared/tables.ts";

/**
 * Lemmas of nouns before which a modifier tells who acts: a state's adjective ("an Israeli raid"), a force ("police firing"); and of
 * what several do together, wherever they meet for it ("talks", "confer"); and of going
 * elsewhere.
 */
export interface Deeds {
  state: ReadonlySet<string>;
  force: ReadonlySet<string>;
  together: ReadonlySet<string>;
  away: ReadonlySet<string>;
}

export function readDeeds(knowledge: Knowledge): Deeds {
  const deeds = { state: new Set<string>(), force: new Set<string>(), together: new Set<string>(), away: new Set<string>() };
  for (const { deed, by } of rowsOf(knowledge, "actors/deeds", ["deed", "by"]))
    for (const lemma of listOf(deed)) deeds[by === "state" || by === "together" || by === "away" ? by : "force"].add(lemma);
  return deeds;
}
