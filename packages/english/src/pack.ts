import type { Table } from "@annalist/core";

/** `data/pack.json`, written by `scripts/pack.mjs`: every lexicon file, and what else lies beside it. */
export interface Pack {
  tables: Record<string, Table>;
  lexiconVersion: string;
  /** Names of the files `models/NAME.bin`. */
  models: string[];
  modelVersion: string;
}
