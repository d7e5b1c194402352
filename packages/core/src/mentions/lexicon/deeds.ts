import type { Knowledge } from "../../model/index.ts";
import { listOf, rowsOf } from "../../shared/tables.ts";

/**
 * Lemmas of nouns before which a modifier tells who acts: a state's adjective ("an Israeli raid"), a force ("police firing"); of
 * what several do together, wherever they meet for it ("talks", "confer"); of going away; and of what stands for a state abroad.
 */
export type Deeds = Readonly<Record<"state" | "force" | "together" | "away" | "abroad", ReadonlySet<string>>>;

export function readDeeds(knowledge: Knowledge): Deeds {
  const deeds = {
    state: new Set<string>(),
    force: new Set<string>(),
    together: new Set<string>(),
    away: new Set<string>(),
    abroad: new Set<string>(),
  };
  for (const { deed, by } of rowsOf(knowledge, "actors/deeds", ["deed", "by"]))
    for (const lemma of listOf(deed)) deeds[by in deeds ? (by as keyof Deeds) : "force"].add(lemma);
  return deeds;
}
