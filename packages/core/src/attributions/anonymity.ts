import type { Attribution, Entity, Word } from "../model/index.ts";
import type { DraftSource } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import { type Reading, wordAt } from "./reading.ts";

/** Relations by which a name belongs to the person and not to what the person comes from: "officer Ann Lee", "an officer in Rajouri". */
const NAMING = /^(?:flat|appos|nmod:desc|compound|nsubj)/;
const GROUPS = /^(?:state|government|military|police|armed-group|party|organisation|intergovernmental|media|judiciary|business)$/;

/** Whether a source is a person with a name, persons without one, an institution, or nobody. */
export function anonymityOf(
  reading: Reading,
  source: DraftSource | undefined,
  entity: Entity | undefined,
  lexicon: CueLexicon,
): Attribution["anonymity"] {
  if (!source) return "none";
  const head = source.antecedent ?? source.head;
  const kind = lexicon.sources.get(head.lemma.toLowerCase());
  const group = entity !== undefined && GROUPS.test(entity.kind);
  if (group && kind !== "person") return "institution";
  if (isNamed(reading, head, kind !== undefined)) return isOutlet(reading, head, lexicon) ? "institution" : "named";
  if (kind === "person") return "unnamed";
  if (kind || group) return "institution";
  if (entity?.kind === "person")
    return head.upos === "PRON" && hasName(entity)
      ? "named"
      : head.upos === "PROPN" && isOutlet(reading, head, lexicon)
        ? "institution"
        : hasName(entity)
          ? "named"
          : "unnamed";
  if (entity && entity.kind !== "unknown") return "unnamed";
  return head.upos === "PROPN" ? "institution" : "unnamed";
}

const hasName = (entity: Entity): boolean => entity.mentions.some(({ form }) => form === "name");

/** A person's name on the head, or beside it. A common noun with a capital that was taken for a name is none. */
function isNamed(reading: Reading, head: Word, common: boolean): boolean {
  const covers = (word: Word) => (reading.personName[word.index] as number) > (common && word === head ? 1 : 0);
  return (
    covers(head) || head.children.some((index) => NAMING.test(wordAt(reading, index).deprel) && covers(wordAt(reading, index)))
  );
}

/** "broadcaster RTE": what stands before a name may say that it is no person's. */
function isOutlet(reading: Reading, head: Word, lexicon: CueLexicon): boolean {
  const before = reading.document.words[(reading.low[head.index] as number) - 1];
  for (const word of [before, ...head.children.map((index) => wordAt(reading, index))]) {
    if (!word || word.index > head.index || word.sentence !== head.sentence) continue;
    const kind = lexicon.sources.get(word.lemma.toLowerCase());
    if (kind === "institution" || (kind === "media" && !/^(?:journalist|reporter|correspondent)$/.test(word.lemma))) return true;
  }
  return false;
}
