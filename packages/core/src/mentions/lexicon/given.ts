import type { Knowledge } from "../../model/index.ts";
import { rowsOf } from "../../shared/tables.ts";
import { fold } from "./normalise.ts";

/** Given names whose bearers are nearly all men or nearly all women. */
export interface GivenNames {
  /** Takes a folded name; empty where it is not known. */
  gender(key: string): "" | "m" | "f";
}

export function readGivenNames(knowledge: Knowledge): GivenNames {
  const names = new Map<string, "m" | "f">();
  for (const { name, gender } of rowsOf(knowledge, "actors/given-names", ["name", "gender"]))
    names.set(fold(name), gender as "m" | "f");
  return { gender: (key) => names.get(key) ?? "" };
}
