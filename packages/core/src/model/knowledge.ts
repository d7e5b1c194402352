/** One lexicon file: column names and rows of cells, as edited in `lexicons/`. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/**
 * What core needs to know of a language and of the world, as data: core reads no file, so whoever calls it loads
 * this first (`@annalist/english`), from disk or over the network.
 */
export interface Knowledge {
  /** Learned weights by the name of their file: "parser", "splitter". */
  models: Readonly<Record<string, Uint8Array>>;
  /** A hash of all the weights, for `producer.model`. */
  modelVersion: string;
  /** Lexicon files by their path below `lexicons/en` without the ending: "times/holidays". */
  tables: Readonly<Record<string, Table>>;
  /** A hash of the tables, for `producer.lexicon`. */
  lexiconVersion: string;
  /** The packed gazetteer; empty for none, and then no place is resolved. */
  gazetteer: Uint8Array;
}
