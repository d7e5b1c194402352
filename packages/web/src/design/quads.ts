import type { PloverType } from "@annalist/core";

/** PLOVER's quad classes: said or done, with or against. */
export type Quad = "verbal cooperation" | "material cooperation" | "verbal conflict" | "material conflict";

const BY_QUAD: Record<Quad, PloverType[]> = {
  "verbal cooperation": ["AGREE", "CONSULT", "SUPPORT"],
  "material cooperation": ["COOPERATE", "AID", "CONCEDE", "RETREAT"],
  "verbal conflict": ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
  "material conflict": ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
};
const QUADS = new Map(Object.entries(BY_QUAD).flatMap(([quad, types]) => types.map((type) => [type, quad as Quad])));

export const PLOVER_TYPES: readonly PloverType[] = Object.values(BY_QUAD).flat();
export const quadOf = (type: PloverType): Quad => QUADS.get(type) ?? "verbal cooperation";

/** Filled: done; hollow: said. Round: with; pointed: against. */
export const GLYPHS: Record<Quad, string> = {
  "verbal cooperation": "○",
  "material cooperation": "●",
  "verbal conflict": "◇",
  "material conflict": "◆",
};
