import type { Knowledge } from "../../model/index.ts";
import { rowsOf } from "../../shared/tables.ts";
import { keysOf } from "./normalise.ts";
import { Trie } from "./trie.ts";

/** A title or rank that stands before a name. */
export interface Title {
  title: string;
  sector: string;
  gender: "" | "m" | "f";
}

export function readTitles(knowledge: Knowledge): Trie<Title> {
  const trie = new Trie<Title>();
  for (const row of rowsOf(knowledge, "actors/titles", ["title", "sector", "gender"])) {
    trie.add(keysOf(row.title), { title: row.title, sector: row.sector, gender: row.gender as Title["gender"] });
  }
  return trie;
}
