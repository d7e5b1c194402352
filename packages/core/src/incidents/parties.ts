import type { Argument, Entity } from "../model/index.ts";
import { type Party, skeleton } from "./facts.ts";

/** Nouns that say no more than that there were people, or a thing; two of these are no likeness. */
const EMPTY =
  /^(?:people|person|man|woman|child|member|other|one|some|many|several|group|force|source|official|victim|it|he|she|they|them|him|her|that|this|who|which|those|all|number|dozen|site|target|place|thing|mostly|city|town|village|country|area|region)$/;

export function partyOf({ entity: id, lemma }: Argument, entities: ReadonlyMap<string, Entity>): Party | undefined {
  const entity = id === undefined ? undefined : entities.get(id);
  const noun = lemma && /^\p{L}{3,}$/u.test(lemma) && !EMPTY.test(lemma) ? lemma : undefined;
  if (!entity) return noun ? { name: noun, noun, state: false } : undefined;
  const named = entity.mentions.some(({ form }) => form === "name");
  // A group of the lexicon and the same under a spelling that it lacks: both go by their consonants.
  const known = entity.reference?.startsWith("group:") ? undefined : entity.reference;
  const key = known ?? (named || entity.reference ? skeleton(entity.name) : undefined);
  return {
    name: entity.name,
    ...(key && { key }),
    ...(entity.reference && { reference: entity.reference }),
    ...(entity.country && { country: entity.country }),
    ...(entity.sector && { sector: entity.sector }),
    ...(noun && { noun }),
    state: entity.kind === "state" || entity.kind === "government",
  };
}
