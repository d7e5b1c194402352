import type { Casualty, Span, Word } from "../model/index.ts";
import type { Quantity } from "./quantity.ts";

/** One count before it is numbered. */
export interface Draft extends Span {
  outcome: Casualty["outcome"];
  quantity: Omit<Quantity, "first" | "last">;
  cue: Word;
  head?: Word;
  /** The name that the report gives him elsewhere: "The victim was identified as …". */
  name?: Word;
  weak: boolean;
  /** The event that it belongs to, by id. */
  event: string | undefined;
  /** Told as happened: a plan to detain somebody holds nobody. */
  real: boolean;
}
