import type { PloverType } from "@annalist/core";
import { createColors } from "picocolors";

/** PLOVER's quad classes: said or done, with or against. */
export type Quad = "verbal cooperation" | "material cooperation" | "verbal conflict" | "material conflict";

const QUADS: Record<PloverType, Quad> = {
  AGREE: "verbal cooperation",
  CONSULT: "verbal cooperation",
  SUPPORT: "verbal cooperation",
  COOPERATE: "material cooperation",
  AID: "material cooperation",
  CONCEDE: "material cooperation",
  RETREAT: "material cooperation",
  REQUEST: "verbal conflict",
  ACCUSE: "verbal conflict",
  REJECT: "verbal conflict",
  THREATEN: "verbal conflict",
  PROTEST: "material conflict",
  SANCTION: "material conflict",
  MOBILIZE: "material conflict",
  COERCE: "material conflict",
  ASSAULT: "material conflict",
};

export const quadOf = (type: PloverType): Quad => QUADS[type];

/** One colour a meaning, never the only sign of it: without colour every style is the plain text. */
export interface Palette {
  type(quad: Quad, text: string): string;
  actor(text: string): string;
  trigger(text: string): string;
  doubt(text: string): string;
  quiet(text: string): string;
  title(text: string): string;
}

export function createPalette(colour: boolean): Palette {
  const c = createColors(colour);
  const quads: Record<Quad, (text: string) => string> = {
    "verbal cooperation": c.cyan,
    "material cooperation": c.green,
    "verbal conflict": c.yellow,
    "material conflict": c.red,
  };
  return {
    type: (quad, text) => c.bold(quads[quad](text)),
    actor: c.bold,
    trigger: colour ? (text) => c.underline(c.bold(text)) : (text) => `«${text}»`,
    doubt: c.magenta,
    quiet: c.dim,
    title: c.bold,
  };
}
