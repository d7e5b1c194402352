import type { Knowledge } from "../model/index.ts";
import { hash32 } from "../shared/stems.ts";

/** How rare a stem is in running text: ln(stretches / stretches that hold it), 0 for words that stand everywhere. */
export type Rarity = (stem: string) => number;

/** Reads what `training/rarity` wrote. Without it every word counts as rare. */
export function createRarity(knowledge: Knowledge): Rarity {
  const bytes = knowledge.models.rarity;
  if (!bytes) return () => 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  // A word that was not seen often enough to be kept stands in fewer stretches than any that was.
  const unseen = Math.log(view.getUint32(4, true) / 2);
  return (stem) => {
    const hash = hash32(stem);
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint32(8 + 4 * middle, true) < hash) low = middle + 1;
      else high = middle;
    }
    return low < count && view.getUint32(8 + 4 * low, true) === hash ? view.getUint8(8 + 4 * count + low) / 16 : unseen;
  };
}
