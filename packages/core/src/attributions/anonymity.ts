import type { Argument, Attribution, Entity, Word } from "../model/index.ts";
import type { DraftSource } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import type { Reading } from "./reading.ts";

/** Whether the first source is a person with a name, persons without one, an institution or nobody. */
export function anonymityOf(
  reading: Reading,
  drafts: readonly DraftSource[],
  sources: readonly Argument[],
  entities: readonly Entity[],
  lexicon: CueLexicon,
): Attribution["anonymity"] {
  const source = drafts[0];
  if (!source) return "none";
  const entity = entities.find(({ id }) => id === sources[0]?.entity);
  const head = source.antecedent ?? source.head;
  const kind = lexicon.sources.get(head.lemma.toLowerCase());
  if (entity?.kind === "person" && entity.mentions.some(({ form }) => form === "name")) return "named";
  if (kind === "person") return hasName(reading, source) ? "named" : "unnamed";
  if (entity) {
    const named = entity.mentions.some(({ form }) => form === "name");
    if (entity.kind === "person" || entity.kind === "civilians" || entity.kind === "protesters" || entity.kind === "population")
      return "unnamed";
    if (entity.kind !== "unknown") return "institution";
    if (named) return hasName(reading, source) ? "named" : "institution";
  }
  if (kind) return "institution";
  if (head.upos === "PROPN") return isPersonName(reading, head) ? "named" : "institution";
  return "unnamed";
}

function hasName(reading: Reading, { first, last }: DraftSource): boolean {
  return reading.document.names.some((name) => name.kind === "person" && name.first >= first && name.last <= last);
}

const isPersonName = (reading: Reading, word: Word): boolean =>
  reading.document.names.some(({ kind, first, last }) => kind === "person" && first <= word.index && word.index < last);
