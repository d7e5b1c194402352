import type { Attribution, Entity, Word } from "../model/index.ts";
import type { DraftSource } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import { type Reading, wordAt } from "./reading.ts";

/** Relations by which a name belongs to the person and not to what the person comes from: "officer Ann Lee", "an officer in Rajouri". */
const NAMING = /^(?:flat|appos|nmod:desc|compound|nsubj)/;
const GROUPS = /^(?:state|government|military|police|armed-group|party|organisation|intergovernmental|media|judiciary|business)$/;

/** Whether a source is a person with a name, persons without one, an institution, or nobody. */
export function anonymityOf(reading: Reading, source: DraftSource | undefined, entity: Entity | undefined, lexicon: CueLexicon): Attribution["anonymity"] {
  if (!source) return "none";
  const head = source.antecedent ?? source.head;
  const kind = lexicon.sources.get(head.lemma.toLowerCase());
  if (isNamed(reading, head, kind !== undefined)) return describedAs(reading, head, lexicon) === "institution" ? "institution" : "named";
  if (kind === "person") return "unnamed";
  if (kind) return "institution";
  if (head.upos === "PRON" && entity?.kind === "person" && entity.mentions.some(({ form }) => form === "name")) return "named";
  if (describedAs(reading, head, lexicon)) return "institution";
  if (entity) {
    if (entity.kind === "person") return entity.mentions.some(({ form }) => form === "name") ? "named" : "unnamed";
    if (GROUPS.test(entity.kind)) return "institution";
    if (entity.kind !== "unknown") return "unnamed";
  }
  return head.upos === "PROPN" ? "institution" : "unnamed";
}

/** A person's name on the head, or beside it. A common noun with a capital that was taken for a name is none. */
function isNamed(reading: Reading, head: Word, common: boolean): boolean {
  const covers = (word: Word) => reading.document.names.some(({ kind, first, last }) => kind === "person" && first <= word.index && word.index < last && (!common || last - first > 1 || word !== head));
  return covers(head) || head.children.some((index) => NAMING.test(wordAt(reading, index).deprel) && covers(wordAt(reading, index)));
}

/** "broadcaster RTE": what stands by a name may say that it is no person. */
function describedAs(reading: Reading, head: Word, lexicon: CueLexicon): "institution" | undefined {
  for (const index of head.children) {
    const word = wordAt(reading, index);
    const kind = /^(?:nmod:desc|compound|appos)/.test(word.deprel) ? lexicon.sources.get(word.lemma.toLowerCase()) : undefined;
    if (kind === "person") return undefined;
    if (kind === "institution" || (kind === "media" && !/^(?:journalist|reporter|correspondent)$/.test(word.lemma))) return "institution";
  }
  return undefined;
}
