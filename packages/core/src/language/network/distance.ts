/** Upper ends of the classes of distance between a word and its head, in words; training/net/model.py has the same. */
const ENDS = [1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30];
export const DISTANCES = 1 + 2 * (ENDS.length + 1);
const REACH = 31;

const CLASSES = Uint8Array.from({ length: 2 * REACH + 1 }, (_, i) => {
  const offset = i - REACH;
  const far = Math.max(1, Math.abs(offset));
  const kind = ENDS.findIndex((end) => far <= end);
  return 1 + 2 * (kind < 0 ? ENDS.length : kind) + (offset > 0 ? 1 : 0);
});

/** The class of a head that stands `offset` words after its dependent (before it: negative); 0 is left for the root. */
export const distanceClass = (offset: number): number => CLASSES[Math.min(REACH, Math.max(-REACH, offset)) + REACH] as number;
