import type { Precision } from "../model/index.ts";

/** What a GeoNames feature code says of how exact a place is. */
export function precisionOf(feature: string): Precision {
  if (feature === "PCLI") return "country";
  if (feature === "ADM1") return "province";
  if (feature === "ADM2") return "district";
  if (feature.startsWith("PPL") || feature === "STLMT") return "settlement";
  return LARGE.has(feature) ? "region" : "site";
}

/** Continents, regions, waters, ranges and islands: their point is only a middle one. */
const LARGE = new Set(
  "CONT RGN SEA OCN GULF BAY STRT CNL STM LK MTS DSRT VAL PEN ISL ISLS PRK FRST PASS GLCR SHOL RF FLLS".split(" "),
);
