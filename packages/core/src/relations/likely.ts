import type { Relation } from "../model/index.ts";

/** From this confidence on a reason is right oftener than not by a good margin: three in four of the annotators' there. */
const SHOWN = 0.5;

/** Whether a relation is sure enough to be shown to a reader beside the event; the record keeps the others with their `confidence`. */
export const isLikely = ({ confidence }: Pick<Relation, "confidence">): boolean => (confidence ?? 1) >= SHOWN;
