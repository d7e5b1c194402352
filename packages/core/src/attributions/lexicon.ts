import type { Knowledge, Stance } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";

/** How a cue takes its content; see the comments of lexicons/en/attributions/verbs.tsv. */
export interface Frame {
  clause: boolean;
  quotation: boolean;
  object: boolean;
  infinitive: boolean;
  gerund: boolean;
  /** The content is the object together with what is said of it. */
  predicate: boolean;
  /** The object is content when it gives a figure: "put the toll at ten". */
  figure: boolean;
  /** Only what is written or recorded says it: "a video showed", not "she showed her pass". */
  document: boolean;
  /** The object is who is spoken to. */
  recipient: boolean;
  prepositions: readonly string[];
  stance: Stance;
}

export type SourceKind = "person" | "institution" | "document" | "media";

export interface CueLexicon {
  verbs: ReadonlyMap<string, Frame>;
  nouns: ReadonlyMap<string, Frame>;
  sources: ReadonlyMap<string, SourceKind>;
  /** Lemmas of what is threatened. */
  threats: ReadonlySet<string>;
}

export function readLexicon(knowledge: Knowledge): CueLexicon {
  const frames = (name: string) =>
    new Map(
      rowsOf(knowledge, name, ["lemma", "frame", "prepositions", "stance"]).map(({ lemma, frame, prepositions, stance }) => [
        lemma,
        {
          clause: frame.includes("c"),
          quotation: frame.includes("q"),
          object: frame.includes("o"),
          infinitive: frame.includes("i"),
          gerund: frame.includes("g"),
          predicate: frame.includes("s"),
          figure: frame.includes("n"),
          document: frame.includes("d"),
          recipient: frame.includes("r"),
          prepositions: listOf(prepositions),
          stance: stance as Stance,
        },
      ]),
    );
  return {
    verbs: frames("attributions/verbs"),
    nouns: frames("attributions/nouns"),
    sources: new Map(
      rowsOf(knowledge, "attributions/sources", ["lemma", "kind"]).map(({ lemma, kind }) => [lemma, kind as SourceKind]),
    ),
    threats: new Set(rowsOf(knowledge, "attributions/threats", ["lemma"]).map(({ lemma }) => lemma)),
  };
}
